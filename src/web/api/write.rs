//! Writes of one record: `POST /api/v1/interventions`, `PUT` and `DELETE …/{id}`. The response is sent when the change
//! is on disk and searchable, or has the status 202 when it is not searchable within the visibility timeout.

use super::echo::LabelLanguage;
use super::parameters::reject_unknown_params;
use super::record::{RecordBody, tag_part};
use crate::app::AppState;
use crate::web::http::auth::Bearer;
use crate::web::http::error::{EditConflict, Problem, Version, json};
use crate::web::http::extract::{IfMatch, Parameters, PathSegment};
use crate::web::http::operation::{ApiOperation, id_parameter, if_match_parameter, query_parameter};
use crate::web::http::problem_item::ProblemItem;
use crate::web::http::record::find_any;
use crate::web::http::run_search::run_blocking;
use crate::web::http::schema;
use crate::web::links;
use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use catalogue::access::Access;
use catalogue::allowed::Allowed;
use catalogue::reason::Reason;
use catalogue::record::State as RecordState;
use catalogue::record::StoredIntervention;
use catalogue::text::normalize_line;
use catalogue::validate::{Fault, ValidatedRecord};
use catalogue::{Intervention, InterventionId, diff, personal, validate};
use catalogue_store::{Edit, StoreError};
use serde_json::{Value, json as value};
use utoipa::openapi::path::Parameter;

/// Maximum length of the reason for a change, in characters.
const MAX_REASON: usize = 200;

pub(crate) fn create_operation() -> ApiOperation {
    ApiOperation::new("A new intervention; a draft unless it has a state")
        .with_key()
        .parameter(reason_parameter())
        .json_body::<schema::Intervention>()
        .response::<schema::Intervention>(201, "On disk and searchable.")
        .response::<schema::Intervention>(202, "On disk, not searchable yet.")
}

pub(crate) fn replace_operation() -> ApiOperation {
    ApiOperation::new("Replaces the intervention; without a state it keeps its own")
        .with_key()
        .parameters([id_parameter(), if_match_parameter(true), reason_parameter()])
        .json_body::<schema::Intervention>()
        .response::<schema::Intervention>(200, "On disk and searchable.")
        .response::<schema::Intervention>(202, "On disk, not searchable yet.")
}

pub(crate) fn archive_operation() -> ApiOperation {
    let successor = query_parameter(
        "successor",
        "A published intervention that continues this one; responses with 410 name it.",
        value!({"type": "string"}),
    );
    ApiOperation::new("Archives the intervention")
        .with_key()
        .parameters([id_parameter(), if_match_parameter(false), successor, reason_parameter()])
        .empty_response(204, "Archived; its id is never used again.")
        .empty_response(202, "Archived, still found.")
}

/// The query parameter `reason`.
pub(super) fn reason_parameter() -> Parameter {
    let schema = value!({"type": "string", "maxLength": MAX_REASON});
    query_parameter("reason", "Why; editors read it in the history.", schema)
}

/// Creates a record; a draft unless the body has a state.
pub(crate) async fn create(
    State(state): State<AppState>,
    bearer: Bearer,
    parameters: Parameters,
    body: Result<Json<Value>, JsonRejection>,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["reason"])?;
    let Json(mut body) = body?;
    set_default(&mut body, "state", RecordState::Draft.name());
    let valid = validate_record(&state, &bearer.access, &body).await?;
    bearer.access.check(None, &valid.record)?;
    let writer = RecordWriter { state: &state, bearer: &bearer, reason: reason(&parameters, "")? };
    writer.save(valid, 0, None).await?.response(&writer, StatusCode::CREATED).await
}

/// Replaces a record. It keeps its state when the body has none.
pub(crate) async fn replace(
    State(state): State<AppState>,
    bearer: Bearer,
    PathSegment(id): PathSegment,
    parameters: Parameters,
    headers: HeaderMap,
    body: Result<Json<Value>, JsonRejection>,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["reason"])?;
    let current = find_any(&state.store, &id, &bearer.access).await?;
    bearer.access.check(Some(&current.record), &current.record)?;
    let if_match = IfMatch::of(&headers)?.ok_or_else(Problem::precondition_required)?;
    let Json(mut body) = body?;
    set_default(&mut body, "id", &id);
    set_default(&mut body, "state", current.record.state.name());
    let writer = RecordWriter { state: &state, bearer: &bearer, reason: reason(&parameters, "")? };
    let valid = validate_record(&state, &bearer.access, &body).await?;
    writer.replace(&current, &if_match, valid).await
}

