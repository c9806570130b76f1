//! Current records.

use crate::statements::{self, ROWS};
use crate::{Store, StoreError};
use catalogue::record::{InterventionId, StoredIntervention};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

const COLUMNS_OF_ONE: &str = "select body, revision, hash, created, updated, id from intervention where id = $1";
const COLUMNS_AFTER: &str =
    "select body, revision, hash, created, updated, id from intervention where id > $1 order by id limit $2";

/// How often an archived record's successor may itself have been archived.
const SUCCESSIONS: usize = 8;

impl Store {
    /// One record in whatever state, or `None` when the id was never used.
    pub async fn find(&self, id: &InterventionId) -> Result<Option<StoredIntervention>, StoreError> {
        find(&mut *self.pool.acquire().await?, id).await
    }

    /// Those of the records that are there, in whatever state.
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

    /// At most `limit` records in whatever state, by id, after the id `after` (from the start when empty).
    pub async fn list_after(&self, after: &str, limit: i64) -> Result<Vec<StoredIntervention>, StoreError> {
        list_after(&mut *self.pool.acquire().await?, after, limit).await
    }

    /// The public record to look at instead of this one: named when it was archived, or one that says
    /// that it continues it.
    pub async fn successor_of(&self, id: &InterventionId) -> Result<Option<InterventionId>, StoreError> {
        let mut gone = id.clone();
        for _ in 0..SUCCESSIONS {
            if let Some(next) = self.continued_by(&gone).await? {
                return Ok(Some(next));
            }
            let row = sqlx::query("select successor from successor where id = $1").bind(gone.as_str());
            let Some(row) = row.fetch_optional(&self.pool).await? else { break };
            let next: String = row.try_get(0)?;
            let Ok(next) = next.parse() else { break };
            if self.find(&next).await?.is_some_and(|s| s.is_public()) {
                return Ok(Some(next));
            }
            gone = next;
        }
        Ok(None)
    }

    async fn continued_by(&self, id: &InterventionId) -> Result<Option<InterventionId>, StoreError> {
        // No index: asked only for a page that is gone, and the text is matched before it is parsed.
        let sql = "select body, revision, hash, created, updated, id from intervention \
                   where state = 'published' and body like $1 order by id";
        let needle = format!("%\"succeeds\":\"{id}\"%");
        let rows = sqlx::query(sql).bind(needle).fetch_all(&self.pool).await?;
        for row in &rows {
            let stored = read(row)?;
            if stored.record.succeeds.as_ref() == Some(id) {
                return Ok(Some(stored.record.id));
            }
        }
        Ok(None)
    }
}

pub(super) async fn find(
    connection: &mut AnyConnection,
    id: &InterventionId,
) -> Result<Option<StoredIntervention>, StoreError> {
    let row = sqlx::query(COLUMNS_OF_ONE).bind(id.as_str()).fetch_optional(connection).await?;
    row.as_ref().map(read).transpose()
}

pub(super) async fn list_after(
    connection: &mut AnyConnection,
    after: &str,
    limit: i64,
) -> Result<Vec<StoredIntervention>, StoreError> {
    let rows = sqlx::query(COLUMNS_AFTER).bind(after).bind(limit).fetch_all(connection).await?;
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
