//! Looking up one record, for pages and API alike.

use crate::web::http::error::{Problem, RecordLink};
use catalogue::InterventionId;
use catalogue::access::Access;
use catalogue::record::State;
use catalogue::record::StoredIntervention;
use catalogue_store::Store;

/// How many similar interventions stand beside a record.
pub(crate) const SIMILAR: usize = 3;

/// The address of an intervention's page.
pub(crate) fn page_of(id: &InterventionId) -> String {
    format!("/insats/{id}")
}

/// A record that everyone may see; 410 with its successor when it has been archived.
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

/// A record for the holder of a key: what everyone may see, and what is still being written where it may
/// be read. What may not is not found, since even that it exists says something. An archived one is gone
/// for everyone; its history is not.
pub(crate) async fn find_for(store: &Store, id: &str, access: &Access) -> Result<StoredIntervention, Problem> {
    match find_any(store, id, access).await? {
        stored if stored.record.state == State::Archived => find_public(store, id).await,
        stored => Ok(stored),
    }
}

/// As [`find_for`], with the archive: for writing.
pub(crate) async fn find_any(store: &Store, id: &str, access: &Access) -> Result<StoredIntervention, Problem> {
    let parsed: InterventionId = id.parse().map_err(|_| Problem::not_found())?;
    let stored = store.find(&parsed).await?.ok_or_else(Problem::not_found)?;
    if access.may_read(&stored.record) { Ok(stored) } else { find_public(store, id).await }
}

async fn successor(store: &Store, id: &InterventionId) -> Result<Option<RecordLink>, Problem> {
    let Some(next) = store.successor_of(id).await? else { return Ok(None) };
    let stored = store.find(&next).await?;
    Ok(stored.map(|s| RecordLink { url: page_of(&next), id: next, name: s.record.name }))
}
