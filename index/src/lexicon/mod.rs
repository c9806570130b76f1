//! What words mean beside themselves: synonyms and everyday phrases, from files that editors can
//! change.

mod everyday;
mod synonyms;

pub use everyday::{Everyday, Phrase};
pub use synonyms::{How, Link, Synonyms};

use crate::query::QueryWord;

/// The words of a term of a lexicon file, by lemma, stop words included.
fn key(term: &str) -> Vec<String> {
    crate::analysis::words(term).map(|w| QueryWord::new(w.text).lemma).collect()
}

/// A fault in a line of a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconFault {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what is allowed.
    pub message: String,
}
