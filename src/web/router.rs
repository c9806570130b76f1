//! EVERY route of the program, and the layers around them.

use super::api;
use crate::app::AppState;
use crate::web::api::health;
use crate::web::http::error::Problem;
use crate::web::http::limits::{IMPORT_TIMEOUT, MAX_BODY, TIMEOUT};
use crate::web::http::{assets, middleware};
use crate::web::pages;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::any;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::cors::{Any, CorsLayer};
use tower_http::timeout::TimeoutLayer;

/// The whole service. Needs no socket, so that tests can call it in process.
pub fn router(state: AppState) -> Router {
    let api = Router::new()
        .nest("/api/v1", api::routes())
        .merge(health::routes())
        .route("/api/{*rest}", any(|| async { Problem::not_found() }))
        // Inside the layer below, or a browser's question before a POST from elsewhere is refused.
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(from_anywhere());
    let import = Router::new()
        .nest("/api/v1", api::import_routes())
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(from_anywhere())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, IMPORT_TIMEOUT));
    let pages = pages::routes().fallback(|| async { Problem::not_found() });
    Router::new()
        .merge(pages)
        .merge(api)
        .merge(assets::routes())
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT))
        .merge(import)
        .layer(CatchPanicLayer::custom(|_| Problem::lost().into_answer()))
        .layer(from_fn(middleware::describe_problems))
        // Outside all that may refuse a request, so that a reader never gets a problem document.
        .layer(from_fn_with_state(state.clone(), pages_for_readers))
        .layer(from_fn(middleware::log))
        .layer(from_fn(middleware::security_headers))
        // The font is compressed already.
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(256).and(NotForContentType::new("font/"))))
        .with_state(state)
}

/// Anyone may read from anywhere; there are no cookies that could be misused.
fn from_anywhere() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_methods(Any).allow_headers(Any).expose_headers(Any)
}

/// Addresses that programs read; everything else is for people.
const FOR_PROGRAMS: [&str; 4] = ["/api/", "/healthz", "/readyz", "/static/"];

/// Pages that stand in the pages of others.
const FOR_FRAMES: &str = "/inbaddat/";

/// Problems as pages, and the headers of pages, where people read.
async fn pages_for_readers(state: State<AppState>, request: Request, next: Next) -> Response {
    if FOR_PROGRAMS.iter().any(|prefix| request.uri().path().starts_with(prefix)) {
        return next.run(request).await;
    }
    let may_be_framed = request.uri().path().starts_with(FOR_FRAMES);
    middleware::page_headers(pages::render_errors(state, request, next).await, may_be_framed)
}
