//! Error pages: an HTML page with a next step for each problem that the API returns as JSON.

use crate::app::AppState;
use crate::web::http::error::{Problem, RecordLink};
use crate::web::http::extract::Parameters;
use crate::web::http::problem_code::ProblemCode;
use crate::web::pages::head::{Head, Section};
use crate::web::present::filters;
use crate::web::present::translator::Translator;
use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use catalogue::Vocabularies;
use jiff::civil::Date;

#[derive(Template)]
#[template(path = "pages/error.html")]
struct ErrorPage {
    t: Translator,
    head: Head,
    heading: String,
    text: String,
    successor: Option<RecordLink>,
    similar: Vec<RecordLink>,
    /// Id of the request in the log, which the reader can quote in a report.
    reference: Option<String>,
}

/// Replaces the body of every error response by an HTML page; keeps status and other headers.
pub(crate) async fn render_errors(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let parameters = Parameters::parse(request.uri().query().unwrap_or_default());
    let response = next.run(request).await;
    let problem = response.extensions().get::<Problem>().cloned();
    let has_type = response.headers().contains_key(header::CONTENT_TYPE);
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    if !is_error || (problem.is_none() && has_type) {
        return response;
    }
    let t = Translator::new(&state.texts, &parameters);
    let vocabularies = state.vocabularies().await;
    let today = state.clock.today();
    let page = page(t, response.status(), problem.as_ref(), vocabularies.as_deref(), today);
    let Ok(text) = page.render() else { return response };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Response::from_parts(parts, Body::from(text))
}

fn page(
    t: Translator,
    status: StatusCode,
    problem: Option<&Problem>,
    vocabularies: Option<&Vocabularies>,
    today: Date,
) -> ErrorPage {
    let name = match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::GONE => "gone",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        StatusCode::SERVICE_UNAVAILABLE if problem.is_some_and(|p| p.code == ProblemCode::NotReady) => "not-ready",
        StatusCode::SERVICE_UNAVAILABLE => "busy",
        status if status.is_server_error() => "internal",
        _ => "refused",
    };
    let heading = t.text(&format!("error-{name}"));
    let mut head = Head::new(&t, &heading, Section::None, vocabularies, today);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use catalogue::vocabulary::HelpNumber;
    use std::collections::BTreeMap;
    use std::sync::Arc;

    #[test]
    fn every_error_page_has_a_next_step_and_numbers_to_call() {
        let texts = Arc::new(Texts::load());
        let today: Date = "2026-11-22".parse().unwrap();
        let number = HelpNumber {
            number: "112".into(),
            label: "Ring 112".into(),
            when: "Fara för liv".into(),
            hours: String::new(),
            source: "sosalarm.se".into(),
            reviewed: today,
            emergencies: Vec::new(),
            words: BTreeMap::new(),
        };
        let vocabularies = Vocabularies::new(BTreeMap::new(), Vec::new(), vec![number], Vec::new());
        let mut lost = Problem::internal_logged();
        lost.request_id = Some("1a2b".into());
        for (status, problem, words) in [
            (StatusCode::NOT_FOUND, None, ["Sidan finns inte", "Den kan ha bytt adress."]),
            (StatusCode::GONE, None, ["Insatsen finns inte kvar", "Den är borttagen"]),
            (StatusCode::TOO_MANY_REQUESTS, None, ["För många sökningar på kort tid", "Vänta en minut."]),
            (
                StatusCode::SERVICE_UNAVAILABLE,
                Some(Problem::not_ready()),
                ["Sökningen startar", "Vänta en liten stund"],
            ),
            (
                StatusCode::SERVICE_UNAVAILABLE,
                Some(Problem::busy()),
                ["Det är många som söker", "Vänta en liten stund"],
            ),
            (StatusCode::INTERNAL_SERVER_ERROR, Some(lost), ["Något gick fel hos oss", "ange koden 1a2b"]),
            (StatusCode::BAD_REQUEST, None, ["Det gick inte att visa sidan", "Sök på nytt."]),
        ] {
            let t = Translator::new(&texts, &Parameters::default());
            let page = page(t, status, problem.as_ref(), Some(&vocabularies), today).render().unwrap();
            for part in words.into_iter().chain(["role=\"search\"", "Ring 112", "noindex"]) {
                assert!(page.contains(part), "{status}: {part}");
            }
        }
    }
}
