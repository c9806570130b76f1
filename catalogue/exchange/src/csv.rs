//! CSV: written for Excel with Swedish settings, read in every variant that Excel and LibreOffice save.

use crate::sheet::{MAX_COLUMNS, MAX_ROWS, Sheet, SheetRow, Unreadable};
use catalogue::text::normalize;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;
use std::io::Write;

/// Writes rows as CSV: UTF-8 with a byte order mark, `;`, CRLF. Excel with Swedish settings reads a file without a
/// byte order mark as Windows-1252, and a file with `,` as one column.
pub struct CsvWriter<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a file and writes the byte order mark.
    ///
    /// # Errors
    /// When `out` fails.
    pub fn new(mut out: W) -> std::io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        Ok(Self::resume(out))
    }

    /// Continues a file that another writer began.
    pub fn resume(out: W) -> Self {
        let out = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(out);
        Self { out }
    }

    /// Writes one row.
    ///
    /// # Errors
    /// When the output fails.
    pub fn row<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) -> std::io::Result<()> {
        Ok(self.out.write_record(cells)?)
    }

    /// Flushes the file and returns the output.
    ///
    /// # Errors
    /// When the output fails.
    pub fn finish(self) -> std::io::Result<W> {
        self.out.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// Reads a table. `count_headings` counts the known headings among cells. The separator is the one that yields the
/// most known headings in the first row.
pub(super) fn read(bytes: &[u8], count_headings: &dyn Fn(&[String]) -> usize) -> Result<Sheet, Unreadable> {
    let text = decode(bytes);
    let (text, declared) = separator_line(&text);
    let separator = declared.unwrap_or_else(|| {
        let headings =
            |separator: u8| rows(text, separator).next().and_then(Result::ok).map_or(0, |r| count_headings(&r.cells));
        // `max_by_key` returns the last maximum: the semicolon when no heading is known.
        *[b'\t', b',', b';'].iter().max_by_key(|s| headings(**s)).unwrap_or(&b';')
    });
    let first = if declared.is_some() { 2 } else { 1 };
    let mut sheet = Sheet::default();
    for row in rows(text, separator) {
        let mut row = row?;
        row.number += first - 1;
        if row.cells.len() > MAX_COLUMNS && row.cells[MAX_COLUMNS..].iter().any(|c| !c.is_empty()) {
            return Err(Unreadable::TooWide(MAX_COLUMNS));
        }
        if sheet.rows.len() == MAX_ROWS {
            return Err(Unreadable::TooLong(MAX_ROWS));
        }
        sheet.rows.push(row);
    }
    Ok(sheet)
}

/// Decodes a text by its byte order mark; without one, as UTF-16, UTF-8 or Windows-1252.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => match bytes.get(..2) {
            // The first letter of a heading is ASCII, so that one of its two bytes is zero.
            Some([0, low]) if *low != 0 => UTF_16BE,
            Some([low, 0]) if *low != 0 => UTF_16LE,
            _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
            _ => WINDOWS_1252,
        },
    };
    encoding.decode(bytes).0
}

/// Splits off a first line that declares the separator for Excel (`sep=;`).
fn separator_line(text: &str) -> (&str, Option<u8>) {
    let Some((first, rest)) = text.split_once('\n') else { return (text, None) };
    let declared = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=");
    match declared.map(str::as_bytes) {
        Some([separator]) if separator.is_ascii() => (rest, Some(*separator)),
        _ => (text, None),
    }
}

/// The rows that are not empty, numbered as in a spreadsheet: by row, not by line, and empty rows count.
fn rows(text: &str, separator: u8) -> impl Iterator<Item = Result<SheetRow, Unreadable>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    std::iter::from_fn(move || {
        loop {
            // The reader skips empty lines, but a spreadsheet counts them.
            number += blank_lines(text.as_bytes(), usize::try_from(reader.position().byte()).unwrap_or(usize::MAX));
            match reader.read_record(&mut record) {
                Err(e) => return Some(Err(Unreadable::NotText(e.to_string()))),
                Ok(false) => return None,
                Ok(true) => number += 1,
            }
            let cells: Vec<String> = record.iter().map(|cell| normalize(cell).trim().to_owned()).collect();
            let row = SheetRow { number, broken: broken(&cells), cells };
            if !row.is_empty() {
                return Some(Ok(row));
            }
        }
    })
}

/// Number of consecutive empty lines at the byte offset `from`.
fn blank_lines(text: &[u8], from: usize) -> usize {
    let (read, ahead) = text.split_at(from.min(text.len()));
    // The reader stops after `\r`; a `\n` that follows belongs to the same line end.
    let mut last = read.last().copied();
    let mut lines = 0;
    for end in ahead.iter().take_while(|b| matches!(b, b'\r' | b'\n')) {
        lines += usize::from(!(*end == b'\n' && last == Some(b'\r')));
        last = Some(*end);
    }
    lines
}

/// Positions of cells with a spreadsheet error such as `#REF!`, in Swedish or English.
fn broken(cells: &[String]) -> Vec<usize> {
    const ERRORS: [&str; 12] = [
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#N/A",
        "#REFERENS!",
        "#VÄRDEFEL!",
        "#NAMN?",
        "#DIVISION/0!",
        "#SAKNAS!",
    ];
    let is_error = |cell: &String| ERRORS.contains(&cell.as_str()) || cell.starts_with("Err:5");
    (0..cells.len()).filter(|i| is_error(&cells[*i])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<(usize, Vec<String>)> {
        rows(text, b';').map(|r| r.unwrap()).map(|r| (r.number, r.cells)).collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        for end in ["\n", "\r\n"] {
            let text = ["a;b", "", "1;\"x\ny\"", ";", "", "", "2;3"].join(end);
            let found: Vec<usize> = numbers(&text).iter().map(|(n, _)| *n).collect();
            assert_eq!(found, [1, 3, 7], "{end:?}");
        }
        assert_eq!(numbers("\n\na\nb").iter().map(|(n, _)| *n).collect::<Vec<_>>(), [3, 4]);
        assert!(numbers("").is_empty() && numbers("\n;;\n").is_empty());
    }

    #[test]
    fn the_separator_and_the_encoding_are_found() {
        let known = |cells: &[String]| cells.iter().filter(|c| ["Namn", "Ålder"].contains(&c.as_str())).count();
        for text in [
            "Namn;Ålder\r\nA;1,5\r\n",
            "Namn,Ålder\nA,\"1,5\"\n",
            "Namn\tÅlder\nA\t1,5\n",
            "sep=;\r\nNamn;Ålder\r\nA;1,5",
        ] {
            let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let utf16be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let marked = [&[0xff, 0xfe][..], &utf16].concat();
            let windows = WINDOWS_1252.encode(text).0.into_owned();
            for bytes in
                [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), utf16, utf16be, marked, windows]
            {
                let sheet = read(&bytes, &known).unwrap();
                assert_eq!(sheet.rows[0].cells, ["Namn", "Ålder"], "{text:?}");
                assert_eq!(sheet.rows[1].cells, ["A", "1,5"], "{text:?}");
            }
        }
    }
}
