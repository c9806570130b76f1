//! What an intervention is. Plain types and rules; no files, no network, no clock.
//!
//! - [`record`]: the intervention and its parts.
//! - [`field`]: the registry: every field and every filter, once.
//! - [`vocabulary`]: the code lists that give values their meaning and labels.
//! - [`validate`]: JSON or TOML into an [`Intervention`], or every fault at once. [`reason`]: what can be wrong
//!   with a value. [`personal`]: refuses what could identify a person.
//! - [`access`]: who may do what with whose record.
//! - [`batch`]: records that are written together. [`diff`]: how two versions of a record differ.
//! - [`language`]: the languages that the catalogue is presented in.
//! - [`hash`]: SHA-256 of texts. [`progress`]: a counter for long operations.

pub mod access;
pub mod batch;
pub mod diff;
pub mod field;
pub mod hash;
pub mod language;
pub mod personal;
pub mod progress;
pub mod reason;
pub mod record;
pub mod validate;
pub mod vocabulary;

pub use batch::{Batch, MissingReference, Seq};
pub use record::{Intervention, InterventionId, to_json_line};
pub use vocabulary::Vocabularies;
