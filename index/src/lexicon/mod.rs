//! What words mean beside themselves: synonyms and everyday phrases, from files that editors can
//! change.

mod everyday;
mod synonyms;

pub use everyday::{Everyday, Phrase};
pub use synonyms::{How, Link, Synonyms};

use crate::query::QueryWord;

/// The words of a term of a lexicon file, by lemma, stop words included.
pub(crate) fn key(term: &str) -> Vec<String> {
    crate::analysis::words(term).map(|w| QueryWord::new(w.text).lemma).collect()
}

/// Every fault of the word lists that ship with the program, as `file:line: what is wrong`.
pub fn check(vocabularies: &catalogue::Vocabularies) -> Vec<String> {
    const SYNONYMS: &str = "index/lexicon/synonyms.txt";
    const EVERYDAY: &str = "index/lexicon/everyday.toml";
    let named = |file: &str, fault: &LexiconFault| format!("{file}:{}: {}", fault.line, fault.message);
    let (_, faults) = Synonyms::read(include_str!("../../lexicon/synonyms.txt"));
    let mut out: Vec<String> = faults.iter().map(|f| named(SYNONYMS, f)).collect();
    match Everyday::read(include_str!("../../lexicon/everyday.toml")) {
        Err(fault) => out.push(named(EVERYDAY, &fault)),
        Ok(everyday) => out.extend(
            everyday
                .unknown_codes(vocabularies)
                .into_iter()
                .map(|(say, parameter, code)| format!("{EVERYDAY}:1: \"{say}\": {parameter} has no code {code}")),
        ),
    }
    out
}

/// A fault in a line of a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconFault {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what is allowed.
    pub message: String,
}
