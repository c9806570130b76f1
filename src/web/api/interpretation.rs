//! How the words of a search were understood.

use index::Interpretation;
use index::query::DetectedFilter;
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
    /// The words that were searched for as text.
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
}

/// A filter read from words of the search.
#[derive(Serialize, ToSchema)]
struct DetectedFilterResponse<'a> {
    parameter: &'a str,
    value: &'a str,
    label: &'a str,
    /// The words that it was read from, as typed.
    from: &'a str,
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
    pub(super) fn new(interpretation: Option<&'a Interpretation>) -> Option<Self> {
        let interpretation = interpretation?;
        let response = Self {
            applied: interpretation.applied.iter().map(DetectedFilterResponse::new).collect(),
            suggested: interpretation
                .suggested
                .iter()
                .map(|(filter, count)| SuggestedFilter { filter: DetectedFilterResponse::new(filter), count: *count })
                .collect(),
            corrected: interpretation.corrected.iter().map(WordPair::new).collect(),
            expanded: interpretation.expanded.iter().map(WordPair::new).collect(),
            text: &interpretation.text,
        };
        (!response.is_empty()).then_some(response)
    }

    fn is_empty(&self) -> bool {
        let Self { applied, suggested, corrected, expanded, text } = self;
        applied.is_empty() && suggested.is_empty() && corrected.is_empty() && expanded.is_empty() && text.is_empty()
    }
}

impl<'a> DetectedFilterResponse<'a> {
    fn new(filter: &'a DetectedFilter) -> Self {
        Self { parameter: filter.parameter, value: &filter.value, label: &filter.label, from: &filter.from }
    }
}

impl<'a> WordPair<'a> {
    fn new((from, to): &'a (String, String)) -> Self {
        Self { from, to }
    }
}
