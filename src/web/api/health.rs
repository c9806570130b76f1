//! For those who run the service: is it alive, is it ready.

use crate::app::AppState;
use crate::indexer::Indexer;
use crate::web::http::error::{Problem, json};
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use catalogue_store::Store;
use serde_json::json;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready))
}

async fn alive() -> Response {
    json(&json!({"status": "alive"}))
}

/// Ready when the store answers and the index is there; says how far each of them is.
async fn ready(State(store): State<Store>, State(sync): State<Indexer>) -> Result<Response, Problem> {
    let store_seq = store.latest_seq().await?;
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let body = json!({"status": "ready", "store_seq": store_seq, "index_seq": snapshot.seq, "records": snapshot.len()});
    Ok(json(&body))
}
