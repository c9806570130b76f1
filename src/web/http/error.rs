//! Everything that can go wrong on the way to an answer, once: as a problem document (RFC 9457)
//! for programs; pages make a page of the same thing.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use catalogue::diff::Difference;
use catalogue::reason::Reason;
use catalogue::validate::Fault;
use catalogue::{Intervention, InterventionId};
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
    /// The row of a table, or the line of a file, when the body is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// Heading of the column, when it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// The value as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
}

impl ProblemItem {
    /// A part that is wrong, wherever it is, and what is allowed instead.
    pub fn new(reason: impl Into<String>, allowed: impl Into<String>) -> Self {
        Self {
            parameter: None,
            pointer: None,
            row: None,
            column: None,
            reason: reason.into(),
            value: None,
            allowed: Some(allowed.into()),
        }
    }
}

impl From<&ParameterFault> for ProblemItem {
    fn from(fault: &ParameterFault) -> Self {
        Self {
            parameter: Some(fault.parameter.clone()),
            value: Some(fault.value.clone()),
            ..Self::new(fault.kind.reason(), fault.kind.allowed())
        }
    }
}

impl From<&Fault> for ProblemItem {
    fn from(fault: &Fault) -> Self {
        let shown = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Self {
            pointer: Some(fault.pointer.clone()),
            value: fault.value.as_ref().map(|value| shown(value).chars().take(80).collect()),
            allowed: fault.allowed.as_ref().map(ToString::to_string),
            ..Self::new(fault.reason.to_string(), "")
        }
    }
}

/// The page of another intervention, instead of one that is gone.
#[derive(Debug, Clone, Serialize)]
pub struct RecordLink {
    /// Its id.
    pub id: InterventionId,
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
}

/// One version of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Version {
    /// Its revision; of a version that was refused, the one that it was made from.
    pub revision: i64,
    /// The record.
    pub record: Intervention,
}

/// A lost race: what somebody else has written meanwhile, and what was refused for it.
#[derive(Debug, Clone, Serialize)]
pub struct EditConflict {
    /// The record as it is now.
    pub current: Version,
    /// The record as it was sent.
    pub yours: Version,
    /// The fields in which they differ: before is the current value, after is yours.
    pub differences: Vec<Difference>,
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
    pub successor: Option<RecordLink>,
    /// What is most like the one that is gone; for readers alone.
    pub similar: Vec<RecordLink>,
    /// Both versions, when somebody else was faster.
    pub race: Option<Box<EditConflict>>,
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
            race: None,
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

    /// 401: no key, or one that does not open.
    pub fn unauthorized(detail: &'static str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", detail)
    }

    /// 403: the key does not reach that far; says how far it does.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", detail)
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
    pub fn gone(successor: Option<RecordLink>) -> Self {
        Self {
            successor,
            ..Self::new(StatusCode::GONE, "gone", "the intervention has been taken out of the catalogue")
        }
    }

    /// 409: somebody else has written meanwhile.
    pub fn conflict(race: EditConflict) -> Self {
        let detail = format!(
            "the current revision is {}, not {}: bring your changes into it and send them with If-Match: \"{0}\"",
            race.current.revision, race.yours.revision
        );
        Self { race: Some(Box::new(race)), ..Self::new(StatusCode::CONFLICT, "conflict", detail) }
    }

    /// 409: the id belongs to another record, whose address it stays.
    pub fn id_taken(id: &InterventionId) -> Self {
        let detail = format!("the id {id} is taken; send another one in the record");
        Self::new(StatusCode::CONFLICT, "id_taken", detail)
    }

    /// 422: a record that does not hold.
    pub fn record(faulty: Vec<ProblemItem>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_record", "").with(faulty)
    }

    /// 428: which revision is meant must be said.
    pub fn precondition_required() -> Self {
        let detail = "send If-Match with the ETag of the record as you know it, or with its revision: If-Match: \"3\"";
        Self::new(StatusCode::PRECONDITION_REQUIRED, "precondition_required", detail)
    }

    /// 400: an `If-Match` that names no revision.
    pub fn precondition() -> Self {
        let detail = "If-Match takes one ETag of the record, or its revision: \"3\"";
        Self::new(StatusCode::BAD_REQUEST, "invalid_precondition", detail)
    }

    /// 413.
    pub fn too_large(limit: usize) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", format!("the body may have at most {limit} bytes"))
    }

    /// 422: a file of records that is not taken in, with every row that hinders it.
    pub fn file(faulty: Vec<ProblemItem>) -> Self {
        let detail = format!("{} faults in the file; nothing was changed", faulty.len());
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_file", detail).with(faulty)
    }

    /// 415; says what is taken.
    pub fn media_type(detail: &'static str) -> Self {
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
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"insatskatalog\""));
        }
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
            successor: Option<&'a RecordLink>,
            #[serde(flatten)]
            race: Option<&'a EditConflict>,
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
            race: self.race.as_deref(),
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

impl From<catalogue_store::StoreError> for Problem {
    fn from(error: catalogue_store::StoreError) -> Self {
        use catalogue::MissingReference;
        use catalogue_store::StoreError;
        match error {
            StoreError::MissingReferences(missing) => {
                let fault = |missing: MissingReference| Fault {
                    value: Some(missing.other.to_string().into()),
                    ..Fault::new(format!("/{}", missing.key), Reason::UnknownIntervention)
                };
                Self::record(missing.into_iter().map(|m| ProblemItem::from(&fault(m))).collect())
            }
            error if error.is_busy() => Self::busy(),
            error => Self::internal(error),
        }
    }
}

impl From<catalogue::access::AccessDenied> for Problem {
    fn from(refusal: catalogue::access::AccessDenied) -> Self {
        Self::forbidden(refusal.to_string())
    }
}

impl From<axum::extract::rejection::JsonRejection> for Problem {
    fn from(rejection: axum::extract::rejection::JsonRejection) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(crate::web::http::limits::MAX_BODY),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::media_type("send the body as application/json"),
            _ => Self::body(rejection.body_text()),
        }
    }
}

/// JSON as an answer, for handlers that return a [`Problem`] otherwise.
pub(crate) fn json<T: Serialize>(body: &T) -> Response {
    Json(body).into_response()
}
