//! `GET /api/v1/facets`: the counts of a search without its hits.

use super::answer::{self, Lang, Totals};
use super::request::checked;
use crate::clock::Clock;
use crate::indexer::Indexer;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Answer {
    query: Map<String, Value>,
    #[serde(flatten)]
    totals: Totals,
    #[serde(skip_serializing_if = "Map::is_empty")]
    facets: Map<String, Value>,
}

pub(super) async fn show(
    State(sync): State<Indexer>,
    State(clock): State<Clock>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let search = checked(&sync, &parameters.0, Vec::new())?;
    let lang = Lang(parameters.get("lang").unwrap_or("sv"));
    let today = clock.today();
    let results = index::count(&search.snapshot, &search.query, today)?;
    let answer = Answer {
        query: answer::echo(&parameters.0),
        totals: Totals::from(&results),
        facets: answer::facets(&results.facets, &search.snapshot.vocabularies, lang),
    };
    let asked = parameters.to_string();
    Ok(cache::tagged(&headers, &search.etag(today, &["facets", &asked]), || json(&answer)))
}
