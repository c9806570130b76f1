//! Scores of terms (BM25F) and of query units, and the hit rule.

mod codes;
mod doc_values;
pub(crate) mod grams;
pub(crate) mod match_cache;
pub(crate) mod match_class;
pub(crate) mod matched_query;
pub(crate) mod matcher;
pub(crate) mod matches;
mod phrase;
pub(crate) mod threshold;
pub(crate) mod word;
