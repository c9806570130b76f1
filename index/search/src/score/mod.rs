//! Scores: postings by BM25F, query units by their expansions, hits by the hit rule.

pub(crate) mod bm25f;
pub(crate) mod matched_query;
pub(crate) mod matcher;
pub(crate) mod threshold;
