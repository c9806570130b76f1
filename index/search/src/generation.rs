//! Generations of the index. A new generation is built while the previous one is in use, and then replaces it.
//!
//! `{root}/{number}/` holds one generation; `{root}/current` contains the number of the one in use. Each folder has,
//! besides Tantivy's files, a `manifest.json` with the inputs of the index and the size of each file. An index that
//! does not match its manifest is rebuilt.

pub use crate::disk::manifest::Identity;

use crate::disk::columns::SegmentColumns;
use crate::disk::manifest::{self, Manifest};
use crate::disk::schema;
use crate::disk::segment::Segment;
use crate::disk::writer::{self, Writer};
use crate::error::SearchError;
use crate::lexicon::Lexicon;
use crate::snapshot::Snapshot;
use arc_swap::ArcSwap;
use catalogue::Seq;
use catalogue::Vocabularies;
use catalogue::record::StoredIntervention;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::index::SegmentId;
use tantivy::{Index, IndexReader, ReloadPolicy};

/// One index that is open for reading and writing.
pub struct Generation {
    folder: PathBuf,
    identity: Identity,
    index: Index,
    reader: IndexReader,
    writer: Writer,
    /// Held while the manifest is written: a commit and [`Self::close`] can run at the same time.
    manifest_lock: Mutex<()>,
    /// Columns of the segments of the latest snapshot, for reuse by the next one.
    columns: Mutex<HashMap<SegmentId, Arc<SegmentColumns>>>,
    lexicon: ArcSwap<Lexicon>,
    snapshot: ArcSwap<Snapshot>,
}

impl Generation {
    /// Creates an empty index in `folder`.
    fn create(
        folder: PathBuf,
        identity: Identity,
        vocabularies: Arc<Vocabularies>,
        lexicon: Arc<Lexicon>,
    ) -> Result<Self, SearchError> {
        std::fs::create_dir_all(&folder)?;
        let builder = Index::builder().schema(schema::build()).settings(schema::settings());
        let index = builder.create_in_dir(&folder)?;
        let generation = Self::start(folder, identity, index, 0, vocabularies, lexicon)?;
        generation.writer.stop_merging()?;
        Ok(generation)
    }

    /// Opens the index in `folder`; `Err` is the reason for a rebuild.
    fn open(
        folder: PathBuf,
        identity: &Identity,
        vocabularies: Arc<Vocabularies>,
        lexicon: Arc<Lexicon>,
    ) -> Result<Self, String> {
        let manifest = Manifest::read(&folder)?;
        manifest.check_identity(identity)?;
        manifest.check_sizes(&folder)?;
        let index = Index::open_in_dir(&folder).map_err(|e| format!("it cannot be opened: {e}"))?;
        let seq = writer::committed_seq(&index).map_err(|e| format!("its metadata cannot be read: {e}"))?;
        let seq = seq.ok_or("its metadata names no change")?;
        Self::start(folder, identity.clone(), index, seq, vocabularies, lexicon).map_err(|e| e.to_string())
    }

    fn start(
        folder: PathBuf,
        identity: Identity,
        index: Index,
        seq: Seq,
        vocabularies: Arc<Vocabularies>,
        lexicon: Arc<Lexicon>,
    ) -> Result<Self, SearchError> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer = Writer::new(index.clone())?;
        let searcher = reader.searcher();
        let empty = Snapshot::new(searcher, Vec::new(), seq, Arc::clone(&vocabularies), Arc::clone(&lexicon));
        let generation = Self {
            folder,
            identity,
            index,
            reader,
            writer,
            manifest_lock: Mutex::default(),
            columns: Mutex::default(),
            lexicon: ArcSwap::new(lexicon),
            snapshot: ArcSwap::from_pointee(empty),
        };
        generation.reload(seq, vocabularies)?;
        Ok(generation)
    }

    /// The snapshot of the latest commit.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// Adds or replaces records by id; records that are not public are removed. Snapshots contain the change after
    /// [`Self::commit`]. Blocks on disk I/O: do not call it on an async thread.
    ///
    /// # Errors
    /// The writer failed or is closed; later calls then fail too.
    pub fn put(&self, records: &[StoredIntervention], vocabularies: &Vocabularies) -> Result<(), SearchError> {
        self.writer.put(records, vocabularies)
    }

    /// Commits the records of [`Self::put`], with `seq` as the number of their latest change, and makes a new snapshot.
    /// Blocks on disk I/O.
    ///
    /// # Errors
    /// The writer failed or is closed, or the manifest could not be written.
    pub fn commit(&self, seq: Seq, vocabularies: Arc<Vocabularies>) -> Result<(), SearchError> {
        self.writer.commit(seq)?;
        self.write_manifest()?;
        self.reload(seq, vocabularies)
    }

    /// Commits as [`Self::commit`], and merges the segments of a new generation into one, so that a search looks up each
    /// word once.
    ///
    /// # Errors
    /// As for [`Self::commit`].
    pub fn complete(&self, seq: Seq, vocabularies: Arc<Vocabularies>) -> Result<(), SearchError> {
        self.writer.commit(seq)?;
        self.writer.merge_all()?;
        self.write_manifest()?;
        self.reload(seq, vocabularies)
    }

    /// Replaces the snapshot by one of the latest commit, with these vocabularies.
    fn reload(&self, seq: Seq, vocabularies: Arc<Vocabularies>) -> Result<(), SearchError> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let mut cached = self.columns.lock().unwrap_or_else(PoisonError::into_inner);
        let mut current = HashMap::new();
        let mut segments = Vec::with_capacity(searcher.segment_readers().len());
        for segment in searcher.segment_readers() {
            let columns = match cached.get(&segment.segment_id()) {
                Some(columns) => Arc::clone(columns),
                None => Arc::new(SegmentColumns::load(segment)?),
            };
            current.insert(segment.segment_id(), Arc::clone(&columns));
            segments.push(Segment::new(columns, segment.doc_ids_alive().collect()));
        }
        *cached = current;
        let snapshot = Snapshot::new(searcher, segments, seq, vocabularies, self.lexicon.load_full());
        self.snapshot.store(Arc::new(snapshot));
        Ok(())
    }

    /// Replaces the lexicon and makes a new snapshot with it.
    fn use_lexicon(&self, lexicon: Arc<Lexicon>) -> Result<(), SearchError> {
        self.lexicon.store(lexicon);
        let now = self.snapshot();
        self.reload(now.seq, Arc::clone(&now.vocabularies))
    }

    /// Verifies the checksum of every file and returns the damaged ones. Reads the whole index.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn damaged_files(&self) -> Result<Vec<PathBuf>, SearchError> {
        Ok(self.index.validate_checksum()?.into_iter().collect())
    }

    /// Waits for running merges, writes the manifest and closes the writer: later writes fail.
    ///
    /// # Errors
    /// A merge failed, or the manifest could not be written.
    pub fn close(&self) -> Result<(), SearchError> {
        if self.writer.close()? {
            self.write_manifest()?;
        }
        Ok(())
    }

    fn write_manifest(&self) -> Result<(), SearchError> {
        let _manifest_lock = self.manifest_lock.lock().unwrap_or_else(PoisonError::into_inner);
        Manifest::of(&self.index, &self.folder, &self.identity)?.write(&self.folder)
    }
}

