//! For those who run the service: is it alive, is it ready.

use super::error::{Problem, json};
use crate::app::AppState;
use crate::sync::Sync;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use catalogue::Store;
use serde_json::json;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready))
}

async fn alive() -> Response {
    json(&json!({"status": "alive"}))
}

/// Ready when the store answers and the index is there; says how far each of them is.
async fn ready(State(store): State<Store>, State(sync): State<Sync>) -> Result<Response, Problem> {
    let store_seq = store.latest_seq().await?;
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let body = json!({"status": "ready", "store_seq": store_seq, "index_seq": snapshot.seq, "records": snapshot.len()});
    Ok(json(&body))
}
