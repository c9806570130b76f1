//! The one way in: a batch of records, all or none, each as a new revision with a line in the
//! change log.

use crate::record_writer::{WriteOutcome, check_references, put, references};
use crate::statements::{self, ROWS};
use crate::vocabularies::{VocabularyChange, put_organization, replace_all};
use crate::{Store, StoreError, counter};
use catalogue::Batch;
use catalogue::progress::Progress;
use catalogue::record::InterventionId;
use catalogue::{MissingReference, Seq};
use jiff::Timestamp;
use sqlx::{Any, AnyConnection, Row, Transaction};
use std::collections::BTreeMap;
use tokio::sync::MutexGuard;

/// Who writes, and why; kept with the revision, never shown to the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// An account, or the program's own command.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// What a batch did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BatchOutcome {
    /// Records that are new.
    pub created: Vec<InterventionId>,
    /// Records that differ now.
    pub updated: Vec<InterventionId>,
    /// How many were the same already.
    pub unchanged: usize,
    /// Whether a vocabulary or organisation differs or came along.
    pub vocabularies: bool,
    /// Number of the latest change afterwards.
    pub seq: Seq,
}

/// A batch on its way into the store: readers see nothing of it before [`BatchWriter::end`], and nothing
/// of it is left when that does not come.
pub struct BatchWriter<'a> {
    tx: Transaction<'static, Any>,
    _turn: MutexGuard<'a, ()>,
    author: &'a Author,
    at: Timestamp,
    before: Seq,
    reach: VocabularyChange,
    outcome: BatchOutcome,
    references: Vec<MissingReference>,
}

impl Store {
    /// Writes a batch in one transaction. With `dry_run` everything is done and then undone, so the
    /// outcome is what a write would give. A record that is the same already makes no revision.
    pub async fn write(
        &self,
        batch: &Batch,
        author: &Author,
        at: Timestamp,
        dry_run: bool,
    ) -> Result<BatchOutcome, StoreError> {
        let mut writing = self.begin(author, at).await?;
        writing.add(batch, &Progress::default()).await?;
        writing.end(dry_run).await
    }

    /// Begins a batch that comes in parts. Other writers wait until it ends, readers do not.
    pub async fn begin<'a>(&'a self, author: &'a Author, at: Timestamp) -> Result<BatchWriter<'a>, StoreError> {
        let turn = self.queue.turn.lock().await;
        let mut tx = self.pool.begin().await?;
        let before = take_write_lock(&mut tx).await?;
        let (reach, outcome, references) = (VocabularyChange::Nothing, BatchOutcome::default(), Vec::new());
        Ok(BatchWriter { tx, _turn: turn, author, at, before, reach, outcome, references })
    }
}

impl BatchWriter<'_> {
    /// Adds a part, and counts its records as they are written.
    pub async fn add(&mut self, part: &Batch, progress: &Progress) -> Result<(), StoreError> {
        let moved = moved(&mut self.tx, &part.expected_revisions).await?;
        if !moved.is_empty() {
            return Err(StoreError::StaleRevision(moved));
        }
        if let Some(vocabularies) = &part.vocabularies {
            self.reach = self.reach.max(replace_all(&mut self.tx, vocabularies).await?);
        }
        for organization in &part.organizations {
            self.reach = self.reach.max(put_organization(&mut self.tx, organization).await?);
        }
        for records in part.records.chunks(ROWS) {
            let done = put(&mut self.tx, records, self.author, self.at).await?;
            for (record, done) in records.iter().zip(done) {
                match done {
                    WriteOutcome::Created => self.outcome.created.push(record.id.clone()),
                    WriteOutcome::Updated => self.outcome.updated.push(record.id.clone()),
                    WriteOutcome::Unchanged => self.outcome.unchanged += 1,
                }
            }
            self.references.extend(records.iter().flat_map(references));
            progress.add(records.len());
        }
        Ok(())
    }

    /// Keeps what was added, or with `dry_run` undoes it. What the records belong to or continue must
    /// be there by now.
    pub async fn end(mut self, dry_run: bool) -> Result<BatchOutcome, StoreError> {
        check_references(&mut self.tx, &self.references).await?;
        let seq = counter(&mut self.tx, "seq").await?;
        count_vocabularies(&mut self.tx, self.reach, seq != self.before).await?;
        if dry_run {
            self.tx.rollback().await?;
        } else {
            self.tx.commit().await?;
        }
        Ok(BatchOutcome { vocabularies: self.reach != VocabularyChange::Nothing, seq, ..self.outcome })
    }
}

/// Takes the write lock before anything is read, so that two writers queue up instead of one failing
/// half-way. Returns the number of the latest change.
pub(super) async fn take_write_lock(connection: &mut AnyConnection) -> Result<Seq, StoreError> {
    let row = sqlx::query("update counter set value = value where name = 'seq' returning value");
    Ok(row.fetch_one(connection).await?.try_get(0)?)
}

/// What only came along is shown with the records that it came with; alone it must be noticed too.
pub(super) async fn count_vocabularies(
    connection: &mut AnyConnection,
    reach: VocabularyChange,
    with_records: bool,
) -> Result<(), StoreError> {
    if reach == VocabularyChange::Changed || (reach == VocabularyChange::Added && !with_records) {
        sqlx::query("update counter set value = value + 1 where name = 'vocabulary'").execute(connection).await?;
    }
    Ok(())
}

/// Those of the records that are at another revision than they were seen at.
async fn moved(
    connection: &mut AnyConnection,
    expected: &BTreeMap<InterventionId, i64>,
) -> Result<Vec<InterventionId>, StoreError> {
    let all: Vec<(&InterventionId, i64)> = expected.iter().map(|(id, revision)| (id, *revision)).collect();
    let mut moved = Vec::new();
    for part in all.chunks(ROWS) {
        let sql =
            format!("select id, revision from intervention where id in {}", statements::placeholders(1, part.len()));
        let ids = part.iter().map(|(id, _)| id.as_str());
        let now: BTreeMap<String, i64> = statements::bound(&sql, ids)
            .fetch_all(&mut *connection)
            .await?
            .iter()
            .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .collect::<Result<_, StoreError>>()?;
        let is_moved = |(id, expected): &&(&InterventionId, i64)| now.get(id.as_str()).unwrap_or(&0) != expected;
        moved.extend(part.iter().filter(is_moved).map(|(id, _)| (*id).clone()));
    }
    Ok(moved)
}
