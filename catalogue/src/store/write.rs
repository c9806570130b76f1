//! The one way in: a batch of records, all or none, each as a new revision with a line in the
//! change log.

use super::vocabularies::{Reach, put_organization, replace_all};
use super::{ChangeKind, MissingReference, Seq, Store, StoreError, counter};
use crate::digest;
use crate::exchange::{Batch, to_line};
use crate::model::{Intervention, InterventionId, State};
use jiff::Timestamp;
use sqlx::{AnyConnection, Row};
use std::collections::{BTreeMap, BTreeSet};

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
pub struct Outcome {
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

impl Store {
    /// Writes a batch in one transaction. With `dry_run` everything is done and then undone, so the
    /// outcome is what a write would give. A record that is the same already makes no revision.
    pub async fn write(
        &self,
        batch: &Batch,
        author: &Author,
        at: Timestamp,
        dry_run: bool,
    ) -> Result<Outcome, StoreError> {
        let _turn = self.queue.turn.lock().await;
        let mut tx = self.pool.begin().await?;
        let before = take_write_lock(&mut tx).await?;
        let moved = moved(&mut tx, &batch.seen).await?;
        if !moved.is_empty() {
            return Err(StoreError::Moved(moved));
        }
        let mut reach = Reach::Nothing;
        if let Some(vocabularies) = &batch.vocabularies {
            reach = reach.max(replace_all(&mut tx, vocabularies).await?);
        }
        for organization in &batch.organizations {
            reach = reach.max(put_organization(&mut tx, organization).await?);
        }
        let mut outcome = Outcome { vocabularies: reach != Reach::Nothing, ..Outcome::default() };
        for record in &batch.records {
            match put(&mut tx, record, author, at).await? {
                Put::Created => outcome.created.push(record.id.clone()),
                Put::Updated => outcome.updated.push(record.id.clone()),
                Put::Unchanged => outcome.unchanged += 1,
            }
        }
        check_references(&mut tx, &batch.records).await?;
        outcome.seq = counter(&mut tx, "seq").await?;
        count_vocabularies(&mut tx, reach, outcome.seq != before).await?;
        if dry_run {
            tx.rollback().await?;
        } else {
            tx.commit().await?;
        }
        Ok(outcome)
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
    reach: Reach,
    with_records: bool,
) -> Result<(), StoreError> {
    if reach == Reach::Changed || (reach == Reach::Added && !with_records) {
        sqlx::query("update counter set value = value + 1 where name = 'vocabulary'").execute(connection).await?;
    }
    Ok(())
}

/// Those of the records that are at another revision than they were seen at.
async fn moved(
    connection: &mut AnyConnection,
    seen: &BTreeMap<InterventionId, i64>,
) -> Result<Vec<InterventionId>, StoreError> {
    let mut moved = Vec::new();
    for (id, expected) in seen {
        let row = sqlx::query("select revision from intervention where id = $1").bind(id.as_str());
        let row = row.fetch_optional(&mut *connection).await?;
        let revision: i64 = row.map(|row| row.try_get(0)).transpose()?.unwrap_or(0);
        if revision != *expected {
            moved.push(id.clone());
        }
    }
    Ok(moved)
}

/// What writing one record did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Put {
    Created,
    Updated,
    Unchanged,
}

pub(super) async fn put(
    connection: &mut AnyConnection,
    record: &Intervention,
    author: &Author,
    at: Timestamp,
) -> Result<Put, StoreError> {
    let id = record.id.as_str();
    let unreadable = |source| StoreError::Unreadable { id: id.to_owned(), source };
    let body = to_line(record).map_err(unreadable)?;
    let old = sqlx::query("select revision, state, body from intervention where id = $1")
        .bind(id)
        .fetch_optional(&mut *connection)
        .await?;
    let (revision, was_public) = match &old {
        None => (1, false),
        Some(row) => {
            let old_body: String = row.try_get(2)?;
            if old_body == body {
                return Ok(Put::Unchanged);
            }
            let (revision, state): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
            (revision + 1, state == State::Published.name())
        }
    };
    let hash = digest::short(&[&body]);
    let time = at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let state = record.state.name();
    sqlx::query(
        "insert into intervention (id, revision, state, body, hash, created, updated) values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (id) do update set revision = excluded.revision, state = excluded.state, body = excluded.body, \
         hash = excluded.hash, updated = excluded.updated",
    )
    .bind(id)
    .bind(revision)
    .bind(state)
    .bind(&body)
    .bind(&hash)
    .bind(&time)
    .bind(&time)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into revision (id, revision, author, reason, at, state, body) values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(revision)
    .bind(&author.name)
    .bind(&author.reason)
    .bind(&time)
    .bind(state)
    .bind(&body)
    .execute(&mut *connection)
    .await?;
    let kind = match (was_public, record.state == State::Published) {
        (false, true) => Some(ChangeKind::Created),
        (true, true) => Some(ChangeKind::Updated),
        (true, false) => Some(ChangeKind::Removed),
        // The public never saw it.
        (false, false) => None,
    };
    if let Some(kind) = kind {
        let row = sqlx::query("update counter set value = value + 1 where name = 'seq' returning value")
            .fetch_one(&mut *connection)
            .await?;
        let seq: Seq = row.try_get(0)?;
        sqlx::query("insert into change (seq, id, change, revision, at, hash) values ($1, $2, $3, $4, $5, $6)")
            .bind(seq)
            .bind(id)
            .bind(kind.name())
            .bind(revision)
            .bind(&time)
            .bind(&hash)
            .execute(&mut *connection)
            .await?;
    }
    Ok(if old.is_some() { Put::Updated } else { Put::Created })
}

/// After the batch: what its records belong to or continue must be there.
pub(super) async fn check_references(
    connection: &mut AnyConnection,
    records: &[Intervention],
) -> Result<(), StoreError> {
    let here: BTreeSet<&InterventionId> = records.iter().map(|r| &r.id).collect();
    let mut missing = Vec::new();
    for record in records {
        for (key, other) in [("part_of", &record.part_of), ("succeeds", &record.succeeds)] {
            let Some(other) = other.as_ref().filter(|id| !here.contains(id)) else { continue };
            let found = sqlx::query("select id from intervention where id = $1")
                .bind(other.as_str())
                .fetch_optional(&mut *connection)
                .await?;
            if found.is_none() {
                missing.push(MissingReference { id: record.id.clone(), key, other: other.clone() });
            }
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(StoreError::MissingReferences(missing)) }
}
