//! Templates as responses.

use crate::web::http::error::Problem;
use crate::web::present::foreign_text::into_elements;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// A rendered page as a response.
///
/// # Errors
/// When the template cannot be rendered.
pub(crate) fn html(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let text = rendered(page).map_err(Problem::internal)?;
    Ok((status, Html(text)).into_response())
}

/// A page as HTML. Every template is rendered here: marked text becomes elements.
///
/// # Errors
/// When the template cannot be rendered.
pub(crate) fn rendered(page: &impl Template) -> askama::Result<String> {
    page.render().map(into_elements)
}
