//! One index on disk: schema, documents, columns, segments, the writer and the manifest.

pub(crate) mod age_column;
pub(crate) mod columns;
pub(crate) mod doc_set;
pub(crate) mod document;
pub(crate) mod manifest;
pub(crate) mod name_words;
pub(crate) mod schema;
pub(crate) mod segment;
pub(crate) mod terms;
pub(crate) mod writer;
