//! `/api/v1/interventions/{id}/history`: how a record came to be what it is, for those who may edit it.

use super::request::{number, reject_unknown_params};
use super::write::{self, Writer};
use crate::app::AppState;
use crate::web::http::auth::Bearer;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::{IfMatch, Parameters, PathSegment};
use crate::web::http::record::find_any;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use catalogue::diff::{self, Difference};
use catalogue::record::State as RecordState;
use catalogue::record::StoredIntervention;
use catalogue_store::Revision;
use serde::Serialize;
use serde_json::json as value;

/// Most revisions of one answer.
const MOST: usize = 100;

/// One revision, and what it changed.
#[derive(Serialize)]
struct RevisionItem<'a> {
    revision: i64,
    at: &'a str,
    author: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
    state: RecordState,
    differences: Vec<Difference>,
}

/// `GET …/history?before=&limit=`: the newest revision first.
pub(super) async fn list(
    State(state): State<AppState>,
    bearer: Bearer,
    PathSegment(id): PathSegment,
    parameters: Parameters,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["before", "limit"])?;
    let current = readable(&state, &bearer, &id).await?;
    let limit = number(&parameters, "limit", 1..=MOST, 20)?;
    let before = number(&parameters, "before", 1..=i64::MAX as usize, i64::MAX as usize)? as i64;
    // One more, to tell what the last one changed.
    let revisions = state.store.revisions_before(&current.record.id, before, limit as i64 + 1).await?;
    let items: Vec<RevisionItem<'_>> = revisions
        .iter()
        .take(limit)
        .enumerate()
        .map(|(i, revision)| RevisionItem::new(revision, revisions.get(i + 1)))
        .collect::<Result<_, _>>()
        .map_err(Problem::internal)?;
    let mut body = value!({"id": current.record.id, "revision": current.revision, "items": items});
    if let (true, Some(last)) = (revisions.len() > limit, items.last()) {
        body["next"] = value!(format!("/api/v1/interventions/{id}/history?before={}&limit={limit}", last.revision));
    }
    Ok(private(json(&body)))
}

/// `GET …/history/{revision}`: the record as it was.
pub(super) async fn show(
    State(state): State<AppState>,
    bearer: Bearer,
    Path((id, revision)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let current = readable(&state, &bearer, &id).await?;
    let revision = find(&state, &current, &revision).await?;
    let body = value!({
        "revision": revision.revision, "at": revision.at, "author": revision.author, "reason": revision.reason,
        "record": revision.record,
    });
    Ok(private(json(&body)))
}

/// `POST …/history/{revision}/restore`: the record as it was, as a new revision. It comes back in the
/// state that it was in, where the present state can become that; otherwise the present one stays.
pub(super) async fn restore(
    State(state): State<AppState>,
    bearer: Bearer,
    Path((id, revision)): Path<(String, String)>,
    parameters: Parameters,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["reason"])?;
    let current = readable(&state, &bearer, &id).await?;
    let known = IfMatch::of(&headers)?.ok_or_else(Problem::precondition_required)?;
    let mut old = find(&state, &current, &revision).await?;
    if !current.record.state.may_become(old.record.state) {
        old.record.state = current.record.state;
    }
    bearer.access.check(Some(&current.record), &old.record)?;
    // Codes may have gone since: what no longer holds is told, not brought back.
    let body = serde_json::to_value(&old.record).map_err(Problem::internal)?;
    let valid = write::read(&state, &bearer.access, &body).await?;
    let reason = write::reason(&parameters, &format!("revision {} restored", old.revision))?;
    Writer { state: &state, bearer: &bearer, reason }.replace(&current, &known, valid).await
}

/// The present record, when the history of it may be read.
async fn readable(state: &AppState, bearer: &Bearer, id: &str) -> Result<StoredIntervention, Problem> {
    let current = find_any(&state.store, id, &bearer.access).await?;
    if bearer.access.may_read(&current.record) {
        return Ok(current);
    }
    let allowed = bearer.access.role().allowance();
    Err(Problem::forbidden(format!("the history of an intervention is for those who may write it: {allowed}")))
}

async fn find(state: &AppState, current: &StoredIntervention, revision: &str) -> Result<Revision, Problem> {
    let number = revision.parse().map_err(|_| Problem::not_found())?;
    state.store.revision(&current.record.id, number).await?.ok_or_else(Problem::not_found)
}

impl<'a> RevisionItem<'a> {
    fn new(revision: &'a Revision, before: Option<&Revision>) -> Result<Self, serde_json::Error> {
        Ok(Self {
            revision: revision.revision,
            at: &revision.at,
            author: &revision.author,
            reason: &revision.reason,
            state: revision.record.state,
            differences: diff::between(before.map(|b| &b.record), &revision.record)?,
        })
    }
}

fn private(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    answer
}
