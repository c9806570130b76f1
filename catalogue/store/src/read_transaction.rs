//! Read transactions: all reads in one see the same state, regardless of concurrent writes.

use crate::interventions;
use crate::{Store, StoreError, counter, vocabularies};
use catalogue::Seq;
use catalogue::record::StoredIntervention;
use catalogue::vocabulary::Vocabularies;
use sqlx::{Any, Row, Transaction};

/// A consistent view of the store. It does not block writers. It holds one connection of the pool until it is
/// dropped.
pub struct ReadTransaction {
    tx: Transaction<'static, Any>,
}

const CHANGED: &str = "select body, revision, hash, created, updated, id from intervention \
                       where id in (select id from change where seq > $1 and seq <= $2)";

impl Store {
    /// Begins a read transaction on the current state.
    ///
    /// ```
    /// use catalogue_store::Store;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// let store = Store::open(&folder.path().join("catalogue.sqlite")).await?;
    /// let mut transaction = store.read_transaction().await?;
    /// let seq = transaction.latest_seq().await?;
    /// let records = transaction.list_after("", 100).await?;
    /// assert_eq!((seq, records.len()), (0, 0));
    /// # drop(transaction);
    /// # store.close().await;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// When the database fails, or no connection is free within 30 seconds.
    pub async fn read_transaction(&self) -> Result<ReadTransaction, StoreError> {
        let mut tx = self.pool.begin().await?;
        // SQLite takes the snapshot at the first read.
        counter(&mut tx, "seq").await?;
        Ok(ReadTransaction { tx })
    }
}

impl ReadTransaction {
    /// Sequence number of the latest change; 0 before the first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn latest_seq(&mut self) -> Result<Seq, StoreError> {
        counter(&mut self.tx, "seq").await
    }

    /// As [`Store::vocabulary_version`].
    ///
    /// # Errors
    /// When the database fails.
    pub async fn vocabulary_version(&mut self) -> Result<i64, StoreError> {
        counter(&mut self.tx, "vocabulary").await
    }

    /// As [`Store::vocabularies`].
    ///
    /// # Errors
    /// When the database fails or holds a vocabulary that is not JSON.
    pub async fn vocabularies(&mut self) -> Result<Vocabularies, StoreError> {
        vocabularies::read_all(&mut self.tx).await
    }

    /// Number of organisations. It changes without a new [`Store::vocabulary_version`] when a record defines an
    /// organisation inline.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn organization_count(&mut self) -> Result<usize, StoreError> {
        let row = sqlx::query("select count(*) from organization").fetch_one(&mut *self.tx).await?;
        let count: i64 = row.try_get(0)?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Number of records in any state.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_count(&mut self) -> Result<u64, StoreError> {
        let row = sqlx::query("select count(*) from intervention").fetch_one(&mut *self.tx).await?;
        let count: i64 = row.try_get(0)?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// As [`Store::list_after`].
    ///
    /// # Errors
    /// When the database fails or a stored record cannot be parsed.
    pub async fn list_after(&mut self, after: &str, limit: i64) -> Result<Vec<StoredIntervention>, StoreError> {
        interventions::list_after(&mut self.tx, after, limit).await
    }

    /// The records with a change after `since` up to and including `to`, each once, in the revision that this
    /// transaction sees.
    ///
    /// # Errors
    /// When the database fails or a stored record cannot be parsed.
    pub async fn changed_between(&mut self, since: Seq, to: Seq) -> Result<Vec<StoredIntervention>, StoreError> {
        let rows = sqlx::query(CHANGED).bind(since).bind(to).fetch_all(&mut *self.tx).await?;
        rows.iter().map(interventions::read).collect()
    }
}
