//! The JSON API, `/api/v1`: `shared/design/api.md` is its contract.

mod answer;
mod facets;
mod interventions;
mod openapi;
mod organizations;
mod vocabularies;

use super::error::Problem;
use crate::app::AppState;
use crate::sync::Sync;
use axum::Router;
use axum::routing::{get, post};
use index::query::ParameterFault;
use index::{SearchQuery, Snapshot};
use std::sync::Arc;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/interventions", get(interventions::list))
        .route("/interventions/search", post(interventions::search))
        .route("/interventions/{id}", get(interventions::show))
        .route("/facets", get(facets::show))
        .route("/vocabularies", get(vocabularies::list))
        .route("/vocabularies/{name}", get(vocabularies::show))
        .route("/organizations", get(organizations::list))
        .route("/organizations/{id}", get(organizations::show))
        .route("/openapi.json", get(openapi::show))
        .fallback(|| async { Problem::not_found() })
}

/// The index and a checked search; a fault refuses it all.
fn checked(sync: &Sync, pairs: &[(String, String)]) -> Result<(Arc<Snapshot>, SearchQuery), Problem> {
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let (query, faults): (_, Vec<ParameterFault>) = SearchQuery::parse(pairs, &snapshot.vocabularies);
    if faults.is_empty() { Ok((snapshot, query)) } else { Err(Problem::parameters(&faults)) }
}

/// The entity tag of an answer that depends on the index, the program and the date.
fn etag(snapshot: &Snapshot, today: jiff::civil::Date, parts: &[&str]) -> String {
    let (seq, schema, today) = (snapshot.seq.to_string(), index::schema_version(), today.to_string());
    let mut all = vec![seq.as_str(), schema.as_str(), env!("CARGO_PKG_VERSION"), today.as_str()];
    all.extend(parts);
    format!("W/\"{}\"", catalogue::digest::short(&all))
}
