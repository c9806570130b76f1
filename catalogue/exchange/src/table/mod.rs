//! Records as rows of a table. Every field of the registry has a column; a field that is an object has one column for
//! each member.
//!
//! A column that a file lacks leaves the field of a stored record unchanged; an empty cell removes the value.
//! `docs/exchange.md` describes how values are written in cells.

mod cell;
mod date;
mod hours;
mod number;
mod object;
mod text;
mod words;

pub use words::TableWord;

use crate::jsonl::BatchBuilder;
use crate::report::{Finding, FindingKind, Report};
use crate::sheet::{Sheet, SheetRow, Unreadable};
use crate::{Format, csv, xlsx};
use catalogue::Batch;
use catalogue::InterventionId;
use catalogue::field::{self, DERIVED, Field, Shape};
use catalogue::progress::Progress;
use catalogue::record::{Intervention, slug};
use catalogue::vocabulary::{Vocabularies, fold};
use cell::Codec;
use object::ObjectFormat;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use text::{neutralise, restore};
use words::{ColumnWords, KEPT_VALUE};

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its key, for programs: `period.start`.
    pub key: String,
    /// Its heading, in the caller's language.
    pub heading: String,
    /// The field that it belongs to.
    pub field: &'static Field,
    /// Key of the member of the field; `None` when the column is the whole field.
    pub member: Option<&'static str>,
    /// The values that it accepts.
    pub shape: &'static Shape,
}

/// The columns, and the words with which cells are written and read.
///
/// ```
/// use catalogue_exchange::{Table, TableWord};
///
/// // Without words, keys are the headings.
/// let table = Table::new(|word| match word {
///     TableWord::Field("name") => Some("Namn".to_owned()),
///     _ => None,
/// });
/// assert!(table.headings().any(|heading| heading == "Namn"));
/// assert_eq!(table.column_of("/period/start").map(|column| column.key.as_str()), Some("period.start"));
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    words: ColumnWords,
    by_heading: HashMap<String, usize>,
}

/// First character of the heading of a note: the column is ignored.
const NOTE: char = '#';

impl Table {
    /// A table with the words of `word`; a key stands in for a missing word.
    pub fn new(word: impl Fn(TableWord<'_>) -> Option<String>) -> Self {
        let words = ColumnWords::new(&word);
        let heading = |field: &Field| word(TableWord::Field(field.key)).unwrap_or_else(|| field.key.to_owned());
        let mut columns = Vec::new();
        for field in field::fields() {
            match &field.shape {
                Shape::Object(members) => columns.extend(members.iter().map(|member| Column {
                    key: format!("{}.{}", field.key, member.key),
                    heading: format!("{}: {}", heading(field), words.member(member.key)),
                    field,
                    member: Some(member.key),
                    shape: &member.shape,
                })),
                shape => {
                    let (key, heading) = (field.key.to_owned(), heading(field));
                    columns.push(Column { key, heading, field, member: None, shape });
                }
            }
        }
        let mut by_heading = HashMap::new();
        // Keys take precedence over headings.
        for names in [|c: &Column| c.key.clone(), |c: &Column| c.heading.clone()] {
            for (at, column) in columns.iter().enumerate() {
                by_heading.entry(heading_key(&names(column))).or_insert(at);
            }
        }
        Self { columns, words, by_heading }
    }

    /// Every column, in the order of the registry.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Every heading.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.heading.as_str())
    }

    /// The column that holds the value at a JSON pointer into a record; `None` for an unknown field.
    pub fn column_of(&self, pointer: &str) -> Option<&Column> {
        let mut keys = pointer.trim_start_matches('/').split('/');
        let (field, member) = (keys.next()?, keys.next());
        let of_field = |column: &&Column| column.field.key == field;
        let exact = self.columns.iter().filter(of_field).find(|c| c.member.is_none() || c.member == member);
        exact.or_else(|| self.columns.iter().find(of_field))
    }

    /// The text that replaces a value too long for a cell.
    fn too_long_marker(&self) -> &str {
        self.words.value(KEPT_VALUE)
    }

