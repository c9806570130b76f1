//! Postings as scores, query units as matches.

pub(crate) mod bm25f;
pub(crate) mod matcher;
