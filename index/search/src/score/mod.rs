//! Scoring: BM25F scores of terms, scores of query units, and the hit rule.

pub(crate) mod bm25f;
pub(crate) mod matched_query;
pub(crate) mod matcher;
pub(crate) mod threshold;
