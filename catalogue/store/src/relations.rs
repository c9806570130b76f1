//! The table of relations between interventions. It is indexed by both ends, so that a lookup reads no records.
//!
//! A relation of kind `part_of` or `succeeds` duplicates a member of its record; one of kind `successor` is stored
//! only here, and only while the record is archived.

use crate::statements::{self, ROWS};
use crate::{Store, StoreError};
use catalogue::record::{Intervention, InterventionId, State};
use catalogue::{MissingReference, Seq};
use serde::Deserialize;
use sqlx::{AnyConnection, Connection, Row};
use std::collections::HashSet;

/// The kind of a relation, and the key of the reference that states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// The intervention is part of the target.
    PartOf,
    /// The intervention continues the target.
    Succeeds,
    /// The archived intervention is replaced by the target.
    Successor,
}

impl RelationKind {
    /// Every kind.
    pub const ALL: [RelationKind; 3] = [RelationKind::PartOf, RelationKind::Succeeds, RelationKind::Successor];

    /// Its name in the database, and the key of the reference in the record or the request.
    pub fn name(self) -> &'static str {
        match self {
            RelationKind::PartOf => "part_of",
            RelationKind::Succeeds => "succeeds",
            RelationKind::Successor => "successor",
        }
    }
}

/// One relation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// The intervention that states it.
    pub id: InterventionId,
    /// Its kind.
    pub kind: RelationKind,
    /// The intervention that it points to.
    pub target: InterventionId,
}

/// Maximum number of archived records that are followed to a public one.
const MAX_SUCCESSIONS: usize = 8;
/// Records read at a time while the table is filled.
const FILL_PAGE: i64 = 1_000;
/// Name of the row of `meta` that exists once the table is filled.
const FILLED: &str = "relations";

const TOUCHING: &str = "select id, kind, target from relation where id = $1 \
                        union select id, kind, target from relation where target = $1 order by id, kind";
const CONTINUED_BY: &str = "select r.id from relation r join intervention i on i.id = r.id \
                            where r.target = $1 and r.kind = $2 and i.state = $3 order by r.id limit 1";
const SUCCESSOR: &str = "select r.target, i.state from relation r join intervention i on i.id = r.target \
                         where r.id = $1 and r.kind = $2";

impl Store {
    /// Every relation from or to an intervention, ordered by id and kind, in any state of either end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn relations_of(&self, id: &InterventionId) -> Result<Vec<Relation>, StoreError> {
        let rows = sqlx::query(TOUCHING).bind(id.as_str()).fetch_all(&self.pool).await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in &rows {
            let (id, kind, target): (String, String, String) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
            let kind = RelationKind::ALL.into_iter().find(|known| known.name() == kind);
            if let (Ok(id), Some(kind), Ok(target)) = (id.parse(), kind, target.parse()) {
                found.push(Relation { id, kind, target });
            }
        }
        Ok(found)
    }

    /// The public record that replaces an archived one: the first by id whose `succeeds` names it, else its successor.
    /// Archived successors are followed, at most eight. `None` when there is no public record.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn successor_of(&self, id: &InterventionId) -> Result<Option<InterventionId>, StoreError> {
        let mut archived = id.clone();
        for _ in 0..MAX_SUCCESSIONS {
            let continued = sqlx::query(CONTINUED_BY)
                .bind(archived.as_str())
                .bind(RelationKind::Succeeds.name())
                .bind(State::Published.name())
                .fetch_optional(&self.pool)
                .await?;
            if let Some(row) = continued {
                return Ok(row.try_get::<String, _>(0)?.parse().ok());
            }
            let row = sqlx::query(SUCCESSOR).bind(archived.as_str()).bind(RelationKind::Successor.name());
            let Some(row) = row.fetch_optional(&self.pool).await? else { break };
            let (next, state): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let Ok(next) = next.parse() else { break };
            if state == State::Published.name() {
                return Ok(Some(next));
            }
            archived = next;
        }
        Ok(None)
    }

    /// Fills the table from the records of a database that was written before the table existed. Later calls only
    /// read, so that a store can be opened while another process writes.
    pub(super) async fn ensure_relations(&self) -> Result<(), StoreError> {
        let mut connection = self.pool.acquire().await?;
        if is_filled(&mut connection).await? {
            return Ok(());
        }
        let mut tx = connection.begin().await?;
        take_write_lock(&mut tx).await?;
        // Another process may have filled it while this one waited for the lock.
        if !is_filled(&mut tx).await? {
            fill(&mut tx).await?;
            sqlx::query("insert into meta (name, value) values ($1, 'filled')").bind(FILLED).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// Takes the write lock of the database before the first read: a second writer then waits instead of failing when
/// its read transaction is upgraded. Returns the sequence number of the latest change.
pub(super) async fn take_write_lock(connection: &mut AnyConnection) -> Result<Seq, StoreError> {
    let row = sqlx::query("update counter set value = value where name = 'seq' returning value");
    Ok(row.fetch_one(connection).await?.try_get(0)?)
}

async fn is_filled(connection: &mut AnyConnection) -> Result<bool, StoreError> {
    let row = sqlx::query("select value from meta where name = $1").bind(FILLED).fetch_optional(connection).await?;
    Ok(row.is_some())
}

/// The members of a record that state relations.
#[derive(Deserialize)]
struct StatedRelations {
    part_of: Option<InterventionId>,
    succeeds: Option<InterventionId>,
}

async fn fill(connection: &mut AnyConnection) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let rows = sqlx::query("select id, body from intervention where id > $1 order by id limit $2")
            .bind(&after)
            .bind(FILL_PAGE)
            .fetch_all(&mut *connection)
            .await?;
        let mut stated = Vec::with_capacity(rows.len());
        for row in &rows {
            let (id, body): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            match serde_json::from_str::<StatedRelations>(&body) {
                Ok(relations) => stated.push((id.clone(), relations)),
                // The record is unreadable everywhere else too; the next write of it inserts its relations.
                Err(error) => tracing::warn!(id, %error, "a record in the database cannot be read"),
            }
            after = id;
        }
        let mut relations = Vec::new();
        for (id, StatedRelations { part_of, succeeds }) in &stated {
            relations.extend(part_of.iter().map(|target| (id.as_str(), RelationKind::PartOf, target.as_str())));
            relations.extend(succeeds.iter().map(|target| (id.as_str(), RelationKind::Succeeds, target.as_str())));
        }
        insert(connection, &relations).await?;
        if rows.is_empty() {
            return Ok(());
        }
    }
}

