//! STUB until the real one is there: replace this file.
use crate::app::AppState;
/// Stub.
pub fn routes() -> axum::Router<AppState> {
    axum::Router::new()
}
