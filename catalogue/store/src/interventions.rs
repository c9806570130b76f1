//! Reads the current revisions of records.

use crate::statements::{self, ROWS};
use crate::{Store, StoreError};
use catalogue::record::{InterventionId, StoredIntervention};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

const BY_ID: &str = "select body, revision, hash, created, updated, id from intervention where id = $1";
const AFTER: &str =
    "select body, revision, hash, created, updated, id from intervention where id > $1 order by id limit $2";

impl Store {
    /// One record in any state; `None` when the id was never used.
    ///
    /// # Errors
    /// When the database fails or a stored record cannot be parsed.
    pub async fn find(&self, id: &InterventionId) -> Result<Option<StoredIntervention>, StoreError> {
        let row = sqlx::query(BY_ID).bind(id.as_str()).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }

    /// The records with these ids, in any state and in no particular order. Ids that no record has are left out.
    ///
    /// # Errors
    /// When the database fails or a stored record cannot be parsed.
    pub async fn find_all(&self, ids: &[InterventionId]) -> Result<Vec<StoredIntervention>, StoreError> {
        let mut found = Vec::new();
        for part in ids.chunks(ROWS) {
            let sql = format!(
                "select body, revision, hash, created, updated, id from intervention where id in {}",
                statements::placeholders(1, part.len())
            );
            let rows = statements::bound(&sql, part.iter().map(InterventionId::as_str)).fetch_all(&self.pool).await?;
            for row in &rows {
                found.push(read(row)?);
            }
        }
        Ok(found)
    }

    /// At most `limit` records in any state, ascending by id, after the id `after` (from the start when empty).
    ///
    /// # Errors
    /// When the database fails or a stored record cannot be parsed.
    pub async fn list_after(&self, after: &str, limit: i64) -> Result<Vec<StoredIntervention>, StoreError> {
        list_after(&mut *self.pool.acquire().await?, after, limit).await
    }
}

pub(super) async fn list_after(
    connection: &mut AnyConnection,
    after: &str,
    limit: i64,
) -> Result<Vec<StoredIntervention>, StoreError> {
    let rows = sqlx::query(AFTER).bind(after).bind(limit).fetch_all(connection).await?;
    rows.iter().map(read).collect()
}

pub(super) fn read(row: &AnyRow) -> Result<StoredIntervention, StoreError> {
    let body: String = row.try_get(0)?;
    let id: String = row.try_get(5)?;
    Ok(StoredIntervention {
        record: serde_json::from_str(&body).map_err(|source| StoreError::Unreadable { id, source })?,
        revision: row.try_get(1)?,
        hash: row.try_get(2)?,
        created: row.try_get(3)?,
        updated: row.try_get(4)?,
    })
}
