//! What is nowhere, and where the nearest is.

use crate::web::http::error::Problem;
use crate::web::pages::overview::OverviewContext;
use crate::web::pages::overview::context::{NEAR_COUNTRY, PLACES};
use crate::web::pages::overview::table::{Absent, Cell, ColumnHead, Table, TableRow};
use catalogue::vocabulary::VocabularyName as V;
use index::SearchQuery;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// So many gaps are listed; the table has them all.
const LISTED: usize = 9;

/// What neighbours have.
const NEAR: &str = "overview-near";

/// The gaps: first what is nowhere, then those whose neighbours have most.
pub(super) struct Gaps {
    pub(super) listed: Vec<Gap>,
    /// How many are not listed.
    pub(super) left_out: usize,
    pub(super) count: usize,
}

/// One place, or every place, that has nothing for a group.
pub(super) struct Gap {
    pub(super) name: String,
    pub(super) url: String,
    /// What others have: in words, and the search.
    pub(super) near: Option<(String, String)>,
}

/// A gap, with where to look instead: the nearest first.
struct Missing {
    name: String,
    url: String,
    /// How many cells of the table it is, or would be.
    cells: usize,
    is_nowhere: bool,
    ways: Vec<(&'static str, SearchQuery)>,
}

impl Gaps {
    pub(super) fn find(view: &OverviewContext<'_>, table: &Table) -> Result<Self, Problem> {
        let mut all = nowhere(view, table);
        all.extend(table.gaps().map(|gap| in_one_place(view, gap)));
        let queries: Vec<SearchQuery> = all.iter().flat_map(|m| &m.ways).map(|(_, query)| query.clone()).collect();
        let mut counts = index::totals(view.snapshot, &queries, view.today)?.into_iter();
        let mut found = Vec::with_capacity(all.len());
        for Missing { name, url, cells, is_nowhere, ways } in all {
            let counted: Vec<_> = ways.into_iter().zip(counts.by_ref()).collect();
            let way = counted.into_iter().find(|(_, count)| *count > 0);
            let rank = way.as_ref().map(|((key, _), count)| (*key == NEAR, *count));
            let near = way.map(|((key, query), count)| (view.t.count(key, count), view.found(&query)));
            found.push(((is_nowhere, rank), cells, Gap { name, url, near }));
        }
        found.sort_by_key(|(rank, ..)| Reverse(*rank));
        let count = found.iter().map(|(_, cells, _)| cells).sum();
        let left_out = found.iter().skip(LISTED).map(|(_, cells, _)| cells).sum();
        Ok(Self { listed: found.into_iter().take(LISTED).map(|(.., gap)| gap).collect(), left_out, count })
    }
}

/// What no place of the table has; the table may have no column for it.
fn nowhere(view: &OverviewContext<'_>, table: &Table) -> Vec<Missing> {
    let places: Vec<&TableRow> = table.places().collect();
    let of = |Absent { code, label, url }: Absent| Missing {
        name: match places.as_slice() {
            [place] => name_in(view, &label, &place.label),
            _ => view.t.with(view.keys().nowhere, "column", label),
        },
        url,
        cells: places.len(),
        is_nowhere: true,
        ways: view.beyond(&code),
    };
    let absent = if places.is_empty() { Vec::new() } else { table.absent() };
    absent.into_iter().map(of).collect()
}

fn in_one_place(view: &OverviewContext<'_>, (row, head, cell): (&TableRow, &ColumnHead, &Cell)) -> Missing {
    Missing {
        name: name_in(view, &head.label, &row.label),
        url: cell.url.clone(),
        cells: 1,
        is_nowhere: false,
        // Neighbours first, then the whole of what is shown.
        ways: vec![
            (NEAR, view.near(&row.code, &head.code)),
            (view.keys().near_whole, view.query.choosing(&[(view.axes.columns, &head.code)])),
        ],
    }
}

fn name_in(view: &OverviewContext<'_>, column: &str, place: &str) -> String {
    view.t.args("overview-gap", &[("column", column.into()), ("place", place.into())])
}

impl OverviewContext<'_> {
    /// The search for a column in the places around one.
    fn near(&self, row: &str, column: &str) -> SearchQuery {
        let mut query = self.query.choosing(&[(self.axes.rows, row), (self.axes.columns, column)]);
        if let Some(chosen) = query.filters.get_mut(self.axes.rows.parameter) {
            chosen.codes = self.neighbours(self.axes.rows.vocabulary(), row);
        }
        query
    }

    /// Searches for a column beyond the places that are chosen: around them, and everywhere.
    fn beyond(&self, column: &str) -> Vec<(&'static str, SearchQuery)> {
        if !self.chooses_place() {
            return Vec::new();
        }
        let around = self.query.choosing(&[(self.axes.columns, column)]);
        let (mut around, mut everywhere) = (around.clone(), around);
        let mut is_around = false;
        for (place, vocabulary) in PLACES.into_iter().zip([V::Counties, V::Municipalities]) {
            everywhere.filters.remove(place);
            let Some(mut chosen) = around.filters.remove(place) else { continue };
            let neighbours = chosen.codes.iter().flat_map(|code| self.neighbours(Some(vocabulary), code));
            let others: BTreeSet<String> = neighbours.filter(|code| !chosen.codes.contains(code)).collect();
            if !others.is_empty() {
                is_around = true;
                chosen.codes = others.into_iter().collect();
                around.filters.insert(place, chosen);
            }
        }
        let around = is_around.then_some((NEAR, around));
        around.into_iter().chain([(NEAR_COUNTRY, everywhere)]).collect()
    }

    /// The municipalities around a municipality, or the counties around a county.
    fn neighbours(&self, places: Option<V>, code: &str) -> Vec<String> {
        let municipalities = self.vocabularies.get(V::Municipalities);
        if places == Some(V::Municipalities) {
            return municipalities.get(code).map(|term| term.neighbours.clone()).unwrap_or_default();
        }
        let inside = municipalities.terms().iter().filter(|term| term.broader.as_deref() == Some(code));
        let around = inside.flat_map(|term| &term.neighbours).filter_map(|other| municipalities.get(other));
        let counties: BTreeSet<&String> = around.filter_map(|term| term.broader.as_ref()).collect();
        counties.into_iter().filter(|county| *county != code).cloned().collect()
    }
}
