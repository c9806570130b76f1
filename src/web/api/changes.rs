//! `GET /api/v1/changes`: the log of changes to the public catalogue, in order and without gaps, for mirrors.

use super::parameters::{number, reject_unknown_params};
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use crate::web::http::operation::{ApiOperation, query_parameter};
use crate::web::links;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use catalogue::hash;
use catalogue_store::{Change, Store};
use serde::Serialize;
use serde_json::json as value;
use utoipa::ToSchema;

/// Maximum and default number of changes in one response.
const LIMITS: (usize, usize) = (1_000, 100);

/// A part of the change log.
#[derive(Serialize, ToSchema)]
struct ChangesResponse<'a> {
    /// Identifies this log; another value means: start over from 0.
    log: String,
    /// Number of the latest change.
    latest: i64,
    items: Vec<ChangeItem<'a>>,
    /// Where to continue, at the end of the log too.
    next: String,
}

/// One change.
#[derive(Serialize, ToSchema)]
struct ChangeItem<'a> {
    /// 1, 2, 3 … without gaps.
    seq: i64,
    id: &'a str,
    /// `created`, `updated` or `removed`.
    change: &'a str,
    /// The revision that it made.
    revision: i64,
    #[schema(format = DateTime)]
    at: &'a str,
    /// First 16 hexadecimal digits of the SHA-256 of the record without derived fields, as compact JSON.
    hash: &'a str,
}

impl<'a> From<&'a Change> for ChangeItem<'a> {
    fn from(change: &'a Change) -> Self {
        let Change { seq, id, change, revision, at, hash } = change;
        Self { seq: *seq, id, change, revision: *revision, at, hash }
    }
}

pub(crate) fn operation() -> ApiOperation {
    let (largest, default) = LIMITS;
    let since = value!({"type": "integer", "minimum": 0, "default": 0});
    let limit = value!({"type": "integer", "minimum": 1, "maximum": largest, "default": default});
    ApiOperation::new("What changed for the public, in order and without gaps")
        .parameter(query_parameter("since", "The last change that you know.", since))
        .parameter(query_parameter("limit", "How many.", limit))
        .response::<ChangesResponse<'_>>(200, "The changes after `since`")
}

/// Returns the changes after `since`. The response is 400 when `since` is after the latest change, because it then
/// belongs to another log.
pub(crate) async fn list(
    State(store): State<Store>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["since", "limit"])?;
    let latest = store.latest_seq().await?;
    let since = number(&parameters, "since", 0..=usize::try_from(latest).unwrap_or_default(), 0)?;
    let limit = number(&parameters, "limit", 1..=LIMITS.0, LIMITS.1)?;
    let changes = store.changes_since(since as i64, limit as i64).await?;
    let last = changes.last().map_or(since as i64, |change| change.seq);
    let response = ChangesResponse {
        log: store.identity().await?,
        latest: latest.max(last),
        items: changes.iter().map(ChangeItem::from).collect(),
        next: links::changes(last, limit),
    };
    let body = serde_json::to_string(&response).map_err(Problem::internal)?;
    let etag = format!("\"{}\"", hash::short(&[&body]));
    Ok(cache::tagged(&headers, &etag, || json(&response)))
}
