//! Writes records as new revisions, with an entry in the change log for each public one.

use crate::batch_writer::Author;
use crate::statements;
use crate::{ChangeKind, StoreError, relations};
use catalogue::record::{Intervention, InterventionId, State, StoredIntervention};
use catalogue::{MissingReference, Seq, hash, to_json_line};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};
use std::collections::HashMap;

/// The effect of writing one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WriteOutcome {
    Created,
    Updated,
    /// The stored record has the same JSON: there is no new revision.
    Unchanged,
}

/// A row of the table of records. The record stays unparsed JSON, since a write only compares it.
#[derive(Debug, Clone)]
pub(super) struct StoredRow {
    pub(super) revision: i64,
    was_public: bool,
    body: String,
    hash: String,
    created: String,
    updated: String,
}

/// The columns of a record beside its JSON, as they are after a write.
#[derive(Debug)]
pub(super) struct WrittenRow {
    pub(super) outcome: WriteOutcome,
    revision: i64,
    hash: String,
    created: String,
    updated: String,
}

/// A record that differs from the stored one.
struct PendingRow<'r> {
    record: &'r Intervention,
    existed: bool,
    revision: i64,
    body: String,
    hash: String,
    /// `None` when neither the stored record nor this one is public.
    change: Option<ChangeKind>,
}

impl StoredRow {
    /// # Errors
    /// [`StoreError::Unreadable`] when the JSON is not a record.
    pub(super) fn into_stored(self, id: &InterventionId) -> Result<StoredIntervention, StoreError> {
        let record =
            serde_json::from_str(&self.body).map_err(|source| StoreError::Unreadable { id: id.to_string(), source })?;
        let Self { revision, hash, created, updated, .. } = self;
        Ok(StoredIntervention { record, revision, hash, created, updated })
    }
}

impl WrittenRow {
    pub(super) fn into_stored(self, record: Intervention) -> StoredIntervention {
        let Self { revision, hash, created, updated, .. } = self;
        StoredIntervention { record, revision, hash, created, updated }
    }
}

/// The rows of at most [`statements::ROWS`] records, by id. An id that was never used has no entry.
pub(super) async fn read_rows(
    connection: &mut AnyConnection,
    ids: impl ExactSizeIterator<Item = &str>,
) -> Result<HashMap<String, StoredRow>, StoreError> {
    let places = statements::placeholders(1, ids.len());
    let sql =
        format!("select id, revision, state, body, hash, created, updated from intervention where id in {places}");
    let rows = statements::bound(&sql, ids).fetch_all(connection).await?;
    let read = |row: &AnyRow| {
        let state: String = row.try_get(2)?;
        let stored = StoredRow {
            revision: row.try_get(1)?,
            was_public: state == State::Published.name(),
            body: row.try_get(3)?,
            hash: row.try_get(4)?,
            created: row.try_get(5)?,
            updated: row.try_get(6)?,
        };
        Ok((row.try_get(0)?, stored))
    };
    rows.iter().map(read).collect()
}

/// Writes at most [`statements::ROWS`] records with distinct ids. `rows` are the rows that [`read_rows`] has returned
/// for them in the same transaction. Returns one row for each record, in their order.
pub(super) async fn write_records(
    connection: &mut AnyConnection,
    records: &[Intervention],
    rows: &HashMap<String, StoredRow>,
    author: &Author,
    at: Timestamp,
) -> Result<Vec<WrittenRow>, StoreError> {
    let time = at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (mut written, mut pending) = (Vec::with_capacity(records.len()), Vec::new());
    for record in records {
        let id = record.id.as_str();
        let body = to_json_line(record).map_err(|source| StoreError::Unreadable { id: id.to_owned(), source })?;
        let stored = rows.get(id);
        if let Some(stored) = stored.filter(|stored| stored.body == body) {
            let StoredRow { revision, hash, created, updated, .. } = stored.clone();
            written.push(WrittenRow { outcome: WriteOutcome::Unchanged, revision, hash, created, updated });
            continue;
        }
        let change = match (stored.is_some_and(|stored| stored.was_public), record.state == State::Published) {
            (false, true) => Some(ChangeKind::Created),
            (true, true) => Some(ChangeKind::Updated),
            (true, false) => Some(ChangeKind::Removed),
            (false, false) => None,
        };
        let (revision, hash) = (stored.map_or(0, |stored| stored.revision) + 1, hash::short(&[&body]));
        written.push(WrittenRow {
            outcome: if stored.is_some() { WriteOutcome::Updated } else { WriteOutcome::Created },
            revision,
            hash: hash.clone(),
            created: stored.map_or_else(|| time.clone(), |stored| stored.created.clone()),
            updated: time.clone(),
        });
        pending.push(PendingRow { record, existed: stored.is_some(), revision, body, hash, change });
    }
    if !pending.is_empty() {
        insert_records(connection, &pending, &time).await?;
        insert_revisions(connection, &pending, author, &time).await?;
        insert_changes(connection, &pending, &time).await?;
        let changed: Vec<_> = pending.iter().map(|row| (row.record, row.existed)).collect();
        relations::replace(connection, &changed).await?;
    }
    Ok(written)
}

