//! What is wrong with a value, as a type that callers can translate. [`std::fmt::Display`] writes the English text of
//! the API and the logs.

use crate::allowed::{NearTerm, join_terms};
use crate::personal::PersonalData;
use crate::record::State;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Not a whole number within the bounds.
    NotAnInteger,
    /// Not a number within the bounds.
    NotANumber,
    /// Neither `true` nor `false`.
    NotAFlag,
    /// Not a string.
    NotAText,
    /// The text contains control characters, or line breaks where one line is allowed.
    ControlCharacters,
    /// Too long, not a code of the vocabulary, or not in the format of the values.
    NotAllowed,
    /// The code of a place is no longer in use; contains the codes that replace it.
    NoLongerInUse(Vec<NearTerm>),
    /// The code and the name of a place are of different places; contains these places.
    CodeAndNameDiffer(Vec<NearTerm>),
    /// The text contains personal data.
    Personal(PersonalData),
    /// Not a list.
    NotAList,
    /// A list with more values than allowed.
    TooMany,
    /// Not an object.
    NotAnObject,
    /// The object or record has no such key.
    UnknownKey,
    /// A required value is missing.
    Missing,
    /// The id is missing and cannot be derived from the name, which has no letter or digit.
    NoId,
    /// A date where an age belongs: spreadsheet programs turn `6-12` into 12 June.
    DateForAge,
    /// The lowest age is above the highest.
    MinAboveMax,
    /// The end is before the start.
    EndBeforeStart,
    /// The record refers to itself.
    NamesItself,
    /// The next review is before the latest one.
    ReviewByBeforeReviewed,
    /// A published record has no summary.
    NoSummary,
    /// A published record has no owner.
    NoOwner,
    /// A published record has no source.
    NoSource,
    /// No intervention has the id.
    UnknownIntervention,
    /// The id in the record differs from the id in the URL.
    IdChanged,
    /// A record in this state cannot change to the requested state.
    ForbiddenTransition(State),
    /// Any other fault, in English; most come from the check of catalogue folders.
    Other(Cow<'static, str>),
}

impl Reason {
    /// A stable name, the last part of the locale key `import-CODE`. Reasons that an import does not report share
    /// `other`.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::NotAnInteger => "not-an-integer",
            Reason::NotANumber => "not-a-number",
            Reason::NotAFlag => "not-a-flag",
            Reason::NotAText | Reason::NotAList | Reason::NotAnObject => "not-readable",
            Reason::ControlCharacters => "control-characters",
            Reason::NotAllowed => "not-allowed",
            Reason::NoLongerInUse(_) => "no-longer-in-use",
            Reason::CodeAndNameDiffer(_) => "code-and-name-differ",
            Reason::Personal(PersonalData::IdentityNumber) => "identity-number",
            Reason::Personal(PersonalData::Phone) => "mobile-phone",
            Reason::Personal(PersonalData::PersonalEmail) => "personal-email",
            Reason::Personal(PersonalData::Name) => "person-name",
            Reason::TooMany => "too-many",
            Reason::UnknownKey => "unknown-key",
            Reason::Missing => "missing",
            Reason::NoId => "no-id",
            Reason::DateForAge => "date-for-age",
            Reason::MinAboveMax => "min-above-max",
            Reason::EndBeforeStart => "end-before-start",
            Reason::NamesItself => "names-itself",
            Reason::ReviewByBeforeReviewed => "review-by-before-reviewed",
            Reason::NoSummary => "no-summary",
            Reason::NoOwner => "no-owner",
            Reason::NoSource => "no-source",
            Reason::UnknownIntervention | Reason::IdChanged | Reason::ForbiddenTransition(_) | Reason::Other(_) => {
                "other"
            }
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
            Reason::NoLongerInUse(now) => return write!(f, "no longer in use: now {}", join_terms(now)),
            Reason::CodeAndNameDiffer(places) => {
                return write!(f, "the code and the name differ: {}", join_terms(places));
            }
            Reason::Personal(finding) => finding.reason(),
            Reason::NotAList => "not a list",
            Reason::TooMany => "too many values",
            Reason::NotAnObject => "not an object",
            Reason::UnknownKey => "unknown key",
            Reason::Missing => "missing",
            Reason::NoId => "missing, and the name gives none: it has no letters or digits",
            Reason::DateForAge => "a date, which the spreadsheet program has made of the ages; format the cell as text",
            Reason::MinAboveMax => "min is above max",
            Reason::EndBeforeStart => "before the start",
            Reason::NamesItself => "names the record itself",
            Reason::ReviewByBeforeReviewed => "before last_reviewed",
            Reason::NoSummary => "missing; one sentence of at most 200 characters",
            Reason::NoOwner => "no owner; name the organisation that answers for it",
            Reason::NoSource => "missing; every fact needs a source",
            Reason::UnknownIntervention => "no intervention has this id",
            Reason::IdChanged => "an id never changes",
            Reason::ForbiddenTransition(from) => {
                return write!(f, "a record that is {} cannot become this", from.name());
            }
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
