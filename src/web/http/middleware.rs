//! Middleware for all requests; `router` defines the order.

use crate::web::http::error::Problem;
use crate::web::http::limits::MAX_BODY;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tower_http::request_id::{MakeRequestId, RequestId};

/// Header that carries the id of a request.
pub(crate) static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Generates request ids: a random number of this process and a counter, both hexadecimal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CountedRequestId;

impl MakeRequestId for CountedRequestId {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        static PROCESS: LazyLock<u64> =
            LazyLock::new(|| std::collections::hash_map::RandomState::new().build_hasher().finish());
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let id = format!("{:08x}-{:x}", *PROCESS >> 32, COUNT.fetch_add(1, Ordering::Relaxed));
        HeaderValue::from_str(&id).ok().map(RequestId::new)
    }
}

/// Removes the request id of the client: the log contains only ids that the service generates.
pub(crate) async fn remove_request_id(mut request: Request) -> Request {
    request.headers_mut().remove(&REQUEST_ID);
    request
}

fn request_id(request: &Request) -> Option<String> {
    let id = request.extensions().get::<RequestId>()?;
    id.header_value().to_str().ok().map(str::to_owned)
}

/// Logs method, path, status, duration and id of every request. Never logs the query, which contains the words that
/// people search for.
pub(crate) async fn log(request: Request, next: Next) -> Response {
    let request_id = request_id(&request).unwrap_or_default();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let start = Instant::now();
    let response = next.run(request).await;
    let milliseconds = start.elapsed().as_secs_f64() * 1_000.0;
    tracing::info!(%method, path, status = response.status().as_u16(), milliseconds, request_id, "request");
    response
}

/// Adds path and request id to every problem, and turns the errors of the framework (413, 503) into problems.
pub(crate) async fn describe_problems(request: Request, next: Next) -> Response {
    let instance = request.uri().path().to_owned();
    let id = request_id(&request);
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
    let mut described = problem.into_response();
    for (name, value) in response.headers() {
        described.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    described.headers_mut().remove(header::CONTENT_LENGTH);
    described
}

/// Adds the headers that all responses have.
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

/// The content security policy of pages that other sites may embed.
static FRAMED_POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");
    // The policy is ASCII, so this does not fail; the fallback forbids embedding.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(CONTENT_SECURITY_POLICY))
});

/// Adds the headers that all pages have.
pub(crate) fn page_headers(mut response: Response, may_be_framed: bool) -> Response {
    let headers = response.headers_mut();
    let own = HeaderValue::from_static(CONTENT_SECURITY_POLICY);
    let policy = if may_be_framed { FRAMED_POLICY.clone() } else { own };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    // A page contains the words of the search, so shared caches must not store it.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    response
}
