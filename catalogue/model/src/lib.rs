#![warn(clippy::missing_errors_doc)]
//! The model of an intervention: types and rules, without files, network or clock.
//!
//! - [`record`]: the intervention and its parts.
//! - [`field`]: the registry of every field and filter.
//! - [`vocabulary`]: code lists with labels.
//! - [`validate`]: reads JSON as an [`Intervention`], or returns every fault. [`reason`]: what is wrong with a value.
//!   [`allowed`]: what is allowed instead. [`personal`]: detects personal data.
//! - [`access`]: access rules for records.
//! - [`batch`]: records that are written in one transaction. [`diff`]: differences between versions of a record.
//! - [`language`]: the languages of the user interface.
//! - [`text`]: the one form of text that every input is brought to.
//! - [`hash`]: SHA-256 of texts. [`progress`]: a counter for long operations.

pub mod access;
pub mod allowed;
pub mod batch;
pub mod diff;
pub mod field;
pub mod hash;
pub mod language;
pub mod personal;
pub mod progress;
pub mod reason;
pub mod record;
pub mod text;
pub mod validate;
pub mod vocabulary;

pub use batch::{Batch, MissingReference, Seq};
pub use record::{Intervention, InterventionId, to_json_line};
pub use vocabulary::Vocabularies;
