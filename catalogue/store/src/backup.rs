//! Online backup, and the integrity and identity of the database file.

use crate::{Store, StoreError, random_hex};
use sqlx::Row;
use std::path::Path;

/// Length of the identity of a store, in random bytes.
pub(super) const IDENTITY_BYTES: usize = 16;

impl Store {
    /// Writes a consistent copy to a file that is empty or does not exist, and syncs it to the disk. Reads and
    /// writes continue in the meantime.
    ///
    /// # Errors
    /// When the path is not UTF-8, the file is not empty, or the database or the disk fails.
    pub async fn backup_to(&self, file: &Path) -> Result<(), StoreError> {
        let name = file.to_str().ok_or_else(|| StoreError::NonUtf8Path(file.to_owned()))?;
        sqlx::query("vacuum into $1").bind(name).execute(&self.pool).await?;
        std::fs::File::open(file).and_then(|copy| copy.sync_all()).map_err(sqlx::Error::Io)?;
        Ok(())
    }

    /// The first integrity error of the database file; `None` when every page can be read and the indexes agree
    /// with their tables.
    ///
    /// # Errors
    /// When the file cannot be read as a database.
    pub async fn integrity_error(&self) -> Result<Option<String>, StoreError> {
        let row = sqlx::query("pragma integrity_check(1)").fetch_one(&self.pool).await?;
        let found: String = row.try_get(0)?;
        Ok((found != "ok").then_some(found))
    }

    /// Gives the store a new identity, so that indexes and mirrors of the previous one are rebuilt.
    ///
    /// # Errors
    /// When the database fails or the operating system provides no random bytes.
    pub async fn renew_identity(&self) -> Result<(), StoreError> {
        let sql = "update meta set value = $1 where name = 'identity'";
        sqlx::query(sql).bind(random_hex(IDENTITY_BYTES)?).execute(&self.pool).await?;
        Ok(())
    }
}
