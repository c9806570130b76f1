//! Pages for people: the start, the search, one intervention, texts, and what is shown when
//! something goes wrong. Complete without scripts; every text comes from `locales/`.

pub(super) mod changes;
pub(super) mod compare;
mod errors;
mod glossary;
mod head;
pub(super) mod intervention;

pub(super) mod overview;
mod places;

pub(super) mod search;
pub(super) mod start;
pub(super) mod static_text;

pub(crate) use errors::render_errors;
pub(super) use search::{embed, landing};

use crate::web::http::error::Problem;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// A page as an answer.
fn html(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let text = rendered(page).map_err(Problem::internal)?;
    Ok((status, Html(text)).into_response())
}

/// A page as text: the one way out of every template.
fn rendered(page: &impl Template) -> askama::Result<String> {
    page.render().map(crate::web::present::foreign_text::into_elements)
}
