#![warn(clippy::missing_errors_doc)]
//! The system of record, and the only crate with SQL: current records, their revisions and relations, a change
//! log without gaps, organisations, vocabularies and keys.
//!
//! The database is one SQLite file in the data directory. Statements run through sqlx's `Any` and are portable except
//! for pragmas and the backup, so that support for another database is limited to this crate.
//!
//! - [`Store::open`] opens the file. [`Store::save`] writes one record, [`Store::begin_batch`] many.
//! - [`Store::find`] reads one record, [`Store::read_transaction`] a consistent state of all.

mod backup;
mod batch_writer;
mod changes;
mod group_commit;
mod history;
mod interventions;
mod keys;
mod read_transaction;
mod record_writer;
mod relations;
mod statements;
mod vocabularies;

pub use batch_writer::{Author, BatchOutcome, BatchWriter};
pub use changes::{Change, ChangeKind};
pub use group_commit::{Edit, SavedEdit};
pub use history::Revision;
pub use keys::ApiKey;
pub use read_transaction::ReadTransaction;
pub use relations::{Relation, RelationKind};

use catalogue::record::StoredIntervention;
use catalogue::{InterventionId, MissingReference, Seq};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, Connection, Executor, Row};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed.
    #[error("the database: {0}")]
    Backend(#[from] sqlx::Error),
    /// A migration failed, or a newer version of the program has migrated the tables.
    #[error("the database's tables: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The JSON of a row cannot be parsed as its type.
    #[error("{id} in the database cannot be read: {source}")]
    Unreadable {
        /// Key of the row.
        id: String,
        /// The error of the JSON parser.
        source: serde_json::Error,
    },
    /// The expected revision is not the current one.
    #[error("another revision is the current one")]
    Conflict {
        /// The current record; `None` when the id was never used.
        current: Option<Box<StoredIntervention>>,
    },
    /// The transaction that a group of edits shared failed; none of them is written.
    #[error(transparent)]
    GroupCommitFailed(Arc<StoreError>),
    /// The task that writes has ended without a result.
    #[error("the writer was lost")]
    WriterLost,
    /// A path is not UTF-8, as the database requires.
    #[error("{} is not valid UTF-8", .0.display())]
    NonUtf8Path(PathBuf),
    /// The operating system provided no random bytes.
    #[error("no randomness: {0}")]
    Random(String),
    /// A key in the database has a value that this program does not understand.
    #[error("the key {id} in the database has an invalid {column}")]
    CorruptKey {
        /// Id of the key.
        id: String,
        /// The column with the value.
        column: &'static str,
    },
    /// These records have other revisions than the batch expects.
    #[error("changed meanwhile: {}", .0.iter().map(InterventionId::as_str).collect::<Vec<_>>().join(", "))]
    StaleRevision(Vec<InterventionId>),
    /// Records refer to ids that no record has.
    #[error("{}", list_missing(.0))]
    MissingReferences(Vec<MissingReference>),
}

fn list_missing(references: &[MissingReference]) -> String {
    let one = |r: &MissingReference| format!("{}: /{} names {}, which is not in the catalogue", r.id, r.key, r.other);
    references.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The system of record. Clones share the connection pool.
#[derive(Debug, Clone)]
pub struct Store {
    pool: AnyPool,
    edits: Arc<group_commit::EditQueue>,
}

/// Size of the connection pool: one connection writes, one may hold the read transaction of an index rebuild, the
/// others read.
const CONNECTIONS: u32 = 6;

impl StoreError {
    /// Whether the database was busy, so that the same call may succeed later.
    pub fn is_busy(&self) -> bool {
        match self {
            // SQLITE_BUSY and its extended codes.
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
    /// Opens a SQLite file, creating it when it is missing, and migrates its tables.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// let store = catalogue_store::Store::open(&folder.path().join("catalogue.sqlite")).await?;
    /// assert!(store.is_empty().await?);
    /// # store.close().await;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// When the file cannot be opened, is not a database, or was migrated by a newer version of the program.
    pub async fn open(file: &Path) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let options = AnyConnectOptions::from_str(&url_of(file))?;
        // A pool retries for 30 seconds and then reports a timeout; a single connection reports the cause at once.
        let mut first = AnyConnection::connect_with(&options).await?;
        first.execute("pragma journal_mode = wal").await?;
        first.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    // `full`: a commit is synced to the disk before it returns. `wal`: readers never wait for a
                    // writer. The write-ahead log is truncated to 64 MiB after a very large import.
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
        let store = Self { pool, edits: Arc::default() };
        store.ensure_identity().await?;
        store.ensure_relations().await?;
        Ok(store)
    }

    /// Waits for running statements and closes the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A random identity: an index records which store it was built from.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn identity(&self) -> Result<String, StoreError> {
        let row = sqlx::query("select value from meta where name = 'identity'").fetch_one(&self.pool).await?;
        Ok(row.try_get(0)?)
    }

    /// Creates the identity when there is none. Otherwise it only reads, so that a store can be opened while another
    /// process writes.
    async fn ensure_identity(&self) -> Result<(), StoreError> {
        let existing = sqlx::query("select value from meta where name = 'identity'").fetch_optional(&self.pool).await?;
        if existing.is_some() {
            return Ok(());
        }
        sqlx::query("insert into meta (name, value) values ('identity', $1) on conflict (name) do nothing")
            .bind(random_hex(backup::IDENTITY_BYTES)?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Whether it holds no vocabulary and no change.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let row = sqlx::query("select count(*) from vocabulary").fetch_one(&self.pool).await?;
        let vocabularies: i64 = row.try_get(0)?;
        Ok(vocabularies == 0 && self.latest_seq().await? == 0)
    }

    /// Sequence number of the latest change; 0 before the first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn latest_seq(&self) -> Result<Seq, StoreError> {
        self.counter("seq").await
    }

    /// Version of the vocabularies, incremented when a vocabulary or organisation that records may use has changed. An
    /// index of another version must be rebuilt.
    ///
    /// # Errors
    /// When the database fails.
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

/// Random bytes as hexadecimal digits, two per byte.
fn random_hex(bytes: usize) -> Result<String, StoreError> {
    let mut random = vec![0_u8; bytes];
    getrandom::fill(&mut random).map_err(|e| StoreError::Random(e.to_string()))?;
    // Writing into a string cannot fail.
    Ok(random.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    }))
}

/// The `sqlite:` URL of a file, percent-encoded.
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
