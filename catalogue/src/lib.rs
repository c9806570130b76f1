//! What an intervention is, and where it is kept.
//!
//! - [`model`]: the record and its parts; plain types, no I/O.
//! - [`vocabulary`]: the code lists that give values their meaning and labels.
//! - [`field`]: the registry, every field and filter once.
//! - [`validate`]: JSON or TOML into an [`Intervention`], or every fault at once.
//! - [`personal`]: refuses what could point to a person.
//! - [`folder`]: a catalogue as files (the shipped one, or `--catalogue DIR`), and its check.
//! - [`map`]: the shapes of places.
//! - [`store`]: the system of record, and the only place with SQL.
//! - [`digest`]: short fingerprints of texts.
//! - [`exchange`]: JSONL and folders in and out.

pub mod digest;
pub mod exchange;
pub mod field;
pub mod folder;
pub mod map;
pub mod model;
pub mod personal;
pub mod store;
mod toml_value;
pub mod validate;
pub mod vocabulary;

pub use model::{Intervention, InterventionId};
pub use store::Store;
pub use vocabulary::Vocabularies;
