//! Excel workbooks.
//!
//! A workbook is a ZIP file: a few bytes can unpack to more than the memory of the machine. It is therefore unpacked
//! once with a limit on its real size before it is parsed, and cells are read one by one instead of as the rectangle
//! that they span.

use crate::sheet::{MAX_CELL, MAX_COLUMNS, MAX_ROWS, Sheet, SheetRow, Unreadable};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use catalogue::text::normalize;
use regex::bytes::Regex;
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

/// Maximum size of an unpacked workbook, in bytes (256 MiB): a few hundred thousand records.
const MAX_UNPACKED: usize = 256 << 20;

/// Writes a workbook: records on the first sheet, an explanation of the columns on the second.
pub struct XlsxWriter {
    workbook: Workbook,
    format: Format,
    next_row: u32,
}

/// Index of the sheet with the records.
const RECORDS: usize = 0;

impl XlsxWriter {
    /// Begins a workbook with the headings on a sheet named `sheet`.
    ///
    /// # Errors
    /// When the temporary file of the rows cannot be created, or `sheet` is not a valid name of a sheet.
    pub fn new(sheet: &str, headings: &[&str]) -> Result<Self, std::io::Error> {
        let mut workbook = Workbook::new();
        // Rows are written to a temporary file: the records may not fit in memory.
        let records = workbook.add_worksheet_with_constant_memory().map_err(failed)?;
        lay_out(records, sheet, &headings.iter().map(|_| WIDTH).collect::<Vec<_>>()).map_err(failed)?;
        for (column, heading) in headings.iter().enumerate() {
            records.write_string_with_format(0, at(column), *heading, &heading_format()).map_err(failed)?;
        }
        Ok(Self { workbook, format: text_format(), next_row: 1 })
    }

    /// Writes one record.
    ///
    /// # Errors
    /// When the temporary file fails, or the sheet is full.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<(), std::io::Error> {
        let row = self.next_row;
        let records = self.workbook.worksheet_from_index(RECORDS).map_err(failed)?;
        for (column, cell) in cells.into_iter().enumerate().filter(|(_, cell)| !cell.as_ref().is_empty()) {
            records.write_string_with_format(row, at(column), cell.as_ref(), &self.format).map_err(failed)?;
        }
        self.next_row += 1;
        Ok(())
    }

    /// Adds the sheet that explains the columns, with headings in its first row, and returns the bytes of the workbook.
    ///
    /// # Errors
    /// When the temporary file fails, or `sheet` is not a valid name of a sheet.
    pub fn finish(mut self, sheet: &str, explained: &[Vec<String>]) -> Result<Vec<u8>, std::io::Error> {
        let explaining = self.workbook.add_worksheet();
        lay_out(explaining, sheet, &[24.0, 60.0, 60.0, 40.0, 30.0]).map_err(failed)?;
        for (row, cells) in explained.iter().enumerate() {
            let format = if row == 0 { heading_format() } else { text_format().set_text_wrap() };
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                explaining.write_string_with_format(row as u32, at(column), cell.as_str(), &format).map_err(failed)?;
            }
        }
        self.workbook.save_to_buffer().map_err(failed)
    }
}

/// Width of a column of records, in characters.
const WIDTH: f64 = 28.0;

/// Format of text: Excel keeps `0780`, `2024-09` and `16-24` as typed, and makes no date, number or formula of them.
fn text_format() -> Format {
    Format::new().set_num_format("@").set_align(FormatAlign::Top)
}

fn heading_format() -> Format {
    text_format().set_bold().set_background_color(Color::RGB(0x00E8_EEF4))
}

fn lay_out(sheet: &mut Worksheet, name: &str, widths: &[f64]) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(at(column), *width)?;
        sheet.set_column_format(at(column), &text_format())?;
    }
    Ok(())
}

fn at(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn failed(error: XlsxError) -> std::io::Error {
    std::io::Error::other(error)
}

/// Reads the first sheet of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    read_within(bytes, MAX_UNPACKED)
}

fn read_within(bytes: &[u8], max: usize) -> Result<Sheet, Unreadable> {
    fits(bytes, max)?;
    // Defence in depth: the parser of a library reads untrusted input.
    catch_unwind(AssertUnwindSafe(|| read_first_sheet(bytes, max)))
        .unwrap_or_else(|_| Err(Unreadable::NotAWorkbook("it is damaged".into())))
}

fn not_a_workbook(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::NotAWorkbook(error.to_string())
}

