//! `GET /api/v1/interventions/{id}` and `…/similar`.

use super::echo::LabelLanguage;
use super::openapi::limit_parameter;
use super::parameters::limit;
use super::search_result::{MunicipalityLabel, ResultItem, municipalities, target_group_labels};
use crate::app::AppState;
use crate::web::http::auth::Bearer;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::{Parameters, PathSegment};
use crate::web::http::operation::{ApiOperation, id_parameter};
use crate::web::http::record::{SIMILAR_SHOWN, find_for, find_public};
use crate::web::http::run_search::run_search;
use crate::web::http::schema;
use crate::web::links;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use catalogue::hash;
use catalogue::record::{Participant, Status, StoredIntervention};
use index::{Hit, Snapshot};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// Default number of similar interventions.
const DEFAULT_SIMILAR: usize = 5;
/// Number of hexadecimal digits of a hash in an entity tag.
const TAG_DIGITS: usize = 8;

/// The fields of a response that are derived, in addition to those of the record.
#[derive(Serialize)]
struct DerivedFields<'a> {
    status: Status,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    municipalities: Vec<MunicipalityLabel<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    target_group_labels: Vec<&'a str>,
    /// Replaces the list of the record, which has no names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<Participant<'a>>,
    revision: i64,
    created: &'a str,
    updated: &'a str,
    url: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    similar: Vec<ResultItem<'a>>,
}

/// Similar interventions, the most similar first.
#[derive(Serialize, ToSchema)]
struct SimilarResponse<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ResultItem<'a>>,
}

pub(crate) fn show_operation() -> ApiOperation {
    ApiOperation::new("One intervention")
        .parameter(id_parameter())
        .response::<schema::Intervention>(200, "The intervention")
}

pub(crate) fn similar_operation() -> ApiOperation {
    ApiOperation::new("Similar interventions")
        .parameter(id_parameter())
        .parameter(limit_parameter(DEFAULT_SIMILAR))
        .response::<SimilarResponse<'_>>(200, "The most similar first")
}

/// Returns the whole record. A key that may edit an unpublished record can read it here.
pub(crate) async fn show(
    State(state): State<AppState>,
    bearer: Option<Bearer>,
    headers: HeaderMap,
    parameters: Parameters,
    PathSegment(id): PathSegment,
) -> Result<Response, Problem> {
    let stored = match &bearer {
        Some(bearer) => find_for(&state.store, &id, &bearer.access).await?,
        None => find_public(&state.store, &id).await?,
    };
    let today = state.clock.today();
    run_search(&state, move |index| {
        let lang = LabelLanguage::of(&parameters);
        let RecordBody { body, etag } = RecordBody::new(&index.snapshot, &stored, today, lang)?;
        let mut response = cache::tagged(&headers, &etag, || json(&body));
        if !stored.is_public() {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        }
        Ok(response)
    })
    .await
}

pub(crate) async fn similar(
    State(state): State<AppState>,
    parameters: Parameters,
    PathSegment(id): PathSegment,
) -> Result<Response, Problem> {
    let stored = find_public(&state.store, &id).await?;
    let today = state.clock.today();
    run_search(&state, move |index| {
        let limit = limit(&parameters, DEFAULT_SIMILAR)?;
        let hits = index::similar(&index.snapshot, &stored.record, limit, today)?;
        let items = without_match(&hits, &index.snapshot, today, LabelLanguage::of(&parameters));
        Ok(json(&SimilarResponse { items }))
    })
    .await
}

/// The body of a response with one record, and its entity tag.
pub(super) struct RecordBody {
    pub(super) body: Map<String, Value>,
    /// Strong entity tag: revision, hash of the record and hash of the body.
    pub(super) etag: String,
}

impl RecordBody {
    /// The record with its derived fields and similar interventions.
    pub(super) fn new(
        snapshot: &Snapshot,
        stored: &StoredIntervention,
        today: Date,
        lang: LabelLanguage<'_>,
    ) -> Result<Self, Problem> {
        let (record, vocabularies) = (&stored.record, &snapshot.vocabularies);
        let similar = index::similar(snapshot, record, SIMILAR_SHOWN, today)?;
        let derived = DerivedFields {
            status: record.status(today),
            municipalities: municipalities(record, vocabularies),
            target_group_labels: target_group_labels(record, vocabularies, lang),
            organizations: vocabularies.participants(record),
            revision: stored.revision,
            created: &stored.created,
            updated: &stored.updated,
            url: links::intervention_page(&record.id),
            similar: without_match(&similar, snapshot, today, lang),
        };
        let mut body = object(record)?;
        body.extend(object(&derived)?);
        // A write is compared with the hash of the record. Status, names and labels change without a new revision, so
        // the entity tag also contains a hash of the body.
        let text = serde_json::to_string(&body).map_err(Problem::internal)?;
        let (record, body_hash) = (tag_part(&stored.hash), hash::short(&[&text]));
        let etag = format!("\"{}-{record}{}\"", stored.revision, tag_part(&body_hash));
        Ok(Self { body, etag })
    }
}

/// The part of a hash that is used in an entity tag.
pub(super) fn tag_part(hash: &str) -> &str {
    hash.get(..TAG_DIGITS).unwrap_or(hash)
}

fn object(value: &impl Serialize) -> Result<Map<String, Value>, Problem> {
    match serde_json::to_value(value).map_err(Problem::internal)? {
        Value::Object(object) => Ok(object),
        other => Err(Problem::internal(format!("not a JSON object: {other}"))),
    }
}

fn without_match<'a>(
    hits: &'a [Hit],
    snapshot: &'a Snapshot,
    today: Date,
    lang: LabelLanguage<'_>,
) -> Vec<ResultItem<'a>> {
    hits.iter().map(|hit| ResultItem::without_match(&hit.record, &snapshot.vocabularies, today, lang)).collect()
}
