//! What may be kept and how it is recognised again.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// An answer under an entity tag (with its quotes): 304 when the client has it already.
pub(crate) fn tagged(request: &HeaderMap, etag: &str, answer: impl FnOnce() -> Response) -> Response {
    let known = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
    let weak = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let has = known.flat_map(|v| v.split(',')).any(|t| t.trim() == "*" || weak(t) == weak(etag));
    let mut answer = if has { StatusCode::NOT_MODIFIED.into_response() } else { answer() };
    if let Ok(value) = HeaderValue::from_str(etag) {
        answer.headers_mut().insert(header::ETAG, value);
        // Keep it, but ask whether it still holds.
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    }
    answer
}
