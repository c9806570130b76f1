//! Cross-tabulation of a search by two facets: each cell is the number of hits with both values chosen.

use crate::count::batch_count::BatchCount;
use crate::count::filter_set::docs_with_choice;
use crate::count::selection::Selection;
use crate::disk::doc_set::DocSet;
use crate::error::SearchError;
use crate::query::{
    Chosen, DetectedValue, FaultKind, ParameterFault, Reading, SearchQuery, SearchSettings, detector, facets,
};
use crate::snapshot::Snapshot;
use catalogue::field::{self, Filter, Match, NOT_STATED, parameter};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The parameters that name the facets of a matrix.
pub const AXES: [&str; 2] = ["rows", "columns"];
/// The default rows and columns.
const DEFAULTS: [&str; 2] = [parameter::MUNICIPALITY, parameter::TARGET_GROUP];

/// The facets of a matrix: two different ones.
#[derive(Debug, Clone, Copy)]
pub struct Axes {
    /// The facet of the rows.
    pub rows: &'static Filter,
    /// The facet of the columns.
    pub columns: &'static Filter,
}

impl Axes {
    /// Parses the axes from request parameters. The rows default to municipality and the columns to target group; if
    /// the other axis has that facet, the default is the other of the two.
    ///
    /// # Errors
    /// All faulty parameters, with the names of the facets.
    pub fn parse(pairs: &[(String, String)]) -> Result<Self, Vec<ParameterFault>> {
        let mut faults = Vec::new();
        let [rows, columns] = AXES.map(|name| {
            one_facet(name, pairs).unwrap_or_else(|fault| {
                faults.push(fault);
                None
            })
        });
        let other_than = |other: Option<&str>, order: [&'static str; 2]| {
            order.into_iter().find(|name| Some(*name) != other).unwrap_or(order[0])
        };
        let rows = rows.unwrap_or_else(|| other_than(columns, DEFAULTS));
        let columns = columns.unwrap_or_else(|| other_than(Some(rows), [DEFAULTS[1], DEFAULTS[0]]));
        if rows == columns {
            let kind = FaultKind::NotOneOf(facets().filter(|facet| *facet != rows).collect());
            faults.push(ParameterFault { parameter: AXES[1].into(), value: columns.to_owned(), kind });
        }
        match (field::filter(rows), field::filter(columns)) {
            (Some(rows), Some(columns)) if faults.is_empty() => Ok(Self { rows, columns }),
            _ => Err(faults),
        }
    }
}

/// The facet that a parameter names; `None` when the parameter is missing.
fn one_facet(name: &str, pairs: &[(String, String)]) -> Result<Option<&'static str>, ParameterFault> {
    let given = pairs.iter().filter(|(n, value)| n == name && !value.trim().is_empty());
    let values: Vec<&str> = given.map(|(_, value)| value.trim()).collect();
    let fault = |value: &str, kind| ParameterFault { parameter: name.to_owned(), value: value.to_owned(), kind };
    let Some(value) = values.first() else { return Ok(None) };
    if let Some(other) = values.iter().find(|other| *other != value) {
        return Err(fault(other, FaultKind::Repeated));
    }
    let known = facets().find(|facet| facet == value);
    known.map(Some).ok_or_else(|| fault(value, FaultKind::NotOneOf(facets().collect())))
}

/// The value of one row or one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxisValue {
    /// The code; `not_stated` for records that do not state the fact.
    pub code: String,
    /// Number of hits when this value replaces the choices in its filter group.
    pub total: u64,
}

/// The counts of a search by two facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The rows, in the order of the vocabulary: the values chosen in the filter group of the facet with all their
    /// narrower values, or every value with hits if none is chosen.
    pub rows: Vec<AxisValue>,
    /// The columns, selected and ordered as the rows.
    pub columns: Vec<AxisValue>,
    /// Number of hits by row and column, when both values replace the choices in their filter groups. If both facets
    /// are in one group, a hit has either value.
    pub cells: Vec<Vec<u64>>,
    /// Number of hits of the search.
    pub total: u64,
    /// Number of ended interventions that the search leaves out.
    pub ended_left_out: u64,
}

