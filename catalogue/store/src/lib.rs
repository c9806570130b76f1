//! The system of record, and the only place with SQL: current records, append-only revisions,
//! a change log without gaps, organisations and vocabularies.
//!
//! One SQLite file in the data directory. Statements are portable and run through sqlx's `Any`,
//! so that PostgreSQL can stand behind the same methods.

mod backup;
mod batch_writer;
mod changes;
mod group_commit;
mod history;
mod interventions;
mod keys;
mod read_transaction;
mod record_writer;
mod statements;
mod vocabularies;

pub use batch_writer::{Author, BatchOutcome, BatchWriter};
pub use changes::{Change, ChangeKind};
pub use group_commit::{Edit, SavedEdit};
pub use history::Revision;
pub use keys::Key;
pub use read_transaction::ReadTransaction;

use catalogue::record::StoredIntervention;
use catalogue::{InterventionId, MissingReference, Seq};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, Connection, Executor, Row};
use std::fmt::Write;
use std::hash::{BuildHasher, Hasher};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or failed.
    #[error("the database: {0}")]
    Backend(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("the database's tables: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// What the database holds is not what this program wrote.
    #[error("{id} in the database cannot be read: {source}")]
    Unreadable {
        /// Which row.
        id: String,
        /// Why.
        source: serde_json::Error,
    },
    /// Somebody else has written meanwhile, or the id is taken.
    #[error("another revision is the current one")]
    Conflict {
        /// The record as it is now, when there is one.
        current: Option<Box<StoredIntervention>>,
    },
    /// The transaction that edits shared was lost; none of them is written.
    #[error(transparent)]
    GroupCommitFailed(Arc<StoreError>),
    /// The task that wrote is gone.
    #[error("the writer was lost")]
    Lost,
    /// A path that the database cannot be told.
    #[error("{} is no UTF-8", .0.display())]
    FileName(PathBuf),
    /// The operating system gave no randomness.
    #[error("no randomness for a key: {0}")]
    Random(String),
    /// A key in the database that this program would not have written.
    #[error("the key {id} in the database has a strange {what}")]
    CorruptKey {
        /// Which key.
        id: String,
        /// Which column.
        what: &'static str,
    },
    /// Records are no longer the revisions that a batch was made against.
    #[error("changed meanwhile: {}", .0.iter().map(InterventionId::as_str).collect::<Vec<_>>().join(", "))]
    StaleRevision(Vec<InterventionId>),
    /// Records name others that are not there.
    #[error("{}", named(.0))]
    MissingReferences(Vec<MissingReference>),
}

fn named(references: &[MissingReference]) -> String {
    let named = |r: &MissingReference| format!("{}: /{} names {}, which is not in the catalogue", r.id, r.key, r.other);
    references.iter().map(named).collect::<Vec<_>>().join("; ")
}

/// The system of record. Clones share the connections.
#[derive(Debug, Clone)]
pub struct Store {
    pool: AnyPool,
    queue: Arc<group_commit::Queue>,
}

/// Connections kept open: one writes, one may stand still for an index that is built, the others read.
const CONNECTIONS: u32 = 6;

impl StoreError {
    /// Whether it was only that another process kept the database to itself: worth trying again.
    pub fn is_busy(&self) -> bool {
        match self {
            // SQLITE_BUSY and its extended codes; no database at hand within the time of the pool.
            StoreError::Backend(sqlx::Error::Database(e)) => {
                e.code().and_then(|c| c.parse::<u32>().ok()).is_some_and(|code| code & 0xff == 5)
            }
            StoreError::Backend(sqlx::Error::PoolTimedOut) => true,
            StoreError::GroupCommitFailed(error) => error.is_busy(),
            _ => false,
        }
    }
}

impl Store {
    /// Opens the SQLite file, making it and its tables when they are missing.
    pub async fn open(file: &Path) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let options = AnyConnectOptions::from_str(&url_of(file))?;
        // A pool goes on trying for half a minute and then names no cause; one connection says it at once.
        let mut first = AnyConnection::connect_with(&options).await?;
        first.execute("pragma journal_mode = wal").await?;
        first.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    // A commit is on disk before it is acknowledged (`full`), and readers never wait for a writer.
                    // The log gives back the room that a very large import took (64 MiB stay).
                    connection
                        .execute(
                            "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; \
                             pragma foreign_keys = on; pragma journal_size_limit = 67108864",
                        )
                        .await?;
                    Ok(())
                })
            })
            .connect_with(options)
            .await?;
        sqlx::migrate!("./migrations").run(&pool).await?;
        let store = Self { pool, queue: Arc::default() };
        store.ensure_identity().await?;
        Ok(store)
    }

    /// Waits for running statements and closes the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A text that no other store has: tells an index whether it was built from this one.
    pub async fn identity(&self) -> Result<String, StoreError> {
        let row = sqlx::query("select value from meta where name = 'identity'").fetch_one(&self.pool).await?;
        Ok(row.try_get(0)?)
    }

    /// Writes only where there is none yet: a store opens while somebody else writes for long.
    async fn ensure_identity(&self) -> Result<(), StoreError> {
        let there = sqlx::query("select value from meta where name = 'identity'").fetch_optional(&self.pool).await?;
        if there.is_some() {
            return Ok(());
        }
        sqlx::query("insert into meta (name, value) values ('identity', $1) on conflict (name) do nothing")
            .bind(new_identity())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Whether nothing was ever written to it.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let row = sqlx::query("select count(*) from vocabulary").fetch_one(&self.pool).await?;
        let vocabularies: i64 = row.try_get(0)?;
        Ok(vocabularies == 0 && self.latest_seq().await? == 0)
    }

    /// Number of the latest change; 0 before the first.
    pub async fn latest_seq(&self) -> Result<Seq, StoreError> {
        self.counter("seq").await
    }

    /// Counts up whenever a vocabulary or organisation that records use has changed, so that what
    /// was derived from the old ones is derived again.
    pub async fn vocabulary_version(&self) -> Result<i64, StoreError> {
        self.counter("vocabulary").await
    }

    async fn counter(&self, name: &'static str) -> Result<i64, StoreError> {
        counter(&mut *self.pool.acquire().await?, name).await
    }
}

async fn counter(connection: &mut AnyConnection, name: &'static str) -> Result<i64, StoreError> {
    let row = sqlx::query("select value from counter where name = $1").bind(name).fetch_one(connection).await?;
    Ok(row.try_get(0)?)
}

fn new_identity() -> String {
    let random = || std::collections::hash_map::RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", random(), random())
}

/// The address of a database file, whatever its name holds.
fn url_of(file: &Path) -> String {
    let mut url = "sqlite://".to_owned();
    for byte in file.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-".contains(byte) {
            url.push(char::from(*byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url.push_str("?mode=rwc");
    url
}
