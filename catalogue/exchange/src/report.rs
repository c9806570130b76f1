//! Findings in an imported file, row by row, as types. The caller translates them; [`std::fmt::Display`] writes English
//! for logs and tests.

use crate::sheet::Unreadable;
use catalogue::Batch;
use catalogue::InterventionId;
use catalogue::MissingReference;
use catalogue::record::State;
use catalogue::validate::{self, Fault};

/// Every finding of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Name of the file, given by the caller.
    pub file: String,
    /// The findings, in the order of the file.
    pub findings: Vec<Finding>,
}

impl Report {
    /// The report of a file that cannot be read.
    pub fn unreadable(file: &str, reason: Unreadable) -> Self {
        Self { file: file.to_owned(), findings: vec![Finding { row: 1, kind: FindingKind::Unreadable(reason) }] }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The row number in a spreadsheet, or the line number in a JSONL file; from 1.
    pub row: usize,
    /// Its kind.
    pub kind: FindingKind,
}

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file cannot be imported.
    Error,
    /// The file can be imported, but a record should be completed.
    Warning,
}

impl Severity {
    /// Its name in responses.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// The kind of a finding.
#[derive(Debug, Clone, PartialEq)]
pub enum FindingKind {
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// A line is not JSON; the error of the parser.
    NotJson(String),
    /// No row of the file has a known heading.
    NoHeadings,
    /// A column has values but no known heading: the heading, and the nearest known ones.
    UnknownHeading(String, Vec<String>),
    /// Two columns have this heading.
    HeadingTwice(String),
    /// A cell contains a spreadsheet error (`#REF!`): key of the column.
    BrokenCell(String),
    /// A cell keeps a stored value that was too long to export, but no stored record has the id: key of the column.
    KeptValueNotStored(String),
    /// A value is wrong.
    Fault(Fault),
    /// An earlier row has the same id.
    DuplicateId(InterventionId),
    /// A reference to an id that no record has: key of the reference, and the id.
    MissingReference(&'static str, String),
    /// The record has been changed since the file was read.
    StaleRevision,
    /// A published record lacks a recommended value.
    MissingRecommendedValue(Fault),
}

impl Finding {
    /// The severity of a finding.
    pub fn severity(&self) -> Severity {
        match self.kind {
            FindingKind::MissingRecommendedValue(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// JSON pointer to the value in the record; `None` when the finding is not about a value.
    pub fn pointer(&self) -> Option<String> {
        match &self.kind {
            FindingKind::Fault(fault) | FindingKind::MissingRecommendedValue(fault) => Some(fault.pointer.clone()),
            FindingKind::DuplicateId(_) => Some("/id".into()),
            FindingKind::MissingReference(key, _) => Some(format!("/{key}")),
            FindingKind::BrokenCell(key) | FindingKind::KeptValueNotStored(key) => {
                Some(format!("/{}", key.replace('.', "/")))
            }
            _ => None,
        }
    }
}

/// Warnings of a batch: published records that lack recommended values.
pub fn warnings(batch: &Batch) -> Vec<Finding> {
    let published = batch.records.iter().zip(&batch.rows).filter(|(record, _)| record.state == State::Published);
    let lacking = |(record, row): (&_, &usize)| {
        let row = *row;
        validate::publication_faults(record)
            .into_iter()
            .map(move |fault| Finding { row, kind: FindingKind::MissingRecommendedValue(fault) })
    };
    published.flat_map(lacking).collect()
}

impl Report {
    /// The report of references to ids that no record has, with their rows in the batch.
    pub fn missing_references(file: &str, batch: &Batch, references: &[MissingReference]) -> Self {
        let finding = |reference: &MissingReference| Finding {
            row: batch.row_of(&reference.id),
            kind: FindingKind::MissingReference(reference.key, reference.other.to_string()),
        };
        Self { file: file.to_owned(), findings: references.iter().map(finding).collect() }
    }

    /// The report of records that have been changed since the file was read, with their rows in the batch.
    pub fn stale_revisions(file: &str, batch: &Batch, ids: &[InterventionId]) -> Self {
        let finding = |id: &InterventionId| Finding { row: batch.row_of(id), kind: FindingKind::StaleRevision };
        Self { file: file.to_owned(), findings: ids.iter().map(finding).collect() }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            FindingKind::Unreadable(reason) => write!(f, "{reason}"),
            FindingKind::NotJson(reason) => write!(f, "not JSON: {reason}"),
            FindingKind::NoHeadings => write!(f, "no row has headings that are known"),
            FindingKind::UnknownHeading(heading, _) => write!(f, "no column is called {heading:?}"),
            FindingKind::HeadingTwice(heading) => write!(f, "the heading {heading:?} stands twice"),
            FindingKind::BrokenCell(key) => write!(f, "{key}: an error of the spreadsheet"),
            FindingKind::KeptValueNotStored(key) => write!(f, "{key}: there is no value to keep"),
            FindingKind::Fault(fault) | FindingKind::MissingRecommendedValue(fault) => write!(f, "{fault}"),
            FindingKind::DuplicateId(id) => write!(f, "/id: {id} stands twice in this file"),
            FindingKind::StaleRevision => write!(f, "the record has been changed meanwhile"),
            FindingKind::MissingReference(key, other) => write!(f, "/{key}: {other} is not in the catalogue"),
        }
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, finding) in self.findings.iter().enumerate() {
            let end = if i == 0 { "" } else { "\n" };
            write!(f, "{end}{}:{}: {finding}", self.file, finding.row)?;
        }
        Ok(())
    }
}
