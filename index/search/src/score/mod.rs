//! Scores of terms (BM25F) and of query units, and the hit rule.

pub(crate) mod bm25f;
mod codes;
pub(crate) mod grams;
pub(crate) mod matched_query;
pub(crate) mod matcher;
mod phrase;
mod sums;
pub(crate) mod threshold;
pub(crate) mod word;