/// Archives a record. The parameter `successor` names the record that replaces it.
pub(crate) async fn archive(
    State(state): State<AppState>,
    bearer: Bearer,
    PathSegment(id): PathSegment,
    parameters: Parameters,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["reason", "successor"])?;
    let current = find_any(&state.store, &id, &bearer.access).await?;
    let record = Intervention { state: RecordState::Archived, ..current.record.clone() };
    bearer.access.check(Some(&current.record), &record)?;
    let successor = successor(&state, &record, &parameters).await?;
    if let Some(if_match) = IfMatch::of(&headers)? {
        if_match.check(&current, &record)?;
    }
    let writer = RecordWriter { state: &state, bearer: &bearer, reason: reason(&parameters, "")? };
    let valid = ValidatedRecord { record, new_organizations: Vec::new() };
    let saved = writer.save(valid, current.revision, successor).await?;
    let status = if saved.searchable { StatusCode::NO_CONTENT } else { StatusCode::ACCEPTED };
    let mut response = status.into_response();
    saved.body(&writer).await?.tag(&mut response);
    Ok(response)
}

/// Writes records on behalf of a key.
pub(super) struct RecordWriter<'a> {
    pub(super) state: &'a AppState,
    pub(super) bearer: &'a Bearer,
    pub(super) reason: String,
}

/// A written record, and whether it is searchable.
struct SavedRecord {
    stored: StoredIntervention,
    searchable: bool,
}

impl RecordWriter<'_> {
    /// Replaces the current record, if the change is based on its revision.
    ///
    /// # Errors
    /// 409 when it is based on another revision, 403 when the key may not write the record, 422 when the id or the
    /// change of state is not allowed.
    pub(super) async fn replace(
        &self,
        current: &StoredIntervention,
        if_match: &IfMatch,
        valid: ValidatedRecord,
    ) -> Result<Response, Problem> {
        ensure_same_id(&current.record.id, &valid.record.id)?;
        ensure_transition(current.record.state, valid.record.state)?;
        self.bearer.access.check(Some(&current.record), &valid.record)?;
        if_match.check(current, &valid.record)?;
        self.save(valid, current.revision, None).await?.response(self, StatusCode::OK).await
    }

    /// `expected` is the revision on which the change is based, 0 for a new record.
    async fn save(
        &self,
        valid: ValidatedRecord,
        expected: i64,
        successor: Option<InterventionId>,
    ) -> Result<SavedRecord, Problem> {
        let edit = Edit {
            record: valid.record.clone(),
            organizations: valid.new_organizations,
            expected,
            successor,
            author: self.bearer.author(self.reason.clone()),
            at: self.state.clock.now(),
        };
        let saved = match self.state.store.save(edit).await {
            Err(StoreError::Conflict { current: Some(current) }) if expected > 0 => {
                return Err(edit_conflict(&current, expected, &valid.record));
            }
            Err(StoreError::Conflict { .. }) => return Err(Problem::id_taken(&valid.record.id)),
            saved => saved?,
        };
        let searchable = self.state.indexer.wait_until_searchable(saved.seq).await;
        Ok(SavedRecord { stored: saved.stored, searchable })
    }
}

impl SavedRecord {
    /// The body of the response. There is no deadline: the change is already made, so the client must be told.
    async fn body(&self, writer: &RecordWriter<'_>) -> Result<RecordBody, Problem> {
        let state = writer.state;
        let snapshot = state.indexer.snapshot().ok_or_else(Problem::not_ready)?;
        let (stored, today) = (self.stored.clone(), state.clock.today());
        let pool = state.search_pool.without_deadline();
        run_blocking(&pool, move || RecordBody::new(&snapshot, &stored, today, LabelLanguage::SWEDISH)).await
    }

    /// A response with the whole record; the status is 202 instead of `status` while it is not searchable.
    async fn response(&self, writer: &RecordWriter<'_>, status: StatusCode) -> Result<Response, Problem> {
        let body = self.body(writer).await?;
        let mut response = json(&body.body);
        *response.status_mut() = if self.searchable { status } else { StatusCode::ACCEPTED };
        if status == StatusCode::CREATED
            && let Ok(address) = HeaderValue::from_str(&links::intervention(&self.stored.record.id))
        {
            response.headers_mut().insert(header::LOCATION, address);
        }
        body.tag(&mut response);
        Ok(response)
    }
}

