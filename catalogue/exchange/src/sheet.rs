//! A table as read from a file, before its headings are interpreted.

/// The rows of a table that are not empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows in the order of the file, the headings first.
    pub rows: Vec<SheetRow>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number in the spreadsheet, from 1.
    pub number: usize,
    /// Its cells from the first column on, trimmed; empty cells at the end may be missing.
    pub cells: Vec<String>,
    /// Positions of cells with an error of the spreadsheet, such as `#REF!`.
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

/// The error for a file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The bytes are no workbook; the reason.
    #[error("not a workbook (XLSX): {0}")]
    NotAWorkbook(String),
    /// The bytes are no text in the format; the reason.
    #[error("not readable as text: {0}")]
    NotText(String),
    /// The unpacked file is larger than this limit, in bytes.
    #[error("unpacked the file is larger than {0} bytes")]
    TooLarge(usize),
    /// It has more columns than this limit.
    #[error("more than {0} columns")]
    TooWide(usize),
    /// It has more rows than this limit.
    #[error("more than {0} rows")]
    TooLong(usize),
}

/// Most columns of a file. The registry has about fifty, and files may have notes of their own.
pub(super) const MAX_COLUMNS: usize = 500;
/// Most rows of a file: the limit of a spreadsheet.
pub(super) const MAX_ROWS: usize = 1_048_576;
/// Longest text of a cell, in UTF-16 code units. Excel truncates longer texts.
pub(super) const MAX_CELL: usize = 32_767;