/// The declared number of shared strings. The parser allocates memory for this number.
static DECLARED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"uniqueCount\s*=\s*["']\s*\+?0*(\d+)"#).ok());

/// Unpacks every file of the archive to measure its real size; the sizes that a ZIP file declares may be false.
fn fits(bytes: &[u8], max: usize) -> Result<(), Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(not_a_workbook)?;
    let mut left = max;
    let mut part = Vec::new();
    for i in 0..archive.len() {
        part.clear();
        let file = archive.by_index(i).map_err(not_a_workbook)?;
        file.take(left as u64 + 1).read_to_end(&mut part).map_err(not_a_workbook)?;
        left = left.checked_sub(part.len()).ok_or(Unreadable::TooLarge(max))?;
        for declared in DECLARED.iter().flat_map(|regex| regex.captures_iter(&part)) {
            let digits = std::str::from_utf8(&declared[1]).unwrap_or_default();
            if digits.parse::<usize>().map_or(true, |count| count > part.len()) {
                return Err(Unreadable::NotAWorkbook("it says that it holds more than it does".into()));
            }
        }
    }
    Ok(())
}

fn read_first_sheet(bytes: &[u8], max: usize) -> Result<Sheet, Unreadable> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(not_a_workbook)?;
    let names = workbook.sheet_names();
    let first = names.first().ok_or_else(|| not_a_workbook("it has no sheet"))?;
    let mut cells = workbook.worksheet_cells_reader(first).map_err(not_a_workbook)?;
    // Keyed by row, because a file may contain its cells in any order.
    let mut rows: BTreeMap<u32, SheetRow> = BTreeMap::new();
    // The size is limited again, because a million cells may refer to one long shared string.
    let mut left = max;
    while let Some(cell) = cells.next_cell().map_err(not_a_workbook)? {
        let (row, column) = cell.get_position();
        let column = column as usize;
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Error(_) => None,
            value => Some(text_of(value)).filter(|text| !text.is_empty()),
        };
        if text.is_none() && !matches!(cell.get_value(), DataRef::Error(_)) {
            continue;
        }
        if column >= MAX_COLUMNS {
            return Err(Unreadable::TooWide(MAX_COLUMNS));
        }
        let number = row as usize + 1;
        if number > MAX_ROWS {
            return Err(Unreadable::TooLong(MAX_ROWS));
        }
        let into = rows.entry(row).or_insert_with(|| SheetRow { number, ..SheetRow::default() });
        let size =
            text.as_ref().map_or(0, String::len) + size_of::<String>() * (column + 1).saturating_sub(into.cells.len());
        left = left.checked_sub(size).ok_or(Unreadable::TooLarge(max))?;
        match text {
            None => into.broken.push(column),
            Some(text) => {
                if into.cells.len() <= column {
                    into.cells.resize(column + 1, String::new());
                }
                into.cells[column] = text;
            }
        }
    }
    Ok(Sheet { rows: rows.into_values().collect() })
}

/// The value of a cell as typed text.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            normalize(text).trim().to_owned()
        }
        DataRef::SharedString(text) => normalize(text).trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(date) => date_of(date),
        DataRef::Empty | DataRef::Error(_) => String::new(),
    }
}

/// A date, with its time of day unless that is midnight.
fn date_of(date: &ExcelDateTime) -> String {
    if !date.is_datetime() {
        return date.as_f64().to_string();
    }
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) { day } else { format!("{day} {hour:02}:{minute:02}") }
}

/// Whether a text is short enough for a cell.
pub(super) fn fits_a_cell(text: &str) -> bool {
    text.len() <= MAX_CELL || text.encode_utf16().count() <= MAX_CELL
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    const MAX: usize = 1 << 20;

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for part in 0..5 {
            zip.start_file(format!("xl/{part}.xml"), SimpleFileOptions::default()).unwrap();
            zip.write_all(&vec![b' '; MAX / 4]).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < MAX / 100, "{}", bytes.len());
        assert_eq!(read_within(&bytes, MAX), Err(Unreadable::TooLarge(MAX)));
    }

    #[test]
    fn a_long_text_in_many_cells_is_refused() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in 0..100 {
            sheet.write_string(row, 0, "x".repeat(20_000)).unwrap();
        }
        let bytes = workbook.save_to_buffer().unwrap();
        assert_eq!(read_within(&bytes, MAX), Err(Unreadable::TooLarge(MAX)));
        assert_eq!(read_within(&bytes, 3 * MAX).unwrap().rows.len(), 100);
    }
}
