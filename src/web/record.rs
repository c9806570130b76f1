//! Looking up one record that everyone may see, for pages and API alike.

use super::error::{Page, Problem};
use catalogue::model::State;
use catalogue::store::Stored;
use catalogue::{InterventionId, Store};

/// How many similar interventions stand beside a record.
pub(crate) const SIMILAR: usize = 3;

/// The address of an intervention's page.
pub(crate) fn page_of(id: &InterventionId) -> String {
    format!("/insats/{id}")
}

/// A record that everyone may see; 410 with its successor when it has been archived.
pub(crate) async fn find_public(store: &Store, id: &str) -> Result<Stored, Problem> {
    let id: InterventionId = id.parse().map_err(|_| Problem::not_found())?;
    let stored = store.find(&id).await?.ok_or_else(Problem::not_found)?;
    match stored.record.state {
        State::Published => Ok(stored),
        State::Archived => Err(Problem::gone(successor(store, &id).await?)),
        State::Draft | State::InReview => Err(Problem::not_found()),
    }
}

async fn successor(store: &Store, id: &InterventionId) -> Result<Option<Page>, Problem> {
    let Some(next) = store.successor_of(id).await? else { return Ok(None) };
    let stored = store.find(&next).await?;
    Ok(stored.map(|s| Page { url: page_of(&next), id: next, name: s.record.name }))
}
