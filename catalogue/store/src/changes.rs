//! The change log: changes of public records, in the order of commits.

use crate::{Store, StoreError};
use catalogue::Seq;
use serde::Serialize;
use sqlx::Row;

/// The effect of a change on the public records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// The record has become public.
    Created,
    /// The public record has a new revision.
    Updated,
    /// The record is no longer public.
    Removed,
}

impl ChangeKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            ChangeKind::Created => "created",
            ChangeKind::Updated => "updated",
            ChangeKind::Removed => "removed",
        }
    }
}

/// One entry of the change log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Sequence number of the change, from 1 without gaps.
    pub seq: Seq,
    /// Id of the record.
    pub id: String,
    /// `created`, `updated` or `removed`.
    pub change: String,
    /// The revision that the change created.
    pub revision: i64,
    /// Time of the change, RFC 3339.
    pub at: String,
    /// SHA-256 of the record's JSON, first 16 hexadecimal digits.
    pub hash: String,
}

impl Store {
    /// At most `limit` changes after change `seq`, ascending.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn changes_since(&self, seq: Seq, limit: i64) -> Result<Vec<Change>, StoreError> {
        let sql = "select seq, id, change, revision, at, hash from change where seq > $1 order by seq limit $2";
        let rows = sqlx::query(sql).bind(seq).bind(limit).fetch_all(&self.pool).await?;
        rows.into_iter()
            .map(|row| {
                Ok(Change {
                    seq: row.try_get(0)?,
                    id: row.try_get(1)?,
                    change: row.try_get(2)?,
                    revision: row.try_get(3)?,
                    at: row.try_get(4)?,
                    hash: row.try_get(5)?,
                })
            })
            .collect()
    }
}
