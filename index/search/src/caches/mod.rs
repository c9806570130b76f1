//! Dictionaries that a snapshot derives once from its index and its vocabularies.

pub(crate) mod named_values;
pub(crate) mod term_dictionary;
