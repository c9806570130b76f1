//! Conditional requests: entity tags and `If-None-Match` (RFC 9110, section 13).

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::headers::{ETag, HeaderMapExt, IfNoneMatch};

/// Whether the client already has the response with this entity tag (quotes included). An invalid `If-None-Match`
/// counts as absent.
pub(crate) fn is_current(request: &HeaderMap, etag: &str) -> bool {
    let known = request.typed_get::<IfNoneMatch>();
    known.zip(etag.parse::<ETag>().ok()).is_some_and(|(known, etag)| !known.precondition_passes(&etag))
}

/// A response with an entity tag (quotes included): 304 without calling `response` when the client already has it.
/// Clients may store the response and must revalidate it before each use.
pub(crate) fn tagged(request: &HeaderMap, etag: &str, response: impl FnOnce() -> Response) -> Response {
    let mut response = if is_current(request, etag) { StatusCode::NOT_MODIFIED.into_response() } else { response() };
    if let Ok(etag) = etag.parse::<ETag>() {
        response.headers_mut().typed_insert(etag);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_and_strong_tags_match_and_malformed_headers_do_not() {
        for (sent, expected) in [
            (&["\"a\""][..], true),
            (&["W/\"a\""], true),
            (&["\"b\", W/\"a\""], true),
            (&["\"b\"", "\"a\""], true),
            (&["b, \"a\""], true),
            (&["*"], true),
            (&["\"b\""], false),
            (&["a"], false),
            (&[""], false),
            (&["\"a"], false),
            (&[], false),
        ] {
            let mut headers = HeaderMap::new();
            for value in sent {
                headers.append(header::IF_NONE_MATCH, HeaderValue::from_static(value));
            }
            for etag in ["\"a\"", "W/\"a\""] {
                assert_eq!(is_current(&headers, etag), expected, "{sent:?} against {etag}");
            }
        }
    }
}
