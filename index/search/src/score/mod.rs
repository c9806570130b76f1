//! Scores of terms (BM25F) and of query units, and the hit rule.

mod codes;
pub(crate) mod grams;
pub(crate) mod matched_query;
pub(crate) mod matcher;
mod phrase;
pub(crate) mod scored_docs;
mod sums;
pub(crate) mod threshold;
pub(crate) mod word;
