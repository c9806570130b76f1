//! Pages for people, complete without scripts; every text is in `locales/`.
//!
//! - `respond`: templates as responses. `errors`: error pages. `head`: head, menu and footer of every page.
//! - `components`: parts that several pages share.
//! - A folder or a file for each page; none uses another one's folder.

mod changes;
mod compare;
mod components;
mod errors;
mod glossary;
mod head;
mod intervention;
mod overview;
mod respond;
mod search;
mod start;
mod static_text;

pub(crate) use errors::render_errors;

use crate::app::AppState;
use axum::Router;
use axum::routing::get;

/// Every page.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(start::show))
        .route("/sok", get(search::page::show))
        .route("/jamfor", get(compare::page::show))
        .route("/oversikt", get(overview::page::show))
        .route("/oversikt.csv", get(overview::page::download))
        .route("/kommun/{code}", get(search::landing::municipality))
        .route("/situation/{slug}", get(search::landing::situation))
        .route("/inbaddat/sok", get(search::embed::show))
        .route("/inbaddat", get(search::embed::how_to))
        .route("/insats/{id}", get(intervention::page::show))
        .route("/insats/{id}/andringar", get(changes::show))
        .merge(static_text::routes())
}