async fn insert(connection: &mut AnyConnection, relations: &[(&str, RelationKind, &str)]) -> Result<(), StoreError> {
    for part in relations.chunks(ROWS) {
        let sql = format!("insert into relation (id, kind, target) values {}", statements::placeholders(part.len(), 3));
        let values = part.iter().flat_map(|(id, kind, target)| [*id, kind.name(), *target]);
        statements::bound(&sql, values).execute(&mut *connection).await?;
    }
    Ok(())
}

/// The references that a record holds.
pub(super) fn references(record: &Intervention) -> impl Iterator<Item = (RelationKind, &InterventionId)> {
    let part_of = record.part_of.iter().map(|target| (RelationKind::PartOf, target));
    part_of.chain(record.succeeds.iter().map(|target| (RelationKind::Succeeds, target)))
}

/// Replaces the relations of at most [`ROWS`] written records. The flag of a record says whether it existed before, so
/// that the table may hold rows of it. The successor is deleted when the record is not archived.
pub(super) async fn replace(
    connection: &mut AnyConnection,
    written: &[(&Intervention, bool)],
) -> Result<(), StoreError> {
    let former = |archived: bool| {
        written
            .iter()
            .filter(move |(record, existed)| *existed && (record.state == State::Archived) == archived)
            .map(|(record, _)| record.id.as_str())
            .collect::<Vec<_>>()
    };
    for (ids, condition) in [(former(false), ""), (former(true), " and kind <> 'successor'")] {
        if !ids.is_empty() {
            let places = statements::placeholders(1, ids.len());
            let sql = format!("delete from relation where id in {places}{condition}");
            statements::bound(&sql, ids).execute(&mut *connection).await?;
        }
    }
    let stated: Vec<_> = written
        .iter()
        .flat_map(|(record, _)| references(record).map(|(kind, target)| (record.id.as_str(), kind, target.as_str())))
        .collect();
    insert(connection, &stated).await
}

/// Sets the successor of an archived record.
///
/// # Errors
/// [`StoreError::MissingReferences`] when no record has the id `successor`.
pub(super) async fn set_successor(
    connection: &mut AnyConnection,
    id: &InterventionId,
    successor: &InterventionId,
) -> Result<(), StoreError> {
    let key = RelationKind::Successor.name();
    let reference = MissingReference { id: id.clone(), key, other: successor.clone() };
    check_references(connection, &[reference]).await?;
    sqlx::query(
        "insert into relation (id, kind, target) values ($1, $2, $3) \
         on conflict (id, kind) do update set target = excluded.target",
    )
    .bind(id.as_str())
    .bind(key)
    .bind(successor.as_str())
    .execute(connection)
    .await?;
    Ok(())
}

/// Checks that every reference names an id that a record has.
///
/// # Errors
/// [`StoreError::MissingReferences`] with the references that do not, in their order.
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
