//! One moment of the store: whatever is written meanwhile, all that is read here is of one state.

use crate::interventions;
use crate::{Store, StoreError, counter, vocabularies};
use catalogue::Seq;
use catalogue::record::StoredIntervention;
use catalogue::vocabulary::Vocabularies;
use sqlx::{Any, Row, Transaction};

/// A view of the store that stands still. Writers do not wait for it; it holds one connection.
pub struct ReadTransaction {
    tx: Transaction<'static, Any>,
}

const CHANGED: &str = "select body, revision, hash, created, updated, id from intervention \
                       where id in (select id from change where seq > $1 and seq <= $2)";

impl Store {
    /// The store as it is now.
    pub async fn read_transaction(&self) -> Result<ReadTransaction, StoreError> {
        let mut tx = self.pool.begin().await?;
        // The first read is what fixes the moment.
        counter(&mut tx, "seq").await?;
        Ok(ReadTransaction { tx })
    }
}

impl ReadTransaction {
    /// Number of the latest change.
    pub async fn latest_seq(&mut self) -> Result<Seq, StoreError> {
        counter(&mut self.tx, "seq").await
    }

    /// As [`Store::vocabulary_version`].
    pub async fn vocabulary_version(&mut self) -> Result<i64, StoreError> {
        counter(&mut self.tx, "vocabulary").await
    }

    /// All vocabularies.
    pub async fn vocabularies(&mut self) -> Result<Vocabularies, StoreError> {
        vocabularies::read_all(&mut self.tx).await
    }

    /// How many organisations there are: one that comes along with records changes no version.
    pub async fn organizations(&mut self) -> Result<usize, StoreError> {
        let row = sqlx::query("select count(*) from organization").fetch_one(&mut *self.tx).await?;
        let count: i64 = row.try_get(0)?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// How many records there are, in whatever state.
    pub async fn records(&mut self) -> Result<u64, StoreError> {
        let row = sqlx::query("select count(*) from intervention").fetch_one(&mut *self.tx).await?;
        let count: i64 = row.try_get(0)?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// As [`Store::list_after`].
    pub async fn list_after(&mut self, after: &str, limit: i64) -> Result<Vec<StoredIntervention>, StoreError> {
        interventions::list_after(&mut self.tx, after, limit).await
    }

    /// The records that the changes after `since` and up to `upto` are about, each once and as they are
    /// at this moment.
    pub async fn changed(&mut self, since: Seq, upto: Seq) -> Result<Vec<StoredIntervention>, StoreError> {
        let rows = sqlx::query(CHANGED).bind(since).bind(upto).fetch_all(&mut *self.tx).await?;
        rows.iter().map(interventions::read).collect()
    }
}
