//! Writing one record: `POST /api/v1/interventions`, `PUT` and `DELETE …/{id}`. The answer comes when it
//! is on the disk and can be found.

use super::answer::Lang;
use super::record::{RecordBody, record_part};
use super::request::reject_unknown_params;
use crate::app::AppState;
use crate::web::http::auth::Bearer;
use crate::web::http::error::{EditConflict, Problem, ProblemItem, Version, json};
use crate::web::http::extract::{IfMatch, Parameters, PathSegment};
use crate::web::http::record::find_any;
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
use catalogue::validate::{Fault, Valid};
use catalogue::{Intervention, InterventionId, diff, personal, validate};
use catalogue_store::{Edit, StoreError};
use serde_json::{Value, json as value};

/// Longest reason for a change, in characters.
const REASON: usize = 200;

/// `POST /api/v1/interventions`: a new record; a draft when it does not say otherwise.
pub(super) async fn create(
    State(state): State<AppState>,
    bearer: Bearer,
    parameters: Parameters,
    body: Result<Json<Value>, JsonRejection>,
) -> Result<Response, Problem> {
    reject_unknown_params(&parameters, &["reason"])?;
    let Json(mut body) = body?;
    set_default(&mut body, "state", RecordState::Draft.name());
    let valid = read(&state, &bearer.access, &body).await?;
    bearer.access.check(None, &valid.record)?;
    let writer = Writer { state: &state, bearer: &bearer, reason: reason(&parameters, "")? };
    writer.save(valid, 0, None).await?.answer(&writer, StatusCode::CREATED)
}

/// `PUT /api/v1/interventions/{id}`: the record as it shall be. Without a state it keeps its own.
pub(super) async fn replace(
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
    let known = IfMatch::of(&headers)?.ok_or_else(Problem::precondition_required)?;
    let Json(mut body) = body?;
    set_default(&mut body, "id", &id);
    set_default(&mut body, "state", current.record.state.name());
    let writer = Writer { state: &state, bearer: &bearer, reason: reason(&parameters, "")? };
    let valid = read(&state, &bearer.access, &body).await?;
    writer.replace(&current, &known, valid).await
}

/// `DELETE /api/v1/interventions/{id}`: into the archive. `successor` names what to look at instead.
pub(super) async fn archive(
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
    if let Some(known) = IfMatch::of(&headers)? {
        known.check(&current, &record)?;
    }
    let writer = Writer { state: &state, bearer: &bearer, reason: reason(&parameters, "")? };
    let valid = Valid { record, new_organizations: Vec::new() };
    let done = writer.save(valid, current.revision, successor).await?;
    let status = if done.searchable { StatusCode::NO_CONTENT } else { StatusCode::ACCEPTED };
    let mut answer = status.into_response();
    done.shown(&writer)?.tag(&mut answer);
    Ok(answer)
}

/// Who writes what for which reason.
pub(super) struct Writer<'a> {
    pub(super) state: &'a AppState,
    pub(super) bearer: &'a Bearer,
    pub(super) reason: String,
}

/// What has been written.
struct Done {
    stored: StoredIntervention,
    searchable: bool,
}

impl Writer<'_> {
    /// Puts a record in the place of the current one, when that is the one which the writer knows.
    pub(super) async fn replace(
        &self,
        current: &StoredIntervention,
        known: &IfMatch,
        valid: Valid,
    ) -> Result<Response, Problem> {
        ensure_same_id(&current.record.id, &valid.record.id)?;
        ensure_transition(current.record.state, valid.record.state)?;
        self.bearer.access.check(Some(&current.record), &valid.record)?;
        known.check(current, &valid.record)?;
        self.save(valid, current.revision, None).await?.answer(self, StatusCode::OK)
    }

    async fn save(&self, valid: Valid, expected: i64, successor: Option<InterventionId>) -> Result<Done, Problem> {
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
        let searchable = self.state.sync.wait_until_searchable(saved.seq).await;
        Ok(Done { stored: saved.stored, searchable })
    }
}

impl Done {
    fn shown(&self, writer: &Writer<'_>) -> Result<RecordBody, Problem> {
        let snapshot = writer.state.sync.snapshot().ok_or_else(Problem::not_ready)?;
        RecordBody::new(&snapshot, &self.stored, writer.state.clock.today(), Lang("sv"))
    }

