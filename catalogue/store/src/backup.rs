//! Copies of the whole store, made while it is in use.

use crate::{Store, StoreError, new_identity};
use sqlx::Row;
use std::path::Path;

impl Store {
    /// Writes everything as of one moment to a file that is empty or not there. Reading and writing go on.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let name = file.to_str().ok_or_else(|| StoreError::FileName(file.to_owned()))?;
        sqlx::query("vacuum into $1").bind(name).execute(&self.pool).await?;
        std::fs::File::open(file).and_then(|copy| copy.sync_all()).map_err(sqlx::Error::Io)?;
        Ok(())
    }

    /// What is damaged; nothing when all of it can be read and fits together.
    pub async fn integrity_error(&self) -> Result<Option<String>, StoreError> {
        let row = sqlx::query("pragma integrity_check(1)").fetch_one(&self.pool).await?;
        let found: String = row.try_get(0)?;
        Ok((found != "ok").then_some(found))
    }

    /// From now on it is another store: what was derived from it, here or in mirrors, is derived again.
    pub async fn renew_identity(&self) -> Result<(), StoreError> {
        let sql = "update meta set value = $1 where name = 'identity'";
        sqlx::query(sql).bind(new_identity()).execute(&self.pool).await?;
        Ok(())
    }
}
