//! Keeps the index equal to the store: opens or rebuilds it at the start, then follows the change
//! log. The store is the truth; whatever is wrong with the index is mended by building it anew.

use arc_swap::ArcSwapOption;
use catalogue::Seq;
use catalogue::Vocabularies;
use catalogue_store::ReadTransaction;
use catalogue_store::Store;
use index::{Generation, Generations, Identity, Lexicon, SearchError, Snapshot};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::spawn_blocking;

/// How often the change log is looked at for what another process wrote.
const POLL: Duration = Duration::from_millis(300);
/// Records or changes read from the store at a time: what bounds the memory, however many there are.
const PAGE: i64 = 1_000;
/// From how many waiting changes on an index is built beside the present one: removing and merging so
/// much in place would cost searches more than a new index does.
const BULK: i64 = 5_000;

/// Why the index could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum IndexerError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] catalogue_store::StoreError),
    /// The index failed.
    #[error(transparent)]
    Index(#[from] SearchError),
    /// A thread that wrote the index was lost.
    #[error("the thread that writes the index: {0}")]
    Thread(#[from] tokio::task::JoinError),
}

/// How long an answer waits for its change to be searchable; then it says 202.
const PATIENCE: Duration = Duration::from_secs(2);

/// The index in use, and how it follows the store. Clones share it.
#[derive(Clone)]
pub struct Indexer {
    store: Store,
    generations: Arc<Generations>,
    current: Arc<ArcSwapOption<InUse>>,
    /// Held while an index is built: two at a time would take each other out of use.
    rebuild_lock: Arc<tokio::sync::Mutex<()>>,
    /// Held while what readers see is moved on.
    commit_lock: Arc<tokio::sync::Mutex<()>>,
    /// Ends the wait for the next look at the change log.
    wake: Arc<Notify>,
    /// The change up to which everything is searchable.
    shown: watch::Sender<Seq>,
    /// How long a writer waits until its change is searchable.
    visibility_timeout: Duration,
}

/// One generation with the vocabulary version that it was built with.
struct InUse {
    generation: Generation,
    vocabulary: i64,
}

impl Indexer {
    /// A store whose index is still to be built.
    pub fn without_index(store: Store, generations: Generations) -> Self {
        Self {
            store,
            generations: Arc::new(generations),
            current: Arc::default(),
            rebuild_lock: Arc::default(),
            commit_lock: Arc::default(),
            wake: Arc::default(),
            shown: watch::Sender::new(0),
            visibility_timeout: PATIENCE,
        }
    }

    /// The same, with other patience than the two seconds of the API.
    #[must_use]
    pub fn with_visibility_timeout(self, visibility_timeout: Duration) -> Self {
        Self { visibility_timeout, ..self }
    }

    /// Opens the index of a store, rebuilding it where it cannot be used.
    pub async fn start(store: Store, generations: Generations) -> Result<Self, IndexerError> {
        let sync = Self::without_index(store, generations);
        let vocabulary = sync.store.vocabulary_version().await?;
        let identity = Identity::new(sync.store.identity().await?, vocabulary);
        let vocabularies = Arc::new(sync.store.vocabularies().await?);
        let generations = Arc::clone(&sync.generations);
        let opened = spawn_blocking(move || generations.open_current(&identity, vocabularies)).await;
        let latest = sync.store.latest_seq().await?;
        let usable = match opened {
            Ok(Ok(generation)) if generation.snapshot().seq <= latest => Ok(generation),
            Ok(Ok(_)) => Err("it has followed changes that the database does not hold".to_owned()),
            Ok(Err(reason)) => Err(reason),
            // Damaged files can make the one who reads them panic.
            Err(lost) => Err(format!("it cannot be read: {lost}")),
        };
        match usable {
            Ok(generation) => {
                sync.show(Arc::new(InUse { generation, vocabulary }));
                match sync.catch_up().await {
                    Err(IndexerError::Store(error)) => return Err(error.into()),
                    Err(error) => {
                        tracing::warn!(%error, "the index takes no changes: it is built from the database");
                        sync.rebuild().await?;
                    }
                    Ok(()) => {}
                }
            }
            Err(reason) => {
                tracing::info!(reason, "the index is built from the database");
                sync.rebuild().await?;
            }
        }
        Ok(sync)
    }

    /// The index as it is now; `None` while there is none yet.
    pub fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.versioned().map(|(snapshot, _)| snapshot)
    }

    /// The index as it is now, and the version of the vocabularies that it was built with: change
    /// number and version together tell two states apart.
    pub fn versioned(&self) -> Option<(Arc<Snapshot>, i64)> {
        self.current.load().as_ref().map(|in_use| (in_use.generation.snapshot(), in_use.vocabulary))
    }

    /// From now on words mean and weigh what this lexicon says.
    pub async fn use_lexicon(&self, lexicon: Arc<Lexicon>) -> Result<(), IndexerError> {
        let Some(in_use) = self.current.load_full() else { return Ok(()) };
        let generations = Arc::clone(&self.generations);
        self.blocking(move || generations.use_lexicon(lexicon, &in_use.generation)).await
    }

    /// Says that there is something to follow, instead of waiting until it is noticed, and waits until
    /// change `seq` is searchable. `false` when that takes too long.
    pub async fn wait_until_searchable(&self, seq: Seq) -> bool {
        let mut shown = self.shown.subscribe();
        self.wake.notify_one();
        let reached = tokio::time::timeout(self.visibility_timeout, shown.wait_for(|now| *now >= seq)).await;
        matches!(reached, Ok(Ok(_)))
    }

    fn show(&self, in_use: Arc<InUse>) {
        let seq = in_use.generation.snapshot().seq;
        self.current.store(Some(in_use));
        self.shown.send_replace(seq);
    }

    /// Builds the index anew beside the old one and takes it into use. Searches, and the following of
    /// changes by the old one, go on meanwhile. Returns how many records it holds.
    pub async fn rebuild(&self) -> Result<u64, IndexerError> {
        let _building = self.rebuild_lock.lock().await;
        let mut read_transaction = self.store.read_transaction().await?;
        let seq = read_transaction.latest_seq().await?;
        let vocabulary = read_transaction.vocabulary_version().await?;
        let identity = Identity::new(self.store.identity().await?, vocabulary);
        let mut vocabularies = Arc::new(read_transaction.vocabularies().await?);
        let (generations, first) = (Arc::clone(&self.generations), Arc::clone(&vocabularies));
        let generation = self.blocking(move || generations.begin(identity, first)).await?;
        let in_use = Arc::new(InUse { generation, vocabulary });
        let mut after = String::new();
        loop {
            let page = read_transaction.list_after(&after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = last.record.id.to_string();
            let (writing, vocabularies) = (Arc::clone(&in_use), Arc::clone(&vocabularies));
            self.blocking(move || writing.generation.put(&page, &vocabularies)).await?;
        }
        drop(read_transaction);
        // What changed meanwhile comes along, so that no reader is taken back to an earlier state.
        let _moving = self.commit_lock.lock().await;
        let mut read_transaction = self.store.read_transaction().await?;
        let latest = read_transaction.latest_seq().await?;
        self.put_changes(&in_use, &mut read_transaction, (seq, latest), &mut vocabularies).await?;
        drop(read_transaction);
        let (generations, installed) = (Arc::clone(&self.generations), Arc::clone(&in_use));
        self.blocking(move || {
            installed.generation.commit(latest, vocabularies)?;
            installed.generation.snapshot().warm()?;
            generations.install(&installed.generation)
        })
        .await?;
        let records = in_use.generation.snapshot().len();
        self.show(in_use);
        tracing::info!(records, seq = latest, "the index is built");
        Ok(records)
    }

    /// Brings the index up to the latest change. However many there are, readers see them all at once.
    pub async fn catch_up(&self) -> Result<(), IndexerError> {
        loop {
            let commit_lock = self.commit_lock.lock().await;
            let Some(in_use) = self.current.load_full() else { return Ok(()) };
            let mut read_transaction = self.store.read_transaction().await?;
            let (seq, latest) = (in_use.generation.snapshot().seq, read_transaction.latest_seq().await?);
            let reason = if in_use.vocabulary != read_transaction.vocabulary_version().await? {
                "the vocabularies have changed: the index is built anew"
            } else if latest - seq >= BULK {
                "very much has changed: the index is built anew"
            } else if latest == seq {
                return Ok(());
            } else {
                let mut vocabularies = Arc::clone(&in_use.generation.snapshot().vocabularies);
                self.put_changes(&in_use, &mut read_transaction, (seq, latest), &mut vocabularies).await?;
                drop(read_transaction);
                let writing = Arc::clone(&in_use);
                self.blocking(move || writing.generation.commit(latest, vocabularies)).await?;
                self.shown.send_replace(latest);
                tracing::debug!(seq = latest, "the index has followed");
                continue;
            };
            drop((read_transaction, commit_lock));
            tracing::info!(reason);
            self.rebuild().await?;
        }
    }

    /// Puts what has changed between two changes into a generation; nothing is committed. Organisations
    /// that came along with records join the vocabularies.
    async fn put_changes(
        &self,
        in_use: &Arc<InUse>,
        read_transaction: &mut ReadTransaction,
        (since, latest): (Seq, Seq),
        vocabularies: &mut Arc<Vocabularies>,
    ) -> Result<(), IndexerError> {
        if read_transaction.organization_count().await? != vocabularies.organizations().count() {
            *vocabularies = Arc::new(read_transaction.vocabularies().await?);
        }
        let mut from = since;
        while from < latest {
            let upto = latest.min(from + PAGE);
            let page = read_transaction.changed_between(from, upto).await?;
            let (writing, vocabularies) = (Arc::clone(in_use), Arc::clone(vocabularies));
            self.blocking(move || writing.generation.put(&page, &vocabularies)).await?;
            from = upto;
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
            // A writer that has failed takes no more changes; a new index does.
            if !matches!(error, IndexerError::Store(_))
                && let Err(error) = self.rebuild().await
            {
                tracing::error!(%error, "the index could not be built");
            }
            tokio::time::sleep(POLL * 10).await;
        }
    }

    /// Reads every file of the index to its end; builds it anew when one is damaged.
    pub async fn verify(self) {
        let Some(in_use) = self.current.load_full() else { return };
        let reading = Arc::clone(&in_use);
        let damaged = self.blocking(move || reading.generation.damaged_files()).await;
        drop(in_use);
        let reason = match damaged {
            Ok(files) if files.is_empty() => {
                tracing::info!("the index is whole");
                return;
            }
            Ok(files) => format!("{} of its files are damaged", files.len()),
            Err(error) => error.to_string(),
        };
        tracing::warn!(reason, "the index is built anew");
        if let Err(error) = self.rebuild().await {
            tracing::error!(%error, "the index could not be built");
        }
    }

    /// Writes down that all is well. The index takes no writes afterwards.
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
