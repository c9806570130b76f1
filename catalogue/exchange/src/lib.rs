#![warn(clippy::missing_errors_doc)]
//! Import and export of records: catalogue folders, JSON Lines, and tables (CSV, XLSX).
//!
//! - [`folder`]: the files of a catalogue, and their check. [`map_shapes`]: outlines of municipalities and counties.
//! - [`table`]: the columns of the registry; writes a record as a row of texts and reads it back.
//! - `csv`, `xlsx`: write rows as files, and read files as [`Sheet`]s.
//! - `jsonl`: JSON Lines, one record per line.
//! - [`report`]: the findings of a file, row by row.
//!
//! The crate has no localised text: the caller creates a [`Table`] with the words of a language.

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
pub use table::{Column, Table, TableWord};
pub use xlsx::XlsxWriter;

use crate::folder::{FileFault, Origin};
use catalogue::Batch;

/// Reads a catalogue folder or the shipped catalogue.
///
/// ```
/// use catalogue_exchange::folder::Origin;
///
/// let batch = catalogue_exchange::read_catalogue(&Origin::Shipped).expect("the shipped catalogue has no fault");
/// assert!(batch.vocabularies.is_some() && !batch.records.is_empty());
/// ```
///
/// # Errors
/// Every fault of the files, ascending by file and line.
pub fn read_catalogue(origin: &Origin) -> Result<Batch, Vec<FileFault>> {
    let catalogue = folder::read(origin)?;
    let mut batch = Batch { vocabularies: Some(catalogue.vocabularies), ..Batch::default() };
    for file in catalogue.records {
        batch.push(file.valid);
    }
    Ok(batch)
}

/// A file format of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// One JSON array.
    Json,
    /// One JSON object per line.
    Jsonl,
    /// CSV for Excel with Swedish settings: UTF-8 with a byte order mark, semicolons, CRLF.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 4] = [Format::Json, Format::Jsonl, Format::Csv, Format::Xlsx];

    /// Its name in URLs, and the extension of its files.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }

    /// The format with a name, ignoring case; `None` for an unknown name.
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

    /// The format with a media type, ignoring case and parameters; `None` for an unknown one. JSON Lines has several.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        let essence = |text: &str| text.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        match essence(media_type).as_str() {
            "application/jsonl" | "application/ndjson" | "application/json-lines" => Some(Format::Jsonl),
            other => Self::ALL.into_iter().find(|format| essence(format.media_type()) == other),
        }
    }
}
