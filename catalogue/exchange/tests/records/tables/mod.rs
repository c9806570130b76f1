//! Records as tables and back, without loss in any format; findings have row and column.

mod files;
mod identity;
mod reading;
mod spreadsheets;
mod text_form;

use super::VOCABULARIES;
use catalogue::Batch;
use catalogue::progress::Progress;
use catalogue::{Intervention, InterventionId};
use catalogue_exchange::{CsvWriter, Format, Report, Table, TableWord, XlsxWriter};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The table with the words of the Swedish pages.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales/sv.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    let words: BTreeMap<String, String> = text
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, word)| (key.to_owned(), word.to_owned()))
        .collect();
    Table::new(|word| {
        let key = match word {
            TableWord::Field(key) => format!("field-{key}"),
            TableWord::Member(key) => format!("member-{key}"),
            TableWord::Value(value) => format!("value-{value}"),
            TableWord::Language(code) => format!("language-{code}"),
        };
        words.get(&key).cloned()
    })
});

type Current = BTreeMap<InterventionId, Intervention>;

fn nothing() -> Current {
    Current::new()
}

fn current(records: &[Intervention]) -> Current {
    records.iter().map(|record| (record.id.clone(), record.clone())).collect()
}

/// Records as a file.
fn export(format: Format, records: &[Intervention]) -> Vec<u8> {
    let rows = records.iter().map(|record| TABLE.row(record, &VOCABULARIES).unwrap());
    if format == Format::Csv {
        let mut out = CsvWriter::new(Vec::new()).unwrap();
        out.row(TABLE.headings()).unwrap();
        rows.for_each(|row| out.row(row).unwrap());
        return out.finish().unwrap();
    }
    let headings: Vec<&str> = TABLE.headings().collect();
    let mut out = XlsxWriter::new("Insatser", &headings).unwrap();
    rows.for_each(|row| out.row(row).unwrap());
    out.finish("Förklaringar", &[vec!["Kolumn".to_owned()]]).unwrap()
}

fn import(format: Format, bytes: &[u8], current: &Current) -> Result<Batch, Report> {
    let sheet = TABLE.open(format, bytes).unwrap_or_else(|e| panic!("{e}"));
    TABLE.read("fil", &sheet, &|id| current.get(id), VOCABULARIES.clone(), &Progress::default())
}

/// Reads lines of a table with `;`.
fn lines(lines: &[&str], current: &Current) -> Result<Batch, Report> {
    import(Format::Csv, lines.join("\r\n").as_bytes(), current)
}

/// The one record of a table with one row.
#[track_caller]
fn one(head: &str, row: &str) -> serde_json::Value {
    let batch = lines(&[head, row], &nothing()).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(batch.records.len(), 1);
    serde_json::to_value(&batch.records[0]).unwrap()
}
