//! Everything that can go wrong on the way to an answer, once: as a problem document (RFC 9457)
//! for programs; pages make a page of the same thing.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use catalogue::InterventionId;
use index::query::ParameterFault;
use serde::Serialize;

/// One faulty part of the input.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemItem {
    /// The query parameter, when it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// JSON pointer into the body, when it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// The value as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
}

impl From<&ParameterFault> for ProblemItem {
    fn from(fault: &ParameterFault) -> Self {
        Self {
            parameter: Some(fault.parameter.clone()),
            pointer: None,
            reason: fault.kind.reason().to_owned(),
            value: Some(fault.value.clone()),
            allowed: Some(fault.kind.allowed()),
        }
    }
}

/// The page of another intervention, instead of one that is gone.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// Its id.
    pub id: InterventionId,
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
}

/// Why there is no proper answer.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// Stable name of the kind of problem, for programs.
    pub code: &'static str,
    /// What happened, in English.
    pub detail: String,
    /// Every faulty part of the input.
    pub errors: Vec<ProblemItem>,
    /// What continues the intervention that is gone, and the gone one's name.
    pub successor: Option<Page>,
    /// What is most like the one that is gone; for readers alone.
    pub similar: Vec<Page>,
    /// After how many seconds it is worth trying again.
    pub retry_after: Option<u32>,
    /// The request, for finding it in the log.
    pub request_id: Option<String>,
    /// The path that was asked for, without its query.
    pub instance: Option<String>,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            code,
            detail: detail.into(),
            errors: Vec::new(),
            successor: None,
            similar: Vec::new(),
            retry_after: None,
            request_id: None,
            instance: None,
        }
    }

    /// 400: faulty parameters.
    pub fn parameters(faults: &[ParameterFault]) -> Self {
        let detail = faults.first().map(ToString::to_string).unwrap_or_default();
        Self {
            errors: faults.iter().map(ProblemItem::from).collect(),
            ..Self::new(StatusCode::BAD_REQUEST, "invalid_parameter", detail)
        }
    }

    /// The same problem with more faulty parts.
    #[must_use]
    pub fn with(mut self, faulty: Vec<ProblemItem>) -> Self {
        if let (true, Some(first)) = (self.detail.is_empty(), faulty.first()) {
            let place = first.pointer.as_deref().or(first.parameter.as_deref());
            self.detail = format!("{}: {}", place.unwrap_or_default(), first.reason);
        }
        self.errors.extend(faulty);
        self
    }

    /// 400: a body that cannot be read.
    pub fn body(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_body", detail)
    }

    /// 404.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "there is nothing at this address")
    }

    /// 405.
    pub fn method_not_allowed() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "this address does not take that method")
    }

    /// 410: it was there and has been archived.
    pub fn gone(successor: Option<Page>) -> Self {
        Self {
            successor,
            ..Self::new(StatusCode::GONE, "gone", "the intervention has been taken out of the catalogue")
        }
    }

    /// 413.
    pub fn too_large(limit: usize) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", format!("the body may have at most {limit} bytes"))
    }

    /// 415.
    pub fn media_type() -> Self {
        let detail = "send the body as application/json";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
    }

    /// 503: the index is not there yet.
    pub fn not_ready() -> Self {
        let detail = "the search is starting; try again in a moment";
        Self { retry_after: Some(5), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "not_ready", detail) }
    }

    /// 503: more is asked than can be answered now.
    pub fn busy() -> Self {
        let detail = "too many requests at the same time; try again in a moment";
        Self { retry_after: Some(1), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", detail) }
    }

    /// 500. The cause is logged here, once, and never sent.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Self::lost()
    }

    /// 500 whose cause is logged elsewhere.
    pub fn lost() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "something went wrong here; the log has the cause")
    }

    /// The problem as an answer.
    pub fn into_answer(self) -> Response {
        let mut answer = Response::new(axum::body::Body::from(self.document()));
        *answer.status_mut() = self.status;
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer.extensions_mut().insert(self);
        answer
    }

    /// The problem document (RFC 9457).
    fn document(&self) -> String {
        #[derive(Serialize)]
        struct Document<'a> {
            r#type: String,
            title: &'a str,
            status: u16,
            detail: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            instance: Option<&'a str>,
            code: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            request_id: Option<&'a str>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            errors: &'a [ProblemItem],
            #[serde(skip_serializing_if = "Option::is_none")]
            successor: Option<&'a Page>,
        }
        let document = Document {
            r#type: format!("urn:insatskatalog:problem:{}", self.code),
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            detail: &self.detail,
            instance: self.instance.as_deref(),
            code: self.code,
            request_id: self.request_id.as_deref(),
            errors: &self.errors,
            successor: self.successor.as_ref(),
        };
        serde_json::to_string(&document).unwrap_or_default()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        self.into_answer()
    }
}

impl From<index::SearchError> for Problem {
    fn from(error: index::SearchError) -> Self {
        Self::internal(error)
    }
}

impl From<catalogue::store::StoreError> for Problem {
    fn from(error: catalogue::store::StoreError) -> Self {
        Self::internal(error)
    }
}

impl From<axum::extract::rejection::JsonRejection> for Problem {
    fn from(rejection: axum::extract::rejection::JsonRejection) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(super::router::MAX_BODY),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::media_type(),
            _ => Self::body(rejection.body_text()),
        }
    }
}

/// JSON as an answer, for handlers that return a [`Problem`] otherwise.
pub(crate) fn json<T: Serialize>(body: &T) -> Response {
    Json(body).into_response()
}
