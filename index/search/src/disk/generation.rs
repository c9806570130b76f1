//! An index on disk: made beside the old one, checked when opened, written by one writer.
//!
//! `{root}/{number}/` holds one generation, `{root}/current` names the one in use. Beside
//! Tantivy's files lies `manifest.json`: what the index was made from, how far it has followed
//! the change log, and the size of each file. Whatever does not agree with it is rebuilt.

pub use crate::disk::manifest::Identity;

use crate::SearchError;
use crate::answer::search::{Segment, Snapshot};
use crate::disk::columns::SegmentColumns;
use crate::disk::manifest::{self, Manifest};
use crate::disk::{document, schema};
use crate::lexicon::Lexicon;
use arc_swap::ArcSwap;
use catalogue::Seq;
use catalogue::Vocabularies;
use catalogue::record::StoredIntervention;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::index::SegmentId;
use tantivy::merge_policy::LogMergePolicy;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Term};

/// Memory of the one writer thread, in bytes; Tantivy's least is 15 MB.
const WRITER_MEMORY: usize = 32 << 20;

const CLOSED: SearchError = SearchError::Missing("its writer: it is closed");

/// One index that is open for reading and writing.
pub struct Generation {
    folder: PathBuf,
    identity: Identity,
    index: Index,
    reader: IndexReader,
    writer: Mutex<Option<IndexWriter>>,
    columns: Mutex<HashMap<SegmentId, Arc<SegmentColumns>>>,
    lexicon: ArcSwap<Lexicon>,
    snapshot: ArcSwap<Snapshot>,
}

impl Generation {
    /// Makes an empty index in a folder of its own.
    fn create(
        folder: PathBuf,
        identity: Identity,
        vocabularies: Arc<Vocabularies>,
        lexicon: Arc<Lexicon>,
    ) -> Result<Self, SearchError> {
        std::fs::create_dir_all(&folder)?;
        let index = Index::create_in_dir(&folder, schema::build())?;
        Self::start(folder, identity, index, 0, vocabularies, lexicon)
    }

    /// Opens an index; `Err` says in words why it must be rebuilt.
    fn open(
        folder: PathBuf,
        identity: &Identity,
        vocabularies: Arc<Vocabularies>,
        lexicon: Arc<Lexicon>,
    ) -> Result<Self, String> {
        let manifest = Manifest::read(&folder)?;
        manifest.agrees_with(identity)?;
        manifest.sizes_hold(&folder)?;
        let index = Index::open_in_dir(&folder).map_err(|e| format!("it cannot be opened: {e}"))?;
        let metas = index.load_metas().map_err(|e| format!("its metadata cannot be read: {e}"))?;
        let seq = metas.payload.as_deref().and_then(|p| p.parse().ok()).ok_or("its metadata names no change")?;
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
        schema::register(&index);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer: IndexWriter = index.writer_with_num_threads(1, WRITER_MEMORY)?;
        let mut merges = LogMergePolicy::default();
        // Edits leave deleted documents behind; below 10,000 records the default never cleans up.
        merges.set_del_docs_ratio_before_merge(0.3);
        merges.set_min_num_segments(4);
        writer.set_merge_policy(Box::new(merges));
        let searcher = reader.searcher();
        let empty = Snapshot::new(searcher, Vec::new(), seq, Arc::clone(&vocabularies), Arc::clone(&lexicon));
        let generation = Self {
            folder,
            identity,
            index,
            reader,
            writer: Mutex::new(Some(writer)),
            columns: Mutex::default(),
            lexicon: ArcSwap::new(lexicon),
            snapshot: ArcSwap::from_pointee(empty),
        };
        generation.reload(seq, vocabularies)?;
        Ok(generation)
    }

    /// The state after the latest commit.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// Takes in records; readers see nothing of it before [`Self::commit`]. What is not
    /// public is removed. Blocks on the disk: not for the threads that answer requests.
    pub fn put(&self, records: &[StoredIntervention], vocabularies: &Vocabularies) -> Result<(), SearchError> {
        let guard = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let writer = guard.as_ref().ok_or(CLOSED)?;
        let schema = self.index.schema();
        let id = schema::get(&schema, schema::ID)?;
        for stored in records {
            writer.delete_term(Term::from_field_text(id, stored.record.id.as_str()));
        }
        for stored in records.iter().filter(|s| s.is_public()) {
            writer.add_document(document::build(&schema, stored, vocabularies)?)?;
        }
        Ok(())
    }

