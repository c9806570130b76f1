//! EVERY route of the program, and the layers around them.

use super::error::Problem;
use super::{api, assets, middleware, ops, public};
use crate::app::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::cors::{Any, CorsLayer};
use tower_http::timeout::TimeoutLayer;

/// Largest request body, in bytes (1 MiB).
pub(super) const MAX_BODY: usize = 1 << 20;
/// Longest that one request may take.
const TIMEOUT: std::time::Duration = std::time::Duration::from_secs(10);

/// The whole service. Needs no socket, so that tests can call it in process.
pub fn router(state: AppState) -> Router {
    let api = Router::new()
        .nest("/api/v1", api::routes())
        .merge(ops::routes())
        // Anyone may read from anywhere; there are no cookies that could be misused.
        .layer(CorsLayer::new().allow_origin(Any).allow_methods(Any).allow_headers(Any).expose_headers(Any));
    let pages = Router::new()
        .merge(public::routes())
        .fallback(|| async { Problem::not_found() })
        .layer(from_fn(middleware::page_headers))
        .layer(from_fn_with_state(state.clone(), public::render_errors));
    Router::new()
        .merge(pages)
        .merge(api)
        .merge(assets::routes())
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT))
        .layer(CatchPanicLayer::custom(|_| Problem::lost().into_answer()))
        .layer(from_fn(middleware::describe_problems))
        .layer(from_fn(middleware::log))
        .layer(from_fn(middleware::security_headers))
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(256)))
        .with_state(state)
}
