//! A search counted by two facets at once: each cell is what choosing both values would find.

use crate::count::batch_count::BatchCount;
use crate::disk::columns::DocSet;
use crate::query::{Chosen, FaultKind, ParameterFault, SearchQuery, facets};
use crate::{SearchError, Snapshot};
use catalogue::field::{self, Filter, Match, NOT_STATED};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The parameters that name the facets of a matrix.
pub const AXES: [&str; 2] = ["rows", "columns"];
/// The rows and the columns when nothing is said.
const DEFAULTS: [&str; 2] = ["municipality", "target_group"];

/// The facets of a matrix: two different ones.
#[derive(Debug, Clone, Copy)]
pub struct Axes {
    /// What goes down the side.
    pub rows: &'static Filter,
    /// What goes along the top.
    pub columns: &'static Filter,
}

impl Axes {
    /// Reads both out of a request; every fault names the facets that there are. What is not given
    /// is the first of municipality and target group that the other one is not.
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

/// The facet of a parameter; `None` when it is not given.
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

/// One row or one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxisValue {
    /// The code; `not_stated` for what does not state the fact.
    pub code: String,
    /// Hits of the search with this value in place of what is chosen in its group.
    pub total: u64,
}

/// A search by two facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The rows, in the order of the vocabulary. What is chosen in the group of a facet says which
    /// values there are: the chosen ones and all below them, whatever their counts; where nothing
    /// is chosen, every value that has hits.
    pub rows: Vec<AxisValue>,
    /// The columns, likewise.
    pub columns: Vec<AxisValue>,
    /// For each row, the hits of each column: the total of the search with both values in place of
    /// what is chosen in their groups. Filters of one group widen each other here too.
    pub cells: Vec<Vec<u64>>,
    /// Hits of the search as it is.
    pub total: u64,
    /// How many that search leaves out because they are over.
    pub ended_left_out: u64,
}

impl Snapshot {
    /// Counts a search by two facets. `today` is the date in Europe/Stockholm.
    pub fn matrix(&self, query: &SearchQuery, axes: Axes, today: Date) -> Result<Matrix, SearchError> {
        let whole = self.count(&SearchQuery { facets: BTreeSet::new(), ..query.clone() }, today)?;
        let mut tally = MatrixCounter::new(self, query, today)?;
        let (rows, columns) = (tally.lines(axes.rows)?, tally.lines(axes.columns)?);
        let codes = |lines: &[AxisValue]| -> Vec<String> { lines.iter().map(|line| line.code.clone()).collect() };
        let (row_codes, column_codes) = (codes(&rows), codes(&columns));
        let side = AxisCodes { filter: axes.rows, codes: &row_codes };
        let cells = tally.cells(side, Some(AxisCodes { filter: axes.columns, codes: &column_codes }))?;
        Ok(Matrix { rows, columns, cells, total: whole.total, ended_left_out: whole.ended_left_out })
    }
}

/// A facet and the values to choose of it.
#[derive(Clone, Copy)]
struct AxisCodes<'c> {
    filter: &'static Filter,
    codes: &'c [String],
}

struct MatrixCounter<'a> {
    snapshot: &'a Snapshot,
    query: &'a SearchQuery,
    counting: BatchCount<'a>,
    /// Values of filters that the words name: only these change how the words are read.
    named: Vec<(&'static str, String)>,
}

impl<'a> MatrixCounter<'a> {
    fn new(snapshot: &'a Snapshot, query: &'a SearchQuery, today: Date) -> Result<Self, SearchError> {
        let counting = BatchCount::new(snapshot, today);
        let reader = snapshot.reader(query, counting.search)?;
        let named = reader.map(|reader| reader.named(&query.text)).unwrap_or_default();
        Ok(Self { snapshot, query, counting, named })
    }

    /// The values of a facet, each with its total.
    fn lines(&mut self, filter: &'static Filter) -> Result<Vec<AxisValue>, SearchError> {
        let asked = self.asked_for(filter);
        let codes = if asked.is_empty() { self.carried(filter) } else { asked.clone() };
        let totals = self.cells(AxisCodes { filter, codes: &codes }, None)?;
        let lines = codes.into_iter().zip(totals).map(|(code, total)| AxisValue { code, total: total[0] });
        Ok(lines.filter(|line| line.total > 0 || !asked.is_empty()).collect())
    }

