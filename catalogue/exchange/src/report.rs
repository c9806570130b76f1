//! What is wrong with a file that was to be brought in: row by row, in types. The words are the
//! caller's; [`std::fmt::Display`] says it in English for logs and tests.

use crate::sheet::Unreadable;
use catalogue::Batch;
use catalogue::InterventionId;
use catalogue::MissingReference;
use catalogue::record::State;
use catalogue::validate::{self, Fault};

/// Every finding of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The file, as the caller names it.
    pub file: String,
    /// In the order of the file.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Of a file that cannot be read at all.
    pub fn unreadable(file: &str, reason: Unreadable) -> Self {
        Self { file: file.to_owned(), findings: vec![Finding { row: 1, what: FindingKind::Unreadable(reason) }] }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The row as a spreadsheet counts, or the line of a JSONL file; from 1.
    pub row: usize,
    /// What is the matter.
    pub what: FindingKind,
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Nothing of the file can be taken in.
    Error,
    /// It is taken in, and wants a look.
    Warning,
}

impl Severity {
    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// What is the matter.
#[derive(Debug, Clone, PartialEq)]
pub enum FindingKind {
    /// The file as a whole cannot be read.
    Unreadable(Unreadable),
    /// A line is not JSON; why.
    NotJson(String),
    /// No row of the file has a heading that is known.
    NoHeadings,
    /// A column has values but no known heading: the heading, and those nearest to it.
    UnknownHeading(String, Vec<String>),
    /// Two columns have the heading.
    HeadingTwice(String),
    /// A cell holds an error of the spreadsheet (`#REF!`): key of the column.
    BrokenCell(String),
    /// A cell stands for a value that was too long to be exported, but there is no record that has it:
    /// key of the column.
    NothingToKeep(String),
    /// A value is wrong.
    Fault(Fault),
    /// An id stands in an earlier row too.
    Twice(InterventionId),
    /// The record belongs to or continues one that is not there: its key, and that one's id.
    MissingReference(&'static str, String),
    /// Somebody else has changed the record while the file was read.
    StaleRevision,
    /// A published record lacks what readers need.
    Lacking(Fault),
}

impl Finding {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self.what {
            FindingKind::Lacking(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// JSON pointer to the value in the record, where the finding is about one.
    pub fn pointer(&self) -> Option<String> {
        match &self.what {
            FindingKind::Fault(fault) | FindingKind::Lacking(fault) => Some(fault.pointer.clone()),
            FindingKind::Twice(_) => Some("/id".into()),
            FindingKind::MissingReference(key, _) => Some(format!("/{key}")),
            FindingKind::BrokenCell(key) | FindingKind::NothingToKeep(key) => {
                Some(format!("/{}", key.replace('.', "/")))
            }
            _ => None,
        }
    }
}

/// What a batch may be written with, but should be looked at: published records that lack what readers need.
pub fn warnings(batch: &Batch) -> Vec<Finding> {
    let published = batch.records.iter().zip(&batch.rows).filter(|(record, _)| record.state == State::Published);
    let lacking = |(record, row): (&_, &usize)| {
        let row = *row;
        validate::publishable(record).into_iter().map(move |fault| Finding { row, what: FindingKind::Lacking(fault) })
    };
    published.flat_map(lacking).collect()
}

impl Report {
    /// References to records that do not exist, with the rows of the batch that hold them.
    pub fn missing_references(file: &str, batch: &Batch, references: &[MissingReference]) -> Self {
        let finding = |reference: &MissingReference| Finding {
            row: batch.row_of(&reference.id),
            what: FindingKind::MissingReference(reference.key, reference.other.to_string()),
        };
        Self { file: file.to_owned(), findings: references.iter().map(finding).collect() }
    }

    /// Records of the batch that somebody else has changed since the file was read, with their rows.
    pub fn stale_revisions(file: &str, batch: &Batch, ids: &[InterventionId]) -> Self {
        let finding = |id: &InterventionId| Finding { row: batch.row_of(id), what: FindingKind::StaleRevision };
        Self { file: file.to_owned(), findings: ids.iter().map(finding).collect() }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.what {
            FindingKind::Unreadable(reason) => write!(f, "{reason}"),
            FindingKind::NotJson(reason) => write!(f, "not JSON: {reason}"),
            FindingKind::NoHeadings => write!(f, "no row has headings that are known"),
            FindingKind::UnknownHeading(heading, _) => write!(f, "no column is called {heading:?}"),
            FindingKind::HeadingTwice(heading) => write!(f, "the heading {heading:?} stands twice"),
            FindingKind::BrokenCell(key) => write!(f, "{key}: an error of the spreadsheet"),
            FindingKind::NothingToKeep(key) => write!(f, "{key}: there is no value to keep"),
            FindingKind::Fault(fault) | FindingKind::Lacking(fault) => write!(f, "{fault}"),
            FindingKind::Twice(id) => write!(f, "/id: {id} stands twice in this file"),
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
