//! Keeps the index equal to the store: opens or rebuilds it at the start, then follows the change
//! log. The store is the truth; whatever is wrong with the index is mended by building it anew.

use arc_swap::ArcSwapOption;
use catalogue::store::{Seq, Stored};
use catalogue::{InterventionId, Store, Vocabularies};
use index::{Generation, Generations, Identity, Lexicon, SearchError, Snapshot};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::spawn_blocking;

/// How often the change log is looked at for what another process wrote.
const POLL: Duration = Duration::from_millis(300);
/// Records read from the store at a time.
const PAGE: i64 = 1_000;

/// Why the index could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] catalogue::store::StoreError),
    /// The index failed.
    #[error(transparent)]
    Index(#[from] SearchError),
    /// A thread that wrote the index was lost.
    #[error("the thread that writes the index: {0}")]
    Thread(#[from] tokio::task::JoinError),
}

/// The index in use, and how it follows the store. Clones share it.
#[derive(Clone)]
pub struct Sync {
    store: Store,
    generations: Arc<Generations>,
    current: Arc<ArcSwapOption<InUse>>,
    /// Held while an index is built: two at a time would take each other out of use.
    building: Arc<tokio::sync::Mutex<()>>,
}

/// One generation with the vocabulary version that it was built with.
struct InUse {
    generation: Generation,
    vocabulary: i64,
}

impl Sync {
    /// A store whose index is still to be built.
    pub fn without_index(store: Store, generations: Generations) -> Self {
        Self { store, generations: Arc::new(generations), current: Arc::default(), building: Arc::default() }
    }

    /// Opens the index of a store, rebuilding it where it cannot be used.
    pub async fn start(store: Store, generations: Generations) -> Result<Self, SyncError> {
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
                sync.current.store(Some(Arc::new(InUse { generation, vocabulary })));
                match sync.catch_up().await {
                    Err(SyncError::Store(error)) => return Err(error.into()),
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
    pub async fn use_lexicon(&self, lexicon: Arc<Lexicon>) -> Result<(), SyncError> {
        let Some(in_use) = self.current.load_full() else { return Ok(()) };
        let generations = Arc::clone(&self.generations);
        self.blocking(move || generations.use_lexicon(lexicon, &in_use.generation)).await
    }

    /// Builds the index anew beside the old one and takes it into use. Returns how many records it holds.
    pub async fn rebuild(&self) -> Result<u64, SyncError> {
        let _building = self.building.lock().await;
        // Read first: what changes meanwhile is followed from here on, and putting a record twice does no harm.
        let seq = self.store.latest_seq().await?;
        let vocabulary = self.store.vocabulary_version().await?;
        let identity = Identity::new(self.store.identity().await?, vocabulary);
        let vocabularies = Arc::new(self.store.vocabularies().await?);
        let mut generation = self
            .blocking({
                let (generations, vocabularies) = (Arc::clone(&self.generations), Arc::clone(&vocabularies));
                move || generations.begin(identity, vocabularies)
            })
            .await?;
        let mut after = String::new();
        loop {
            let page = self.store.list_after(&after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = last.record.id.to_string();
            let vocabularies = Arc::clone(&vocabularies);
            generation = self.blocking(move || generation.put(&page, &[], &vocabularies).map(|()| generation)).await?;
        }
        let generations = Arc::clone(&self.generations);
        let generation = self
            .blocking(move || {
                generation.commit(seq, vocabularies)?;
                generations.install(&generation)?;
                Ok(generation)
            })
            .await?;
        let records = generation.snapshot().len();
        self.current.store(Some(Arc::new(InUse { generation, vocabulary })));
        tracing::info!(records, seq, "the index is built");
        Ok(records)
    }

    /// Brings the index up to the latest change.
    pub async fn catch_up(&self) -> Result<(), SyncError> {
        let Some(in_use) = self.current.load_full() else { return Ok(()) };
        if in_use.vocabulary != self.store.vocabulary_version().await? {
            tracing::info!("the vocabularies have changed: the index is built anew");
            self.rebuild().await?;
            return Ok(());
        }
        loop {
            let seq = in_use.generation.snapshot().seq;
            let changes = self.store.changes_since(seq, PAGE).await?;
            let Some(last) = changes.last() else { return Ok(()) };
            let last: Seq = last.seq;
            let (mut put, mut removed): (Vec<Stored>, Vec<String>) = (Vec::new(), Vec::new());
            for change in &changes {
                let found = match change.id.parse::<InterventionId>() {
                    Ok(id) => self.store.find(&id).await?,
                    Err(_) => None,
                };
                match found {
                    Some(stored) => put.push(stored),
                    None => removed.push(change.id.clone()),
                }
            }
            let vocabularies: Arc<Vocabularies> = Arc::new(self.store.vocabularies().await?);
            let writing = Arc::clone(&in_use);
            self.blocking(move || {
                writing.generation.put(&put, &removed, &vocabularies)?;
                writing.generation.commit(last, vocabularies)
            })
            .await?;
            tracing::debug!(seq = last, "the index has followed");
        }
    }

    /// Follows the change log until the program ends.
    pub async fn follow(self) {
        loop {
            tokio::time::sleep(POLL).await;
            let Err(error) = self.catch_up().await else { continue };
            tracing::error!(%error, "the index could not follow the database");
            // A writer that has failed takes no more changes; a new index does.
            if !matches!(error, SyncError::Store(_))
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
    pub async fn close(&self) -> Result<(), SyncError> {
        let Some(in_use) = self.current.load_full() else { return Ok(()) };
        self.blocking(move || in_use.generation.close()).await
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, SearchError> + Send + 'static,
    ) -> Result<T, SyncError> {
        Ok(spawn_blocking(work).await??)
    }
}
