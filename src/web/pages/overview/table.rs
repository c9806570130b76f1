//! The matrix as a table: every number leads to the search that it counts.

use crate::i18n::alphabetical;
use crate::web::pages::overview::OverviewContext;
use crate::web::pages::overview::color_scale::ColorScale;
use crate::web::present::labels::uncapitalized;
use catalogue::field::{Filter, NOT_STATED};
use catalogue::vocabulary::{Term, VocabularyName as V};
use index::{AxisValue, Matrix, SearchQuery};
use swedish::hyphenation;

/// The table.
pub(super) struct Table {
    pub(super) heading: String,
    pub(super) caption: String,
    pub(super) corner: String,
    pub(super) heads: Vec<ColumnHead>,
    pub(super) rows: Vec<TableRow>,
    /// The totals of the columns.
    pub(super) foot: TableRow,
    pub(super) legend: Vec<(&'static str, String)>,
    /// Columns that it has not, because nothing in the whole area is for them.
    pub(super) nowhere: Vec<Absent>,
}

/// What nothing in the whole area is for, with the search for it.
#[derive(Clone)]
pub(super) struct Absent {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) url: String,
}

/// The head of a column; leads to its parts where it has some.
pub(super) struct ColumnHead {
    pub(super) code: String,
    pub(super) label: String,
    /// The label, with soft hyphens.
    pub(super) shown: String,
    pub(super) parts: Option<String>,
    /// Whether the label can follow `för` in a sentence.
    pub(super) is_people: bool,
}

/// One place with its counts, the last one for all columns together.
pub(super) struct TableRow {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) cells: Vec<Cell>,
    pub(super) total: Cell,
}

/// One count.
pub(super) struct Cell {
    pub(super) count: u64,
    pub(super) shown: String,
    /// How it is read out.
    pub(super) name: String,
    pub(super) url: String,
    pub(super) class: &'static str,
}

impl Table {
    pub(super) fn new(view: &OverviewContext<'_>, matrix: &Matrix) -> Self {
        let columns = shown_columns(view, &matrix.columns);
        let heads: Vec<ColumnHead> = columns.iter().map(|place| head(view, &matrix.columns[*place].code)).collect();
        let counts = || matrix.cells.iter().flat_map(|row| columns.iter().map(|place| row[*place]));
        let ramp = ColorScale::of(counts());
        let places = shown_rows(view, &matrix.rows);
        let rows = places.into_iter().map(|(label, code)| {
            let place = matrix.rows.iter().position(|line| line.code == code);
            let cell = |head: &ColumnHead, column: usize| {
                let count = place.map_or(0, |place| matrix.cells[place][column]);
                view.cell(Some((&code, &label)), Some(head), count, ramp.class(count))
            };
            let cells = heads.iter().zip(&columns).map(|(head, column)| cell(head, *column)).collect();
            let total = place.map_or(0, |place| matrix.rows[place].total);
            let total = view.cell(Some((&code, &label)), None, total, "");
            TableRow { code, label, cells, total }
        });
        let rows: Vec<TableRow> = rows.collect();
        let of_column =
            |(head, column): (&ColumnHead, &usize)| view.cell(None, Some(head), matrix.columns[*column].total, "");
        let foot = TableRow {
            code: String::new(),
            label: view.t.text(view.keys().whole),
            cells: heads.iter().zip(&columns).map(of_column).collect(),
            total: view.cell(None, None, matrix.total, ""),
        };
        let columns_name = uncapitalized(&view.columns_name());
        let named =
            |key: &str, rows: String| view.t.args(key, &[("rows", rows.into()), ("columns", (&columns_name).into())]);
        let has_gap = rows.iter().any(|row| row.cells.iter().any(|c| c.count == 0));
        Self {
            heading: named("overview-table", view.rows_name()),
            caption: named("overview-caption", uncapitalized(&view.rows_name())),
            corner: view.rows_name(),
            nowhere: nowhere(view, &matrix.columns),
            legend: legend(view, &ramp, has_gap),
            heads,
            rows,
            foot,
        }
    }

    /// The places and columns that nothing is there for; columns that are nowhere not among them.
    pub(super) fn gaps(&self) -> impl Iterator<Item = (&TableRow, &ColumnHead, &Cell)> {
        self.places().flat_map(|row| {
            let columns = self.heads.iter().zip(&row.cells).zip(&self.foot.cells);
            let is_gap =
                |head: &ColumnHead, cell: &Cell, sum: &Cell| cell.count == 0 && sum.count > 0 && is_stated(&head.code);
            columns.filter(move |((head, cell), sum)| is_gap(head, cell, sum)).map(move |((h, c), _)| (row, h, c))
        })
    }

    /// Columns that nothing in the whole area is for, in the table or not.
    pub(super) fn absent(&self) -> Vec<Absent> {
        let columns = self.heads.iter().zip(&self.foot.cells);
        let empty = columns.filter(|(head, sum)| sum.count == 0 && is_stated(&head.code));
        let of = |(head, sum): (&ColumnHead, &Cell)| Absent {
            code: head.code.clone(),
            label: head.label.clone(),
            url: sum.url.clone(),
        };
        empty.map(of).chain(self.nowhere.iter().cloned()).collect()
    }

    /// The rows that are places.
    pub(super) fn places(&self) -> impl Iterator<Item = &TableRow> {
        self.rows.iter().filter(|row| is_stated(&row.code))
    }
}

/// Nothing without a place or without a group is no gap.
fn is_stated(code: &str) -> bool {
    code != NOT_STATED
}

