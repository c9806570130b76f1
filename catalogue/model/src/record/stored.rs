//! A record as the store keeps it.

use crate::record::{Intervention, State};

/// A record with its revision and times.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredIntervention {
    /// The record.
    pub record: Intervention,
    /// Increases by one with every change, from 1.
    pub revision: i64,
    /// SHA-256 of the record's JSON, first 16 hexadecimal digits.
    pub hash: String,
    /// Time of the first revision, RFC 3339.
    pub created: String,
    /// Time of the latest revision, RFC 3339.
    pub updated: String,
}

impl StoredIntervention {
    /// Whether the record is published, so that anyone may read it.
    pub fn is_public(&self) -> bool {
        self.record.state == State::Published
    }
}

/// A record as canonical JSON on one line: what the store keeps and hashes, and a line of JSON Lines.
///
/// # Errors
/// Never for records that [`crate::validate::record`] has accepted.
pub fn to_json_line(record: &Intervention) -> Result<String, serde_json::Error> {
    serde_json::to_string(record)
}
