//! Records in and out: whole catalogue folders, JSONL, and tables (CSV, XLSX).
//!
//! - [`table`]: the registry as columns; a record as a row of texts, and back.
//! - `csv`, `xlsx`: such rows as files, and files as [`Sheet`]s, however they were saved.
//! - `jsonl`: one record a line.
//! - [`report`]: what is wrong with a file, row by row.
//!
//! No text that users read stands here: a [`Table`] is made with the words of its caller.

mod csv;
pub mod folder;
mod jsonl;
pub mod map_shapes;
pub mod report;
mod sheet;
pub mod table;
mod xlsx;

pub use csv::CsvWriter;
pub use jsonl::{JsonlReader, read_jsonl, to_named_line};
pub use report::{Finding, FindingKind, Report, Severity, warnings};
pub use sheet::{Sheet, SheetRow, Unreadable};
pub use table::{Column, Table, Word};
pub use xlsx::XlsxWriter;

use crate::folder::{FileFault, Origin};
use catalogue::Batch;

/// Reads a catalogue folder or the shipped catalogue.
pub fn read_catalogue(origin: &Origin) -> Result<Batch, Vec<FileFault>> {
    let catalogue = folder::read(origin)?;
    let mut batch = Batch { vocabularies: Some(catalogue.vocabularies), ..Batch::default() };
    for file in catalogue.records {
        batch.push(file.valid);
    }
    Ok(batch)
}

/// What records are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// One JSON array.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// A table, as Excel in Sweden opens it: UTF-8 with a byte order mark, semicolons, CRLF.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 4] = [Format::Json, Format::Jsonl, Format::Csv, Format::Xlsx];

    /// Its name in addresses, and the ending of its files.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }

    /// The format of a name, whatever its case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Its media type, with the charset where it has one.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Jsonl => "application/x-ndjson",
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The format of a media type, parameters and case left aside; JSON Lines goes by several names.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        let essence = |text: &str| text.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        match essence(media_type).as_str() {
            "application/jsonl" | "application/ndjson" | "application/json-lines" => Some(Format::Jsonl),
            other => Self::ALL.into_iter().find(|format| essence(format.media_type()) == other),
        }
    }
}
