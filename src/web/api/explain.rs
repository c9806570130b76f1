//! `GET /api/v1/interventions/{id}/explain`: why a record stands where it stands in a search, for
//! editors who wonder and for whoever changes word lists or weights.

use super::answer;
use super::request::checked;
use crate::clock::Clock;
use crate::indexer::Indexer;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::{Parameters, PathSegment};
use crate::web::http::record::find_public;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use catalogue_store::Store;
use index::query::{FaultKind, ParameterFault};
use index::{ExpansionScore, Explanation, QueryUnitScore};
use serde_json::{Map, Value, json as value};

pub(super) async fn show(
    State(sync): State<Indexer>,
    State(store): State<Store>,
    State(clock): State<Clock>,
    headers: HeaderMap,
    parameters: Parameters,
    PathSegment(id): PathSegment,
) -> Result<Response, Problem> {
    let record = find_public(&store, &id).await?.record;
    let search = checked(&sync, &parameters.0, Vec::new())?;
    let today = clock.today();
    let Some(explanation) = index::explain(&search.snapshot, &search.query, &record.id, today)? else {
        let (parameter, value) = ("q".into(), search.query.text.clone());
        return Err(Problem::parameters(&[ParameterFault { parameter, value, kind: FaultKind::NoWords }]));
    };
    let etag = search.etag(today, &["explain", record.id.as_str(), &parameters.to_string()]);
    Ok(cache::tagged(&headers, &etag, || json(&body(record.id.as_str(), &explanation))))
}

fn body(id: &str, explanation: &Explanation) -> Value {
    let Explanation { matched_weight, total_weight, threshold, completeness, grams, full_name, score, .. } =
        explanation;
    let pairs: Vec<(String, String)> =
        explanation.query.to_pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    value!({
        "id": id,
        "understood": answer::echo(&pairs),
        "score": score,
        "is_hit": *full_name || *score > 0.0,
        "full_name": full_name,
        "concepts": explanation.units.iter().map(unit).collect::<Vec<_>>(),
        "held": matched_weight, "asked": total_weight, "needed": threshold,
        "completeness": completeness,
        "grams": grams,
        "fit": explanation.fit.iter().map(|(name, factor)| ((*name).to_owned(), value!(factor))).collect::<Map<_, _>>(),
    })
}

fn unit(unit: &QueryUnitScore) -> Value {
    let QueryUnitScore { from, weight, required, score, expansions } = unit;
    let expansions: Vec<Value> = expansions.iter().map(expansion).collect();
    value!({"from": from, "rarity": weight, "demanded": required, "score": score, "ways": expansions})
}

fn expansion(expansion: &ExpansionScore) -> Value {
    let zones: Map<String, Value> =
        expansion.zones.iter().map(|(zone, score)| (zone.as_str().to_owned(), value!(score))).collect();
    let mut out = value!({"how": expansion.kind.as_str(), "score": expansion.score, "zones": zones});
    if !expansion.to.is_empty() {
        out["to"] = value!(expansion.to);
    }
    out
}
