//! One record edited by one writer. Edits that arrive together share a transaction, and with it the
//! wait for the disk; each stands or falls by itself.

use crate::batch_writer::{Author, count_vocabularies, take_write_lock};
use crate::interventions;
use crate::record_writer::{WriteOutcome, check_references, put, references};
use crate::vocabularies::{VocabularyChange, put_organization};
use crate::{Store, StoreError, counter};
use catalogue::record::StoredIntervention;
use catalogue::record::{Intervention, InterventionId, Organization, State};
use catalogue::{MissingReference, Seq};
use jiff::Timestamp;
use sqlx::{AnyConnection, Connection};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// Most edits that share one transaction: the last of them waits for the first.
const GROUP: usize = 64;

/// What to write.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The record as it shall be.
    pub record: Intervention,
    /// Organisations that it brings along.
    pub organizations: Vec<Organization>,
    /// The revision that must be the current one; 0 when there must be none.
    pub expected: i64,
    /// When the record is archived: what to look at instead.
    pub successor: Option<InterventionId>,
    /// Who writes.
    pub author: Author,
    /// When.
    pub at: Timestamp,
}

/// What an edit has become.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedEdit {
    /// The record as it is kept.
    pub stored: StoredIntervention,
    /// The change after which everything of it is searchable.
    pub seq: Seq,
    /// Whether there is a new revision: the same record again makes none.
    pub changed: bool,
}

/// Edits that wait for their turn.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// Held by the one who writes: SQLite lets one write at a time, and others that ask it block
    /// connections that readers need.
    pub(super) turn: tokio::sync::Mutex<()>,
    waiting: Mutex<Vec<PendingEdit>>,
}

#[derive(Debug)]
struct PendingEdit {
    edit: Edit,
    answer: oneshot::Sender<Result<SavedEdit, StoreError>>,
}

impl Store {
    /// Saves one record; it is on the disk when this returns. [`StoreError::Conflict`] when the revision
    /// that was expected is not the current one.
    pub async fn save(&self, edit: Edit) -> Result<SavedEdit, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.queue.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(PendingEdit { edit, answer });
        // A task of its own: a client that hangs up must not take the edits of others with it.
        tokio::spawn(self.clone().save_waiting());
        answered.await.unwrap_or(Err(StoreError::Lost))
    }

    /// Writes what waits by now. Every edit asks for this once, and often another's turn has done it.
    async fn save_waiting(self) {
        let _turn = self.queue.turn.lock().await;
        let group: Vec<PendingEdit> = {
            let mut waiting = self.queue.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            let first = waiting.len().min(GROUP);
            waiting.drain(..first).collect()
        };
        if group.is_empty() {
            return;
        }
        let (edits, answers): (Vec<Edit>, Vec<_>) = group.into_iter().map(|w| (w.edit, w.answer)).unzip();
        let results = match self.save_together(&edits).await {
            Ok(results) => results,
            Err(error) => {
                let error = Arc::new(error);
                edits.iter().map(|_| Err(StoreError::GroupCommitFailed(Arc::clone(&error)))).collect()
            }
        };
        for (answer, result) in answers.into_iter().zip(results) {
            // Whoever asked may be gone; what is written stays written.
            let _ = answer.send(result);
        }
    }

    async fn save_together(&self, edits: &[Edit]) -> Result<Vec<Result<SavedEdit, StoreError>>, StoreError> {
        let mut tx = self.pool.begin().await?;
        take_write_lock(&mut tx).await?;
        let mut results = Vec::with_capacity(edits.len());
        for edit in edits {
            let mut attempt = tx.begin().await?;
            let result = save(&mut attempt, edit).await;
            if result.is_ok() {
                attempt.commit().await?;
            } else {
                attempt.rollback().await?;
            }
            results.push(result);
        }
        tx.commit().await?;
        Ok(results)
    }
}

async fn save(connection: &mut AnyConnection, edit: &Edit) -> Result<SavedEdit, StoreError> {
    let record = &edit.record;
    let current = interventions::find(connection, &record.id).await?;
    if current.as_ref().map_or(0, |c| c.revision) != edit.expected {
        return Err(StoreError::Conflict { current: current.map(Box::new) });
    }
    let before = counter(connection, "seq").await?;
    let mut reach = VocabularyChange::Nothing;
    for organization in &edit.organizations {
        reach = reach.max(put_organization(connection, organization).await?);
    }
    let done = put(connection, std::slice::from_ref(record), &edit.author, edit.at).await?;
    check_references(connection, &references(record).collect::<Vec<_>>()).await?;
    point_to_successor(connection, record, edit.successor.as_ref()).await?;
    let seq = counter(connection, "seq").await?;
    count_vocabularies(connection, reach, seq != before).await?;
    let stored = interventions::find(connection, &record.id).await?.ok_or(StoreError::Lost)?;
    Ok(SavedEdit { stored, seq, changed: done != [WriteOutcome::Unchanged] })
}

/// What is archived may point elsewhere; what comes back points nowhere.
async fn point_to_successor(
    connection: &mut AnyConnection,
    record: &Intervention,
    successor: Option<&InterventionId>,
) -> Result<(), StoreError> {
    let id = record.id.as_str();
    if record.state != State::Archived {
        sqlx::query("delete from successor where id = $1").bind(id).execute(connection).await?;
        return Ok(());
    }
    let Some(successor) = successor else { return Ok(()) };
    if interventions::find(connection, successor).await?.is_none() {
        let (id, other) = (record.id.clone(), successor.clone());
        return Err(StoreError::MissingReferences(vec![MissingReference { id, key: "successor", other }]));
    }
    sqlx::query(
        "insert into successor (id, successor) values ($1, $2) \
         on conflict (id) do update set successor = excluded.successor",
    )
    .bind(id)
    .bind(successor.as_str())
    .execute(connection)
    .await?;
    Ok(())
}
