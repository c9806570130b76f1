//! The matrix as a table. Every count links to its search.

use crate::web::pages::overview::color_scale::{ColorScale, GAP_CLASS};
use crate::web::pages::overview::context::OverviewContext;
use crate::web::present::letter_case::uncapitalized;
use catalogue::field::parameter::TARGET_GROUP;
use catalogue::field::{Filter, NOT_STATED};
use catalogue::vocabulary::{Term, VocabularyName as V};
use index::{AxisValue, Matrix, SearchQuery};
use swedish::{collation, hyphenation};

/// The table with heading, caption and legend.
pub(super) struct MatrixTable {
    pub(super) heading: String,
    pub(super) caption: String,
    pub(super) corner: String,
    pub(super) heads: Vec<ColumnHead>,
    pub(super) rows: Vec<MatrixRow>,
    /// The totals of the columns.
    pub(super) foot: MatrixRow,
    pub(super) legend: Vec<LegendStep>,
    /// Columns that are left out because they have no intervention in the whole area.
    pub(super) empty_columns: Vec<EmptyColumn>,
}

/// A column without an intervention in the whole area, with the URL of its search.
#[derive(Clone)]
pub(super) struct EmptyColumn {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) url: String,
}

/// The heading of a column.
pub(super) struct ColumnHead {
    pub(super) code: String,
    pub(super) label: String,
    /// The label with soft hyphens, for display.
    pub(super) shown: String,
    /// URL of the overview whose columns are the narrower terms; `None` when there is none.
    pub(super) parts: Option<String>,
    /// Whether the label is a noun for people, which can follow `för` in a sentence.
    pub(super) is_people: bool,
}

/// The counts of one place. The total counts a record once that has several columns.
pub(super) struct MatrixRow {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) cells: Vec<MatrixCell>,
    pub(super) total: MatrixCell,
}

/// One count.
pub(super) struct MatrixCell {
    pub(super) count: u64,
    pub(super) shown: String,
    /// Its accessible name.
    pub(super) name: String,
    pub(super) url: String,
    pub(super) class: &'static str,
}

impl MatrixTable {
    pub(super) fn new(context: &OverviewContext<'_>, matrix: &Matrix) -> Self {
        let columns = shown_columns(context, &matrix.columns);
        let heads: Vec<ColumnHead> = columns.iter().map(|place| head(context, &matrix.columns[*place].code)).collect();
        let counts = || matrix.cells.iter().flat_map(|row| columns.iter().map(|place| row[*place]));
        let scale = ColorScale::of(counts());
        let places = shown_rows(context, &matrix.rows);
        let rows = places.into_iter().map(|(label, code)| {
            let place = matrix.rows.iter().position(|line| line.code == code);
            let cell = |head: &ColumnHead, column: usize| {
                let count = place.map_or(0, |place| matrix.cells[place][column]);
                context.cell(Some((&code, &label)), Some(head), count, scale.class(count))
            };
            let cells = heads.iter().zip(&columns).map(|(head, column)| cell(head, *column)).collect();
            let total = place.map_or(0, |place| matrix.rows[place].total);
            let total = context.cell(Some((&code, &label)), None, total, "");
            MatrixRow { code, label, cells, total }
        });
        let rows: Vec<MatrixRow> = rows.collect();
        let column_total =
            |(head, column): (&ColumnHead, &usize)| context.cell(None, Some(head), matrix.columns[*column].total, "");
        let foot = MatrixRow {
            code: String::new(),
            label: context.t.text(context.keys().whole),
            cells: heads.iter().zip(&columns).map(column_total).collect(),
            total: context.cell(None, None, matrix.total, ""),
        };
        let columns_name = uncapitalized(&context.columns_name());
        let captioned = |key: &str, rows: String| {
            context.t.args(key, &[("rows", rows.into()), ("columns", (&columns_name).into())])
        };
        let has_gap = rows.iter().any(|row| row.cells.iter().any(|c| c.count == 0));
        Self {
            heading: captioned("overview-table", context.rows_name()),
            caption: captioned("overview-caption", uncapitalized(&context.rows_name())),
            corner: context.rows_name(),
            empty_columns: left_out_columns(context, &matrix.columns),
            legend: legend(context, &scale, has_gap),
            heads,
            rows,
            foot,
        }
    }

    /// The empty cells of columns that have an intervention in the area.
    pub(super) fn gaps(&self) -> impl Iterator<Item = (&MatrixRow, &ColumnHead, &MatrixCell)> {
        self.places().flat_map(|row| {
            let columns = self.heads.iter().zip(&row.cells).zip(&self.foot.cells);
            let is_gap = |head: &ColumnHead, cell: &MatrixCell, sum: &MatrixCell| {
                cell.count == 0 && sum.count > 0 && is_stated(&head.code)
            };
            columns.filter(move |((head, cell), sum)| is_gap(head, cell, sum)).map(move |((h, c), _)| (row, h, c))
        })
    }

    /// The columns without an intervention in the whole area, in the table or left out of it.
    pub(super) fn empty_columns(&self) -> Vec<EmptyColumn> {
        let columns = self.heads.iter().zip(&self.foot.cells);
        let empty = columns.filter(|(head, sum)| sum.count == 0 && is_stated(&head.code));
        let column = |(head, sum): (&ColumnHead, &MatrixCell)| EmptyColumn {
            code: head.code.clone(),
            label: head.label.clone(),
            url: sum.url.clone(),
        };
        empty.map(column).chain(self.empty_columns.iter().cloned()).collect()
    }

    /// The rows of places, without the row of records that state no place.
    pub(super) fn places(&self) -> impl Iterator<Item = &MatrixRow> {
        self.rows.iter().filter(|row| is_stated(&row.code))
    }
}

