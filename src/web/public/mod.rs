//! Pages for people: the start, the search, one intervention, and what is shown when something
//! goes wrong. Complete without scripts; every text comes from `locales/`.

mod compare;
mod errors;
mod head;
mod intervention;
mod markdown;
mod overview;
mod reader;
mod search;
mod start;
mod words;

pub(crate) use errors::render_errors;
pub(super) use reader::Reader;
pub(super) use search::{Asked, widening_label};

use super::error::Problem;
use crate::app::AppState;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

/// Every page.
pub(crate) fn routes() -> Router<AppState> {
    let relations = Arc::new(intervention::Relations::default());
    Router::new()
        .route("/", get(start::show))
        .route("/sok", get(search::show))
        .route("/jamfor", get(compare::show))
        .route("/oversikt", get(overview::show))
        .route("/oversikt.csv", get(overview::download))
        .route(
            "/insats/{id}",
            get(async move |state, address, headers, parameters| {
                intervention::show(state, address, headers, parameters, relations).await
            }),
        )
}

/// A page as an answer.
fn html(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let text = page.render().map_err(Problem::internal)?;
    Ok((status, Html(text)).into_response())
}
