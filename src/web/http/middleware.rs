//! Layers around every request; their order stands in `router`.

use crate::web::http::error::Problem;
use crate::web::http::limits::MAX_BODY;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Number of this request, for the log and for the one who reports a fault.
#[derive(Debug, Clone)]
struct RequestId(String);

fn next_id() -> String {
    static START: LazyLock<u64> =
        LazyLock::new(|| std::collections::hash_map::RandomState::new().build_hasher().finish());
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{:08x}-{:x}", *START >> 32, COUNT.fetch_add(1, Ordering::Relaxed))
}

/// Gives every request its number and logs its path, status and time. Never the query: people
/// search for what hurts.
pub(crate) async fn log(mut request: Request, next: Next) -> Response {
    let id = next_id();
    request.extensions_mut().insert(RequestId(id.clone()));
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let start = Instant::now();
    let mut response = next.run(request).await;
    let milliseconds = start.elapsed().as_secs_f64() * 1_000.0;
    tracing::info!(%method, path, status = response.status().as_u16(), milliseconds, request_id = id, "request");
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID.clone(), value);
    }
    response
}

/// Tells every problem which request it belongs to, and makes problems of what the framework
/// refuses by itself.
pub(crate) async fn describe_problems(request: Request, next: Next) -> Response {
    let instance = request.uri().path().to_owned();
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    let response = next.run(request).await;
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.starts_with("text/html"));
    if is_page {
        return response;
    }
    let mut problem = match (response.extensions().get::<Problem>(), response.status()) {
        (Some(problem), _) => problem.clone(),
        (None, StatusCode::PAYLOAD_TOO_LARGE) => Problem::too_large(MAX_BODY),
        (None, StatusCode::SERVICE_UNAVAILABLE) if !response.headers().contains_key(header::CONTENT_TYPE) => {
            Problem::busy()
        }
        _ => return response,
    };
    problem.instance = Some(instance);
    problem.request_id = id;
    let mut described: Response = problem.into_answer();
    for (name, value) in response.headers() {
        described.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    described.headers_mut().remove(header::CONTENT_LENGTH);
    described
}

/// Headers of every answer.
pub(crate) async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for pages that may stand in frames of other sites.
static FRAMED_POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");
    // Plain letters, so this does not fail; were it to, no site could frame the page.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(CONTENT_SECURITY_POLICY))
});

/// Adds the headers of pages.
pub(crate) fn page_headers(mut response: Response, may_be_framed: bool) -> Response {
    let headers = response.headers_mut();
    let own = HeaderValue::from_static(CONTENT_SECURITY_POLICY);
    let policy = if may_be_framed { FRAMED_POLICY.clone() } else { own };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    // A page holds what somebody searched for: it is not kept where others use the same machine.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    response
}
