//! Counts of a search: totals and facets.

use super::echo::LabelLanguage;
use catalogue::Vocabularies;
use catalogue::field;
use index::{Facet, SearchResults};
use serde::Serialize;
use utoipa::ToSchema;

/// The counts that every response to a search begins with.
#[derive(Serialize, ToSchema)]
pub(super) struct Totals {
    /// Number of hits.
    total: u64,
    /// Ended interventions that would be hits with `ended=include`.
    ended_left_out: u64,
    /// Hits without a stated age, where the search has one.
    age_not_stated: u64,
    /// Records of a broader target group that would be hits with `broader=include`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    broader_left_out: Option<u64>,
}

impl From<&SearchResults> for Totals {
    fn from(results: &SearchResults) -> Self {
        Self {
            total: results.total,
            ended_left_out: results.ended_left_out,
            age_not_stated: results.age_not_stated,
            broader_left_out: results.broader_left_out,
        }
    }
}

/// The counts of one facet.
#[derive(Serialize, ToSchema)]
pub(super) struct FacetCounts<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<FacetCount<'a>>,
    /// Hits that state no value.
    not_stated: u64,
}

/// One value of a facet.
#[derive(Serialize, ToSchema)]
struct FacetCount<'a> {
    /// Its code.
    value: &'a str,
    label: &'a str,
    /// Total of the search with this value in place of the chosen ones of its facet.
    count: u64,
    /// Whether the search has it as a filter.
    selected: bool,
    /// The code of the broader term.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    broader: Option<&'a str>,
}

/// Facets by parameter, in the order of the registry.
pub(super) type FacetsByParameter<'a> = Vec<(&'static str, FacetCounts<'a>)>;

/// Labels the values of facets. Facets without a vocabulary are left out.
pub(super) fn labelled_facets<'a>(
    facets: &'a [Facet],
    vocabularies: &'a Vocabularies,
    lang: LabelLanguage<'_>,
) -> FacetsByParameter<'a> {
    let labelled = |facet: &'a Facet| {
        let terms = vocabularies.get(field::filter(facet.parameter)?.vocabulary()?);
        let value = |v: &'a index::FacetValue| FacetCount {
            value: &v.code,
            label: terms.label(&v.code, lang.0),
            count: v.count,
            selected: v.selected,
            broader: terms.get(&v.code).and_then(|term| term.broader.as_deref()),
        };
        let values = facet.values.iter().map(value).collect();
        Some((facet.parameter, FacetCounts { values, not_stated: facet.not_stated }))
    };
    facets.iter().filter_map(labelled).collect()
}
