//! Gaps: combinations of place and column without an intervention, with the number in neighbouring places.

use crate::web::http::error::Problem;
use crate::web::pages::components::links::TextLink;
use crate::web::pages::overview::context::{NEAR_COUNTRY, OverviewContext, PLACES};
use crate::web::pages::overview::table::{ColumnHead, EmptyColumn, MatrixCell, MatrixRow, MatrixTable};
use catalogue::vocabulary::VocabularyName as V;
use index::SearchQuery;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Maximum number of listed gaps; the table shows all.
const MAX_LISTED: usize = 9;

/// Locale key of the number of interventions in neighbouring places.
const NEAR: &str = "overview-near";

/// The gaps that cover all places first, then the others in descending order of interventions in neighbouring places.
pub(super) struct Gaps {
    pub(super) listed: Vec<Gap>,
    /// The number of empty cells of the gaps that are not listed.
    pub(super) left_out: usize,
    /// The number of empty cells of all gaps.
    pub(super) count: usize,
}

/// A column without an intervention in one place, or in all places.
pub(super) struct Gap {
    pub(super) name: String,
    pub(super) url: String,
    /// Link to the search in neighbouring places or a wider area, with its number of hits.
    pub(super) near: Option<TextLink>,
}

/// A gap before the searches in `alternatives` are counted.
struct GapCandidate {
    name: String,
    url: String,
    /// The number of cells that are empty, or would be if the table had the column.
    cells: usize,
    is_everywhere: bool,
    /// Searches in other places, the nearest first, each with the locale key of its count.
    alternatives: Vec<(&'static str, SearchQuery)>,
}

impl Gaps {
    pub(super) fn find(context: &OverviewContext<'_>, table: &MatrixTable) -> Result<Self, Problem> {
        let mut all = everywhere(context, table);
        all.extend(table.gaps().map(|gap| in_one_place(context, gap)));
        let queries: Vec<SearchQuery> =
            all.iter().flat_map(|m| &m.alternatives).map(|(_, query)| query.clone()).collect();
        let mut counts = index::totals(context.snapshot, &queries, context.today)?.into_iter();
        let mut found = Vec::with_capacity(all.len());
        for GapCandidate { name, url, cells, is_everywhere, alternatives } in all {
            let counted: Vec<_> = alternatives.into_iter().zip(counts.by_ref()).collect();
            let nearest = counted.into_iter().find(|(_, count)| *count > 0);
            let rank = nearest.as_ref().map(|((key, _), count)| (*key == NEAR, *count));
            let near = nearest
                .map(|((key, query), count)| TextLink::new(context.t.count(key, count), context.search_url(&query)));
            found.push(((is_everywhere, rank), cells, Gap { name, url, near }));
        }
        found.sort_by_key(|(rank, ..)| Reverse(*rank));
        let count = found.iter().map(|(_, cells, _)| cells).sum();
        let left_out = found.iter().skip(MAX_LISTED).map(|(_, cells, _)| cells).sum();
        Ok(Self { listed: found.into_iter().take(MAX_LISTED).map(|(.., gap)| gap).collect(), left_out, count })
    }
}

/// Gaps in all places of the table; the table may lack the column.
fn everywhere(context: &OverviewContext<'_>, table: &MatrixTable) -> Vec<GapCandidate> {
    let places: Vec<&MatrixRow> = table.places().collect();
    let gap = |EmptyColumn { code, label, url }: EmptyColumn| GapCandidate {
        name: match places.as_slice() {
            [place] => name_in(context, &label, &place.label),
            _ => context.t.with(context.keys().nowhere, "column", label),
        },
        url,
        cells: places.len(),
        is_everywhere: true,
        alternatives: context.searches_beyond(&code),
    };
    let columns = if places.is_empty() { Vec::new() } else { table.empty_columns() };
    columns.into_iter().map(gap).collect()
}

fn in_one_place(
    context: &OverviewContext<'_>,
    (row, head, cell): (&MatrixRow, &ColumnHead, &MatrixCell),
) -> GapCandidate {
    GapCandidate {
        name: name_in(context, &head.label, &row.label),
        url: cell.url.clone(),
        cells: 1,
        is_everywhere: false,
        // Neighbouring places, then the whole area.
        alternatives: vec![
            (NEAR, context.search_near(&row.code, &head.code)),
            (context.keys().near_whole, context.query.choosing(&[(context.axes.columns, &head.code)])),
        ],
    }
}

fn name_in(context: &OverviewContext<'_>, column: &str, place: &str) -> String {
    context.t.args("overview-gap", &[("column", column.into()), ("place", place.into())])
}

impl OverviewContext<'_> {
    /// The search for a column in the places that border on `row`.
    fn search_near(&self, row: &str, column: &str) -> SearchQuery {
        let mut query = self.query.choosing(&[(self.axes.rows, row), (self.axes.columns, column)]);
        if let Some(chosen) = query.filters.get_mut(self.axes.rows.parameter) {
            chosen.codes = self.neighbours(self.axes.rows.vocabulary(), row);
        }
        query
    }

    /// Searches for a column outside of the chosen places: in the neighbouring places, then in the whole country. Empty
    /// when no place is chosen.
    fn searches_beyond(&self, column: &str) -> Vec<(&'static str, SearchQuery)> {
        if !self.has_chosen_place() {
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

    /// Codes of the municipalities that border on a municipality, or of the counties that border on a county.
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
