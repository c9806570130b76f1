//! What a search looks for: concepts, each with the ways to meet it.

use crate::lexicon::SynonymKind;
use crate::text::QueryWord;

/// One thing that is looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryUnit {
    /// The words as typed.
    pub from: String,
    /// Ways to meet it.
    pub ways: Vec<Expansion>,
}

impl QueryUnit {
    /// The values of filters that it names: (parameter, code).
    pub(crate) fn terms(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let named = self.ways.iter().filter(|w| w.kind == ExpansionKind::Term);
        let codes = named.filter_map(|w| if let MatchSpec::Codes(codes) = &w.needs { Some(codes) } else { None });
        codes.flatten().map(|(parameter, code)| (*parameter, code.as_str()))
    }

    /// Whether it is, or names, a situation of a person.
    pub(crate) fn is_situation(&self) -> bool {
        self.ways.iter().any(|w| w.kind == ExpansionKind::Everyday)
    }

    /// Whether it is only what people write around what they look for.
    pub fn is_filler(&self) -> bool {
        let literal = self.ways.first().map(|w| &w.needs);
        let Some(MatchSpec::Words(words)) = literal else { return false };
        !self.is_situation() && words.iter().all(|w| !w.is_content() || swedish::is_filler(&w.lemma))
    }
}

/// One way to meet a concept.
#[derive(Debug, Clone, PartialEq)]
pub struct Expansion {
    /// What kind of way it is.
    pub kind: ExpansionKind,
    /// What a record must hold.
    pub needs: MatchSpec,
    /// What is found instead of what was typed; empty for the literal way.
    pub to: String,
}

/// What kind of way it is; its weight stands in `ranking.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExpansionKind {
    /// The words themselves.
    Literal,
    /// Words typed apart that are one word, or the other way round.
    Joined,
    /// What was meant, where what was typed is nowhere.
    Corrected,
    /// All parts of a compound, wherever they stand.
    Parts,
    /// Words that begin with the unfinished last word.
    Prefix,
    /// A synonym.
    Synonym(SynonymKind),
    /// The value of a filter that the words name.
    Term,
    /// Target groups or activities that an everyday phrase stands for.
    Everyday,
    /// Nothing else matches: most of the word's grams.
    Grams,
}

impl ExpansionKind {
    /// Its name in an answer.
    pub fn as_str(self) -> &'static str {
        match self {
            ExpansionKind::Literal => "literal",
            ExpansionKind::Joined => "compound",
            ExpansionKind::Corrected => "corrected",
            ExpansionKind::Parts => "parts",
            ExpansionKind::Prefix => "prefix",
            ExpansionKind::Synonym(how) => how.as_str(),
            ExpansionKind::Term => "term",
            ExpansionKind::Everyday => "everyday",
            ExpansionKind::Grams => "similar",
        }
    }
}

/// What a record must hold.
#[derive(Debug, Clone, PartialEq)]
pub enum MatchSpec {
    /// All of these words.
    Words(Vec<QueryWord>),
    /// Any of these words.
    AnyWord(Vec<QueryWord>),
    /// Any of these codes: (parameter, code).
    Codes(Vec<(&'static str, String)>),
    /// Most of these grams.
    Grams(Vec<String>),
}
