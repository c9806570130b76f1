//! Errors of requests: one type, which the API serialises as a problem document (RFC 9457) and the pages render as
//! HTML.

use crate::web::http::limits::MAX_BODY;
use crate::web::http::problem_code::ProblemCode;
use crate::web::http::problem_item::ProblemItem;
use crate::web::http::schema;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use catalogue::diff::Difference;
use catalogue::reason::Reason;
use catalogue::validate::Fault;
use catalogue::{Intervention, InterventionId};
use index::query::ParameterFault;
use serde::Serialize;
use utoipa::ToSchema;

/// The page of another intervention, offered in place of an archived one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecordLink {
    /// Its id.
    #[schema(value_type = String)]
    pub id: InterventionId,
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
}

/// One version of a record.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Version {
    /// Its revision; for a refused version, the revision that it was made from.
    pub revision: i64,
    /// The record.
    #[schema(value_type = schema::Intervention)]
    pub record: Intervention,
}

/// A conflict of two concurrent edits: the stored version and the refused one.
#[derive(Debug, Clone)]
pub struct EditConflict {
    /// The record as stored.
    pub current: Version,
    /// The record as sent.
    pub yours: Version,
    /// The fields in which they differ. `before` is the stored value, `after` is the refused one.
    pub differences: Vec<Difference>,
}

/// The error of a request.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The kind of problem, which determines the HTTP status.
    pub code: ProblemCode,
    /// Description of the fault, in English.
    pub detail: String,
    /// Every faulty part of the input.
    pub errors: Vec<ProblemItem>,
    /// The successor of an archived intervention.
    pub successor: Option<RecordLink>,
    /// The interventions most similar to an archived one; only pages show them.
    pub similar: Vec<RecordLink>,
    /// Both versions of the record, when it has changed since the revision on which the edit is based.
    pub edit_conflict: Option<Box<EditConflict>>,
    /// Seconds after which the client may retry (`Retry-After`).
    pub retry_after: Option<u32>,
    /// Id of the request in the log.
    pub request_id: Option<String>,
    /// The path of the request, without its query.
    pub instance: Option<String>,
}

/// A problem document (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDocument<'a> {
    /// `urn:insatskatalog:problem:` and the code.
    r#type: String,
    /// The reason phrase of the status.
    title: &'a str,
    /// The HTTP status.
    status: u16,
    /// What happened, in English.
    detail: &'a str,
    /// The path of the request, without its query.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    instance: Option<&'a str>,
    code: ProblemCode,
    /// Id of the request in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    request_id: Option<&'a str>,
    /// Every faulty part of the input.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ProblemItem],
    /// 410: the intervention that continues this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    successor: Option<&'a RecordLink>,
    /// 409: the record as stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    current: Option<&'a Version>,
    /// 409: the record as sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    yours: Option<&'a Version>,
    /// 409: the fields in which they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<schema::Difference>, nullable = false)]
    differences: Option<&'a [Difference]>,
}

impl Problem {
    fn new(code: ProblemCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            successor: None,
            similar: Vec::new(),
            edit_conflict: None,
            retry_after: None,
            request_id: None,
            instance: None,
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.code.status()
    }

    /// 400: faulty parameters.
    pub fn parameters(faults: &[ParameterFault]) -> Self {
        let detail = faults.first().map(ToString::to_string).unwrap_or_default();
        Self {
            errors: faults.iter().map(ProblemItem::from).collect(),
            ..Self::new(ProblemCode::InvalidParameter, detail)
        }
    }

    /// Adds faulty parts; the first one becomes the detail when there is none.
    #[must_use]
    pub fn with(mut self, faulty: Vec<ProblemItem>) -> Self {
        if let (true, Some(first)) = (self.detail.is_empty(), faulty.first()) {
            let place = first.pointer.as_deref().or(first.parameter.as_deref());
            self.detail = format!("{}: {}", place.unwrap_or_default(), first.reason);
        }
        self.errors.extend(faulty);
        self
    }

