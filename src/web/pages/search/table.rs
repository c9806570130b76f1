//! The hits as a table, for comparing many of them.

use crate::web::pages::components::shortlist::Shortlist;
use crate::web::present::highlight;
use crate::web::present::html::{Safe, trusted};
use crate::web::present::labels::RecordLabels;
use crate::web::present::search_context::TypedSearch;
use catalogue::Intervention;
use catalogue::field::{self, Filter, Match, parameter};
use catalogue::record::Role;
use catalogue::vocabulary::VocabularyName as V;
use index::query::Sort;
use index::{Hit, SearchQuery};

/// Limits that keep a row within two lines: number of target groups or municipalities in a cell, and the length of
/// target groups in characters above which only one is named.
const MAX_NAMES: usize = 2;
const MAX_GROUP_CHARACTERS: usize = 60;

/// The hits, with a column for each filter that has one in the registry.
pub(super) struct ResultTable {
    pub(super) heads: Vec<ResultColumn>,
    pub(super) rows: Vec<ResultRow>,
}

/// The heading of a column.
pub(super) struct ResultColumn {
    pub(super) text: String,
    /// URL of the search sorted by the column; `None` when the column is not sortable.
    pub(super) sort: Option<String>,
    pub(super) sorted: bool,
}

pub(super) struct ResultRow {
    pub(super) id: String,
    pub(super) is_picked: bool,
    pub(super) url: String,
    pub(super) name: String,
    /// The name as HTML with `<mark>`; `None` when nothing in it is highlighted.
    pub(super) highlighted_name: Option<Safe>,
    pub(super) cells: Vec<String>,
}

impl ResultTable {
    /// `search` is the search as typed, to which the links of the headings lead; `labels` are those of the search as
    /// understood.
    pub(super) fn new(search: &TypedSearch<'_>, labels: RecordLabels<'_>, hits: &[Hit], shortlist: &Shortlist) -> Self {
        let t = search.t;
        let head = |key: &str, sort: Option<Sort>| ResultColumn {
            text: t.text(key),
            sort: sort.map(|sort| t.search(&SearchQuery { sort, ..search.first_page() })),
            sorted: sort == Some(search.query.sort),
        };
        let columns = field::table_columns();
        let mut heads = vec![head("table-intervention", Some(Sort::Name))];
        heads.extend(columns.iter().map(|(filter, column)| head(column.heading, sort_by(filter))));
        heads.push(head("fact-checked", None));
        let filters: Vec<&Filter> = columns.into_iter().map(|(filter, _)| filter).collect();
        Self { heads, rows: hits.iter().map(|hit| ResultRow::new(labels, hit, &filters, shortlist)).collect() }
    }
}

/// The sort order of a column. The column of the status sorts by the start of the period, from which the status is
/// derived.
fn sort_by(filter: &Filter) -> Option<Sort> {
    (filter.parameter == parameter::STATUS).then_some(Sort::Start)
}

impl ResultRow {
    fn new(labels: RecordLabels<'_>, hit: &Hit, filters: &[&Filter], shortlist: &Shortlist) -> Self {
        let (t, record) = (labels.t, &hit.record);
        let cell = |filter: &&Filter| value(labels, record, filter).unwrap_or_else(|| t.text("not-stated"));
        let mut cells: Vec<String> = filters.iter().map(cell).collect();
        cells.push(review_date(labels, record));
        Self {
            id: record.id.to_string(),
            is_picked: shortlist.contains(&record.id),
            url: shortlist.page_url(t, &record.id),
            name: record.name.clone(),
            highlighted_name: hit.highlights.get("name").map(|h| t.record_html(trusted(highlight::html(h)))),
            cells,
        }
    }
}

/// The values of a filter in a record, abridged for a cell; `None` when the record states none.
fn value(labels: RecordLabels<'_>, record: &Intervention, filter: &Filter) -> Option<String> {
    match (&filter.matching, filter.parameter) {
        (_, parameter::TARGET_GROUP) => target_groups(labels, &record.target_groups),
        (_, parameter::MUNICIPALITY) => labels.place(record, MAX_NAMES),
        (_, parameter::REFERRAL) => {
            let routes = labels.routes(record);
            (!routes.is_empty()).then(|| routes.join(". "))
        }
        (_, parameter::FUNDER) => labels.in_role(record, Role::Funder),
        (Match::Age, _) => labels.ages(record),
        (_, parameter::STATUS) => Some(labels.status(record).text),
        (Match::Dated(dated), _) => {
            let code = (dated.code_on)(record.status_days(), labels.today)?;
            Some(labels.label(dated.vocabulary, code))
        }
        (Match::Codes { vocabulary, codes, .. }, _) => {
            labels.enumeration(*vocabulary, &codes(record, labels.vocabularies))
        }
    }
}

/// The date of the last review, or else of the newest source, in the shortest form.
fn review_date(labels: RecordLabels<'_>, record: &Intervention) -> String {
    match (record.last_reviewed, record.as_of) {
        (None, Some(date)) => labels.t.with("table-unchecked", "date", labels.t.date(date)),
        _ => labels.review_date(record),
    }
}

/// The first target groups by name, followed by the number of the others.
fn target_groups(labels: RecordLabels<'_>, codes: &[String]) -> Option<String> {
    let length =
        |codes: &[String]| codes.iter().map(|code| labels.label(V::TargetGroups, code).chars().count()).sum::<usize>();
    let named = codes.len().min(MAX_NAMES);
    let named = if length(&codes[..named]) > MAX_GROUP_CHARACTERS { 1 } else { named };
    labels.abridged_groups(codes, named)
}
