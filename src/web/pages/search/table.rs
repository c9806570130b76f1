//! Hits as rows of a table, for those who look through many.

use crate::web::pages::search::{Shortlist, UnderstoodSearch};
use crate::web::present::highlight;
use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Safe;
use catalogue::Intervention;
use catalogue::record::Role;
use catalogue::vocabulary::VocabularyName as V;
use index::query::Sort;
use index::{Hit, SearchQuery};

/// At most so many groups and municipalities are named in a cell, and no second group beyond so many
/// characters: a row has two lines.
const NAMED: usize = 2;
const TWO_LINES: usize = 60;

/// The table.
pub(super) struct Table {
    pub(super) heads: Vec<Head>,
    pub(super) rows: Vec<ResultRow>,
}

/// The head of a column, and how to sort by it.
pub(super) struct Head {
    pub(super) text: String,
    pub(super) sort: Option<String>,
    pub(super) sorted: bool,
}

/// One hit.
pub(super) struct ResultRow {
    pub(super) id: String,
    pub(super) picked: bool,
    pub(super) url: String,
    pub(super) name: Safe,
    /// Without marks.
    pub(super) plain_name: String,
    pub(super) cells: Vec<String>,
}

impl Table {
    pub(super) fn new(
        asked: &UnderstoodSearch<'_>,
        words: RecordLabels<'_>,
        hits: &[Hit],
        picked: &Shortlist<'_>,
    ) -> Self {
        let t = asked.t;
        let head = |key: &str, sort: Option<Sort>| Head {
            text: t.text(key),
            sort: sort.map(|sort| t.search(&SearchQuery { sort, page: 1, ..asked.query.clone() })),
            sorted: sort == Some(asked.query.sort),
        };
        let heads = vec![
            head("table-intervention", Some(Sort::Name)),
            head("filter-target_group", None),
            head("filter-age", None),
            head("fact-where", None),
            head("staff-routes", None),
            head("fact-paid-by", None),
            // A period begins with its start.
            head("filter-status", Some(Sort::Start)),
            head("fact-checked", None),
        ];
        Self { heads, rows: hits.iter().map(|hit| row(words, hit, picked)).collect() }
    }
}

fn row(words: RecordLabels<'_>, hit: &Hit, picked: &Shortlist<'_>) -> ResultRow {
    let (t, record) = (words.t, &hit.record);
    let marked = hit.highlights.get("name").map(|h| Safe::trusted(t.record(&highlight::html(h))));
    let or_not_stated = |text: Option<String>| text.unwrap_or_else(|| t.text("not-stated"));
    let routes = words.routes(record);
    ResultRow {
        id: record.id.to_string(),
        picked: picked.has(&record.id),
        url: picked.carry_params(t, &record.id),
        plain_name: record.name.clone(),
        name: marked.unwrap_or_else(|| Safe::escaped(&record.name)),
        cells: vec![
            or_not_stated(groups(words, &record.target_groups)),
            or_not_stated(words.ages(record)),
            or_not_stated(words.place(record, NAMED)),
            or_not_stated((!routes.is_empty()).then(|| routes.join(". "))),
            or_not_stated(words.in_role(record, Role::Funder)),
            words.status(record).text,
            checked(words, record),
        ],
    }
}

/// When it was checked, as short as it can be said.
fn checked(words: RecordLabels<'_>, record: &Intervention) -> String {
    match (record.last_reviewed, record.as_of) {
        (None, Some(date)) => words.t.with("table-unchecked", "date", words.t.date(date)),
        _ => words.checked(record),
    }
}

/// The first groups by name, the others by number.
fn groups(words: RecordLabels<'_>, codes: &[String]) -> Option<String> {
    let length =
        |codes: &[String]| codes.iter().map(|code| words.label(V::TargetGroups, code).chars().count()).sum::<usize>();
    let named = codes.len().min(NAMED);
    let named = if length(&codes[..named]) > TWO_LINES { 1 } else { named };
    words.some_groups(codes, named)
}