/// The generations of one data directory, in the folder `root`.
#[derive(Debug)]
pub struct Generations {
    root: PathBuf,
    lexicon: ArcSwap<Lexicon>,
}

impl Generations {
    /// The generations in `root`, which is created when missing. Their snapshots use `lexicon`.
    ///
    /// # Errors
    /// The folder could not be created.
    pub fn new(root: PathBuf, lexicon: Arc<Lexicon>) -> std::io::Result<Self> {
        std::fs::create_dir_all(&root)?;
        Ok(Self { root, lexicon: ArcSwap::new(lexicon) })
    }

    fn pointer(&self) -> PathBuf {
        self.root.join("current")
    }

    /// Opens the generation in use.
    ///
    /// # Errors
    /// The reason for a rebuild, as a clause about the index ("its manifest cannot be read").
    pub fn open_current(&self, identity: &Identity, vocabularies: Arc<Vocabularies>) -> Result<Generation, String> {
        let name = std::fs::read_to_string(self.pointer()).map_err(|_| "there is none".to_owned())?;
        let number: u64 = name.trim().parse().map_err(|_| "it is not known which one is in use".to_owned())?;
        Generation::open(self.root.join(number.to_string()), identity, vocabularies, self.lexicon.load_full())
    }

    /// Creates an empty generation with the next free number. It is not in use before [`Self::install`].
    ///
    /// # Errors
    /// Its files could not be created.
    pub fn begin(&self, identity: Identity, vocabularies: Arc<Vocabularies>) -> Result<Generation, SearchError> {
        let next = self.numbers()?.into_iter().max().unwrap_or(0) + 1;
        Generation::create(self.root.join(next.to_string()), identity, vocabularies, self.lexicon.load_full())
    }

    /// Replaces the lexicon: at once in the generation `in_use`, and in every generation opened or begun later.
    ///
    /// # Errors
    /// The index in use could not be read again.
    pub fn use_lexicon(&self, lexicon: Arc<Lexicon>, in_use: &Generation) -> Result<(), SearchError> {
        self.lexicon.store(Arc::clone(&lexicon));
        in_use.use_lexicon(lexicon)
    }

    /// Makes a generation the one in use and removes the files of all others.
    ///
    /// # Errors
    /// `current` could not be written, or the folder could not be read. A folder that cannot be removed is logged
    /// and is no error.
    pub fn install(&self, generation: &Generation) -> Result<(), SearchError> {
        let name = generation.folder.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        manifest::write_whole(&self.pointer(), name.as_bytes())?;
        for number in self.numbers()?.into_iter().filter(|n| n.to_string() != name) {
            // Snapshots of the old generation keep its files open; a folder that remains only takes up space.
            if let Err(error) = std::fs::remove_dir_all(self.root.join(number.to_string())) {
                tracing::warn!(%error, number, "an old index could not be removed");
            }
        }
        Ok(())
    }

    fn numbers(&self) -> std::io::Result<Vec<u64>> {
        let entries = std::fs::read_dir(&self.root)?;
        Ok(entries.flatten().filter_map(|e| e.file_name().to_str().and_then(|n| n.parse().ok())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_can_be_written_by_several_threads() {
        let folder = tempfile::tempdir().unwrap();
        let generations = Generations::new(folder.path().to_owned(), Lexicon::shipped()).unwrap();
        let vocabularies =
            Arc::new(Vocabularies::new(std::collections::BTreeMap::new(), Vec::new(), Vec::new(), Vec::new()));
        let generation = generations.begin(Identity::new("store".into(), 1), vocabularies).unwrap();
        std::thread::scope(|scope| {
            let write = || (0..50).try_for_each(|_| generation.write_manifest());
            let threads = [scope.spawn(write), scope.spawn(write), scope.spawn(write)];
            for thread in threads {
                thread.join().unwrap().unwrap();
            }
        });
    }
}
