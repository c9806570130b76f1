//! Records out, a few at a time, in any format.

use super::{TABLE, guide};
use crate::i18n::{Lang, Texts};
use catalogue::{Intervention, Vocabularies};
use catalogue_exchange::{CsvWriter, Format, XlsxWriter, to_named_line};
use std::io;

/// A file that is being written. All but a workbook come out as they go in, so that memory does not
/// depend on how many records there are; a workbook waits on disk for its end.
pub enum Export {
    /// A JSON array; whether it has a record yet.
    Json(bool),
    /// JSON Lines.
    Jsonl,
    /// A table; whether its headings are written yet.
    Csv(bool),
    /// A workbook.
    Xlsx(Box<XlsxWriter>),
}

impl Export {
    /// Begins a file.
    pub fn new(format: Format, texts: &Texts) -> io::Result<Self> {
        Ok(match format {
            Format::Json => Export::Json(false),
            Format::Jsonl => Export::Jsonl,
            Format::Csv => Export::Csv(false),
            Format::Xlsx => {
                let headings: Vec<&str> = TABLE.headings().collect();
                Export::Xlsx(Box::new(XlsxWriter::new(&texts.get(Lang::SWEDISH, "sheet-records", &[]), &headings)?))
            }
        })
    }

    /// Adds records, and gives back what is to be written of the file now.
    pub fn add<'r>(
        &mut self,
        records: impl IntoIterator<Item = &'r Intervention>,
        vocabularies: &Vocabularies,
    ) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        match self {
            Export::Json(begun) => {
                for record in records {
                    out.extend_from_slice(if *begun { b",\n" } else { b"[" });
                    *begun = true;
                    out.extend_from_slice(to_named_line(record, vocabularies)?.as_bytes());
                }
            }
            Export::Jsonl => {
                for record in records {
                    out.extend_from_slice(to_named_line(record, vocabularies)?.as_bytes());
                    out.push(b'\n');
                }
            }
            Export::Csv(begun) => {
                let mut table = csv(begun)?;
                for record in records {
                    table.row(TABLE.row(record, vocabularies)?)?;
                }
                out = table.finish()?;
            }
            Export::Xlsx(workbook) => {
                for record in records {
                    workbook.row(TABLE.row(record, vocabularies)?)?;
                }
            }
        }
        Ok(out)
    }

    /// Ends the file, and gives back the rest of it.
    pub fn finish(self, texts: &Texts, vocabularies: &Vocabularies) -> io::Result<Vec<u8>> {
        match self {
            Export::Json(begun) => Ok(if begun { b"]\n".to_vec() } else { b"[]\n".to_vec() }),
            Export::Jsonl => Ok(Vec::new()),
            Export::Csv(mut begun) => csv(&mut begun)?.finish(),
            Export::Xlsx(workbook) => {
                workbook.finish(&texts.get(Lang::SWEDISH, "sheet-guide", &[]), &guide::rows(texts, vocabularies))
            }
        }
    }
}

/// A writer that begins the table when that is still to be done.
fn csv(begun: &mut bool) -> io::Result<CsvWriter<Vec<u8>>> {
    if *begun {
        return Ok(CsvWriter::continued(Vec::new()));
    }
    *begun = true;
    let mut table = CsvWriter::new(Vec::new())?;
    table.row(TABLE.headings())?;
    Ok(table)
}
