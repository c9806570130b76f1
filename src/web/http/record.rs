//! Finds one record in the store, by what the caller may read.

use crate::web::http::error::{Problem, RecordLink};
use crate::web::links;
use catalogue::InterventionId;
use catalogue::access::Access;
use catalogue::record::State;
use catalogue::record::StoredIntervention;
use catalogue_store::Store;

/// Number of similar interventions shown beside a record.
pub(crate) const SIMILAR: usize = 3;

/// A published record.
///
/// # Errors
/// 410 with the successor for an archived record that has been public, else 404.
pub(crate) async fn find_public(store: &Store, id: &str) -> Result<StoredIntervention, Problem> {
    let id: InterventionId = id.parse().map_err(|_| Problem::not_found())?;
    let stored = store.find(&id).await?.ok_or_else(Problem::not_found)?;
    match stored.record.state {
        State::Published => Ok(stored),
        State::Archived if store.was_never_public(&id).await? => Err(Problem::not_found()),
        State::Archived => Err(Problem::gone(successor(store, &id).await?)),
        State::Draft | State::InReview => Err(Problem::not_found()),
    }
}

/// A record for the holder of a key: a published one, or an unpublished one that the key may read.
///
/// # Errors
/// 404 for one that it may not read, so that its existence stays hidden. 410 for an archived one, whose
/// history remains readable.
pub(crate) async fn find_for(store: &Store, id: &str, access: &Access) -> Result<StoredIntervention, Problem> {
    match find_any(store, id, access).await? {
        stored if stored.record.state == State::Archived => find_public(store, id).await,
        stored => Ok(stored),
    }
}

/// As [`find_for`], archived records included: for writing.
///
/// # Errors
/// As [`find_for`], without 410 where the key may read the record.
pub(crate) async fn find_any(store: &Store, id: &str, access: &Access) -> Result<StoredIntervention, Problem> {
    let parsed: InterventionId = id.parse().map_err(|_| Problem::not_found())?;
    let stored = store.find(&parsed).await?.ok_or_else(Problem::not_found)?;
    if access.may_read(&stored.record) { Ok(stored) } else { find_public(store, id).await }
}

async fn successor(store: &Store, id: &InterventionId) -> Result<Option<RecordLink>, Problem> {
    let Some(next) = store.successor_of(id).await? else { return Ok(None) };
    let stored = store.find(&next).await?;
    Ok(stored.map(|s| RecordLink { url: links::intervention_page(&next), id: next, name: s.record.name }))
}