/// Whether a code is a value and not [`NOT_STATED`]. A cell for "not stated" is never a gap.
fn is_stated(code: &str) -> bool {
    code != NOT_STATED
}

/// An entry of the legend.
pub(super) struct LegendStep {
    pub(super) class: &'static str,
    /// The range of counts, as text.
    pub(super) text: String,
}

/// The classes of the scale with their ranges.
pub(super) fn legend(context: &OverviewContext<'_>, scale: &ColorScale, has_gap: bool) -> Vec<LegendStep> {
    let t = context.t;
    let step = |(class, from, to): (&'static str, u64, Option<u64>)| {
        let text = match to {
            Some(to) if to == from => t.number(from),
            Some(to) => {
                let text = format!("{}–{}", t.number(from), t.number(to));
                t.isolate_digits(&text, &text)
            }
            None => t.count("overview-or-more", from),
        };
        LegendStep { class, text }
    };
    let gap = has_gap.then(|| LegendStep { class: GAP_CLASS, text: t.text("overview-legend-gap") });
    gap.into_iter().chain(scale.steps().map(step)).collect()
}

/// Label and code of each row, in Swedish order; records without a place are last. All counties are rows when no place
/// is chosen.
fn shown_rows(context: &OverviewContext<'_>, lines: &[AxisValue]) -> Vec<(String, String)> {
    let mut codes: Vec<String> = lines.iter().map(|line| line.code.clone()).filter(|code| code != NOT_STATED).collect();
    if context.axes.rows.vocabulary() == Some(V::Counties) && !context.has_chosen_place() {
        codes = context.terms(context.axes.rows).iter().map(|term| term.code.clone()).collect();
    }
    let labelled = |code: String| (context.label(context.axes.rows, &code), code);
    let mut rows: Vec<(String, String)> = codes.into_iter().map(labelled).collect();
    rows.sort_by_cached_key(|(label, _)| collation::sort_key(label));
    let without_place = lines.iter().find(|line| line.code == NOT_STATED).map(|line| labelled(line.code.clone()));
    rows.into_iter().chain(without_place).collect()
}

/// Indices of the displayed columns: terms without a broader term, or all when the filter of the columns is set.
fn shown_columns(context: &OverviewContext<'_>, lines: &[AxisValue]) -> Vec<usize> {
    let chosen = context.has_chosen_columns();
    let is_shown = |line: &AxisValue| chosen || context.broader(context.axes.columns, &line.code).is_none();
    (0..lines.len()).filter(|place| is_shown(&lines[*place])).collect()
}

fn head(context: &OverviewContext<'_>, code: &str) -> ColumnHead {
    let columns = context.axes.columns;
    let has_parts = context.terms(columns).iter().any(|term| term.broader.as_deref() == Some(code));
    let parts = has_parts && !context.has_chosen_columns();
    let label = context.label(columns, code);
    ColumnHead {
        code: code.to_owned(),
        shown: hyphenation::hyphenate(&label),
        label,
        parts: parts.then(|| context.t.search(&context.query.choosing(&[(columns, code)]))),
        is_people: context.terms(columns).iter().any(|term| term.code == code && is_people(term)),
    }
}

/// Whether a label is a noun for people, such as `Nya i Sverige`, unlike `Behöver lära sig svenska`. Easy labels of
/// such terms begin with `Du är`.
fn is_people(term: &Term) -> bool {
    let has_noun = term.label_easy.as_ref().is_some_and(|easy| easy.starts_with("Du är "));
    has_noun && !term.label.contains(" eller ")
}

/// Terms without a broader term that the matrix has no column for. Empty when the filter of the columns is set.
fn left_out_columns(context: &OverviewContext<'_>, lines: &[AxisValue]) -> Vec<EmptyColumn> {
    let columns = context.axes.columns;
    let is_there = |code: &str| lines.iter().any(|line| line.code == code);
    let terms = context.terms(columns).iter().filter(|term| term.broader.is_none() && !is_there(&term.code));
    if context.has_chosen_columns() {
        return Vec::new();
    }
    let column = |term: &Term| EmptyColumn {
        code: term.code.clone(),
        label: context.label(columns, &term.code),
        url: context.search_url(&context.query.choosing(&[(columns, &term.code)])),
    };
    terms.map(column).collect()
}

impl OverviewContext<'_> {
    /// The cell of a row (code and label) and a column; `None` stands for all rows or all columns.
    pub(super) fn cell(
        &self,
        row: Option<(&str, &str)>,
        head: Option<&ColumnHead>,
        count: u64,
        class: &'static str,
    ) -> MatrixCell {
        let mut values: Vec<(&'static Filter, &str)> = Vec::new();
        values.extend(row.map(|(code, _)| (self.axes.rows, code)));
        values.extend(head.map(|head| (self.axes.columns, head.code.as_str())));
        let query: SearchQuery = self.query.choosing(&values);
        let name = self.cell_name(row, head, count);
        MatrixCell { count, shown: self.t.number(count), name, url: self.search_url(&query), class }
    }

    fn cell_name(&self, row: Option<(&str, &str)>, head: Option<&ColumnHead>, count: u64) -> String {
        let place = match row {
            Some((code, label)) if is_stated(code) => label.to_owned(),
            Some(_) => self.t.text("overview-place-unknown"),
            None => self.area.clone(),
        };
        let (count, place) = (("count", count.into()), ("place", place.into()));
        let Some(head) = head else { return self.t.args("overview-cell", &[count, place]) };
        let of_groups = self.axes.columns.parameter == TARGET_GROUP;
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