    /// A record as the cells of a row.
    ///
    /// # Errors
    /// Never for records that [`catalogue::validate::record`] has accepted.
    pub fn row(&self, record: &Intervention, vocabularies: &Vocabularies) -> Result<Vec<String>, serde_json::Error> {
        let codec = Codec { words: &self.words, vocabularies };
        let value = serde_json::to_value(record)?;
        let cell = |column: &Column| {
            let value = value.get(column.field.key)?;
            let value = column.member.map_or(Some(value), |member| value.get(member))?;
            let text = neutralise(codec.write(ObjectFormat::of_field(column.field.key), column.shape, value));
            Some(if xlsx::fits_a_cell(&text) { text } else { self.too_long_marker().to_owned() })
        };
        Ok(self.columns.iter().map(|column| cell(column).unwrap_or_default()).collect())
    }

    /// The rows of a file.
    ///
    /// # Errors
    /// When the file is too large or cannot be read in the format, or the format is not a table.
    pub fn open(&self, format: Format, bytes: &[u8]) -> Result<Sheet, Unreadable> {
        let count_headings = |cells: &[String]| cells.iter().filter(|cell| self.column_at(cell).is_some()).count();
        match format {
            Format::Csv => csv::read(bytes, &count_headings),
            Format::Xlsx => xlsx::read(bytes),
            Format::Json | Format::Jsonl => Err(Unreadable::NotText(format!("{} is no table", format.name()))),
        }
    }

    fn column_at(&self, heading: &str) -> Option<usize> {
        self.by_heading.get(&heading_key(restore(heading))).copied()
    }

    /// The ids of the records of a sheet, in the order of the rows. Rows without a valid id are left out.
    pub fn ids(&self, sheet: &Sheet) -> Vec<InterventionId> {
        let Some((head, rows)) = sheet.rows.split_first() else { return Vec::new() };
        let positions = CellPositions::of(self, head);
        rows.iter().filter_map(|row| positions.id(row)).collect()
    }

    /// Reads the rows of a sheet as records. `current` returns the stored record of an id; `progress` counts the rows.
    ///
    /// # Errors
    /// Every finding of the sheet. Rows are not read when a heading is faulty.
    pub fn read<'c>(
        &self,
        file: &str,
        sheet: &Sheet,
        current: &dyn Fn(&InterventionId) -> Option<&'c Intervention>,
        vocabularies: Vocabularies,
        progress: &Progress,
    ) -> Result<Batch, Report> {
        let refused = |findings| Err(Report { file: file.to_owned(), findings });
        let Some((head, rows)) = sheet.rows.split_first() else {
            return refused(vec![Finding { row: 1, kind: FindingKind::NoHeadings }]);
        };
        let positions = CellPositions::of(self, head);
        let faulty = self.faulty_headings(head, rows, &positions);
        if !faulty.is_empty() {
            return refused(faulty);
        }
        progress.expect(rows.len());
        let mut builder = BatchBuilder::new(vocabularies);
        for row in rows {
            progress.add(1);
            let stored = positions.id(row).and_then(|id| current(&id));
            let codec = Codec { words: &self.words, vocabularies: builder.vocabularies() };
            match self.record(row, &positions, stored, codec) {
                Ok(value) if value.is_empty() => {}
                Ok(value) => {
                    let earlier = builder.findings.len();
                    builder.add(row.number, &Value::Object(value));
                    builder.findings[earlier..].iter_mut().for_each(explain);
                }
                Err(mut findings) => builder.findings.append(&mut findings),
            }
        }
        let batch = builder.take();
        builder.finish(file).map(|()| batch)
    }

    /// Findings for duplicate headings, and for unknown headings of columns with values.
    fn faulty_headings(&self, head: &SheetRow, rows: &[SheetRow], positions: &CellPositions) -> Vec<Finding> {
        let at = |kind| Finding { row: head.number, kind };
        if positions.0.is_empty() {
            return vec![at(FindingKind::NoHeadings)];
        }
        let mut findings = Vec::new();
        let width = rows.iter().chain([head]).map(|row| row.cells.len()).max().unwrap_or(0);
        for position in 0..width {
            let heading = head.cell(position);
            let is_passed_over = heading.starts_with(NOTE) || DERIVED.contains(&heading);
            match self.column_at(heading) {
                Some(column) if positions.0.get(&column) != Some(&position) => {
                    findings.push(at(FindingKind::HeadingTwice(heading.to_owned())));
                }
                None if !is_passed_over && rows.iter().any(|row| !row.cell(position).is_empty()) => {
                    findings.push(at(FindingKind::UnknownHeading(heading.to_owned(), self.nearest(heading))));
                }
                _ => {}
            }
        }
        findings
    }

    /// Suggested corrections: at most three headings with a similarity of at least 0.5, the nearest first.
    fn nearest(&self, heading: &str) -> Vec<String> {
        let wanted = fold(heading);
        let similarity = |column: &Column| strsim::normalized_damerau_levenshtein(&wanted, &fold(&column.heading));
        let mut all: Vec<(f64, &Column)> =
            self.columns.iter().map(|c| (similarity(c), c)).filter(|(score, _)| *score >= 0.5).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        all.into_iter().take(3).map(|(_, column)| column.heading.clone()).collect()
    }

    /// A row as a JSON record: the stored record, overwritten with the values of the cells.
    fn record(
        &self,
        row: &SheetRow,
        positions: &CellPositions,
        stored: Option<&Intervention>,
        codec: Codec<'_>,
    ) -> Result<Map<String, Value>, Vec<Finding>> {
        let mut object = match stored.map(serde_json::to_value) {
            Some(Ok(Value::Object(object))) => object,
            _ => Map::new(),
        };
        let mut findings = Vec::new();
        let mut refuse = |kind| findings.push(Finding { row: row.number, kind });
        for (&column, &position) in &positions.0 {
            let column = &self.columns[column];
            let text = restore(row.cell(position));
            if row.broken.contains(&position) {
                refuse(FindingKind::BrokenCell(column.key.clone()));
            } else if text == self.too_long_marker() {
                if stored.is_none() {
                    refuse(FindingKind::KeptValueNotStored(column.key.clone()));
                }
            } else {
                let value = (!text.is_empty())
                    .then(|| codec.read(ObjectFormat::of_field(column.field.key), column.shape, text));
                set(&mut object, column, value);
            }
        }
        if findings.is_empty() { Ok(object) } else { Err(findings) }
    }
}