    /// 400: a body that cannot be parsed.
    pub fn body(detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::InvalidBody, detail)
    }

    /// 401: a missing or invalid key.
    pub fn unauthorized(detail: &'static str) -> Self {
        Self::new(ProblemCode::Unauthorized, detail)
    }

    /// 403: the key does not allow the request; `detail` says what it allows.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::Forbidden, detail)
    }

    /// 404: no resource has this URL.
    pub fn not_found() -> Self {
        Self::new(ProblemCode::NotFound, "there is nothing at this address")
    }

    /// 405: the resource does not allow the method.
    pub fn method_not_allowed() -> Self {
        Self::new(ProblemCode::MethodNotAllowed, "this address does not take that method")
    }

    /// 410: the intervention is archived.
    pub fn gone(successor: Option<RecordLink>) -> Self {
        Self { successor, ..Self::new(ProblemCode::Gone, "the intervention has been taken out of the catalogue") }
    }

    /// 409: the record has changed since the revision on which the edit is based.
    pub fn conflict(conflict: EditConflict) -> Self {
        let detail = format!(
            "the current revision is {}, not {}: bring your changes into it and send them with If-Match: \"{0}\"",
            conflict.current.revision, conflict.yours.revision
        );
        Self { edit_conflict: Some(Box::new(conflict)), ..Self::new(ProblemCode::Conflict, detail) }
    }

    /// 409: the id belongs to another record. Ids are never reused.
    pub fn id_taken(id: &InterventionId) -> Self {
        let detail = format!("the id {id} is taken; send another one in the record");
        Self::new(ProblemCode::IdTaken, detail)
    }

    /// 422: a record that is not valid.
    pub fn record(faulty: Vec<ProblemItem>) -> Self {
        Self::new(ProblemCode::InvalidRecord, "").with(faulty)
    }

    /// 428: an edit without `If-Match`.
    pub fn precondition_required() -> Self {
        let detail = "send If-Match with the ETag of the record as you know it, or with its revision: If-Match: \"3\"";
        Self::new(ProblemCode::PreconditionRequired, detail)
    }

    /// 400: an `If-Match` that does not name one revision.
    pub fn precondition() -> Self {
        let detail = "If-Match takes one ETag of the record, or its revision: \"3\"";
        Self::new(ProblemCode::InvalidPrecondition, detail)
    }

    /// 413; `limit` in bytes.
    pub fn too_large(limit: usize) -> Self {
        Self::new(ProblemCode::TooLarge, format!("the body may have at most {limit} bytes"))
    }

    /// 422: a file with faulty rows, which is not imported.
    pub fn file(faulty: Vec<ProblemItem>) -> Self {
        let detail = format!("{} faults in the file; nothing was changed", faulty.len());
        Self::new(ProblemCode::InvalidFile, detail).with(faulty)
    }

    /// 415; `detail` lists the allowed media types.
    pub fn media_type(detail: &'static str) -> Self {
        Self::new(ProblemCode::UnsupportedMediaType, detail)
    }

    /// 503: there is no index yet.
    pub fn not_ready() -> Self {
        let detail = "the search is starting; try again in a moment";
        Self { retry_after: Some(5), ..Self::new(ProblemCode::NotReady, detail) }
    }

    /// 503: too many requests to answer in time.
    pub fn busy() -> Self {
        let detail = "too many requests at the same time; try again in a moment";
        Self { retry_after: Some(1), ..Self::new(ProblemCode::Busy, detail) }
    }

    /// 500: logs the cause, which is not sent to the client.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Self::internal_logged()
    }

    /// 500: the caller has already logged the cause.
    pub fn internal_logged() -> Self {
        Self::new(ProblemCode::Internal, "something went wrong here; the log has the cause")
    }

    fn document(&self) -> ProblemDocument<'_> {
        let conflict = self.edit_conflict.as_deref();
        ProblemDocument {
            r#type: self.code.urn(),
            title: self.status().canonical_reason().unwrap_or("Error"),
            status: self.status().as_u16(),
            detail: &self.detail,
            instance: self.instance.as_deref(),
            code: self.code,
            request_id: self.request_id.as_deref(),
            errors: &self.errors,
            successor: self.successor.as_ref(),
            current: conflict.map(|conflict| &conflict.current),
            yours: conflict.map(|conflict| &conflict.yours),
            differences: conflict.map(|conflict| conflict.differences.as_slice()),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let document = serde_json::to_string(&self.document()).unwrap_or_default();
        let mut response = Response::new(axum::body::Body::from(document));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.code == ProblemCode::Unauthorized {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"insatskatalog\""));
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
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
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(MAX_BODY),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::media_type("send the body as application/json"),
            _ => Self::body(rejection.body_text()),
        }
    }
}

/// A JSON response, for handlers that return a [`Problem`] as their error.
pub(crate) fn json<T: Serialize>(body: &T) -> Response {
    Json(body).into_response()
}
