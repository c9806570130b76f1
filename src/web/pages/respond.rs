//! Renders templates into responses.

use crate::web::http::error::Problem;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// Renders a page into a response.
///
/// # Errors
/// When the template cannot be rendered.
pub(crate) fn html(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let text = page.render().map_err(Problem::internal)?;
    Ok((status, Html(text)).into_response())
}