/// Gives a finding the cause that lies in the spreadsheet program.
fn explain(finding: &mut Finding) {
    if let FindingKind::Fault(fault) = &mut finding.kind {
        object::explain_age(fault);
    }
}

/// Sets the value of a column, or removes it when it is `None`.
fn set(object: &mut Map<String, Value>, column: &Column, value: Option<Value>) {
    let key = column.field.key;
    let Some(member) = column.member else {
        match value {
            Some(value) => object.insert(key.to_owned(), value),
            None => object.shift_remove(key),
        };
        return;
    };
    let whole = object.entry(key).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(members) = whole {
        match value {
            Some(value) => members.insert(member.to_owned(), value),
            None => members.shift_remove(member),
        };
        if members.is_empty() {
            object.shift_remove(key);
        }
    }
}

/// The folded heading without blanks and without `:` or `*` at its end.
fn heading_key(heading: &str) -> String {
    fold(heading.trim_end_matches([':', '*', ' '])).replace([' ', '\u{a0}'], "")
}

/// Position of each known column in a sheet, by its index in `Table::columns`.
struct CellPositions(BTreeMap<usize, usize>);

impl CellPositions {
    fn of(table: &Table, head: &SheetRow) -> Self {
        let mut positions = BTreeMap::new();
        for (position, heading) in head.cells.iter().enumerate() {
            if let Some(column) = table.column_at(heading) {
                positions.entry(column).or_insert(position);
            }
        }
        Self(positions)
    }

    /// The id of a row, stated or derived from the name; `None` when it is invalid or both cells are empty.
    fn id(&self, row: &SheetRow) -> Option<InterventionId> {
        let cell = |key: &str| {
            let column = field::fields().position(|field| field.key == key)?;
            let position = self.0.get(&column)?;
            Some(restore(row.cell(*position))).filter(|text| !text.is_empty())
        };
        match cell("id") {
            Some(id) => id.parse().ok(),
            None => slug(cell("name")?)?.parse().ok(),
        }
    }
}
