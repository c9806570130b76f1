//! Records as new revisions, each with a line in the change log.

use crate::batch_writer::Author;
use crate::statements::{self, ROWS};
use crate::{ChangeKind, StoreError};
use catalogue::hash;
use catalogue::record::{Intervention, State};
use catalogue::to_json_line;
use catalogue::{MissingReference, Seq};
use jiff::Timestamp;
use sqlx::{AnyConnection, Row};
use std::collections::{HashMap, HashSet};

/// What writing one record did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WriteOutcome {
    Created,
    Updated,
    Unchanged,
}

/// A record as it is before the write.
struct StoredRow {
    revision: i64,
    was_public: bool,
    body: String,
}

/// A record that differs from what is there.
struct PendingRow<'r> {
    record: &'r Intervention,
    revision: i64,
    body: String,
    hash: String,
    kind: Option<ChangeKind>,
}

/// Writes at most [`ROWS`] records, each id once; what is the same already makes no revision. Says what
/// became of each.
pub(super) async fn put(
    connection: &mut AnyConnection,
    records: &[Intervention],
    author: &Author,
    at: Timestamp,
) -> Result<Vec<WriteOutcome>, StoreError> {
    let old = old(connection, records).await?;
    let (mut done, mut next) = (Vec::with_capacity(records.len()), Vec::new());
    for record in records {
        let id = record.id.as_str();
        let body = to_json_line(record).map_err(|source| StoreError::Unreadable { id: id.to_owned(), source })?;
        let old = old.get(id);
        done.push(match old {
            Some(old) if old.body == body => WriteOutcome::Unchanged,
            Some(_) => WriteOutcome::Updated,
            None => WriteOutcome::Created,
        });
        if done.last() == Some(&WriteOutcome::Unchanged) {
            continue;
        }
        let kind = match (old.is_some_and(|old| old.was_public), record.state == State::Published) {
            (false, true) => Some(ChangeKind::Created),
            (true, true) => Some(ChangeKind::Updated),
            (true, false) => Some(ChangeKind::Removed),
            // The public never saw it.
            (false, false) => None,
        };
        let hash = hash::short(&[&body]);
        next.push(PendingRow { record, revision: old.map_or(0, |old| old.revision) + 1, body, hash, kind });
    }
    if !next.is_empty() {
        let time = at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        insert_records(connection, &next, &time).await?;
        insert_revisions(connection, &next, author, &time).await?;
        insert_changes(connection, &next, &time).await?;
    }
    Ok(done)
}

async fn old(
    connection: &mut AnyConnection,
    records: &[Intervention],
) -> Result<HashMap<String, StoredRow>, StoreError> {
    let sql = format!(
        "select id, revision, state, body from intervention where id in {}",
        statements::placeholders(1, records.len())
    );
    let rows = statements::bound(&sql, records.iter().map(|record| record.id.as_str())).fetch_all(connection).await?;
    let read = |row: &sqlx::any::AnyRow| {
        let state: String = row.try_get(2)?;
        let was_public = state == State::Published.name();
        Ok((row.try_get(0)?, StoredRow { revision: row.try_get(1)?, was_public, body: row.try_get(3)? }))
    };
    rows.iter().map(read).collect()
}

async fn insert_records(connection: &mut AnyConnection, next: &[PendingRow<'_>], time: &str) -> Result<(), StoreError> {
    let sql = format!(
        "insert into intervention (id, revision, state, body, hash, created, updated) values {} \
         on conflict (id) do update set revision = excluded.revision, state = excluded.state, body = excluded.body, \
         hash = excluded.hash, updated = excluded.updated",
        statements::placeholders(next.len(), 7)
    );
    let mut statement = statements::statement(&sql);
    for PendingRow { record, revision, body, hash, .. } in next {
        statement = statement.bind(record.id.as_str()).bind(revision).bind(record.state.name()).bind(body);
        statement = statement.bind(hash).bind(time).bind(time);
    }
    statement.execute(connection).await?;
    Ok(())
}

async fn insert_revisions(
    connection: &mut AnyConnection,
    next: &[PendingRow<'_>],
    author: &Author,
    time: &str,
) -> Result<(), StoreError> {
    let sql = format!(
        "insert into revision (id, revision, author, reason, at, state, body) values {}",
        statements::placeholders(next.len(), 7)
    );
    let mut statement = statements::statement(&sql);
    for PendingRow { record, revision, body, .. } in next {
        statement = statement.bind(record.id.as_str()).bind(revision).bind(&author.name).bind(&author.reason);
        statement = statement.bind(time).bind(record.state.name()).bind(body);
    }
    statement.execute(connection).await?;
    Ok(())
}

/// Numbers of the log have no gaps: the counter goes up by as many as there are lines.
async fn insert_changes(connection: &mut AnyConnection, next: &[PendingRow<'_>], time: &str) -> Result<(), StoreError> {
    let told: Vec<(&PendingRow<'_>, ChangeKind)> = next.iter().filter_map(|next| Some((next, next.kind?))).collect();
    if told.is_empty() {
        return Ok(());
    }
    let row = sqlx::query("update counter set value = value + $1 where name = 'seq' returning value")
        .bind(told.len() as i64)
        .fetch_one(&mut *connection)
        .await?;
    let last: Seq = row.try_get(0)?;
    let sql = format!(
        "insert into change (seq, id, change, revision, at, hash) values {}",
        statements::placeholders(told.len(), 6)
    );
    let mut statement = statements::statement(&sql);
    for (seq, (PendingRow { record, revision, hash, .. }, kind)) in (last + 1 - told.len() as i64..).zip(told) {
        statement = statement.bind(seq).bind(record.id.as_str()).bind(kind.name()).bind(revision);
        statement = statement.bind(time).bind(hash);
    }
    statement.execute(connection).await?;
    Ok(())
}

/// What a record belongs to and what it continues, each as what is missing when it is not there.
pub(super) fn references(record: &Intervention) -> impl Iterator<Item = MissingReference> {
    let named = [("part_of", &record.part_of), ("succeeds", &record.succeeds)];
    named
        .into_iter()
        .filter_map(|(key, other)| Some(MissingReference { id: record.id.clone(), key, other: other.clone()? }))
}

/// Those references that lead nowhere, as an error.
pub(super) async fn check_references(
    connection: &mut AnyConnection,
    references: &[MissingReference],
) -> Result<(), StoreError> {
    let mut missing = Vec::new();
    for part in references.chunks(ROWS) {
        let sql = format!("select id from intervention where id in {}", statements::placeholders(1, part.len()));
        let found = statements::bound(&sql, part.iter().map(|r| r.other.as_str())).fetch_all(&mut *connection).await?;
        let found: HashSet<String> = found.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
        missing.extend(part.iter().filter(|r| !found.contains(r.other.as_str())).cloned());
    }
    if missing.is_empty() { Ok(()) } else { Err(StoreError::MissingReferences(missing)) }
}
