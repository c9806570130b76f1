//! Dictionaries and statistics that a snapshot computes from its index and its vocabularies, each on first use.

pub(crate) mod average_lengths;
mod levenshtein;
pub(crate) mod named_values;
pub(crate) mod suggestible_names;
pub(crate) mod term_dictionary;
