//! Batches: records that are written in one transaction.

use crate::record::{Intervention, Organization};
use crate::vocabulary::Vocabularies;
use crate::{InterventionId, validate};
use std::collections::BTreeMap;

/// Sequence number of a change: 1, 2, 3 … without gaps, in the order of commits.
pub type Seq = i64;

/// Records to write in one transaction.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Vocabularies that replace the stored ones; `None` unless the batch is a whole catalogue.
    pub vocabularies: Option<Vocabularies>,
    /// Organisations that the records define inline.
    pub organizations: Vec<Organization>,
    /// The records.
    pub records: Vec<Intervention>,
    /// The row or line of each record in its file, from 1, for reports; empty for a catalogue folder.
    pub rows: Vec<usize>,
    /// The revision that each record was edited from, 0 when there was none. Nothing is written when one of these is
    /// no longer current. A record without an entry overwrites the stored one.
    pub expected_revisions: BTreeMap<InterventionId, i64>,
}

impl Batch {
    /// The row of a record in its file; 1 when the record was not read from a file.
    pub fn row_of(&self, id: &InterventionId) -> usize {
        let at = self.records.iter().position(|record| record.id == *id);
        at.and_then(|at| self.rows.get(at)).copied().unwrap_or(1)
    }

    /// Adds a validated record and the organisations that it defines inline.
    pub fn push(&mut self, valid: validate::ValidatedRecord) {
        self.organizations.extend(valid.new_organizations);
        self.records.push(valid.record);
    }
}

/// A reference from a record to an id that no record has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingReference {
    /// The record that holds the reference.
    pub id: InterventionId,
    /// The key of the reference: `part_of`, `succeeds`, or `successor` of an archived record.
    pub key: &'static str,
    /// The id that no record has.
    pub other: InterventionId,
}
