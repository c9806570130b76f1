//! What can be wrong with a value, in types, so that it can be said in any language. What is said here
//! is for programs and logs.

use crate::personal::Finding;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No whole number within the bounds.
    NotAnInteger,
    /// No number within the bounds.
    NotANumber,
    /// Neither `true` nor `false`.
    NotAFlag,
    /// Not a text.
    NotAText,
    /// The text holds control characters, or line breaks where it may have one line only.
    ControlCharacters,
    /// Too long, no code of the vocabulary, or not in the form that the values have.
    NotAllowed,
    /// Points to a person.
    Personal(Finding),
    /// Not a list.
    NotAList,
    /// A list with more values than are taken.
    TooMany,
    /// Not an object.
    NotAnObject,
    /// An object has no such key.
    UnknownKey,
    /// It must be there.
    Missing,
    /// The id is not there, and the name has no letter or digit that would give one.
    NoId,
    /// The youngest age is above the oldest.
    MinAboveMax,
    /// The end is before the start.
    EndBeforeStart,
    /// The record names itself as another.
    NamesItself,
    /// The next review is before the last one.
    ReviewByBeforeReviewed,
    /// A published record has no summary.
    NoSummary,
    /// A published record has no owner.
    NoOwner,
    /// A published record has no source.
    NoSource,
    /// What only the check of shipped files says.
    Other(Cow<'static, str>),
}

impl Reason {
    /// A stable name, for translations; every reason that input can meet has one of its own.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::NotAnInteger => "not-an-integer",
            Reason::NotANumber => "not-a-number",
            Reason::NotAFlag => "not-a-flag",
            Reason::NotAText | Reason::NotAList | Reason::NotAnObject => "not-readable",
            Reason::ControlCharacters => "control-characters",
            Reason::NotAllowed => "not-allowed",
            Reason::Personal(Finding::IdentityNumber) => "identity-number",
            Reason::Personal(Finding::Phone) => "mobile-phone",
            Reason::Personal(Finding::PersonalEmail) => "personal-email",
            Reason::Personal(Finding::Name) => "person-name",
            Reason::TooMany => "too-many",
            Reason::UnknownKey => "unknown-key",
            Reason::Missing => "missing",
            Reason::NoId => "no-id",
            Reason::MinAboveMax => "min-above-max",
            Reason::EndBeforeStart => "end-before-start",
            Reason::NamesItself => "names-itself",
            Reason::ReviewByBeforeReviewed => "review-by-before-reviewed",
            Reason::NoSummary => "no-summary",
            Reason::NoOwner => "no-owner",
            Reason::NoSource => "no-source",
            Reason::Other(_) => "other",
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Reason::NotAnInteger => "not a whole number in range",
            Reason::NotANumber => "not a number in range",
            Reason::NotAFlag => "not a truth value",
            Reason::NotAText => "not a text",
            Reason::ControlCharacters => "control characters or line breaks in the text",
            Reason::NotAllowed => "not an allowed value",
            Reason::Personal(finding) => finding.reason(),
            Reason::NotAList => "not a list",
            Reason::TooMany => "too many values",
            Reason::NotAnObject => "not an object",
            Reason::UnknownKey => "unknown key",
            Reason::Missing => "missing",
            Reason::NoId => "missing, and the name gives none: it has no letters or digits",
            Reason::MinAboveMax => "min is above max",
            Reason::EndBeforeStart => "before the start",
            Reason::NamesItself => "names the record itself",
            Reason::ReviewByBeforeReviewed => "before last_reviewed",
            Reason::NoSummary => "missing; one sentence of at most 200 characters",
            Reason::NoOwner => "no owner; name the organisation that answers for it",
            Reason::NoSource => "missing; every fact needs a source",
            Reason::Other(text) => text,
        })
    }
}

impl From<&'static str> for Reason {
    fn from(text: &'static str) -> Self {
        Self::Other(text.into())
    }
}

impl From<String> for Reason {
    fn from(text: String) -> Self {
        Self::Other(text.into())
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}
