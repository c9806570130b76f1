//! JSON Lines: one whole record a line.

use super::Batch;
use super::report::{Finding, Report, What};
use crate::model::Intervention;
use crate::validate;
use crate::vocabulary::Vocabularies;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Reads JSONL: one record a line, empty lines skipped. Every faulty line is named.
pub fn read_jsonl(file: &str, text: &str, vocabularies: &Vocabularies) -> Result<Batch, Report> {
    let mut gathering = Gathering::new(vocabularies);
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Value>(line) {
            Ok(value) => gathering.add(i + 1, &value),
            Err(e) => gathering.findings.push(Finding { row: i + 1, what: What::NotJson(e.to_string()) }),
        }
    }
    gathering.finish(file)
}

/// One record as a line of JSONL, without line end.
pub fn to_line(record: &Intervention) -> Result<String, serde_json::Error> {
    serde_json::to_string(record)
}

/// Records read one after the other: each id once, and organisations that one brought along are
/// known to the next.
pub(super) struct Gathering<'a> {
    batch: Batch,
    pub(super) findings: Vec<Finding>,
    ids: BTreeSet<crate::InterventionId>,
    known: Cow<'a, Vocabularies>,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(vocabularies: &'a Vocabularies) -> Self {
        Self { batch: Batch::default(), findings: Vec::new(), ids: BTreeSet::new(), known: Cow::Borrowed(vocabularies) }
    }

    /// The vocabularies, with the organisations that came along so far.
    pub(super) fn vocabularies(&self) -> &Vocabularies {
        &self.known
    }

    pub(super) fn add(&mut self, row: usize, value: &Value) {
        match validate::record(value, &self.known) {
            Err(faults) => self.findings.extend(faults.into_iter().map(|f| Finding { row, what: What::Fault(f) })),
            Ok(valid) => {
                if !self.ids.insert(valid.record.id.clone()) {
                    self.findings.push(Finding { row, what: What::Twice(valid.record.id.clone()) });
                }
                if !valid.new_organizations.is_empty() {
                    self.known = Cow::Owned(self.known.with_organizations(&valid.new_organizations));
                    self.batch.organizations.extend(valid.new_organizations);
                }
                self.batch.records.push(valid.record);
                self.batch.rows.push(row);
            }
        }
    }

    pub(super) fn finish(self, file: &str) -> Result<Batch, Report> {
        if self.findings.is_empty() {
            return Ok(self.batch);
        }
        Err(Report { file: file.to_owned(), findings: self.findings })
    }
}
