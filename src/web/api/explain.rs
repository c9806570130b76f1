//! `GET /api/v1/interventions/{id}/explain`: all numbers that make up the score of a record in a search. For editors,
//! and for changes of the word lists and weights.

use super::checked_search::CheckedSearch;
use super::echo::{QueryEcho, as_object};
use super::openapi::search_parameters;
use super::parameters::invalid;
use crate::app::AppState;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::{Parameters, PathSegment};
use crate::web::http::operation::{ApiOperation, id_parameter};
use crate::web::http::record::find_public;
use crate::web::http::run_search::run_search;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use index::query::FaultKind;
use index::query::parameter_name::Q;
use index::{ExpansionScore, Explanation, QueryUnitScore};
use serde::Serialize;
use utoipa::ToSchema;

/// The score of one record in a search, in its parts.
#[derive(Serialize, ToSchema)]
struct ExplainResponse<'a> {
    id: &'a str,
    /// The search as it was understood.
    understood: QueryEcho,
    score: f64,
    is_hit: bool,
    /// Whether the words are the complete name of the record.
    full_name: bool,
    /// The query units of the words.
    concepts: Vec<QueryUnitExplanation<'a>>,
    /// Sum of the weights of the criteria that the record meets.
    held: f64,
    /// Sum of the weights of all criteria.
    asked: f64,
    /// The met weight from which a record is a hit.
    needed: f64,
    /// Factor for the share of the weight that the record meets or matches weakly.
    completeness: f64,
    /// Part of the score from parts of words.
    grams: f64,
    /// Factors for how well the record meets the filters, by name.
    #[serde(serialize_with = "as_object")]
    #[schema(value_type = BTreeMap<String, f64>)]
    fit: Vec<(&'static str, f64)>,
}

/// One query unit and the ways in which the record matches it.
#[derive(Serialize, ToSchema)]
struct QueryUnitExplanation<'a> {
    /// The words as typed.
    from: &'a str,
    /// Its weight: the inverse document frequency.
    rarity: f64,
    /// Whether it counts for the hit rule.
    demanded: bool,
    /// Whether the record meets it; a weak match only adds to the score.
    met: bool,
    score: f64,
    ways: Vec<ExpansionExplanation<'a>>,
}

/// One expansion of a query unit.
#[derive(Serialize, ToSchema)]
struct ExpansionExplanation<'a> {
    /// Kind of expansion.
    how: &'static str,
    score: f64,
    /// Score by zone of the record.
    #[serde(serialize_with = "as_object")]
    #[schema(value_type = BTreeMap<String, f64>)]
    zones: Vec<(&'static str, f64)>,
    /// The words or codes searched for.
    #[serde(skip_serializing_if = "str::is_empty")]
    to: &'a str,
}

pub(crate) fn operation() -> ApiOperation {
    ApiOperation::new("Every number of the score that an intervention has in a search")
        .parameter(id_parameter())
        .parameters(search_parameters())
        .response::<ExplainResponse<'_>>(200, "The explanation")
}

pub(crate) async fn show(
    State(state): State<AppState>,
    headers: HeaderMap,
    parameters: Parameters,
    PathSegment(id): PathSegment,
) -> Result<Response, Problem> {
    let record = find_public(&state.store, &id).await?.record;
    let today = state.clock.today();
    run_search(&state, move |index| {
        let search = CheckedSearch::new(index, &parameters.0, Vec::new())?;
        let explanation = index::explain(&search.snapshot, &search.query, &record.id, today)?;
        let explanation = explanation.ok_or_else(|| invalid(Q, &search.query.text, FaultKind::NoWords))?;
        let etag = search.etag(today, &["explain", record.id.as_str(), &parameters.to_string()]);
        Ok(cache::tagged(&headers, &etag, || json(&ExplainResponse::new(record.id.as_str(), &explanation))))
    })
    .await
}

impl<'a> ExplainResponse<'a> {
    fn new(id: &'a str, explanation: &'a Explanation) -> Self {
        let Explanation { full_name, score, .. } = *explanation;
        Self {
            id,
            understood: QueryEcho::of_query(&explanation.query, None),
            score: f64::from(score),
            is_hit: explanation.is_hit,
            full_name,
            concepts: explanation.units.iter().map(QueryUnitExplanation::new).collect(),
            held: f64::from(explanation.met_weight),
            asked: f64::from(explanation.total_weight),
            needed: f64::from(explanation.threshold),
            completeness: f64::from(explanation.completeness),
            grams: f64::from(explanation.grams),
            fit: explanation.fit.iter().map(|(name, factor)| (*name, f64::from(*factor))).collect(),
        }
    }
}

impl<'a> QueryUnitExplanation<'a> {
    fn new(unit: &'a QueryUnitScore) -> Self {
        Self {
            from: &unit.from,
            rarity: f64::from(unit.weight),
            demanded: unit.required,
            met: unit.met,
            score: f64::from(unit.score),
            ways: unit.expansions.iter().map(ExpansionExplanation::new).collect(),
        }
    }
}

impl<'a> ExpansionExplanation<'a> {
    fn new(expansion: &'a ExpansionScore) -> Self {
        Self {
            how: expansion.kind.as_str(),
            score: f64::from(expansion.score),
            zones: expansion.zones.iter().map(|(zone, score)| (zone.as_str(), f64::from(*score))).collect(),
            to: &expansion.to,
        }
    }
}
