//! The revisions of records. No revision is ever removed.

use crate::{Store, StoreError};
use catalogue::record::{Intervention, InterventionId, State};
use sqlx::Row;
use sqlx::any::AnyRow;

/// One revision of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Its number, from 1.
    pub revision: i64,
    /// The writer: a key or a command. Not public.
    pub author: String,
    /// The reason for the change; may be empty. Not public.
    pub reason: String,
    /// Time of the revision, RFC 3339.
    pub at: String,
    /// The record as of this revision.
    pub record: Intervention,
}

const BY_NUMBER: &str = "select id, revision, author, reason, at, body from revision where id = $1 and revision = $2";
const BEFORE: &str = "select id, revision, author, reason, at, body from revision \
                      where id = $1 and revision < $2 order by revision desc limit $3";

impl Store {
    /// One revision of a record; `None` when there is no such record or revision.
    ///
    /// # Errors
    /// When the database fails or a stored record cannot be parsed.
    pub async fn revision(&self, id: &InterventionId, revision: i64) -> Result<Option<Revision>, StoreError> {
        let row = sqlx::query(BY_NUMBER).bind(id.as_str()).bind(revision).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }

    /// At most `limit` revisions with a number below `before`, the newest first.
    ///
    /// # Errors
    /// When the database fails or a stored record cannot be parsed.
    pub async fn revisions_before(
        &self,
        id: &InterventionId,
        before: i64,
        limit: i64,
    ) -> Result<Vec<Revision>, StoreError> {
        let rows = sqlx::query(BEFORE).bind(id.as_str()).bind(before).bind(limit).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// Whether an archived record was a draft or in review before, and never public. `false` for a record whose
    /// revisions are all archived: it was imported as archived and is assumed to have been public elsewhere.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn was_never_public(&self, id: &InterventionId) -> Result<bool, StoreError> {
        let sql = "select distinct state from revision where id = $1 and state <> $2";
        let rows = sqlx::query(sql).bind(id.as_str()).bind(State::Archived.name()).fetch_all(&self.pool).await?;
        let states: Vec<String> = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
        Ok(!states.is_empty() && states.iter().all(|state| state != State::Published.name()))
    }
}

fn read(row: &AnyRow) -> Result<Revision, StoreError> {
    let (id, body): (String, String) = (row.try_get(0)?, row.try_get(5)?);
    Ok(Revision {
        revision: row.try_get(1)?,
        author: row.try_get(2)?,
        reason: row.try_get(3)?,
        at: row.try_get(4)?,
        record: serde_json::from_str(&body).map_err(|source| StoreError::Unreadable { id, source })?,
    })
}
