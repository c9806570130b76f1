//! A table as read from a file, before its headings are interpreted.

/// The rows of a table that are not empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows in the order of the file, the headings first.
    pub rows: Vec<SheetRow>,
}

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number in the spreadsheet, from 1.
    pub number: usize,
    /// Its cells from the first column on, trimmed; empty cells at the end may be missing.
    pub cells: Vec<String>,
    /// Positions, from 0, of cells with a spreadsheet error such as `#REF!`.
    pub broken: Vec<usize>,
}

impl SheetRow {
    /// The text of the cell at `column`, from 0; empty beyond the last cell.
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
    /// The bytes are not an XLSX workbook; with the reason.
    #[error("not a workbook (XLSX): {0}")]
    NotAWorkbook(String),
    /// The bytes are not text in the format; with the reason.
    #[error("not readable as text: {0}")]
    NotText(String),
    /// The unpacked file is larger than this limit, in bytes.
    #[error("unpacked the file is larger than {0} bytes")]
    TooLarge(usize),
    /// The table has more columns than this limit.
    #[error("more than {0} columns")]
    TooWide(usize),
    /// The table has more rows than this limit.
    #[error("more than {0} rows")]
    TooLong(usize),
}

/// Maximum number of columns in a file. The registry defines about fifty; a file may have further columns of notes.
pub(super) const MAX_COLUMNS: usize = 500;
/// Maximum number of rows in a file: the limit of Excel.
pub(super) const MAX_ROWS: usize = 1_048_576;
/// Maximum length of the text of a cell, in UTF-16 code units. Excel truncates longer texts.
pub(super) const MAX_CELL: usize = 32_767;
