//! What is shown when something goes wrong: the same problem that programs get, as a page with a
//! next step.

use super::head::{Head, Section};
use super::reader::Reader;
use crate::app::AppState;
use crate::web::error::{Page, Problem};
use crate::web::extract::Parameters;
use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use catalogue::Vocabularies;

#[derive(Template)]
#[template(path = "public/error.html")]
struct ErrorPage {
    t: Reader,
    head: Head,
    heading: String,
    text: String,
    successor: Option<Page>,
    similar: Vec<Page>,
    /// What the one who reports the fault should name.
    reference: Option<String>,
}

/// Makes a page of every problem; status and headers stay as they are.
pub(crate) async fn render_errors(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let parameters = Parameters::parse(request.uri().query().unwrap_or_default());
    let response = next.run(request).await;
    let problem = response.extensions().get::<Problem>().cloned();
    let has_type = response.headers().contains_key(header::CONTENT_TYPE);
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    if !is_error || (problem.is_none() && has_type) {
        return response;
    }
    let reader = Reader::new(&state.texts, &parameters);
    let vocabularies = state.vocabularies().await;
    let page = page(reader, response.status(), problem.as_ref(), vocabularies.as_deref(), &state);
    let Ok(text) = super::rendered(&page) else { return response };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Response::from_parts(parts, Body::from(text))
}

fn page(
    t: Reader,
    status: StatusCode,
    problem: Option<&Problem>,
    vocabularies: Option<&Vocabularies>,
    state: &AppState,
) -> ErrorPage {
    let name = match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::GONE => "gone",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        StatusCode::SERVICE_UNAVAILABLE if problem.is_some_and(|p| p.code == "not_ready") => "not-ready",
        StatusCode::SERVICE_UNAVAILABLE => "busy",
        status if status.is_server_error() => "internal",
        _ => "refused",
    };
    let heading = t.text(&format!("error-{name}"));
    let mut head = Head::new(&t, &heading, Section::None, vocabularies, state.clock.today());
    head.noindex = true;
    ErrorPage {
        text: t.text(&format!("error-{name}-text")),
        successor: problem.and_then(|p| p.successor.clone()),
        similar: problem.map(|p| p.similar.clone()).unwrap_or_default(),
        reference: problem.and_then(|p| p.request_id.clone()).filter(|_| name == "internal"),
        head,
        heading,
        t,
    }
}
