//! Exports records in batches, in any format.

use super::{TABLE, guide};
use crate::i18n::{Lang, Texts};
use catalogue::{Intervention, Vocabularies};
use catalogue_exchange::{CsvWriter, Format, XlsxWriter, to_named_line};
use std::io;

/// A file that is written in batches. Memory does not grow with the number of records: a workbook is written to a
/// temporary file until it is finished, every other format is returned batch by batch.
pub enum Export {
    /// A JSON array; `true` when it has a record.
    Json(bool),
    /// JSON Lines.
    Jsonl,
    /// A CSV table; `true` when its headings are written.
    Csv(bool),
    /// A workbook.
    Xlsx(Box<XlsxWriter>),
}

impl Export {
    /// Starts a file.
    ///
    /// # Errors
    /// When the temporary file of a workbook cannot be created.
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

    /// Adds records and returns the next bytes of the file.
    ///
    /// # Errors
    /// When the temporary file of a workbook cannot be written.
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

    /// Finishes the file and returns its last bytes.
    ///
    /// # Errors
    /// When the temporary file of a workbook cannot be read or written.
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

/// A writer for the next rows of a table. Writes the headings when they are not written yet.
fn csv(begun: &mut bool) -> io::Result<CsvWriter<Vec<u8>>> {
    if *begun {
        return Ok(CsvWriter::resume(Vec::new()));
    }
    *begun = true;
    let mut table = CsvWriter::new(Vec::new())?;
    table.row(TABLE.headings())?;
    Ok(table)
}
