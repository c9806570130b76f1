//! Writes a batch of records in one transaction.

use crate::record_writer::{WriteOutcome, read_rows, references_to_check, write_records};
use crate::relations::{check_references, take_write_lock};
use crate::statements::ROWS;
use crate::vocabularies::{VocabularyChange, put_organization, replace_all};
use crate::{Store, StoreError, counter};
use catalogue::progress::Progress;
use catalogue::record::InterventionId;
use catalogue::{Batch, MissingReference, Seq};
use jiff::Timestamp;
use sqlx::{Any, AnyConnection, Transaction};
use tokio::sync::MutexGuard;

/// The writer of a revision and the reason for it. Kept with the revision, never shown to the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Name of a key, or a command of the program.
    pub name: String,
    /// The reason; may be empty.
    pub reason: String,
}

/// What a batch changed, or with `dry_run` would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BatchOutcome {
    /// Records that are new.
    pub created: Vec<InterventionId>,
    /// Records with a new revision.
    pub updated: Vec<InterventionId>,
    /// Number of records that were equal to the stored ones.
    pub unchanged: usize,
    /// Whether a vocabulary or an organisation was added or changed.
    pub vocabularies: bool,
    /// Sequence number of the latest change after the batch.
    pub seq: Seq,
}

/// An open transaction that writes a batch in parts. Readers see the batch after [`BatchWriter::finish`];
/// dropping the writer rolls it back.
pub struct BatchWriter<'a> {
    tx: Transaction<'static, Any>,
    _write_lock: MutexGuard<'a, ()>,
    author: &'a Author,
    at: Timestamp,
    seq_before: Seq,
    vocabulary_change: VocabularyChange,
    outcome: BatchOutcome,
    references: Vec<MissingReference>,
}

impl Store {
    /// Writes a batch in one transaction. With `dry_run` the transaction is rolled back and the outcome is that of a
    /// real write. A record that equals the stored one gets no new revision.
    ///
    /// # Errors
    /// As [`BatchWriter::write`] and [`BatchWriter::finish`].
    pub async fn write(
        &self,
        batch: &Batch,
        author: &Author,
        at: Timestamp,
        dry_run: bool,
    ) -> Result<BatchOutcome, StoreError> {
        let mut writer = self.begin_batch(author, at).await?;
        writer.write(batch, &Progress::default()).await?;
        writer.finish(dry_run).await
    }

    /// Begins a batch that is written in parts. Other writers wait until it ends, readers do not.
    ///
    /// # Errors
    /// When the database fails, or another process holds its write lock for longer than ten seconds.
    pub async fn begin_batch<'a>(&'a self, author: &'a Author, at: Timestamp) -> Result<BatchWriter<'a>, StoreError> {
        let write_lock = self.edits.write_lock.lock().await;
        let mut tx = self.pool.begin().await?;
        Ok(BatchWriter {
            seq_before: take_write_lock(&mut tx).await?,
            tx,
            _write_lock: write_lock,
            author,
            at,
            vocabulary_change: VocabularyChange::Nothing,
            outcome: BatchOutcome::default(),
            references: Vec::new(),
        })
    }
}

impl BatchWriter<'_> {
    /// Writes a part of the batch; `progress` counts its records.
    ///
    /// # Errors
    /// [`StoreError::StaleRevision`] with every record of the part that has another revision than expected, and
    /// when the database fails. After an error the writer must be dropped.
    pub async fn write(&mut self, part: &Batch, progress: &Progress) -> Result<(), StoreError> {
        if let Some(vocabularies) = &part.vocabularies {
            self.vocabulary_change = self.vocabulary_change.max(replace_all(&mut self.tx, vocabularies).await?);
        }
        for organization in &part.organizations {
            self.vocabulary_change = self.vocabulary_change.max(put_organization(&mut self.tx, organization).await?);
        }
        let mut stale: Vec<InterventionId> = Vec::new();
        for records in part.records.chunks(ROWS) {
            let rows = read_rows(&mut self.tx, records.iter().map(|record| record.id.as_str())).await?;
            let is_stale = |id: &&InterventionId| {
                let revision = rows.get(id.as_str()).map_or(0, |row| row.revision);
                part.expected_revisions.get(id).is_some_and(|expected| *expected != revision)
            };
            stale.extend(records.iter().map(|record| &record.id).filter(is_stale).cloned());
            if !stale.is_empty() {
                // Nothing will be written; the remaining rows are read to report every stale record.
                continue;
            }
            let written = write_records(&mut self.tx, records, &rows, self.author, self.at).await?;
            for (record, row) in records.iter().zip(&written) {
                match row.outcome {
                    WriteOutcome::Created => self.outcome.created.push(record.id.clone()),
                    WriteOutcome::Updated => self.outcome.updated.push(record.id.clone()),
                    WriteOutcome::Unchanged => self.outcome.unchanged += 1,
                }
            }
            self.references.extend(references_to_check(records, &written));
            progress.add(records.len());
        }
        if stale.is_empty() {
            return Ok(());
        }
        stale.sort_unstable();
        Err(StoreError::StaleRevision(stale))
    }

    /// Commits the batch, or with `dry_run` rolls it back.
    ///
    /// # Errors
    /// [`StoreError::MissingReferences`] when `part_of` or `succeeds` of a record names an id that no record has, and
    /// when the database fails. Nothing is written then.
    pub async fn finish(mut self, dry_run: bool) -> Result<BatchOutcome, StoreError> {
        check_references(&mut self.tx, &self.references).await?;
        let seq = counter(&mut self.tx, "seq").await?;
        count_vocabulary_change(&mut self.tx, self.vocabulary_change, seq != self.seq_before).await?;
        if dry_run {
            self.tx.rollback().await?;
        } else {
            self.tx.commit().await?;
        }
        let vocabularies = self.vocabulary_change != VocabularyChange::Nothing;
        Ok(BatchOutcome { vocabularies, seq, ..self.outcome })
    }
}

/// Increments the version of the vocabularies, so that indexes are rebuilt. An addition together with records
/// needs no new version: the index reads it with the records.
pub(super) async fn count_vocabulary_change(
    connection: &mut AnyConnection,
    change: VocabularyChange,
    with_records: bool,
) -> Result<(), StoreError> {
    if change == VocabularyChange::Changed || (change == VocabularyChange::Added && !with_records) {
        sqlx::query("update counter set value = value + 1 where name = 'vocabulary'").execute(connection).await?;
    }
    Ok(())
}