/// Counts a search by two facets. `today` is the date in Europe/Stockholm.
///
/// # Errors
/// The index could not be read.
pub fn matrix(snapshot: &Snapshot, query: &SearchQuery, axes: Axes, today: Date) -> Result<Matrix, SearchError> {
    let whole = Selection::understood(snapshot, query, SearchSettings::on(today))?;
    let mut counter = MatrixCounter::new(snapshot, query, today)?;
    let (rows, columns) = (counter.axis_values(axes.rows)?, counter.axis_values(axes.columns)?);
    let codes = |values: &[AxisValue]| -> Vec<String> { values.iter().map(|value| value.code.clone()).collect() };
    let (row_codes, column_codes) = (codes(&rows), codes(&columns));
    let side = AxisCodes { filter: axes.rows, codes: &row_codes };
    let cells = counter.cells(side, Some(AxisCodes { filter: axes.columns, codes: &column_codes }))?;
    Ok(Matrix { rows, columns, cells, total: whole.total(), ended_left_out: whole.ended_left_out() })
}

/// The facet of one axis and the codes of its values.
#[derive(Clone, Copy)]
struct AxisCodes<'c> {
    filter: &'static Filter,
    codes: &'c [String],
}

struct MatrixCounter<'a> {
    snapshot: &'a Snapshot,
    query: &'a SearchQuery,
    batch: BatchCount<'a>,
    /// Filter values that the words name: a search that chooses one of them may have another reading of its words.
    named: Vec<DetectedValue>,
}

impl<'a> MatrixCounter<'a> {
    fn new(snapshot: &'a Snapshot, query: &'a SearchQuery, today: Date) -> Result<Self, SearchError> {
        let batch = BatchCount::new(snapshot, today);
        let detector = detector(snapshot, query, batch.context)?;
        let named = detector.map(|detector| detector.named_values(&Reading::literal(query))).unwrap_or_default();
        Ok(Self { snapshot, query, batch, named })
    }

    /// The values of a facet, each with its total.
    fn axis_values(&mut self, filter: &'static Filter) -> Result<Vec<AxisValue>, SearchError> {
        let chosen = self.chosen_codes(filter);
        let codes = if chosen.is_empty() { self.carried_codes(filter) } else { chosen.clone() };
        let totals = self.cells(AxisCodes { filter, codes: &codes }, None)?;
        let values = codes.into_iter().zip(totals).map(|(code, total)| AxisValue { code, total: total[0] });
        Ok(values.filter(|value| value.total > 0 || !chosen.is_empty()).collect())
    }

    /// The values of a facet that are chosen, in any filter of its group, or narrower than a chosen one.
    fn chosen_codes(&self, filter: &'static Filter) -> Vec<String> {
        let in_group = |parameter: &str| field::filter(parameter).is_some_and(|f| f.group == filter.group);
        let chosen: BTreeSet<&str> = (self.query.filters.iter())
            .filter(|(parameter, _)| in_group(parameter))
            .flat_map(|(_, chosen)| chosen.codes.iter().map(String::as_str))
            .collect();
        let Some(name) = filter.vocabulary() else { return Vec::new() };
        let vocabulary = self.snapshot.vocabularies.get(name);
        let is_chosen = |code: &str| vocabulary.with_broader(code).iter().any(|broader| chosen.contains(broader));
        let codes = vocabulary.terms().iter().map(|term| term.code.as_str()).filter(|code| is_chosen(code));
        let not_stated = self.query.filters.get(filter.parameter).is_some_and(|chosen| chosen.not_stated);
        codes.chain(not_stated.then_some(NOT_STATED)).map(str::to_owned).collect()
    }

