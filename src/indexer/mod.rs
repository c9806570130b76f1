//! Keeps the index equal to the store: opens or rebuilds it at startup, then follows the change log. The store is the
//! system of record; a faulty index is rebuilt from it.

use arc_swap::ArcSwapOption;
use catalogue::{Seq, Vocabularies};
use catalogue_store::{ReadTransaction, Store};
use index::{Generation, Generations, Identity, Lexicon, SearchError, Snapshot};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::spawn_blocking;

/// Polling interval of the change log, for writes of other processes.
const POLL: Duration = Duration::from_millis(300);
/// Number of records or changes read from the store in one batch, which bounds the memory.
const PAGE: i64 = 1_000;
/// Number of pending changes from which a new index is built beside the current one: deleting and merging that many
/// documents in place would slow searches down more.
const REBUILD_THRESHOLD: i64 = 5_000;

/// An error of the indexer.
#[derive(Debug, thiserror::Error)]
pub enum IndexerError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] catalogue_store::StoreError),
    /// The index failed.
    #[error(transparent)]
    Index(#[from] SearchError),
    /// A thread that uses the index panicked or was cancelled.
    #[error("the thread that writes the index: {0}")]
    Thread(#[from] tokio::task::JoinError),
}

/// Default visibility timeout.
const VISIBILITY_TIMEOUT: Duration = Duration::from_secs(2);

/// The current index and the task that updates it from the store. Clones share it.
#[derive(Clone)]
pub struct Indexer {
    store: Store,
    generations: Arc<Generations>,
    current: Arc<ArcSwapOption<CurrentGeneration>>,
    /// Serialises rebuilds: concurrent ones would overwrite each other.
    rebuild_lock: Arc<tokio::sync::Mutex<()>>,
    /// Held while a commit or a new generation becomes visible to searches.
    commit_lock: Arc<tokio::sync::Mutex<()>>,
    /// Wakes the indexer before the next poll of the change log.
    wake: Arc<Notify>,
    /// Number of the latest change up to which all changes are searchable.
    searchable_seq: watch::Sender<Seq>,
    /// Maximum time that the response to a write waits until its change is searchable. Its status is 202 after that.
    visibility_timeout: Duration,
}

/// A generation of the index with the version of its vocabularies.
struct CurrentGeneration {
    generation: Generation,
    vocabulary: i64,
}

impl Indexer {
    /// An indexer before its index is opened.
    pub fn without_index(store: Store, generations: Generations) -> Self {
        Self {
            store,
            generations: Arc::new(generations),
            current: Arc::default(),
            rebuild_lock: Arc::default(),
            commit_lock: Arc::default(),
            wake: Arc::default(),
            searchable_seq: watch::Sender::new(0),
            visibility_timeout: VISIBILITY_TIMEOUT,
        }
    }

    /// Sets the visibility timeout, by default two seconds.
    #[must_use]
    pub fn with_visibility_timeout(self, visibility_timeout: Duration) -> Self {
        Self { visibility_timeout, ..self }
    }

    /// Opens the index of a store, or rebuilds it when it cannot be used.
    ///
    /// # Errors
    /// When the store fails, or the index cannot be built.
    pub async fn start(store: Store, generations: Generations) -> Result<Self, IndexerError> {
        let indexer = Self::without_index(store, generations);
        let vocabulary = indexer.store.vocabulary_version().await?;
        let identity = Identity::new(indexer.store.identity().await?, vocabulary);
        let vocabularies = Arc::new(indexer.store.vocabularies().await?);
        let generations = Arc::clone(&indexer.generations);
        let opened = spawn_blocking(move || generations.open_current(&identity, vocabularies)).await;
        let latest = indexer.store.latest_seq().await?;
        let usable = match opened {
            Ok(Ok(generation)) if generation.snapshot().seq <= latest => Ok(generation),
            Ok(Ok(_)) => Err("it has followed changes that the database does not hold".to_owned()),
            Ok(Err(reason)) => Err(reason),
            // Damaged files can cause a panic in the reader of the index.
            Err(panic) => Err(format!("it cannot be read: {panic}")),
        };
        match usable {
            Ok(generation) => {
                indexer.set_current(Arc::new(CurrentGeneration { generation, vocabulary }));
                match indexer.catch_up().await {
                    Err(IndexerError::Store(error)) => return Err(error.into()),
                    Err(error) => {
                        tracing::warn!(%error, "the index takes no changes: it is built from the database");
                        indexer.rebuild().await?;
                    }
                    Ok(()) => {}
                }
            }
            Err(reason) => {
                tracing::info!(reason, "the index is built from the database");
                indexer.rebuild().await?;
            }
        }
        Ok(indexer)
    }

    /// The current state of the index; `None` before there is an index.
    pub fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.snapshot_with_vocabulary_version().map(|(snapshot, _)| snapshot)
    }

    /// The current state of the index with the version of its vocabularies. The change number of the snapshot and the
    /// version identify the state.
    pub fn snapshot_with_vocabulary_version(&self) -> Option<(Arc<Snapshot>, i64)> {
        self.current.load().as_ref().map(|in_use| (in_use.generation.snapshot(), in_use.vocabulary))
    }

    /// Replaces the lexicon of the current index.
    ///
    /// # Errors
    /// When the index cannot be opened with the lexicon.
    pub async fn use_lexicon(&self, lexicon: Arc<Lexicon>) -> Result<(), IndexerError> {
        let Some(in_use) = self.current.load_full() else { return Ok(()) };
        let generations = Arc::clone(&self.generations);
        self.blocking(move || generations.use_lexicon(lexicon, &in_use.generation)).await
    }

    /// Wakes the indexer and waits until change `seq` is searchable; `false` when the visibility timeout expires.
    pub async fn wait_until_searchable(&self, seq: Seq) -> bool {
        let mut searchable = self.searchable_seq.subscribe();
        self.wake.notify_one();
        let reached =
            tokio::time::timeout(self.visibility_timeout, searchable.wait_for(|searchable| *searchable >= seq)).await;
        matches!(reached, Ok(Ok(_)))
    }

    fn set_current(&self, in_use: Arc<CurrentGeneration>) {
        let seq = in_use.generation.snapshot().seq;
        self.current.store(Some(in_use));
        self.searchable_seq.send_replace(seq);
    }

    /// Builds a new index beside the current one and swaps them. During the build, the current one serves searches and
    /// follows changes. Returns the number of records in the new index.
    ///
    /// # Errors
    /// When the store or the index fails; the present index then stays in use.
    pub async fn rebuild(&self) -> Result<u64, IndexerError> {
        let _rebuild_lock = self.rebuild_lock.lock().await;
        let mut read_transaction = self.store.read_transaction().await?;
        let seq = read_transaction.latest_seq().await?;
        let vocabulary = read_transaction.vocabulary_version().await?;
        let identity = Identity::new(self.store.identity().await?, vocabulary);
        let mut vocabularies = Arc::new(read_transaction.vocabularies().await?);
        let (generations, first) = (Arc::clone(&self.generations), Arc::clone(&vocabularies));
        let generation = self.blocking(move || generations.begin(identity, first)).await?;
        let in_use = Arc::new(CurrentGeneration { generation, vocabulary });
        let mut after = String::new();
        loop {
            let page = read_transaction.list_after(&after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = last.record.id.to_string();
            let (writing, vocabularies) = (Arc::clone(&in_use), Arc::clone(&vocabularies));
            self.blocking(move || writing.generation.put(&page, &vocabularies)).await?;
        }
        drop(read_transaction);
        // Adds the changes since the read transaction, so that no search sees an earlier state than before.
        let _commit_lock = self.commit_lock.lock().await;
        let mut read_transaction = self.store.read_transaction().await?;
        let latest = read_transaction.latest_seq().await?;
        self.put_changes(&in_use, &mut read_transaction, (seq, latest), &mut vocabularies).await?;
        drop(read_transaction);
        let (generations, installed) = (Arc::clone(&self.generations), Arc::clone(&in_use));
        self.blocking(move || {
            installed.generation.complete(latest, vocabularies)?;
            installed.generation.snapshot().warm()?;
            generations.install(&installed.generation)
        })
        .await?;
        let records = in_use.generation.snapshot().len();
        self.set_current(in_use);
        tracing::info!(records, seq = latest, "the index is built");
        Ok(records)
    }

    /// Updates the index to the latest change. All pending changes become visible to searches at once.
    ///
    /// # Errors
    /// When the store or the index fails.
    pub async fn catch_up(&self) -> Result<(), IndexerError> {
        loop {
            let commit_lock = self.commit_lock.lock().await;
            let Some(in_use) = self.current.load_full() else { return Ok(()) };
            let mut read_transaction = self.store.read_transaction().await?;
            let (seq, latest) = (in_use.generation.snapshot().seq, read_transaction.latest_seq().await?);
            let reason = if in_use.vocabulary != read_transaction.vocabulary_version().await? {
                "the vocabularies have changed: rebuilding the index"
            } else if latest - seq >= REBUILD_THRESHOLD {
                "too many changes to apply one by one: rebuilding the index"
            } else if latest == seq {
                return Ok(());
            } else {
                let mut vocabularies = Arc::clone(&in_use.generation.snapshot().vocabularies);
                self.put_changes(&in_use, &mut read_transaction, (seq, latest), &mut vocabularies).await?;
                drop(read_transaction);
                let writing = Arc::clone(&in_use);
                self.blocking(move || writing.generation.commit(latest, vocabularies)).await?;
                self.searchable_seq.send_replace(latest);
                tracing::debug!(seq = latest, "the index has followed");
                continue;
            };
            drop((read_transaction, commit_lock));
            tracing::info!(reason);
            self.rebuild().await?;
        }
    }

    /// Puts the records changed after `since`, up to and including `latest`, into a generation without a commit.
    /// Reloads `vocabularies` when organisations have been added.
    async fn put_changes(
        &self,
        in_use: &Arc<CurrentGeneration>,
        read_transaction: &mut ReadTransaction,
        (since, latest): (Seq, Seq),
        vocabularies: &mut Arc<Vocabularies>,
    ) -> Result<(), IndexerError> {
        if read_transaction.organization_count().await? != vocabularies.organizations().count() {
            *vocabularies = Arc::new(read_transaction.vocabularies().await?);
        }
        let mut from = since;
        while from < latest {
            let to = latest.min(from + PAGE);
            let page = read_transaction.changed_between(from, to).await?;
            let (writing, vocabularies) = (Arc::clone(in_use), Arc::clone(vocabularies));
            self.blocking(move || writing.generation.put(&page, &vocabularies)).await?;
            from = to;
        }
        Ok(())
    }

    /// Follows the change log until the program ends.
    pub async fn follow(self) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(POLL) => {}
                () = self.wake.notified() => {}
            }
            let Err(error) = self.catch_up().await else { continue };
            tracing::error!(%error, "the index could not follow the database");
            // An index writer that has failed accepts no further changes.
            if !matches!(error, IndexerError::Store(_))
                && let Err(error) = self.rebuild().await
            {
                tracing::error!(%error, "the index could not be built");
            }
            tokio::time::sleep(POLL * 10).await;
        }
    }

    /// Verifies the checksums of all files of the index, and rebuilds the index when a file is damaged.
    pub async fn verify(self) {
        let Some(in_use) = self.current.load_full() else { return };
        let reading = Arc::clone(&in_use);
        let damaged = self.blocking(move || reading.generation.damaged_files()).await;
        drop(in_use);
        let reason = match damaged {
            Ok(files) if files.is_empty() => {
                tracing::info!("the index is verified");
                return;
            }
            Ok(files) => format!("{} of its files are damaged", files.len()),
            Err(error) => error.to_string(),
        };
        tracing::warn!(reason, "rebuilding the index");
        if let Err(error) = self.rebuild().await {
            tracing::error!(%error, "the index could not be built");
        }
    }

    /// Closes the index and records that it is intact. It must not be used for writes afterwards.
    ///
    /// # Errors
    /// When the index fails.
    pub async fn close(&self) -> Result<(), IndexerError> {
        let Some(in_use) = self.current.load_full() else { return Ok(()) };
        self.blocking(move || in_use.generation.close()).await
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, SearchError> + Send + 'static,
    ) -> Result<T, IndexerError> {
        Ok(spawn_blocking(work).await??)
    }
}
