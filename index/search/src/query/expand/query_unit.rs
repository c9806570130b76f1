//! The units of a query and their expansions.

use crate::lexicon::{ExpansionKind, ProbableMeaning};
use crate::text::{QueryWord, tokens};

/// What a unit is in the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitRole {
    /// An expression of the lexicon: a personal situation.
    Situation,
    /// A term of a vocabulary or of the lexicon.
    Term,
    /// Another word.
    Word,
    /// Stop words and filler words only: they never decide what is a hit.
    Filler,
    /// A word of an expression: it adds to the score of the records that contain it.
    Evidence,
    /// The name of a service outside the catalogue.
    OtherService,
    /// What the whole text probably means: it adds to the score and never decides what is a hit.
    Probable,
}

/// One unit of a query: a word, or several words that belong together. The hit rule weighs and counts units.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct QueryUnit {
    /// The words as typed.
    pub(crate) from: String,
    pub(crate) role: UnitRole,
    /// The expansions that may match the unit, the literal words first.
    pub(crate) expansions: Vec<Expansion>,
}

impl QueryUnit {
    /// The filter values that the unit names, as (parameter, code).
    pub(crate) fn named_values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let named = self.expansions.iter().filter(|e| e.kind == ExpansionKind::Term);
        named.flat_map(Expansion::codes)
    }

    /// The codes of all of its expansions, as (parameter, code).
    pub(crate) fn codes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.expansions.iter().flat_map(Expansion::codes)
    }

    /// Whether the question depends on it.
    pub(crate) fn is_criterion(&self) -> bool {
        !matches!(self.role, UnitRole::Filler | UnitRole::Evidence | UnitRole::Probable)
    }

    /// Whether it is words of the question rather than what they mean.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.role, UnitRole::Word | UnitRole::Term)
    }

    /// The codes of its expression, if it is one.
    pub(crate) fn situation_codes(&self) -> Option<&[(&'static str, String)]> {
        self.expansions.iter().find_map(|e| match &e.spec {
            MatchSpec::Codes(codes) if matches!(e.kind, ExpansionKind::Expression | ExpansionKind::ExpressionWord) => {
                Some(codes.as_slice())
            }
            _ => None,
        })
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
    /// Factor on the weight of its kind, 0 to 1.
    pub(crate) weight: f32,
}

impl Expansion {
    pub(crate) fn new(kind: ExpansionKind, spec: MatchSpec, to: String) -> Self {
        Self { kind, spec, to, weight: 1.0 }
    }

    /// Its codes, as (parameter, code); none for words.
    pub(crate) fn codes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let (stated, probable) = match &self.spec {
            MatchSpec::Codes(codes) => (codes.as_slice(), [].as_slice()),
            MatchSpec::Probable(meaning) => ([].as_slice(), meaning.codes.as_slice()),
            _ => Default::default(),
        };
        let stated = stated.iter().map(|(parameter, code)| (*parameter, code.as_str()));
        stated.chain(probable.iter().map(|code| (code.parameter, code.code.as_str())))
    }

    /// The expansion by the words as typed.
    pub(crate) fn literal(words: Vec<QueryWord>) -> Self {
        Self::new(ExpansionKind::Literal, MatchSpec::Words(words), String::new())
    }

    /// The expansion by one other word.
    pub(crate) fn word(kind: ExpansionKind, word: &str) -> Self {
        Self::new(kind, MatchSpec::Words(vec![QueryWord::new(word)]), word.to_owned())
    }

    /// The expansion by one or more other words.
    pub(crate) fn words(kind: ExpansionKind, words: &str) -> Self {
        let content = tokens(words).into_iter().map(|token| token.word).filter(QueryWord::is_content);
        Self::new(kind, MatchSpec::Words(content.collect()), words.to_owned())
    }
}

/// The condition on a record of an expansion.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MatchSpec {
    /// These words as a phrase; a record with all of them elsewhere matches weakly.
    Words(Vec<QueryWord>),
    /// All of these words near one another.
    Near(Vec<QueryWord>),
    /// Any of these words.
    AnyWord(Vec<QueryWord>),
    /// Any of these codes, as (parameter, code).
    Codes(Vec<(&'static str, String)>),
    /// Any of these codes and terms.
    Probable(ProbableMeaning),
    /// At least the share `share_of_grams` of these grams (`ranking.toml`).
    Grams(Vec<String>),
}
