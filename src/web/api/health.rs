//! Health checks: whether the process runs, and whether it can answer searches.

use crate::indexer::Indexer;
use crate::web::http::error::{Problem, json};
use crate::web::http::operation::ApiOperation;
use axum::extract::State;
use axum::response::Response;
use catalogue_store::Store;
use serde::Serialize;
use utoipa::ToSchema;

/// The process answers requests.
#[derive(Serialize, ToSchema)]
struct AliveResponse {
    /// Always `alive`.
    status: &'static str,
}

/// The latest changes in the store and in the index.
#[derive(Serialize, ToSchema)]
struct ReadyResponse {
    /// Always `ready`.
    status: &'static str,
    /// Number of the latest change in the store.
    store_seq: i64,
    /// Number of the latest searchable change.
    index_seq: i64,
    /// Searchable records.
    records: u64,
}

pub(crate) fn alive_operation() -> ApiOperation {
    ApiOperation::new("Alive").response::<AliveResponse>(200, "The process answers requests")
}

pub(crate) fn ready_operation() -> ApiOperation {
    ApiOperation::new("Ready: store and index, and how far each of them is")
        .response::<ReadyResponse>(200, "Searches are answered")
}

pub(crate) async fn alive() -> Response {
    json(&AliveResponse { status: "alive" })
}

/// Returns 200 when the store responds and the index is loaded.
pub(crate) async fn ready(State(store): State<Store>, State(indexer): State<Indexer>) -> Result<Response, Problem> {
    let store_seq = store.latest_seq().await?;
    let snapshot = indexer.snapshot().ok_or_else(Problem::not_ready)?;
    Ok(json(&ReadyResponse { status: "ready", store_seq, index_seq: snapshot.seq, records: snapshot.len() }))
}
