//! The registry as the columns of a table, one row for each record. Every field of the registry has a
//! column of its own; a field that is one object has one for each of its members.
//!
//! A column that a file lacks leaves the field of a known record as it is; an empty cell takes the
//! value away. How values are written in cells is said in `docs/exchange.md`.

mod cell;
mod date;
mod hours;
mod number;
mod object;
mod text;
mod words;

pub use words::Word;

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
use object::Form;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use text::{neutralise, restore};
use words::{ColumnWords, KEPT};

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// What it is called in files of programs: `period.start`.
    pub key: String,
    /// Its heading, in the caller's language.
    pub heading: String,
    /// The field that it shows.
    pub field: &'static Field,
    /// Key of the member that it shows of it, when it is not the whole.
    pub member: Option<&'static str>,
    /// Which values it takes.
    pub shape: &'static Shape,
}

/// Every column, and the words with which cells are written and read.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    words: ColumnWords,
    by_heading: HashMap<String, usize>,
}

/// A heading that begins so is a note of whoever made the file: its column is not read.
const NOTE: char = '#';

impl Table {
    /// The table in the words that `word` gives.
    pub fn new(word: impl Fn(Word<'_>) -> Option<String>) -> Self {
        let words = ColumnWords::new(&word);
        let heading = |field: &Field| word(Word::Field(field.key)).unwrap_or_else(|| field.key.to_owned());
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
        // Keys first: no heading may take a key from its column.
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

    /// The column that a JSON pointer into a record leads to.
    pub fn column_of(&self, pointer: &str) -> Option<&Column> {
        let mut keys = pointer.trim_start_matches('/').split('/');
        let (field, member) = (keys.next()?, keys.next());
        let of_field = |column: &&Column| column.field.key == field;
        let exact = self.columns.iter().filter(of_field).find(|c| c.member.is_none() || c.member == member);
        exact.or_else(|| self.columns.iter().find(of_field))
    }

    /// What stands in a cell instead of a value that is too long for one.
    fn kept(&self) -> &str {
        self.words.value(KEPT)
    }

    /// A record as the cells of a row.
    pub fn row(&self, record: &Intervention, vocabularies: &Vocabularies) -> Result<Vec<String>, serde_json::Error> {
        let codec = Codec { words: &self.words, vocabularies };
        let value = serde_json::to_value(record)?;
        let cell = |column: &Column| {
            let value = value.get(column.field.key)?;
            let value = column.member.map_or(Some(value), |member| value.get(member))?;
            let text = neutralise(codec.write(Form::of(column.field.key), column.shape, value));
            Some(if xlsx::fits_a_cell(&text) { text } else { self.kept().to_owned() })
        };
        Ok(self.columns.iter().map(|column| cell(column).unwrap_or_default()).collect())
    }

    /// The rows of a file. `Err` for formats that are no tables too.
    pub fn open(&self, format: Format, bytes: &[u8]) -> Result<Sheet, Unreadable> {
        let known = |cells: &[String]| cells.iter().filter(|cell| self.column_at(cell).is_some()).count();
        match format {
            Format::Csv => csv::read(bytes, &known),
            Format::Xlsx => xlsx::read(bytes),
            Format::Json | Format::Jsonl => Err(Unreadable::NotText(format!("{} is no table", format.name()))),
        }
    }

    fn column_at(&self, heading: &str) -> Option<usize> {
        self.by_heading.get(&heading_key(restore(heading))).copied()
    }

    /// The ids of the records that a sheet is about: those that may be there already.
    pub fn ids(&self, sheet: &Sheet) -> Vec<InterventionId> {
        let Some((head, rows)) = sheet.rows.split_first() else { return Vec::new() };
        let places = CellPositions::of(self, head);
        rows.iter().filter_map(|row| places.id(row)).collect()
    }

    /// Reads the rows of a sheet as records. `current` gives those of them that are there already;
    /// `progress` counts the rows.
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
            return refused(vec![Finding { row: 1, what: FindingKind::NoHeadings }]);
        };
        let places = CellPositions::of(self, head);
        let faulty = self.faulty_headings(head, rows, &places);
        if !faulty.is_empty() {
            return refused(faulty);
        }
        progress.expect(rows.len());
        let mut gathering = BatchBuilder::new(vocabularies);
        for row in rows {
            progress.add(1);
            let known = places.id(row).and_then(|id| current(&id));
            let codec = Codec { words: &self.words, vocabularies: gathering.vocabularies() };
            match self.record(row, &places, known, codec) {
                Ok(value) if value.is_empty() => {}
                Ok(value) => gathering.add(row.number, &Value::Object(value)),
                Err(mut findings) => gathering.findings.append(&mut findings),
            }
        }
        let batch = gathering.take();
        gathering.finish(file).map(|()| batch)
    }