    /// What is chosen in the group of a facet, as values of that facet: the chosen ones and those below.
    fn asked_for(&self, filter: &'static Filter) -> Vec<String> {
        let in_group = |parameter: &str| field::filter(parameter).is_some_and(|f| f.group == filter.group);
        let chosen: BTreeSet<&str> = (self.query.filters.iter())
            .filter(|(parameter, _)| in_group(parameter))
            .flat_map(|(_, chosen)| chosen.codes.iter().map(String::as_str))
            .collect();
        let Some(name) = filter.vocabulary() else { return Vec::new() };
        let vocabulary = self.snapshot.vocabularies.get(name);
        let below = |code: &str| vocabulary.with_broader(code).iter().any(|up| chosen.contains(up));
        let codes = vocabulary.terms().iter().map(|term| term.code.as_str()).filter(|code| below(code));
        let not_stated = self.query.filters.get(filter.parameter).is_some_and(|chosen| chosen.not_stated);
        codes.chain(not_stated.then_some(NOT_STATED)).map(str::to_owned).collect()
    }

    /// Every value of a facet that some record carries, in the order of its vocabulary.
    fn carried(&self, filter: &'static Filter) -> Vec<String> {
        let Some(name) = filter.vocabulary() else { return Vec::new() };
        let vocabulary = self.snapshot.vocabularies.get(name);
        if matches!(filter.matching, Match::Status) {
            // "Not known" is a status of its own.
            return vocabulary.terms().iter().map(|term| term.code.clone()).collect();
        }
        let today = self.counting.search.today;
        let views = self.snapshot.views(today);
        let columns = views.iter().filter_map(|view| view.codes(filter, self.query));
        let codes: BTreeSet<&String> = columns.flat_map(|column| column.by_code.keys()).collect();
        let mut codes: Vec<String> = codes.into_iter().cloned().collect();
        let place = |code: &String| vocabulary.terms().iter().position(|term| term.code == *code);
        codes.sort_by_cached_key(|code| (place(code).is_none(), place(code)));
        codes.push(NOT_STATED.to_owned());
        codes
    }

    /// Hits for each value of one side, or for each pair of values.
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

    /// The values of a side, as places in its list, by how the words are read when one is chosen.
    fn classes(&self, side: AxisCodes<'_>) -> Vec<Vec<usize>> {
        let is_named = |code: &String| self.named.iter().any(|(p, value)| *p == side.filter.parameter && value == code);
        let (named, others): (Vec<usize>, Vec<usize>) =
            (0..side.codes.len()).partition(|place| is_named(&side.codes[*place]));
        named.into_iter().map(|place| vec![place]).chain([others]).filter(|class| !class.is_empty()).collect()
    }

    /// Counts the cells of rows and columns whose searches are read alike.
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
        let asked = self.query.choosing(&values);
        let one_group = columns.is_some_and(|columns| columns.filter.group == rows.filter.group);
        for reading in self.counting.readings(&asked)? {
            let mut found = vec![0; row_class.len() * column_class.len()];
            for (view, selection) in self.counting.selections(&reading)? {
                let base = selection.base_of(&groups);
                let docs = |side: AxisCodes<'_>, class: &[usize]| -> Vec<DocSet> {
                    let of =
                        |place: &usize| view.chosen(side.filter, &Chosen::one(&side.codes[*place]), &reading) & &base;
                    class.iter().map(of).collect()
                };
                let across = columns.map_or_else(|| vec![base.clone()], |columns| docs(columns, column_class));
                for (row, down) in docs(rows, row_class).iter().enumerate() {
                    for (column, across) in across.iter().enumerate() {
                        let both = if one_group { down.union_len(across) } else { down.intersection_len(across) };
                        found[row * column_class.len() + column] += both;
                    }
                }
            }
            // As in any search, the literal words hold only where their reading finds nothing.
            for (row, place) in row_class.iter().enumerate() {
                for (column, other) in column_class.iter().enumerate() {
                    let cell = &mut out[*place][*other];
                    if *cell == 0 {
                        *cell = found[row * column_class.len() + column];
                    }
                }
            }
        }
        Ok(())
    }
}
