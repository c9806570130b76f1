//! The interpretation of the words of a search.

use super::echo::LabelLanguage;
use crate::web::present::letter_case::uncapitalized;
use catalogue::Vocabularies;
use catalogue::field::{
    self,
    parameter::{ENDS, REFERRAL},
};
use index::Interpretation;
use index::query::{DetectedFilter, DetectedValue};
use serde::Serialize;
use utoipa::ToSchema;

/// How the words of a search were understood.
#[derive(Serialize, ToSchema)]
pub(super) struct InterpretationResponse<'a> {
    /// Filters read from the words and applied.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    applied: Vec<DetectedFilterResponse<'a>>,
    /// Filters that the words may mean, not applied.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggested: Vec<SuggestedFilter<'a>>,
    /// Words replaced by a known spelling.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrected: Vec<WordPair<'a>>,
    /// Query expansions that produced hits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    expanded: Vec<WordPair<'a>>,
    /// Words that nothing was found for, as typed.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    unmatched: &'a [String],
    /// Whether the words may express an emergency.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    urgent: bool,
    /// The words that were searched for as text.
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
}

/// A filter read from words of the search.
#[derive(Serialize, ToSchema)]
struct DetectedFilterResponse<'a> {
    parameter: &'a str,
    value: String,
    label: String,
    /// The words that it was read from, as typed.
    from: &'a str,
    /// The locality, district or landscape that the words name, when it is not the place of the value itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    place: Option<&'a str>,
}

/// A filter that words of the search may mean.
#[derive(Serialize, ToSchema)]
struct SuggestedFilter<'a> {
    #[serde(flatten)]
    filter: DetectedFilterResponse<'a>,
    /// Hits of the search with this filter.
    count: u64,
}

/// Words as typed, and the words searched for.
#[derive(Serialize, ToSchema)]
struct WordPair<'a> {
    from: &'a str,
    to: &'a str,
}

impl<'a> InterpretationResponse<'a> {
    /// `None` when there is nothing to report.
    pub(super) fn new(interpretation: Option<&'a Interpretation>, vocabularies: &Vocabularies) -> Option<Self> {
        let interpretation = interpretation?;
        let detected = |filter| DetectedFilterResponse::new(filter, detected_label(filter, vocabularies));
        let suggested = interpretation.suggested.iter().map(|(filter, count)| SuggestedFilter {
            filter: DetectedFilterResponse::new(filter, value_label(&filter.value, vocabularies)),
            count: *count,
        });
        let dropped = interpretation.dropped.iter();
        let dropped = dropped.map(|(filter, count)| SuggestedFilter { filter: detected(filter), count: *count });
        let response = Self {
            applied: interpretation.applied.iter().map(detected).collect(),
            suggested: suggested.chain(dropped).collect(),
            corrected: interpretation.corrected.iter().map(WordPair::new).collect(),
            expanded: interpretation.expanded.iter().map(WordPair::new).collect(),
            unmatched: &interpretation.unmatched,
            urgent: interpretation.emergency.is_some(),
            text: &interpretation.text,
        };
        (!response.is_empty()).then_some(response)
    }

    fn is_empty(&self) -> bool {
        let Self { applied, suggested, corrected, expanded, unmatched, urgent, text } = self;
        let lists_nothing = expanded.is_empty() && unmatched.is_empty() && !urgent;
        lists_nothing && applied.is_empty() && suggested.is_empty() && corrected.is_empty() && text.is_empty()
    }
}

impl<'a> DetectedFilterResponse<'a> {
    fn new(filter: &'a DetectedFilter, label: String) -> Self {
        let DetectedFilter { value, from, place } = filter;
        Self { parameter: value.parameter(), value: value.to_string(), label, from, place: place.as_deref() }
    }
}

/// The Swedish label of a detected filter. A label that is a sentence loses its capital letter.
fn detected_label(filter: &DetectedFilter, vocabularies: &Vocabularies) -> String {
    let label = value_label(&filter.value, vocabularies);
    if [REFERRAL, ENDS].contains(&filter.value.parameter()) { uncapitalized(&label) } else { label }
}

/// The Swedish label of the value of a filter.
fn value_label(value: &DetectedValue, vocabularies: &Vocabularies) -> String {
    match value {
        DetectedValue::Age(ages) => format!("{} år", ages.to_string().replace('-', "–")),
        DetectedValue::Code { parameter, code } => {
            let vocabulary = field::filter(parameter).and_then(field::Filter::vocabulary);
            let label = |vocabulary| vocabularies.get(vocabulary).label(code, LabelLanguage::SWEDISH.0);
            vocabulary.map_or(code.as_str(), label).to_owned()
        }
    }
}

impl<'a> WordPair<'a> {
    fn new((from, to): &'a (String, String)) -> Self {
        Self { from, to }
    }
}