    /// Columns with values whose heading leads nowhere, and headings that stand twice.
    fn faulty_headings(&self, head: &SheetRow, rows: &[SheetRow], places: &CellPositions) -> Vec<Finding> {
        let at = |what| Finding { row: head.number, what };
        if places.0.is_empty() {
            return vec![at(FindingKind::NoHeadings)];
        }
        let mut findings = Vec::new();
        let width = rows.iter().chain([head]).map(|row| row.cells.len()).max().unwrap_or(0);
        for place in 0..width {
            let heading = head.cell(place);
            let is_passed_over = heading.starts_with(NOTE) || DERIVED.contains(&heading);
            match self.column_at(heading) {
                Some(column) if places.0.get(&column) != Some(&place) => {
                    findings.push(at(FindingKind::HeadingTwice(heading.to_owned())));
                }
                None if !is_passed_over && rows.iter().any(|row| !row.cell(place).is_empty()) => {
                    findings.push(at(FindingKind::UnknownHeading(heading.to_owned(), self.nearest(heading))));
                }
                _ => {}
            }
        }
        findings
    }

    /// At most three headings that are spelt nearly so.
    fn nearest(&self, heading: &str) -> Vec<String> {
        let wanted = fold(heading);
        let likeness = |column: &Column| strsim::normalized_damerau_levenshtein(&wanted, &fold(&column.heading));
        let mut all: Vec<(f64, &Column)> =
            self.columns.iter().map(|c| (likeness(c), c)).filter(|(l, _)| *l >= 0.5).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        all.into_iter().take(3).map(|(_, column)| column.heading.clone()).collect()
    }

    /// A row as a record: what is known of it, with what the cells say.
    fn record(
        &self,
        row: &SheetRow,
        places: &CellPositions,
        known: Option<&Intervention>,
        codec: Codec<'_>,
    ) -> Result<Map<String, Value>, Vec<Finding>> {
        let mut object = match known.map(serde_json::to_value) {
            Some(Ok(Value::Object(object))) => object,
            _ => Map::new(),
        };
        let mut findings = Vec::new();
        let mut refuse = |what| findings.push(Finding { row: row.number, what });
        for (&column, &place) in &places.0 {
            let column = &self.columns[column];
            let text = restore(row.cell(place));
            if row.broken.contains(&place) {
                refuse(FindingKind::BrokenCell(column.key.clone()));
            } else if text == self.kept() {
                if known.is_none() {
                    refuse(FindingKind::NothingToKeep(column.key.clone()));
                }
            } else {
                let value = (!text.is_empty()).then(|| codec.read(Form::of(column.field.key), column.shape, text));
                set(&mut object, column, value);
            }
        }
        if findings.is_empty() { Ok(object) } else { Err(findings) }
    }
}

/// Puts a value where its column belongs, or takes it away.
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

/// Headings are compared without case, marks, blanks and the sign at the end.
fn heading_key(heading: &str) -> String {
    fold(heading.trim_end_matches([':', '*', ' '])).replace([' ', '\u{a0}'], "")
}

/// Which columns a sheet has, and where they stand.
struct CellPositions(BTreeMap<usize, usize>);

impl CellPositions {
    fn of(table: &Table, head: &SheetRow) -> Self {
        let mut places = BTreeMap::new();
        for (place, heading) in head.cells.iter().enumerate() {
            if let Some(column) = table.column_at(heading) {
                places.entry(column).or_insert(place);
            }
        }
        Self(places)
    }

    /// The id that a row states, or that its name gives.
    fn id(&self, row: &SheetRow) -> Option<InterventionId> {
        let cell = |key: &str| {
            let column = field::fields().position(|field| field.key == key)?;
            let place = self.0.get(&column)?;
            Some(restore(row.cell(*place))).filter(|text| !text.is_empty())
        };
        match cell("id") {
            Some(id) => id.parse().ok(),
            None => slug(cell("name")?)?.parse().ok(),
        }
    }
}
