//! Pages for people: the start, the search, one intervention, texts, and what is shown when
//! something goes wrong. Complete without scripts; every text comes from `locales/`.

mod changes;
mod compare;
mod errors;
mod glossary;
mod head;
mod intervention;

mod overview;
mod places;

mod search;
mod start;
mod static_text;

pub(crate) use errors::render_errors;
pub(super) use search::{UnderstoodSearch, widening_label};

use crate::app::AppState;
use crate::web::http::error::Problem;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

/// Every page.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(start::show))
        .route("/sok", get(search::show))
        .route("/jamfor", get(compare::show))
        .route("/oversikt", get(overview::show))
        .route("/oversikt.csv", get(overview::download))
        .route("/kommun/{code}", get(search::landing::municipality))
        .route("/situation/{slug}", get(search::landing::situation))
        .route("/inbaddat/sok", get(search::embed::show))
        .route("/inbaddat", get(search::embed::how_to))
        .route("/insats/{id}", get(intervention::show))
        .route("/insats/{id}/andringar", get(changes::show))
        .merge(static_text::routes())
}

/// A page as an answer.
fn html(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let text = rendered(page).map_err(Problem::internal)?;
    Ok((status, Html(text)).into_response())
}

/// A page as text: the one way out of every template.
fn rendered(page: &impl Template) -> askama::Result<String> {
    page.render().map(crate::web::present::foreign_text::into_elements)
}
