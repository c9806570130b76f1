//! `/api/v1/interventions/{id}`: one record.

use super::answer::{self, Lang, ResultItem};
use super::request::limit;
use crate::clock::Clock;
use crate::indexer::Indexer;
use crate::web::http::auth::Bearer;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::{Parameters, PathSegment};
use crate::web::http::record::{SIMILAR, find_for, find_public, page_of};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use catalogue::hash;
use catalogue::record::StoredIntervention;
use catalogue_store::Store;
use index::{Hit, Snapshot};
use jiff::civil::Date;
use serde_json::{Map, Value, json as value};

/// `GET /api/v1/interventions/{id}`: the whole record, with what is derived or looked up. Who may edit
/// it sees it before the public does.
pub(super) async fn show(
    State(sync): State<Indexer>,
    State(store): State<Store>,
    State(clock): State<Clock>,
    bearer: Option<Bearer>,
    headers: HeaderMap,
    parameters: Parameters,
    PathSegment(id): PathSegment,
) -> Result<Response, Problem> {
    let stored = match &bearer {
        Some(bearer) => find_for(&store, &id, &bearer.access).await?,
        None => find_public(&store, &id).await?,
    };
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let lang = Lang(parameters.get("lang").unwrap_or("sv"));
    let RecordBody { body, etag } = RecordBody::new(&snapshot, &stored, clock.today(), lang)?;
    let mut answer = cache::tagged(&headers, &etag, || json(&body));
    if !stored.is_public() {
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    Ok(answer)
}

/// A record as it is answered.
pub(super) struct RecordBody {
    pub(super) body: Value,
    pub(super) etag: String,
}

impl RecordBody {
    /// The record with all that stands beside it.
    pub(super) fn new(
        snapshot: &Snapshot,
        stored: &StoredIntervention,
        today: Date,
        lang: Lang<'_>,
    ) -> Result<Self, Problem> {
        let mut body = whole(stored, &snapshot.vocabularies, today, lang)?;
        let similar = similar_items(snapshot, stored, SIMILAR, today, lang)?;
        if !similar.is_empty() {
            body["similar"] = value!(similar);
        }
        // Over the record, which is what a write is checked against, and over all that is shown: status,
        // names and labels change without a new revision.
        let shown = hash::short(&[&body.to_string()]);
        let etag = format!("\"{}-{}{}\"", stored.revision, record_part(&stored.hash), record_part(&shown));
        Ok(Self { body, etag })
    }
}

/// How much of a hash stands in an entity tag.
pub(super) fn record_part(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}

/// `GET /api/v1/interventions/{id}/similar?limit=5`.
pub(super) async fn similar(
    State(sync): State<Indexer>,
    State(store): State<Store>,
    State(clock): State<Clock>,
    parameters: Parameters,
    PathSegment(id): PathSegment,
) -> Result<Response, Problem> {
    let stored = find_public(&store, &id).await?;
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let limit = limit(&parameters, 5)?;
    let lang = Lang(parameters.get("lang").unwrap_or("sv"));
    let mut body = Map::new();
    let items = similar_items(&snapshot, &stored, limit, clock.today(), lang)?;
    if !items.is_empty() {
        body.insert("items".into(), value!(items));
    }
    Ok(json(&body))
}

fn similar_items(
    snapshot: &Snapshot,
    stored: &StoredIntervention,
    limit: usize,
    today: Date,
    lang: Lang<'_>,
) -> Result<Vec<Value>, Problem> {
    let hits = index::similar(snapshot, &stored.record, limit, today)?;
    let item = |hit: &Hit| {
        let mut item = serde_json::to_value(ResultItem::new(hit, &snapshot.vocabularies, today, lang))?;
        item.as_object_mut().map(|item| item.shift_remove("match"));
        Ok(item)
    };
    hits.iter().map(item).collect::<Result<_, serde_json::Error>>().map_err(Problem::internal)
}

fn whole(
    stored: &StoredIntervention,
    vocabularies: &catalogue::Vocabularies,
    today: Date,
    lang: Lang<'_>,
) -> Result<Value, Problem> {
    let record = &stored.record;
    let mut body = serde_json::to_value(record).map_err(Problem::internal)?;
    body["status"] = value!(record.status(today));
    let mut extend = |key: &str, value: Value| {
        if value.as_array().is_some_and(Vec::is_empty) {
            return;
        }
        body[key] = value;
    };
    extend("municipalities", value!(answer::municipalities(record, vocabularies)));
    extend("target_group_labels", value!(answer::target_group_labels(record, vocabularies, lang)));
    extend("organizations", value!(vocabularies.participants(record)));
    extend("revision", value!(stored.revision));
    extend("created", value!(stored.created));
    extend("updated", value!(stored.updated));
    extend("url", value!(page_of(&record.id)));
    Ok(body)
}