impl RecordBody {
    /// Adds the entity tag that the client must send with its next change.
    fn tag(&self, response: &mut Response) {
        if let Ok(etag) = HeaderValue::from_str(&self.etag) {
            response.headers_mut().insert(header::ETAG, etag);
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

impl IfMatch {
    /// 409 when the current revision has another number, or another hash: after a restore, a number can belong to
    /// another revision.
    fn check(&self, current: &StoredIntervention, yours: &Intervention) -> Result<(), Problem> {
        let same = self.hash.is_empty() || tag_part(&self.hash) == tag_part(&current.hash);
        if self.revision == current.revision && same {
            return Ok(());
        }
        Err(edit_conflict(current, self.revision, yours))
    }
}

/// The problem for a conflict. `known` is the revision on which the refused version is based.
fn edit_conflict(current: &StoredIntervention, known: i64, yours: &Intervention) -> Problem {
    match diff::between(Some(&current.record), yours) {
        Err(error) => Problem::internal(error),
        Ok(differences) => Problem::conflict(EditConflict {
            current: Version { revision: current.revision, record: current.record.clone() },
            yours: Version { revision: known, record: yours.clone() },
            differences,
        }),
    }
}

/// Sets a member of the body if it is absent.
fn set_default(body: &mut Value, key: &str, text: &str) {
    if let Some(object) = body.as_object_mut() {
        object.entry(key).or_insert_with(|| value!(text));
    }
}

/// Validates a record with the vocabularies of the index, and again with those of the store when the record contains
/// codes or organisations that the index does not know.
///
/// # Errors
/// 422 with every fault; 403 when the record adds an organisation and the key may not.
pub(super) async fn validate_record(
    state: &AppState,
    access: &Access,
    body: &Value,
) -> Result<ValidatedRecord, Problem> {
    let snapshot = state.indexer.snapshot().ok_or_else(Problem::not_ready)?;
    let valid = match validate::record(body, &snapshot.vocabularies) {
        Ok(valid) if valid.new_organizations.is_empty() => valid,
        _ => validate::record(body, &state.store.vocabularies().await?).map_err(|faults| invalid_record(&faults))?,
    };
    if valid.new_organizations.is_empty() || access.may_add_organizations() {
        return Ok(valid);
    }
    let names: Vec<&str> = valid.new_organizations.iter().map(|o| o.id.as_str()).collect();
    let detail = format!("a contributor may not add organisations to the catalogue: {}", names.join(", "));
    Err(Problem::forbidden(detail))
}

fn invalid_record(faults: &[Fault]) -> Problem {
    Problem::record(faults.iter().map(ProblemItem::from).collect())
}

/// 422 when the id in the body differs from that in the path.
fn ensure_same_id(id: &InterventionId, sent: &InterventionId) -> Result<(), Problem> {
    if id == sent {
        return Ok(());
    }
    let fault = Fault::new("/id", Reason::IdChanged);
    Err(invalid_record(&[Fault { value: Some(value!(sent)), allowed: Some(Allowed::Id(id.clone())), ..fault }]))
}

/// 422 when the transition between the states is not allowed.
fn ensure_transition(from: RecordState, to: RecordState) -> Result<(), Problem> {
    if from.may_become(to) {
        return Ok(());
    }
    let allowed = Allowed::states(RecordState::ALL.into_iter().filter(|state| from.may_become(*state)));
    let fault = Fault::new("/state", Reason::ForbiddenTransition(from));
    Err(invalid_record(&[Fault { value: Some(value!(to)), allowed: Some(allowed), ..fault }]))
}

/// Reads the parameter `reason`, which editors see in the history.
///
/// # Errors
/// 400 when it is too long, has control characters or holds personal data.
pub(super) fn reason(parameters: &Parameters, default: &str) -> Result<String, Problem> {
    let reason = normalize_line(parameters.get("reason").unwrap_or(default));
    let invalid = |why: &str, allowed: &str| {
        Problem::parameters(&[])
            .with(vec![ProblemItem { parameter: Some("reason".into()), ..ProblemItem::new(why, allowed) }])
    };
    if reason.chars().count() > MAX_REASON || reason.chars().any(char::is_control) {
        return Err(invalid("too long, or more than one line", "one line of at most 200 characters"));
    }
    match personal::find(&reason) {
        Some(finding) => Err(invalid(finding.reason(), finding.allowed())),
        None => Ok(reason.into_owned()),
    }
}

/// Reads the parameter `successor`, which must be another published record.
async fn successor(
    state: &AppState,
    record: &Intervention,
    parameters: &Parameters,
) -> Result<Option<InterventionId>, Problem> {
    let Some(given) = parameters.get("successor") else { return Ok(None) };
    let found = match given.parse::<InterventionId>() {
        Ok(id) if id != record.id => state.store.find(&id).await?,
        _ => None,
    };
    if let Some(found) = found.filter(StoredIntervention::is_public) {
        return Ok(Some(found.record.id));
    }
    Err(Problem::parameters(&[]).with(vec![ProblemItem {
        parameter: Some("successor".into()),
        value: Some(given.chars().take(80).collect()),
        ..ProblemItem::new("no other public intervention has this id", "the id of a published intervention")
    }]))
}
