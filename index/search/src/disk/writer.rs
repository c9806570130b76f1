//! The writer of an index.

use crate::disk::{document, schema};
use crate::error::SearchError;
use catalogue::record::StoredIntervention;
use catalogue::{Seq, Vocabularies};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tantivy::merge_policy::{LogMergePolicy, NoMergePolicy};
use tantivy::{Index, IndexWriter, Term};

/// Memory budget of the writer thread, in bytes; Tantivy requires at least 15 MB.
const WRITER_MEMORY: usize = 64 << 20;
/// Share of deleted documents in a segment above which its level is merged. Tantivy's default ignores deletions, and
/// all segments of fewer than 10,000 documents are in one level.
const DELETED_RATIO: f32 = 0.3;
/// Number of segments of one level from which they are merged.
const MIN_MERGED_SEGMENTS: usize = 4;

const CLOSED: SearchError = SearchError::Missing("its writer: it is closed");

/// Writes records into an index with one thread.
pub(crate) struct Writer {
    index: Index,
    /// `None` once closed.
    inner: Mutex<Option<IndexWriter>>,
}

impl Writer {
    pub(crate) fn new(index: Index) -> Result<Self, SearchError> {
        let writer: IndexWriter = index.writer_with_num_threads(1, WRITER_MEMORY)?;
        merge_in_background(&writer);
        Ok(Self { index, inner: Mutex::new(Some(writer)) })
    }

    /// Leaves segments as they are until [`Self::merge_all`]: a new index is merged once.
    pub(crate) fn stop_merging(&self) -> Result<(), SearchError> {
        self.lock().as_ref().ok_or(CLOSED)?.set_merge_policy(Box::new(NoMergePolicy));
        Ok(())
    }

    /// Merges all committed segments into one, and those of later commits in the background.
    pub(crate) fn merge_all(&self) -> Result<(), SearchError> {
        let mut guard = self.lock();
        let writer = guard.as_mut().ok_or(CLOSED)?;
        let segments = self.index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        merge_in_background(writer);
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Option<IndexWriter>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces records by id; records that are not public are removed. Does not commit.
    pub(crate) fn put(&self, records: &[StoredIntervention], vocabularies: &Vocabularies) -> Result<(), SearchError> {
        let guard = self.lock();
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

    /// Commits, with the number of the latest change as payload. Blocks on disk I/O.
    pub(crate) fn commit(&self, seq: Seq) -> Result<(), SearchError> {
        let mut guard = self.lock();
        let mut commit = guard.as_mut().ok_or(CLOSED)?.prepare_commit()?;
        commit.set_payload(&seq.to_string());
        commit.commit()?;
        Ok(())
    }

    /// Waits for running merges and closes the writer. Returns `false` if it was closed already.
    pub(crate) fn close(&self) -> Result<bool, SearchError> {
        let Some(writer) = self.lock().take() else { return Ok(false) };
        writer.wait_merging_threads()?;
        Ok(true)
    }
}

/// Merges segments when there are several of a size, or one has many deleted documents.
fn merge_in_background(writer: &IndexWriter) {
    let mut merges = LogMergePolicy::default();
    merges.set_del_docs_ratio_before_merge(DELETED_RATIO);
    merges.set_min_num_segments(MIN_MERGED_SEGMENTS);
    writer.set_merge_policy(Box::new(merges));
}

/// The change number in the payload of the latest commit; `None` when there is none.
pub(crate) fn committed_seq(index: &Index) -> tantivy::Result<Option<Seq>> {
    Ok(index.load_metas()?.payload.as_deref().and_then(|payload| payload.parse().ok()))
}
