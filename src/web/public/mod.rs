//! STUB until the real one is there: replace this file.
use crate::app::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
/// Stub.
pub fn routes() -> axum::Router<AppState> {
    axum::Router::new()
}
/// Stub.
pub async fn render_errors(State(_): State<AppState>, request: Request, next: Next) -> Response {
    next.run(request).await
}
