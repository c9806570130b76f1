//! Edits of single records, with group commit: edits that are pending at the same time share one transaction and its
//! sync to the disk. Each edit has its own savepoint and succeeds or fails on its own.

use crate::batch_writer::{Author, count_vocabulary_change};
use crate::record_writer::{WriteOutcome, read_rows, references_to_check, write_records};
use crate::relations::{check_references, set_successor, take_write_lock};
use crate::vocabularies::{VocabularyChange, put_organization};
use crate::{Store, StoreError, counter};
use catalogue::Seq;
use catalogue::record::{Intervention, InterventionId, Organization, State, StoredIntervention};
use jiff::Timestamp;
use sqlx::{AnyConnection, Connection};
use std::slice::from_ref;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// Maximum number of edits in one transaction. Every edit waits until the whole group is committed.
const MAX_GROUP: usize = 64;

/// An edit of one record.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The new version of the record.
    pub record: Intervention,
    /// Organisations to add or replace in the same transaction.
    pub organizations: Vec<Organization>,
    /// The revision that must be the current one (optimistic lock); 0 when the id must be unused.
    pub expected: i64,
    /// The record that replaces it; ignored unless it is archived. `None` keeps the successor that was set before.
    pub successor: Option<InterventionId>,
    /// The writer.
    pub author: Author,
    /// The time of the revision.
    pub at: Timestamp,
}

/// The outcome of an edit.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedEdit {
    /// The record as it is stored.
    pub stored: StoredIntervention,
    /// Sequence number that an index must reach to show the edit.
    pub seq: Seq,
    /// Whether there is a new revision: a record that equals the stored one gets none.
    pub changed: bool,
}

/// Edits that wait to be written.
#[derive(Debug, Default)]
pub(super) struct EditQueue {
    /// Held by the current writer of this process. SQLite allows one writer at a time; without this lock, waiting
    /// writers would occupy connections that readers need.
    pub(super) write_lock: tokio::sync::Mutex<()>,
    pending: Mutex<Vec<PendingEdit>>,
}

#[derive(Debug)]
struct PendingEdit {
    edit: Edit,
    answer: oneshot::Sender<Result<SavedEdit, StoreError>>,
}

impl Store {
    /// Saves one record. Returns after the record is synced to the disk.
    ///
    /// ```
    /// use catalogue_store::{Author, Edit, Store, StoreError};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// let store = Store::open(&folder.path().join("catalogue.sqlite")).await?;
    /// let edit = Edit {
    ///     record: serde_json::from_str(r#"{"id": "jobbsteget", "name": "Jobbsteget"}"#)?,
    ///     organizations: Vec::new(),
    ///     expected: 0,
    ///     successor: None,
    ///     author: Author { name: "import".into(), reason: String::new() },
    ///     at: "2026-01-02T03:04:05Z".parse()?,
    /// };
    /// let saved = store.save(edit.clone()).await?;
    /// assert_eq!((saved.stored.revision, saved.changed), (1, true));
    /// // Revision 0 is no longer the current one.
    /// assert!(matches!(store.save(edit).await, Err(StoreError::Conflict { .. })));
    /// # store.close().await;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when `expected` is not the current revision; [`StoreError::MissingReferences`] when
    /// `part_of`, `succeeds` or the successor names an id that no record has; [`StoreError::GroupCommitFailed`] when
    /// the shared transaction fails; another error when a statement of this edit fails.
    pub async fn save(&self, edit: Edit) -> Result<SavedEdit, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.edits.pending.lock().unwrap_or_else(PoisonError::into_inner).push(PendingEdit { edit, answer });
        // Spawned as a task: a client that disconnects must not cancel the edits of others.
        tokio::spawn(self.clone().save_pending());
        answered.await.unwrap_or(Err(StoreError::WriterLost))
    }

    /// Writes at most [`MAX_GROUP`] pending edits. Every edit spawns one call; an earlier call has often written the
    /// edit already.
    async fn save_pending(self) {
        let _write_lock = self.edits.write_lock.lock().await;
        let group: Vec<PendingEdit> = {
            let mut pending = self.edits.pending.lock().unwrap_or_else(PoisonError::into_inner);
            let size = pending.len().min(MAX_GROUP);
            pending.drain(..size).collect()
        };
        if group.is_empty() {
            return;
        }
        let (edits, answers): (Vec<Edit>, Vec<_>) = group.into_iter().map(|p| (p.edit, p.answer)).unzip();
        let results = match self.save_group(edits).await {
            Ok(results) => results,
            Err(error) => {
                let error = Arc::new(error);
                answers.iter().map(|_| Err(StoreError::GroupCommitFailed(Arc::clone(&error)))).collect()
            }
        };
        for (answer, result) in answers.into_iter().zip(results) {
            // The receiver is dropped when its client has disconnected; the edit stays written.
            let _ = answer.send(result);
        }
    }

    async fn save_group(&self, edits: Vec<Edit>) -> Result<Vec<Result<SavedEdit, StoreError>>, StoreError> {
        let mut tx = self.pool.begin().await?;
        take_write_lock(&mut tx).await?;
        let mut results = Vec::with_capacity(edits.len());
        for edit in edits {
            let mut savepoint = tx.begin().await?;
            let result = save(&mut savepoint, edit).await;
            if result.is_ok() {
                savepoint.commit().await?;
            } else {
                savepoint.rollback().await?;
            }
            results.push(result);
        }
        tx.commit().await?;
        Ok(results)
    }
}

async fn save(connection: &mut AnyConnection, edit: Edit) -> Result<SavedEdit, StoreError> {
    let Edit { record, organizations, expected, successor, author, at } = edit;
    let mut rows = read_rows(connection, std::iter::once(record.id.as_str())).await?;
    if rows.get(record.id.as_str()).map_or(0, |row| row.revision) != expected {
        let current = rows.remove(record.id.as_str()).map(|row| row.into_stored(&record.id)).transpose()?;
        return Err(StoreError::Conflict { current: current.map(Box::new) });
    }
    let seq_before = counter(connection, "seq").await?;
    let mut vocabulary_change = VocabularyChange::Nothing;
    for organization in &organizations {
        vocabulary_change = vocabulary_change.max(put_organization(connection, organization).await?);
    }
    let written = write_records(connection, from_ref(&record), &rows, &author, at).await?;
    check_references(connection, &references_to_check(from_ref(&record), &written).collect::<Vec<_>>()).await?;
    if let Some(successor) = successor.filter(|_| record.state == State::Archived) {
        set_successor(connection, &record.id, &successor).await?;
    }
    let seq = counter(connection, "seq").await?;
    count_vocabulary_change(connection, vocabulary_change, seq != seq_before).await?;
    let row = written.into_iter().next().ok_or(StoreError::WriterLost)?;
    let changed = row.outcome != WriteOutcome::Unchanged;
    Ok(SavedEdit { stored: row.into_stored(record), seq, changed })
}
