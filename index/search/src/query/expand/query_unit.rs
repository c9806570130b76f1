//! The units of a query and their expansions.

use crate::lexicon::ExpansionKind;
use crate::text::QueryWord;

/// One unit of a query: a word, or several words that belong together. The hit rule weighs and counts units.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct QueryUnit {
    /// The words as typed.
    pub(crate) from: String,
    /// The expansions that may match the unit, the literal words first.
    pub(crate) expansions: Vec<Expansion>,
}

impl QueryUnit {
    /// The filter values that the unit names, as (parameter, code).
    pub(crate) fn named_values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let named = self.expansions.iter().filter(|e| e.kind == ExpansionKind::Term);
        let codes = named.filter_map(|e| if let MatchSpec::Codes(codes) = &e.spec { Some(codes) } else { None });
        codes.flatten().map(|(parameter, code)| (*parameter, code.as_str()))
    }

    /// Whether it is an everyday phrase with codes, which describes a personal situation.
    pub(crate) fn is_situation(&self) -> bool {
        self.expansions.iter().any(|e| e.kind == ExpansionKind::Everyday)
    }

    /// Whether it consists of stop words and filler words only, and is no everyday phrase.
    pub(crate) fn is_filler(&self) -> bool {
        let literal = self.expansions.first().map(|e| &e.spec);
        let Some(MatchSpec::Words(words)) = literal else { return false };
        !self.is_situation() && words.iter().all(|w| !w.is_content() || swedish::is_filler(&w.lemma))
    }
}

/// One expansion of a query unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expansion {
    pub(crate) kind: ExpansionKind,
    /// The condition on a record.
    pub(crate) spec: MatchSpec,
    /// The expanded words or codes as text; empty for the literal words.
    pub(crate) to: String,
}

impl Expansion {
    /// The expansion by the words as typed.
    pub(crate) fn literal(words: Vec<QueryWord>) -> Self {
        Self { kind: ExpansionKind::Literal, spec: MatchSpec::Words(words), to: String::new() }
    }

    /// The expansion by one other word.
    pub(crate) fn word(kind: ExpansionKind, word: &str) -> Self {
        Self { kind, spec: MatchSpec::Words(vec![QueryWord::new(word)]), to: word.to_owned() }
    }
}

/// The condition on a record of an expansion.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MatchSpec {
    /// All of these words.
    Words(Vec<QueryWord>),
    /// Any of these words.
    AnyWord(Vec<QueryWord>),
    /// Any of these codes, as (parameter, code).
    Codes(Vec<(&'static str, String)>),
    /// At least the share `share_of_grams` of these grams (`ranking.toml`).
    Grams(Vec<String>),
}
