//! The JSON API, `/api/v1`, described in `/api/v1/openapi.json`.

mod answer;
mod changes;
mod explain;
mod export;
mod facets;
pub(crate) mod health;
mod history;
mod import;
mod interventions;
mod matrix;
mod openapi;
mod openapi_exchange;
mod openapi_writes;
mod organizations;
mod record;
mod request;
mod suggest;
mod vocabularies;
mod write;

use crate::app::AppState;
use crate::web::http::error::Problem;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use catalogue_exchange::Format;

pub(super) fn routes() -> Router<AppState> {
    let exports = Format::ALL.into_iter().map(|format| format!("/export.{}", format.name()));
    exports
        .fold(Router::new(), |router, path| router.route(&path, get(export::show)))
        .route("/interventions", get(interventions::list).post(write::create))
        .route("/interventions/search", post(interventions::search))
        .route("/interventions/{id}", get(record::show).put(write::replace).delete(write::archive))
        .route("/interventions/{id}/similar", get(record::similar))
        .route("/interventions/{id}/explain", get(explain::show))
        .route("/interventions/{id}/history", get(history::list))
        .route("/interventions/{id}/history/{revision}", get(history::show))
        .route("/interventions/{id}/history/{revision}/restore", post(history::restore))
        .route("/changes", get(changes::list))
        .route("/facets", get(facets::show))
        .route("/matrix", get(matrix::show))
        .route("/suggest", get(suggest::show))
        .route("/vocabularies", get(vocabularies::list))
        .route("/vocabularies/{name}", get(vocabularies::show))
        .route("/organizations", get(organizations::list))
        .route("/organizations/{id}", get(organizations::show))
        .route("/openapi.json", get(openapi::show))
        .fallback(|| async { Problem::not_found() })
}

/// The import, apart from the rest: its body is larger and it may take longer.
pub(super) fn import_routes() -> Router<AppState> {
    Router::new().route("/import", post(import::create)).layer(DefaultBodyLimit::max(import::MAX_FILE))
}