    /// The whole record; 202 instead of `status` while it cannot be found yet.
    fn answer(&self, writer: &Writer<'_>, status: StatusCode) -> Result<Response, Problem> {
        let shown = self.shown(writer)?;
        let mut answer = json(&shown.body);
        *answer.status_mut() = if self.searchable { status } else { StatusCode::ACCEPTED };
        let address = format!("/api/v1/interventions/{}", self.stored.record.id);
        if status == StatusCode::CREATED
            && let Ok(address) = HeaderValue::from_str(&address)
        {
            answer.headers_mut().insert(header::LOCATION, address);
        }
        shown.tag(&mut answer);
        Ok(answer)
    }
}

impl RecordBody {
    /// The entity tag to send with the next change.
    fn tag(&self, answer: &mut Response) {
        if let Ok(etag) = HeaderValue::from_str(&self.etag) {
            answer.headers_mut().insert(header::ETAG, etag);
        }
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

impl IfMatch {
    /// 409 when the current revision is another one, or one of the same number from another past (a
    /// backup has been restored).
    fn check(&self, current: &StoredIntervention, yours: &Intervention) -> Result<(), Problem> {
        let same = self.hash.is_empty() || record_part(&self.hash) == record_part(&current.hash);
        if self.revision == current.revision && same {
            return Ok(());
        }
        Err(edit_conflict(current, self.revision, yours))
    }
}

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

/// A key of the body when it has none.
fn set_default(body: &mut Value, key: &str, text: &str) {
    if let Some(object) = body.as_object_mut() {
        object.entry(key).or_insert_with(|| value!(text));
    }
}

/// Checks a record: every fault at once. Vocabularies are those of the search, and read anew only where
/// something in the record is not in them.
pub(super) async fn read(state: &AppState, access: &Access, body: &Value) -> Result<Valid, Problem> {
    let snapshot = state.sync.snapshot().ok_or_else(Problem::not_ready)?;
    let valid = match validate::record(body, &snapshot.vocabularies) {
        Ok(valid) if valid.new_organizations.is_empty() => valid,
        _ => validate::record(body, &state.store.vocabularies().await?).map_err(|faults| faulty(&faults))?,
    };
    if valid.new_organizations.is_empty() || access.may_add_organizations() {
        return Ok(valid);
    }
    let names: Vec<&str> = valid.new_organizations.iter().map(|o| o.id.as_str()).collect();
    let detail = format!("a contributor may not add organisations to the catalogue: {}", names.join(", "));
    Err(Problem::forbidden(detail))
}

fn faulty(faults: &[Fault]) -> Problem {
    Problem::record(faults.iter().map(ProblemItem::from).collect())
}

/// 422 when the record names itself otherwise than its address does.
fn ensure_same_id(id: &InterventionId, sent: &InterventionId) -> Result<(), Problem> {
    if id == sent {
        return Ok(());
    }
    let fault = Fault::new("/id", Reason::IdChanged);
    Err(faulty(&[Fault { value: Some(value!(sent)), allowed: Some(Allowed::Id(id.clone())), ..fault }]))
}

/// 422 when a record in one state cannot be put into the other.
fn ensure_transition(from: RecordState, to: RecordState) -> Result<(), Problem> {
    if from.may_become(to) {
        return Ok(());
    }
    let allowed = Allowed::states(RecordState::ALL.into_iter().filter(|state| from.may_become(*state)));
    let fault = Fault::new("/state", Reason::ForbiddenTransition(from));
    Err(faulty(&[Fault { value: Some(value!(to)), allowed: Some(allowed), ..fault }]))
}

/// Why the change is made; editors read it in the history.
pub(super) fn reason(parameters: &Parameters, default: &str) -> Result<String, Problem> {
    let reason = parameters.get("reason").unwrap_or(default).trim();
    let refused = |why: &str, allowed: &str| {
        Problem::parameters(&[])
            .with(vec![ProblemItem { parameter: Some("reason".into()), ..ProblemItem::new(why, allowed) }])
    };
    if reason.chars().count() > REASON || reason.chars().any(char::is_control) {
        return Err(refused("too long, or more than one line", "one line of at most 200 characters"));
    }
    match personal::find(reason) {
        Some(finding) => Err(refused(finding.reason(), finding.allowed())),
        None => Ok(reason.to_owned()),
    }
}

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