/// The colours of the counts, in words.
pub(super) fn legend(view: &OverviewContext<'_>, ramp: &ColorScale, has_gap: bool) -> Vec<(&'static str, String)> {
    let t = view.t;
    let step = |(class, from, to): (&'static str, u64, Option<u64>)| {
        let text = match to {
            Some(to) if to == from => t.number(from),
            Some(to) => {
                let text = format!("{}–{}", t.number(from), t.number(to));
                t.in_order(&text, &text)
            }
            None => t.count("overview-or-more", from),
        };
        (class, text)
    };
    let gap = has_gap.then(|| ("k0", t.text("overview-legend-gap")));
    gap.into_iter().chain(ramp.steps().map(step)).collect()
}

/// Every place in alphabetical order, whether or not anything reaches it; then what names no place.
fn shown_rows(view: &OverviewContext<'_>, lines: &[AxisValue]) -> Vec<(String, String)> {
    let mut codes: Vec<String> = lines.iter().map(|line| line.code.clone()).filter(|code| code != NOT_STATED).collect();
    if view.axes.rows.vocabulary() == Some(V::Counties) && !view.chooses_place() {
        codes = view.terms(view.axes.rows).iter().map(|term| term.code.clone()).collect();
    }
    let labelled = |code: String| (view.label(view.axes.rows, &code), code);
    let mut rows: Vec<(String, String)> = codes.into_iter().map(labelled).collect();
    rows.sort_by_cached_key(|(label, _)| alphabetical(label));
    let lacking = lines.iter().find(|line| line.code == NOT_STATED).map(|line| labelled(line.code.clone()));
    rows.into_iter().chain(lacking).collect()
}

/// Broad groups; the narrower ones of a group once that is chosen.
fn shown_columns(view: &OverviewContext<'_>, lines: &[AxisValue]) -> Vec<usize> {
    let chosen = view.chooses_columns();
    let is_shown = |line: &AxisValue| chosen || view.broader(view.axes.columns, &line.code).is_none();
    (0..lines.len()).filter(|place| is_shown(&lines[*place])).collect()
}

fn head(view: &OverviewContext<'_>, code: &str) -> ColumnHead {
    let columns = view.axes.columns;
    let has_parts = view.terms(columns).iter().any(|term| term.broader.as_deref() == Some(code));
    let parts = has_parts && !view.chooses_columns();
    let label = view.label(columns, code);
    ColumnHead {
        code: code.to_owned(),
        shown: hyphenation::hyphenate(&label),
        label,
        parts: parts.then(|| view.t.search(&view.query.choosing(&[(columns, code)]))),
        is_people: view.terms(columns).iter().any(|term| term.code == code && is_people(term)),
    }
}

/// Whether a label names people by one word for what they are, as `Nya i Sverige` does and `Behöver lära sig
/// svenska` does not: the plain label says it, `Du är ny i Sverige`.
fn is_people(term: &Term) -> bool {
    let is_said = term.label_easy.as_ref().is_some_and(|easy| easy.starts_with("Du är "));
    is_said && !term.label.contains(" eller ")
}

/// Broad groups of the vocabulary that the matrix has no column for.
fn nowhere(view: &OverviewContext<'_>, lines: &[AxisValue]) -> Vec<Absent> {
    let columns = view.axes.columns;
    let is_there = |code: &str| lines.iter().any(|line| line.code == code);
    let terms = view.terms(columns).iter().filter(|term| term.broader.is_none() && !is_there(&term.code));
    if view.chooses_columns() {
        return Vec::new();
    }
    let absent = |term: &Term| Absent {
        code: term.code.clone(),
        label: view.label(columns, &term.code),
        url: view.found(&view.query.choosing(&[(columns, &term.code)])),
    };
    terms.map(absent).collect()
}

impl OverviewContext<'_> {
    /// The count of a place, a column, both or neither, with the search that it counts.
    pub(super) fn cell(
        &self,
        row: Option<(&str, &str)>,
        head: Option<&ColumnHead>,
        count: u64,
        class: &'static str,
    ) -> Cell {
        let mut values: Vec<(&'static Filter, &str)> = Vec::new();
        values.extend(row.map(|(code, _)| (self.axes.rows, code)));
        values.extend(head.map(|head| (self.axes.columns, head.code.as_str())));
        let query: SearchQuery = self.query.choosing(&values);
        let name = self.cell_name(row, head, count);
        Cell { count, shown: self.t.number(count), name, url: self.found(&query), class }
    }

    fn cell_name(&self, row: Option<(&str, &str)>, head: Option<&ColumnHead>, count: u64) -> String {
        let place = match row {
            Some((code, label)) if is_stated(code) => label.to_owned(),
            Some(_) => self.t.text("overview-place-unknown"),
            None => self.area.clone(),
        };
        let (count, place) = (("count", count.into()), ("place", place.into()));
        let Some(head) = head else { return self.t.args("overview-cell", &[count, place]) };
        let of_groups = self.axes.columns.parameter == "target_group";
        if of_groups && !is_stated(&head.code) {
            return self.t.args("overview-cell-no-group", &[count, place]);
        }
        let (key, column) = match (of_groups, head.is_people) {
            (true, true) => ("overview-cell-group", uncapitalized(&head.label)),
            (true, false) => ("overview-cell-named", head.label.clone()),
            (false, _) => ("overview-cell-other", uncapitalized(&head.label)),
        };
        self.t.args(key, &[count, ("column", column.into()), place])
    }
}
