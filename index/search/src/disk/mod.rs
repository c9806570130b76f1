//! An index on disk.

pub(crate) mod columns;
pub(crate) mod document;
pub(crate) mod generation;
mod manifest;
pub(crate) mod schema;
