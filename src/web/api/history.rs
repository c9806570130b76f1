//! `/api/v1/interventions/{id}/history`: the revisions of a record, for keys that may read or edit it.

use super::parameters::{number, reject_unknown_params};
use super::write::{RecordWriter, reason, reason_parameter, validate_record};
use crate::app::AppState;
use crate::web::http::auth::Bearer;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::{IfMatch, Parameters, PathSegment};
use crate::web::http::operation::{ApiOperation, id_parameter, if_match_parameter, path_parameter, query_parameter};
use crate::web::http::record::find_any;
use crate::web::http::schema;
use crate::web::links;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use catalogue::diff::{self, Difference};
use catalogue::record::State as RecordState;
use catalogue::record::StoredIntervention;
use catalogue::{Intervention, InterventionId};
use catalogue_store::Revision;
use serde::Serialize;
use serde_json::json as value;
use utoipa::ToSchema;
use utoipa::openapi::path::Parameter;

/// Maximum and default number of revisions in one response.
const LIMITS: (usize, usize) = (100, 20);

/// Revisions of a record, the newest first.
#[derive(Serialize, ToSchema)]
struct HistoryResponse<'a> {
    #[schema(value_type = String)]
    id: &'a InterventionId,
    /// The current revision.
    revision: i64,
    items: Vec<RevisionItem<'a>>,
    /// Where the older ones are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<String>,
}

/// One revision and what it changed.
#[derive(Serialize, ToSchema)]
struct RevisionItem<'a> {
    revision: i64,
    #[schema(format = DateTime)]
    at: &'a str,
    /// A key or command, never a person.
    author: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
    #[schema(schema_with = state_schema)]
    state: RecordState,
    #[schema(value_type = Vec<schema::Difference>)]
    differences: Vec<Difference>,
}

/// One revision with its record.
#[derive(Serialize, ToSchema)]
struct RevisionResponse<'a> {
    revision: i64,
    #[schema(format = DateTime)]
    at: &'a str,
    /// A key or command, never a person.
    author: &'a str,
    /// Empty when none was sent.
    reason: &'a str,
    #[schema(value_type = schema::Intervention)]
    record: &'a Intervention,
}

fn state_schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
    schema::from_json(value!({"type": "string", "enum": RecordState::NAMES}))
}

pub(crate) fn list_operation() -> ApiOperation {
    let (largest, default) = LIMITS;
    let before = value!({"type": "integer", "minimum": 1});
    let limit = value!({"type": "integer", "minimum": 1, "maximum": largest, "default": default});
    ApiOperation::new("The revisions of an intervention")
        .with_key()
        .parameter(id_parameter())
        .parameter(query_parameter("before", "Revisions older than this one.", before))
        .parameter(query_parameter("limit", "How many.", limit))
        .response::<HistoryResponse<'_>>(200, "The newest revision first.")
}

pub(crate) fn show_operation() -> ApiOperation {
    ApiOperation::new("An intervention at one revision")
        .with_key()
        .parameters([id_parameter(), revision_parameter()])
        .response::<RevisionResponse<'_>>(200, "That revision.")
}

pub(crate) fn restore_operation() -> ApiOperation {
    ApiOperation::new("Writes an earlier revision of an intervention as a new one")
        .with_key()
        .parameters([id_parameter(), revision_parameter(), if_match_parameter(true), reason_parameter()])
        .response::<schema::Intervention>(200, "Restored.")
        .response::<schema::Intervention>(202, "Restored, not searchable yet.")
}

fn revision_parameter() -> Parameter {
    path_parameter("revision", value!({"type": "string"}))
}

pub(crate) async fn list(
    State(state): State<AppState>,
    bearer: Bearer,
    PathSegment(id): PathSegment,
    parameters: Parameters,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["before", "limit"])?;
    let current = readable(&state, &bearer, &id).await?;
    let limit = number(&parameters, "limit", 1..=LIMITS.0, LIMITS.1)?;
    let before = number(&parameters, "before", 1..=i64::MAX as usize, i64::MAX as usize)? as i64;
    // One revision more than the response contains: the oldest one in it is compared with its predecessor.
    let revisions = state.store.revisions_before(&current.record.id, before, limit as i64 + 1).await?;
    let items: Vec<RevisionItem<'_>> = revisions
        .iter()
        .take(limit)
        .enumerate()
        .map(|(i, revision)| RevisionItem::new(revision, revisions.get(i + 1)))
        .collect::<Result<_, _>>()
        .map_err(Problem::internal)?;
    let next = items.last().filter(|_| revisions.len() > limit);
    let next = next.map(|last| links::history(&current.record.id, last.revision, limit));
    let response = HistoryResponse { id: &current.record.id, revision: current.revision, items, next };
    Ok(private(json(&response)))
}

pub(crate) async fn show(
    State(state): State<AppState>,
    bearer: Bearer,
    Path((id, revision)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let current = readable(&state, &bearer, &id).await?;
    let Revision { revision, author, reason, at, record } = &find(&state, &current, &revision).await?;
    Ok(private(json(&RevisionResponse { revision: *revision, at, author, reason, record })))
}

/// Writes an earlier revision as a new one. The record gets the state of that revision if its current state allows the
/// transition; otherwise it keeps its current state.
pub(crate) async fn restore(
    State(state): State<AppState>,
    bearer: Bearer,
    Path((id, revision)): Path<(String, String)>,
    parameters: Parameters,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["reason"])?;
    let current = readable(&state, &bearer, &id).await?;
    let if_match = IfMatch::of(&headers)?.ok_or_else(Problem::precondition_required)?;
    let mut old = find(&state, &current, &revision).await?;
    if !current.record.state.may_become(old.record.state) {
        old.record.state = current.record.state;
    }
    bearer.access.check(Some(&current.record), &old.record)?;
    // Codes may have been removed since that revision, so its record is validated like a new one.
    let body = serde_json::to_value(&old.record).map_err(Problem::internal)?;
    let valid = validate_record(&state, &bearer.access, &body).await?;
    let reason = reason(&parameters, &format!("revision {} restored", old.revision))?;
    RecordWriter { state: &state, bearer: &bearer, reason }.replace(&current, &if_match, valid).await
}

/// Finds the current record, whose history the key may read.
///
/// # Errors
/// 403 when the key may not read the history, and the errors of [`find_any`].
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

/// Forbids caches to store the response.
fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