    /// The values of a facet that a record has, in the order of the vocabulary, then `not_stated`; for codes that follow
    /// from dates, every value that the parameter accepts.
    fn carried_codes(&self, filter: &'static Filter) -> Vec<String> {
        let Some(name) = filter.vocabulary() else { return Vec::new() };
        let vocabulary = self.snapshot.vocabularies.get(name);
        if let Match::Dated(dated) = &filter.matching {
            return dated.allowed().into_iter().map(str::to_owned).collect();
        }
        let views = self.snapshot.views(self.batch.context.today);
        let columns = views.iter().filter_map(|view| view.codes(filter, &self.query.variants));
        let codes: BTreeSet<&String> = columns.flat_map(|column| column.codes.iter()).collect();
        let mut codes: Vec<String> = codes.into_iter().cloned().collect();
        let position = |code: &String| vocabulary.terms().iter().position(|term| term.code == *code);
        codes.sort_by_cached_key(|code| (position(code).is_none(), position(code)));
        codes.push(NOT_STATED.to_owned());
        codes
    }

    /// Number of hits by row and column; one column if `columns` is `None`.
    fn cells(&mut self, rows: AxisCodes<'_>, columns: Option<AxisCodes<'_>>) -> Result<Vec<Vec<u64>>, SearchError> {
        let width = columns.map_or(1, |columns| columns.codes.len());
        let mut out = vec![vec![0; width]; rows.codes.len()];
        let column_classes = columns.map_or_else(|| vec![vec![0]], |columns| self.classes(columns));
        for row_class in self.classes(rows) {
            for column_class in &column_classes {
                self.count(rows, columns, (&row_class, column_class), &mut out)?;
            }
        }
        Ok(out)
    }

    /// Positions of the values of an axis, grouped so that choosing any value of a group gives the same reading.
    fn classes(&self, side: AxisCodes<'_>) -> Vec<Vec<usize>> {
        let is_named = |at: &usize| {
            let code = side.codes[*at].clone();
            self.named.contains(&DetectedValue::Code { parameter: side.filter.parameter, code })
        };
        let (named, others): (Vec<usize>, Vec<usize>) = (0..side.codes.len()).partition(is_named);
        named.into_iter().map(|at| vec![at]).chain([others]).filter(|class| !class.is_empty()).collect()
    }

    /// Counts the cells of a row class and a column class, whose searches all have the same reading.
    fn count<'c>(
        &mut self,
        rows: AxisCodes<'c>,
        columns: Option<AxisCodes<'c>>,
        (row_class, column_class): (&[usize], &[usize]),
        out: &mut [Vec<u64>],
    ) -> Result<(), SearchError> {
        let any = |side: AxisCodes<'c>, class: &[usize]| (side.filter, side.codes[class[0]].as_str());
        let mut values = vec![any(rows, row_class)];
        values.extend(columns.map(|columns| any(columns, column_class)));
        let groups: Vec<&str> = values.iter().map(|(filter, _)| filter.group).collect();
        let query = self.query.choosing(&values);
        let is_one_group = columns.is_some_and(|columns| columns.filter.group == rows.filter.group);
        let reading = self.batch.reading(&query)?;
        let variants = &reading.query.variants;
        for (view, filter_set) in self.batch.select(&reading)? {
            let base = filter_set.base_of(&groups);
            let docs = |side: AxisCodes<'_>, class: &[usize]| -> Vec<DocSet> {
                let chosen = |at: &usize| Chosen::one(&side.codes[*at]);
                let with = |at| docs_with_choice(view, side.filter, &chosen(at), variants) & &base;
                class.iter().map(with).collect()
            };
            let column_docs = columns.map_or_else(|| vec![base.clone()], |columns| docs(columns, column_class));
            for (row_at, row_docs) in row_class.iter().zip(docs(rows, row_class)) {
                for (column_at, column_docs) in column_class.iter().zip(&column_docs) {
                    out[*row_at][*column_at] += if is_one_group {
                        row_docs.union_len(column_docs)
                    } else {
                        row_docs.intersection_len(column_docs)
                    };
                }
            }
        }
        Ok(())
    }
}