async fn insert_records(
    connection: &mut AnyConnection,
    pending: &[PendingRow<'_>],
    time: &str,
) -> Result<(), StoreError> {
    let sql = format!(
        "insert into intervention (id, revision, state, body, hash, created, updated) values {} \
         on conflict (id) do update set revision = excluded.revision, state = excluded.state, body = excluded.body, \
         hash = excluded.hash, updated = excluded.updated",
        statements::placeholders(pending.len(), 7)
    );
    let mut statement = statements::statement(&sql);
    for PendingRow { record, revision, body, hash, .. } in pending {
        statement = statement.bind(record.id.as_str()).bind(revision).bind(record.state.name()).bind(body);
        statement = statement.bind(hash).bind(time).bind(time);
    }
    statement.execute(connection).await?;
    Ok(())
}

async fn insert_revisions(
    connection: &mut AnyConnection,
    pending: &[PendingRow<'_>],
    author: &Author,
    time: &str,
) -> Result<(), StoreError> {
    let sql = format!(
        "insert into revision (id, revision, author, reason, at, state, body) values {}",
        statements::placeholders(pending.len(), 7)
    );
    let mut statement = statements::statement(&sql);
    for PendingRow { record, revision, body, .. } in pending {
        statement = statement.bind(record.id.as_str()).bind(revision).bind(&author.name).bind(&author.reason);
        statement = statement.bind(time).bind(record.state.name()).bind(body);
    }
    statement.execute(connection).await?;
    Ok(())
}

/// Adds an entry to the change log for each record that is or was public. Sequence numbers have no gaps: the counter
/// grows by the number of entries.
async fn insert_changes(
    connection: &mut AnyConnection,
    pending: &[PendingRow<'_>],
    time: &str,
) -> Result<(), StoreError> {
    let public: Vec<(&PendingRow<'_>, ChangeKind)> =
        pending.iter().filter_map(|row| Some((row, row.change?))).collect();
    if public.is_empty() {
        return Ok(());
    }
    let row = sqlx::query("update counter set value = value + $1 where name = 'seq' returning value")
        .bind(public.len() as i64)
        .fetch_one(&mut *connection)
        .await?;
    let last: Seq = row.try_get(0)?;
    let sql = format!(
        "insert into change (seq, id, change, revision, at, hash) values {}",
        statements::placeholders(public.len(), 6)
    );
    let mut statement = statements::statement(&sql);
    for (seq, (PendingRow { record, revision, hash, .. }, change)) in (last + 1 - public.len() as i64..).zip(public) {
        statement = statement.bind(seq).bind(record.id.as_str()).bind(change.name()).bind(revision);
        statement = statement.bind(time).bind(hash);
    }
    statement.execute(connection).await?;
    Ok(())
}

/// The references of the records that a write has changed. The references of an unchanged record were checked when it
/// was written, and no record is ever deleted.
pub(super) fn references_to_check<'a>(
    records: &'a [Intervention],
    written: &'a [WrittenRow],
) -> impl Iterator<Item = MissingReference> + 'a {
    let changed = records.iter().zip(written).filter(|(_, row)| row.outcome != WriteOutcome::Unchanged);
    changed.flat_map(|(record, _)| {
        relations::references(record).map(|(kind, target)| MissingReference {
            id: record.id.clone(),
            key: kind.name(),
            other: target.clone(),
        })
    })
}
