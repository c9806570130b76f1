//! A table as it stands in a file, before its headings are understood.

/// The rows of a table that hold anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// In the order of the file, the headings first.
    pub rows: Vec<SheetRow>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number as a spreadsheet counts, from 1.
    pub number: usize,
    /// Its cells from the first column on, trimmed; those at the end that are empty may be missing.
    pub cells: Vec<String>,
    /// Which cells hold an error of the spreadsheet, such as `#REF!`.
    pub broken: Vec<usize>,
}

impl SheetRow {
    /// The text of a cell; empty beyond the end.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.broken.is_empty() && self.cells.iter().all(String::is_empty)
    }
}

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The bytes are no workbook; why.
    #[error("not a workbook (XLSX): {0}")]
    NotAWorkbook(String),
    /// The bytes are no text in the form; why.
    #[error("not readable as text: {0}")]
    NotText(String),
    /// Unpacked it is larger than so many bytes.
    #[error("unpacked the file is larger than {0} bytes")]
    TooLarge(usize),
    /// It has more columns than so many.
    #[error("more than {0} columns")]
    TooWide(usize),
    /// It has more rows than so many.
    #[error("more than {0} rows")]
    TooLong(usize),
}

/// Most columns that are read: the registry has some fifty, and people add some of their own.
pub(super) const MAX_COLUMNS: usize = 500;
/// Most rows that are read: as many as a spreadsheet holds.
pub(super) const MAX_ROWS: usize = 1_048_576;
/// Longest text of a cell, in UTF-16 units: Excel takes no more, and cuts off the rest.
pub(super) const MAX_CELL: usize = 32_767;
