//! What an intervention is, and where it is kept.
//!
//! - [`access`]: who may do what with whose record.
//! - [`model`]: the record and its parts; plain types, no I/O.
//! - [`vocabulary`]: the code lists that give values their meaning and labels.
//! - [`field`]: the registry, every field and filter once.
//! - [`validate`]: JSON or TOML into an [`Intervention`], or every fault at once.
//! - [`personal`]: refuses what could point to a person.
//! - [`progress`]: how far a long step is.
//! - [`reason`]: what can be wrong with a value.
//! - [`folder`]: a catalogue as files (the shipped one, or `--catalogue DIR`), and its check.
//! - [`map`]: the shapes of places.
//! - [`store`]: the system of record, and the only place with SQL.
//! - [`difference`]: what two versions of a record differ in.
//! - [`digest`]: short fingerprints of texts.
//! - [`exchange`]: folders, JSONL and tables in and out.

pub mod access;
pub mod difference;
pub mod digest;
pub mod exchange;
pub mod field;
pub mod folder;
pub mod map;
pub mod model;
pub mod personal;
pub mod progress;
pub mod reason;
pub mod store;
mod toml_value;
pub mod validate;
pub mod vocabulary;

pub use model::{Intervention, InterventionId};
pub use store::Store;
pub use vocabulary::Vocabularies;
