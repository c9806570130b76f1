//! `GET /api/v1/changes`: what changed for the public, in order and without gaps, so that others can
//! keep a mirror.

use super::request::{number, reject_unknown_params};
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use catalogue::hash;
use catalogue_store::Store;
use serde_json::json as value;

/// Most changes of one answer.
const MOST: usize = 1_000;

/// `GET /api/v1/changes?since=&limit=`. `next` is always there: at the end of the log it is where to
/// ask again. `log` changes when another history has taken the place of this one.
pub(super) async fn list(
    State(store): State<Store>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["since", "limit"])?;
    let latest = store.latest_seq().await?;
    // Who knows of changes that never were here has followed another log.
    let since = number(&parameters, "since", 0..=usize::try_from(latest).unwrap_or_default(), 0)?;
    let limit = number(&parameters, "limit", 1..=MOST, 100)?;
    let items = store.changes_since(since as i64, limit as i64).await?;
    let last = items.last().map_or(since as i64, |change| change.seq);
    let log = store.identity().await?;
    let latest = latest.max(last);
    let next = format!("/api/v1/changes?since={last}&limit={limit}");
    let body = value!({"log": log, "latest": latest, "items": items, "next": next});
    let etag = format!("\"{}\"", hash::short(&[&body.to_string()]));
    Ok(cache::tagged(&headers, &etag, || json(&body)))
}
