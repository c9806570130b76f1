//! Faults of request parameters, with the allowed values.

use catalogue::allowed::{NearTerm, join_terms};
use std::borrow::Cow;
use std::fmt;

/// One faulty value of one parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterFault {
    /// The parameter.
    pub parameter: String,
    /// The value as given.
    pub value: String,
    /// The fault.
    pub kind: FaultKind,
}

/// A kind of fault, with the allowed values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// No parameter has this name; contains the most similar names.
    UnknownParameter(Vec<String>),
    /// Not a code or label of the vocabulary; contains the most similar ones as (code, label).
    UnknownCode(Vec<(String, String)>),
    /// A code of a place that is no longer in use; contains the codes that replace it.
    NoLongerInUse(Vec<NearTerm>),
    /// The code and the name of different places; contains these places.
    CodeAndNameDiffer(Vec<NearTerm>),
    /// Not one of these allowed values.
    NotOneOf(Vec<&'static str>),
    /// Not an age or a range of ages.
    NotAnAge,
    /// Not a date.
    NotADate,
    /// Not an integer in this inclusive range.
    NotANumber(usize, usize),
    /// Longer than this number of characters.
    TooLong(usize),
    /// More values than this number.
    TooMany(usize),
    /// Given more than once with different values.
    Repeated,
    /// Paging beyond this number of hits.
    TooDeep(usize),
    /// The request needs words to search for and has none.
    NoWords,
}

impl FaultKind {
    /// Stable name, used as the key of translations.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownParameter(_) => "unknown-parameter",
            Self::UnknownCode(_) => "unknown-code",
            Self::NoLongerInUse(_) => "no-longer-in-use",
            Self::CodeAndNameDiffer(_) => "code-and-name-differ",
            Self::NotOneOf(_) => "not-one-of",
            Self::NotAnAge => "not-an-age",
            Self::NotADate => "not-a-date",
            Self::NotANumber(..) => "not-a-number",
            Self::TooLong(_) => "too-long",
            Self::TooMany(_) => "too-many",
            Self::Repeated => "repeated",
            Self::TooDeep(_) => "too-deep",
            Self::NoWords => "no-words",
        }
    }

    /// The fault, in English.
    pub fn reason(&self) -> Cow<'static, str> {
        let reason = match self {
            Self::UnknownParameter(_) => "no parameter has this name",
            Self::UnknownCode(_) => "no code or label is called this",
            Self::NoLongerInUse(now) => return format!("no longer in use: now {}", join_terms(now)).into(),
            Self::CodeAndNameDiffer(_) => "the code and the name are of different places",
            Self::NotOneOf(_) => "not an allowed word",
            Self::NotAnAge => "not an age",
            Self::NotADate => "not a date",
            Self::NotANumber(..) => "not a whole number in range",
            Self::TooLong(_) => "too long",
            Self::TooMany(_) => "too many values",
            Self::Repeated => "given more than once",
            Self::TooDeep(_) => "too far down",
            Self::NoWords => "no words to look for",
        };
        reason.into()
    }

    /// The allowed values, in English.
    pub fn allowed(&self) -> String {
        match self {
            Self::UnknownParameter(nearest) if nearest.is_empty() => "see /api/v1/openapi.json".into(),
            Self::UnknownParameter(nearest) => format!("nearest: {}", nearest.join(", ")),
            Self::UnknownCode(nearest) if nearest.is_empty() => {
                "a code or label of the vocabulary, or not_stated".into()
            }
            Self::UnknownCode(nearest) => {
                let shown: Vec<String> = nearest.iter().map(|(code, label)| format!("{code} ({label})")).collect();
                format!("a code or label of the vocabulary, or not_stated; nearest: {}", shown.join(", "))
            }
            Self::NoLongerInUse(places) | Self::CodeAndNameDiffer(places) => join_terms(places),
            Self::NotOneOf(words) => words.join(", "),
            Self::NotAnAge => "19, 16-24, 20- or -24, in years from 0 to 120; or not_stated".into(),
            Self::NotADate => "YYYY-MM-DD".into(),
            Self::NotANumber(min, max) => format!("{min} to {max}"),
            Self::TooLong(max) => format!("at most {max} characters"),
            Self::TooMany(max) => format!("at most {max} values"),
            Self::Repeated => "one value".into(),
            Self::TooDeep(max) => format!("page × per_page up to {max}; further down use export or changes"),
            Self::NoWords => "the words of a search".into(),
        }
    }
}

impl fmt::Display for ParameterFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} (allowed: {})", self.parameter, self.kind.reason(), self.kind.allowed())
    }
}
