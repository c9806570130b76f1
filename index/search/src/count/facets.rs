//! Facets: for each value of a filter, the number of hits that choosing it gives.

use crate::count::filter_set::FilterSet;
use crate::disk::segment::SegmentView;
use crate::query::SearchQuery;
use catalogue::field::{self, Filter, Match};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The counts of one filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The filter's parameter.
    pub parameter: &'static str,
    /// The values with hits and the chosen ones, by descending count, then by code.
    pub values: Vec<FacetValue>,
    /// Number of hits that choosing `not_stated` gives.
    pub not_stated: u64,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The code.
    pub code: String,
    /// Number of hits that choosing it gives.
    pub count: u64,
    /// Whether it is chosen.
    pub selected: bool,
}

/// Counts the facets of a query.
pub(crate) fn count(query: &SearchQuery, segments: &[(SegmentView<'_>, FilterSet)]) -> Vec<Facet> {
    field::filters()
        .filter(|f| query.facets.contains(f.parameter) && !matches!(f.matching, Match::Age))
        .map(|filter| count_one(filter, query, segments))
        .collect()
}

fn count_one(filter: &'static Filter, query: &SearchQuery, segments: &[(SegmentView<'_>, FilterSet)]) -> Facet {
    let variants = &query.variants;
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut not_stated = 0;
    for (view, filter_set) in segments {
        let base = if filter_set.counts_hits(filter.group) {
            Cow::Borrowed(filter_set.hits())
        } else {
            Cow::Owned(filter_set.base_of(&[filter.group]))
        };
        if base.is_empty() {
            continue;
        }
        not_stated += base.len() - view.stated_len(filter, &base);
        if let Match::Dated(dated) = &filter.matching {
            for code in dated.codes.iter().copied() {
                *counts.entry(code).or_default() += view.code_len(filter, code, variants, &base);
            }
        } else if let Some(column) = view.codes(filter, variants) {
            for (code, count) in column.codes.iter().zip(column.tally(&base)) {
                if count > 0 {
                    *counts.entry(code).or_default() += count;
                }
            }
        }
    }
    let chosen = query.filters.get(filter.parameter).map(|c| c.codes.as_slice()).unwrap_or_default();
    for code in chosen {
        counts.entry(code).or_default();
    }
    let mut values: Vec<FacetValue> = counts
        .into_iter()
        .map(|(code, count)| FacetValue { selected: chosen.iter().any(|c| c == code), code: code.to_owned(), count })
        .filter(|v| v.count > 0 || v.selected)
        .collect();
    values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.code.cmp(&b.code)));
    Facet { parameter: filter.parameter, values, not_stated }
}