    /// Commits what was put, as of change `seq`, and shows it to readers. Blocks on the disk.
    pub fn commit(&self, seq: Seq, vocabularies: Arc<Vocabularies>) -> Result<(), SearchError> {
        {
            let mut guard = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
            let mut commit = guard.as_mut().ok_or(CLOSED)?.prepare_commit()?;
            commit.set_payload(&seq.to_string());
            commit.commit()?;
        }
        self.write_manifest()?;
        self.reload(seq, vocabularies)
    }

    /// Shows the latest commit to readers, and other vocabularies where they have changed.
    pub fn reload(&self, seq: Seq, vocabularies: Arc<Vocabularies>) -> Result<(), SearchError> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let mut known = self.columns.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = HashMap::new();
        let mut segments = Vec::with_capacity(searcher.segment_readers().len());
        for segment in searcher.segment_readers() {
            let columns = match known.get(&segment.segment_id()) {
                Some(columns) => Arc::clone(columns),
                None => Arc::new(SegmentColumns::load(segment)?),
            };
            kept.insert(segment.segment_id(), Arc::clone(&columns));
            segments.push(Segment { columns, alive: segment.doc_ids_alive().collect() });
        }
        *known = kept;
        let snapshot = Snapshot::new(searcher, segments, seq, vocabularies, self.lexicon.load_full());
        self.snapshot.store(Arc::new(snapshot));
        Ok(())
    }

    /// From now on words mean and weigh what this lexicon says; the records are as they were.
    fn use_lexicon(&self, lexicon: Arc<Lexicon>) -> Result<(), SearchError> {
        self.lexicon.store(lexicon);
        let now = self.snapshot();
        self.reload(now.seq, Arc::clone(&now.vocabularies))
    }

    /// Reads every file to its end; the damaged ones, where there are any.
    pub fn damaged_files(&self) -> Result<Vec<PathBuf>, SearchError> {
        Ok(self.index.validate_checksum()?.into_iter().collect())
    }

    /// Waits for merges and writes down that all is well. The generation takes no writes afterwards.
    pub fn close(&self) -> Result<(), SearchError> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(writer) = writer {
            writer.wait_merging_threads()?;
            self.write_manifest()?;
        }
        Ok(())
    }

    fn write_manifest(&self) -> Result<(), SearchError> {
        Manifest::of(&self.index, &self.folder, &self.identity)?.write(&self.folder)
    }
}

/// The folder that holds the generations of one data directory.
#[derive(Debug)]
pub struct Generations {
    root: PathBuf,
    lexicon: ArcSwap<Lexicon>,
}

impl Generations {
    /// The generations below a folder, which is made when missing; words mean in them what the
    /// lexicon says.
    pub fn new(root: PathBuf, lexicon: Arc<Lexicon>) -> std::io::Result<Self> {
        std::fs::create_dir_all(&root)?;
        Ok(Self { root, lexicon: ArcSwap::new(lexicon) })
    }

    fn pointer(&self) -> PathBuf {
        self.root.join("current")
    }

    /// Opens the generation in use; `Err` says in words why one must be built.
    pub fn open_current(&self, identity: &Identity, vocabularies: Arc<Vocabularies>) -> Result<Generation, String> {
        let name = std::fs::read_to_string(self.pointer()).map_err(|_| "there is none".to_owned())?;
        let number: u64 = name.trim().parse().map_err(|_| "it is not known which one is in use".to_owned())?;
        Generation::open(self.root.join(number.to_string()), identity, vocabularies, self.lexicon.load_full())
    }

    /// Makes an empty generation beside the others.
    pub fn begin(&self, identity: Identity, vocabularies: Arc<Vocabularies>) -> Result<Generation, SearchError> {
        let next = self.numbers()?.into_iter().max().unwrap_or(0) + 1;
        Generation::create(self.root.join(next.to_string()), identity, vocabularies, self.lexicon.load_full())
    }

    /// From now on words mean what this lexicon says, in `in_use` at once and in those that come.
    pub fn use_lexicon(&self, lexicon: Arc<Lexicon>, in_use: &Generation) -> Result<(), SearchError> {
        self.lexicon.store(Arc::clone(&lexicon));
        in_use.use_lexicon(lexicon)
    }

    /// From now on this generation is the one in use; the files of all others are removed.
    pub fn install(&self, generation: &Generation) -> Result<(), SearchError> {
        let name = generation.folder.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        manifest::write_whole(&self.pointer(), name.as_bytes())?;
        for number in self.numbers()?.into_iter().filter(|n| n.to_string() != name) {
            // A reader of the old generation keeps its open files; a left-over folder is only space.
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
