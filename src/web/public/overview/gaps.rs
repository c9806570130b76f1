//! What is nowhere, and where the nearest is.

use super::View;
use super::table::Table;
use crate::web::error::Problem;
use catalogue::vocabulary::VocabularyName as V;
use index::SearchQuery;
use std::collections::BTreeSet;

/// So many gaps are listed; the table has them all.
const LISTED: usize = 9;

/// The gaps, those first whose neighbours have most.
pub(super) struct Gaps {
    pub(super) listed: Vec<Gap>,
    /// How many are not listed.
    pub(super) left_out: usize,
    pub(super) count: usize,
}

/// One place that has nothing for a group.
pub(super) struct Gap {
    pub(super) name: String,
    pub(super) url: String,
    /// What neighbours have: in words, and the search.
    pub(super) near: Option<(String, String)>,
}

impl Gaps {
    pub(super) fn find(view: &View<'_>, table: &Table) -> Result<Self, Problem> {
        let gaps: Vec<_> = table.gaps().collect();
        let near: Vec<SearchQuery> = gaps.iter().map(|(row, head, _)| view.near(&row.code, &head.code)).collect();
        let wider: Vec<SearchQuery> =
            gaps.iter().map(|(_, head, _)| view.query.choosing(&[(view.axes.columns, &head.code)])).collect();
        let near_counts = view.snapshot.totals(&near, view.today)?;
        let wider_counts = view.snapshot.totals(&wider, view.today)?;
        let mut found = Vec::with_capacity(gaps.len());
        for (place, (row, head, cell)) in gaps.into_iter().enumerate() {
            let name = [("column", (&head.label).into()), ("place", (&row.label).into())];
            let name = view.t.args("overview-gap", &name);
            // Neighbours first, then the whole of what is shown.
            let way = if near_counts[place] > 0 {
                Some((near_counts[place], "overview-near", &near[place]))
            } else {
                (wider_counts[place] > 0).then(|| (wider_counts[place], view.keys().near_whole, &wider[place]))
            };
            let count = way.as_ref().map_or(0, |(count, ..)| *count);
            let near = way.map(|(count, key, query)| (view.t.count(key, count), view.found(query)));
            found.push((near_counts[place] > 0, count, Gap { name, url: cell.url.clone(), near }));
        }
        found.sort_by_key(|(near, count, _)| std::cmp::Reverse((*near, *count)));
        let count = found.len();
        let listed: Vec<Gap> = found.into_iter().take(LISTED).map(|(.., gap)| gap).collect();
        Ok(Self { left_out: count - listed.len(), listed, count })
    }
}

impl View<'_> {
    /// The search for a column in the places around one.
    fn near(&self, row: &str, column: &str) -> SearchQuery {
        let mut query = self.query.choosing(&[(self.axes.rows, row), (self.axes.columns, column)]);
        if let Some(chosen) = query.filters.get_mut(self.axes.rows.parameter) {
            chosen.codes = self.neighbours(row);
        }
        query
    }

    /// The municipalities around a municipality, or the counties around a county.
    fn neighbours(&self, code: &str) -> Vec<String> {
        let municipalities = self.vocabularies.get(V::Municipalities);
        if self.axes.rows.vocabulary() == Some(V::Municipalities) {
            return municipalities.get(code).map(|term| term.neighbours.clone()).unwrap_or_default();
        }
        let inside = municipalities.terms().iter().filter(|term| term.broader.as_deref() == Some(code));
        let around = inside.flat_map(|term| &term.neighbours).filter_map(|other| municipalities.get(other));
        let counties: BTreeSet<&String> = around.filter_map(|term| term.broader.as_ref()).collect();
        counties.into_iter().filter(|county| *county != code).cloned().collect()
    }
}
