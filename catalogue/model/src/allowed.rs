//! The values that are allowed in place of a faulty one, as a type that callers can translate.
//! [`std::fmt::Display`] writes the English text of the API and the logs.

use crate::field::Shape;
use crate::personal::PersonalData;
use crate::record::{InterventionId, PartialDate, State};
use crate::vocabulary::{Term, VocabularyName};
use serde::{Serialize, Serializer};
use std::fmt;

/// The values that are allowed in place of a faulty one.
#[derive(Debug, Clone, PartialEq)]
pub enum Allowed {
    /// Every value of the shape.
    Shape(&'static Shape),
    /// The whole numbers between two bounds, both inclusive.
    Integers(i64, i64),
    /// The numbers between two bounds, both inclusive.
    Numbers(f64, f64),
    /// A list of at most this number of values.
    MaxItems(usize),
    /// A JSON object.
    Object,
    /// One of these words: keys, names of states or ids of documents.
    OneOf(Vec<String>),
    /// A code of the vocabulary.
    Code {
        /// The vocabulary.
        vocabulary: VocabularyName,
        /// Terms with a spelling similar to the faulty value, the nearest first; may be empty.
        nearest: Vec<NearTerm>,
    },
    /// A date on or after this one.
    DateFrom(PartialDate),
    /// This id only.
    Id(InterventionId),
    /// Values without this kind of personal data.
    NoPersonalData(PersonalData),
}

/// A term with a spelling similar to a faulty code: a suggested correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearTerm {
    /// Its code.
    pub code: String,
    /// Its Swedish label.
    pub label: String,
}

impl Allowed {
    /// One of these words.
    pub fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::OneOf(words.into_iter().map(str::to_owned).collect())
    }

    /// One of these states.
    pub fn states(states: impl IntoIterator<Item = State>) -> Self {
        Self::one_of(states.into_iter().map(State::name))
    }

    /// A code of a vocabulary, with the terms nearest to the faulty value.
    pub fn code(vocabulary: VocabularyName, nearest: &[&Term]) -> Self {
        let near = |term: &&Term| NearTerm { code: term.code.clone(), label: term.label.clone() };
        Self::Code { vocabulary, nearest: nearest.iter().map(near).collect() }
    }

    /// The nearest terms, as `code (label), code (label)`; `None` when no term is near. The text needs no translation.
    pub fn nearest(&self) -> Option<String> {
        match self {
            Allowed::Code { nearest, .. } if !nearest.is_empty() => Some(join_terms(nearest)),
            _ => None,
        }
    }
}

/// The terms as `code (label), code (label)`.
pub fn join_terms(terms: &[NearTerm]) -> String {
    let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
    terms.join(", ")
}

impl fmt::Display for NearTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code, self.label)
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Allowed::Shape(shape) => f.write_str(&shape.allowed()),
            Allowed::Integers(min, max) => write!(f, "{min} to {max}"),
            Allowed::Numbers(min, max) => write!(f, "{min} to {max}"),
            Allowed::MaxItems(max) => write!(f, "at most {max}"),
            Allowed::Object => f.write_str("an object"),
            Allowed::OneOf(words) => f.write_str(&words.join(", ")),
            Allowed::Code { vocabulary, .. } => {
                write!(f, "a code of the vocabulary {}", vocabulary.as_str())?;
                match self.nearest() {
                    Some(nearest) => write!(f, "; nearest: {nearest}"),
                    None => Ok(()),
                }
            }
            Allowed::DateFrom(date) => write!(f, "a date from {date}"),
            Allowed::Id(id) => write!(f, "{id}"),
            Allowed::NoPersonalData(found) => f.write_str(found.allowed()),
        }
    }
}

impl Serialize for Allowed {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_texts_of_the_contract() {
        let near = |code: &str, label: &str| NearTerm { code: code.to_owned(), label: label.to_owned() };
        let code = |nearest| Allowed::Code { vocabulary: VocabularyName::TargetGroups, nearest };
        let two = vec![near("unga", "Unga"), near("unga-vuxna", "Unga vuxna")];
        for (allowed, text) in [
            (Allowed::Shape(&Shape::Line(200)), "one line of at most 200 characters"),
            (Allowed::Shape(&Shape::List(&Shape::Flag)), "a list, each true or false"),
            (Allowed::Integers(0, 120), "0 to 120"),
            (Allowed::Numbers(-90.0, 90.0), "-90 to 90"),
            (Allowed::MaxItems(500), "at most 500"),
            (Allowed::Object, "an object"),
            (Allowed::states([State::Published, State::Archived]), "published, archived"),
            (code(Vec::new()), "a code of the vocabulary target_groups"),
            (code(two), "a code of the vocabulary target_groups; nearest: unga (Unga), unga-vuxna (Unga vuxna)"),
            (Allowed::NoPersonalData(PersonalData::Name), "a function and a shared address, never a person's (GDPR)"),
        ] {
            assert_eq!(allowed.to_string(), text);
            assert_eq!(serde_json::to_value(&allowed).unwrap(), text);
        }
        assert_eq!(code(vec![near("unga", "Unga")]).nearest().as_deref(), Some("unga (Unga)"));
        assert_eq!((code(Vec::new()).nearest(), Allowed::Object.nearest()), (None, None));
    }
}
