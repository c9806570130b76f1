//! JSON Lines: one whole record a line.

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

/// Reads JSONL: one record a line, empty lines skipped. Every faulty line is named.
pub fn read_jsonl(file: &str, text: &str, vocabularies: &Vocabularies) -> Result<Batch, Report> {
    JsonlReader::new(text.as_bytes(), vocabularies.clone()).whole(file, &Progress::default())
}

/// A file of JSON Lines that is read in parts, so that memory does not depend on how long it is.
pub struct JsonlReader<R> {
    input: R,
    row: usize,
    gathering: BatchBuilder,
}

impl<R: BufRead> JsonlReader<R> {
    /// Reads from the beginning of `input`.
    pub fn new(input: R, vocabularies: Vocabularies) -> Self {
        Self { input, row: 0, gathering: BatchBuilder::new(vocabularies) }
    }

    /// Everything at once.
    pub fn whole(mut self, file: &str, progress: &Progress) -> Result<Batch, Report> {
        let batch = self.part(usize::MAX, progress).map_err(|e| Unreadable::NotText(e.to_string()));
        self.finish(file)?;
        Ok(batch.map_err(|reason| Report::unreadable(file, reason))?.unwrap_or_default())
    }

    /// The records of the next `most` lines that hold any; `None` at the end. Faulty lines are passed over
    /// and kept for [`Self::finish`]. Counts the bytes that were read.
    pub fn part(&mut self, most: usize, progress: &Progress) -> std::io::Result<Option<Batch>> {
        let mut line = Vec::new();
        let mut lines = 0;
        while lines < most {
            line.clear();
            let read = self.input.read_until(b'\n', &mut line)?;
            if read == 0 {
                break;
            }
            progress.add(read);
            self.row += 1;
            lines += usize::from(self.read(&line));
        }
        Ok((lines > 0).then(|| self.gathering.take()))
    }

    /// Whether a line so far was faulty.
    pub fn is_faulty(&self) -> bool {
        !self.gathering.findings.is_empty()
    }

    /// Every fault of what was read.
    pub fn finish(self, file: &str) -> Result<(), Report> {
        self.gathering.finish(file)
    }

    /// Whether the line holds anything.
    fn read(&mut self, line: &[u8]) -> bool {
        let what = match std::str::from_utf8(line) {
            Err(e) => FindingKind::Unreadable(Unreadable::NotText(e.to_string())),
            Ok(text) => {
                let text = if self.row == 1 { text.trim_start_matches('\u{feff}') } else { text };
                if text.trim().is_empty() {
                    return false;
                }
                match serde_json::from_str::<Value>(text) {
                    Ok(value) => {
                        self.gathering.add(self.row, &value);
                        return true;
                    }
                    Err(e) => FindingKind::NotJson(e.to_string()),
                }
            }
        };
        self.gathering.findings.push(Finding { row: self.row, what });
        true
    }
}

/// One record as a line of an export: as [`to_line`], with the names and types of its organisations, so
/// that it can be brought in where they are not known yet.
pub fn to_named_line(record: &Intervention, vocabularies: &Vocabularies) -> Result<String, serde_json::Error> {
    let mut value = serde_json::to_value(record)?;
    if let Some(organizations) = value.get_mut("organizations") {
        *organizations = serde_json::to_value(vocabularies.participants(record))?;
    }
    serde_json::to_string(&value)
}

/// Records read one after the other: each id once, and organisations that one brought along are
/// known to the next.
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

    /// The vocabularies, with the organisations that came along so far.
    pub(super) fn vocabularies(&self) -> &Vocabularies {
        &self.known
    }

    pub(super) fn add(&mut self, row: usize, value: &Value) {
        match validate::record(value, &self.known) {
            Err(faults) => {
                self.findings.extend(faults.into_iter().map(|f| Finding { row, what: FindingKind::Fault(f) }))
            }
            Ok(valid) => {
                if !self.ids.insert(valid.record.id.clone()) {
                    self.findings.push(Finding { row, what: FindingKind::Twice(valid.record.id.clone()) });
                }
                self.known.add_organizations(&valid.new_organizations);
                self.batch.organizations.extend(valid.new_organizations);
                self.batch.records.push(valid.record);
                self.batch.rows.push(row);
            }
        }
    }

    /// What was gathered since the last time.
    pub(super) fn take(&mut self) -> Batch {
        std::mem::take(&mut self.batch)
    }

    /// Every fault.
    pub(super) fn finish(self, file: &str) -> Result<(), Report> {
        if self.findings.is_empty() {
            return Ok(());
        }
        Err(Report { file: file.to_owned(), findings: self.findings })
    }
}
