//! JSON Lines: one record per line.

use crate::report::{Finding, FindingKind, Report};
use crate::sheet::Unreadable;
use catalogue::Batch;
use catalogue::progress::Progress;
use catalogue::record::Intervention;
use catalogue::validate;
use catalogue::vocabulary::Vocabularies;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::BufRead;

/// Reads JSON Lines. Empty lines are skipped.
///
/// # Errors
/// The findings of every faulty line.
pub fn read_jsonl(file: &str, text: &str, vocabularies: &Vocabularies) -> Result<Batch, Report> {
    JsonlReader::new(text.as_bytes(), vocabularies.clone()).read_all(file, &Progress::default())
}

/// Reads a file of JSON Lines in parts, so that memory does not grow with the file.
///
/// ```
/// use catalogue::{Vocabularies, progress::Progress};
/// use catalogue_exchange::JsonlReader;
/// use std::collections::BTreeMap;
///
/// let vocabularies = Vocabularies::new(BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
/// let mut reader = JsonlReader::new(&b"{\"name\": \"A\"}\n\n{\"name\": 1}\n"[..], vocabularies);
/// let part = reader.read_part(100, &Progress::default()).expect("memory can be read").expect("two lines");
/// assert_eq!((part.records.len(), part.rows[0]), (1, 1));
/// assert!(reader.is_faulty());
/// assert_eq!(reader.finish("a.jsonl").unwrap_err().findings[0].row, 3);
/// ```
pub struct JsonlReader<R> {
    input: R,
    row: usize,
    builder: BatchBuilder,
}

impl<R: BufRead> JsonlReader<R> {
    /// Reads from the beginning of `input`.
    pub fn new(input: R, vocabularies: Vocabularies) -> Self {
        Self { input, row: 0, builder: BatchBuilder::new(vocabularies) }
    }

    /// Reads the whole file.
    ///
    /// # Errors
    /// The findings of every faulty line, or why the file cannot be read to its end.
    pub fn read_all(mut self, file: &str, progress: &Progress) -> Result<Batch, Report> {
        let batch = self.read_part(usize::MAX, progress).map_err(|e| Unreadable::NotText(e.to_string()));
        self.finish(file)?;
        Ok(batch.map_err(|reason| Report::unreadable(file, reason))?.unwrap_or_default())
    }

    /// Reads the records of at most `max_lines` lines that are not empty; `None` at the end. Faulty lines are left out
    /// and reported by [`Self::finish`]. `progress` counts the bytes.
    ///
    /// # Errors
    /// When the input fails.
    pub fn read_part(&mut self, max_lines: usize, progress: &Progress) -> std::io::Result<Option<Batch>> {
        let mut line = Vec::new();
        let mut lines = 0;
        while lines < max_lines {
            line.clear();
            let read = self.input.read_until(b'\n', &mut line)?;
            if read == 0 {
                break;
            }
            progress.add(read);
            self.row += 1;
            lines += usize::from(self.read_line(&line));
        }
        Ok((lines > 0).then(|| self.builder.take()))
    }

    /// Whether a line that has been read was faulty.
    pub fn is_faulty(&self) -> bool {
        !self.builder.findings.is_empty()
    }

    /// Ends the reading and reports the faulty lines.
    ///
    /// # Errors
    /// The findings of every line that has been read, if there are any.
    pub fn finish(self, file: &str) -> Result<(), Report> {
        self.builder.finish(file)
    }

    /// Reads one line; `false` when it is empty.
    fn read_line(&mut self, line: &[u8]) -> bool {
        let kind = match std::str::from_utf8(line) {
            Err(e) => FindingKind::Unreadable(Unreadable::NotText(e.to_string())),
            Ok(text) => {
                let text = if self.row == 1 { text.trim_start_matches('\u{feff}') } else { text };
                if text.trim().is_empty() {
                    return false;
                }
                match serde_json::from_str::<Value>(text) {
                    Ok(mut value) => {
                        resolve_coverage(&mut value, self.builder.vocabularies());
                        self.builder.add(self.row, &value);
                        return true;
                    }
                    Err(e) => FindingKind::NotJson(e.to_string()),
                }
            }
        };
        self.builder.findings.push(Finding { row: self.row, kind });
        true
    }
}

/// Replaces the names of places in the coverage of a record by their codes. A text that names no place is kept, and the
/// validation of the record reports it.
fn resolve_coverage(record: &mut Value, vocabularies: &Vocabularies) {
    let Some(coverage) = record.get_mut("coverage").and_then(Value::as_array_mut) else { return };
    let codes = |item: &Value| {
        let is_code = |text: &&str| text.bytes().all(|b| b.is_ascii_digit());
        let text = item.as_str().filter(|text| !is_code(text))?;
        let codes = vocabularies.places().coverage_codes(text)?;
        Some(codes.into_iter().map(Value::from).collect::<Vec<_>>())
    };
    *coverage = coverage.drain(..).flat_map(|item| codes(&item).unwrap_or_else(|| vec![item])).collect();
}

/// A record as a line of an export: as [`catalogue::to_json_line`], with names and types of its organisations, so that
/// a catalogue that lacks them can import it.
///
/// # Errors
/// Never for records that [`validate::record`] has accepted.
pub fn to_named_line(record: &Intervention, vocabularies: &Vocabularies) -> Result<String, serde_json::Error> {
    let mut value = serde_json::to_value(record)?;
    if let Some(organizations) = value.get_mut("organizations") {
        *organizations = serde_json::to_value(vocabularies.participants(record))?;
    }
    serde_json::to_string(&value)
}

/// Builds a batch from the records of one file. Each id may occur once. Organisations that a record defines inline are
/// known to the records after it.
pub(super) struct BatchBuilder {
    batch: Batch,
    pub(super) findings: Vec<Finding>,
    ids: BTreeSet<catalogue::InterventionId>,
    known: Vocabularies,
}

impl BatchBuilder {
    pub(super) fn new(vocabularies: Vocabularies) -> Self {
        Self { batch: Batch::default(), findings: Vec::new(), ids: BTreeSet::new(), known: vocabularies }
    }

    /// The vocabularies, with the organisations that records have defined inline.
    pub(super) fn vocabularies(&self) -> &Vocabularies {
        &self.known
    }

    pub(super) fn add(&mut self, row: usize, value: &Value) {
        match validate::record(value, &self.known) {
            Err(faults) => {
                self.findings.extend(faults.into_iter().map(|f| Finding { row, kind: FindingKind::Fault(f) }));
            }
            Ok(valid) => {
                if !self.ids.insert(valid.record.id.clone()) {
                    self.findings.push(Finding { row, kind: FindingKind::DuplicateId(valid.record.id.clone()) });
                }
                self.known.add_organizations(&valid.new_organizations);
                self.batch.organizations.extend(valid.new_organizations);
                self.batch.records.push(valid.record);
                self.batch.rows.push(row);
            }
        }
    }

    /// Takes the records that were added since the last call.
    pub(super) fn take(&mut self) -> Batch {
        std::mem::take(&mut self.batch)
    }

    /// # Errors
    /// Every finding.
    pub(super) fn finish(self, file: &str) -> Result<(), Report> {
        if self.findings.is_empty() {
            return Ok(());
        }
        Err(Report { file: file.to_owned(), findings: self.findings })
    }
}
