//! Finds a record in the store, within the access rights of the caller.

use crate::web::http::error::{Problem, RecordLink};
use crate::web::links;
use catalogue::InterventionId;
use catalogue::access::Access;
use catalogue::record::State;
use catalogue::record::StoredIntervention;
use catalogue_store::Store;

/// Number of similar interventions shown beside a record.
pub(crate) const SIMILAR_SHOWN: usize = 3;

/// Finds a public record.
///
/// # Errors
/// 410 with its successor when it is archived, 404 when it has never been public.
pub(crate) async fn find_public(store: &Store, id: &str) -> Result<StoredIntervention, Problem> {
    let stored = find(store, id).await?;
    ensure_public(store, stored).await
}

/// Finds a record for the holder of a key: a public record, or a draft that the key may read.
///
/// # Errors
/// 410 with its successor when it is archived, even if the key may read its history. 404 when the key may not read it,
/// so that the response does not disclose whether it exists.
pub(crate) async fn find_for(store: &Store, id: &str, access: &Access) -> Result<StoredIntervention, Problem> {
    let stored = find_any(store, id, access).await?;
    if stored.record.state == State::Archived { ensure_public(store, stored).await } else { Ok(stored) }
}

/// Like [`find_for`], but also returns archived records, which can be edited.
///
/// # Errors
/// As [`find_public`] for a record that the key may not read.
pub(crate) async fn find_any(store: &Store, id: &str, access: &Access) -> Result<StoredIntervention, Problem> {
    let stored = find(store, id).await?;
    if access.may_read(&stored.record) { Ok(stored) } else { ensure_public(store, stored).await }
}

async fn find(store: &Store, id: &str) -> Result<StoredIntervention, Problem> {
    let id: InterventionId = id.parse().map_err(|_| Problem::not_found())?;
    store.find(&id).await?.ok_or_else(Problem::not_found)
}

async fn ensure_public(store: &Store, stored: StoredIntervention) -> Result<StoredIntervention, Problem> {
    let id = &stored.record.id;
    match stored.record.state {
        State::Published => Ok(stored),
        State::Archived if store.was_never_public(id).await? => Err(Problem::not_found()),
        State::Archived => Err(Problem::gone(successor(store, id).await?)),
        State::Draft | State::InReview => Err(Problem::not_found()),
    }
}

async fn successor(store: &Store, id: &InterventionId) -> Result<Option<RecordLink>, Problem> {
    let Some(next) = store.successor_of(id).await? else { return Ok(None) };
    let stored = store.find(&next).await?;
    Ok(stored.map(|s| RecordLink { url: links::intervention_page(&next), id: next, name: s.record.name }))
}
