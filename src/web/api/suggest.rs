//! `GET /api/v1/suggest`: what the text typed so far may become, under the filters of a search.

use super::answer::{self, Lang};
use super::request::{checked, limit};
use crate::clock::Clock;
use crate::indexer::Indexer;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use crate::web::http::record::page_of;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use index::Suggestion;
use serde_json::{Map, Value, json as value};

/// Suggestions of each kind when nothing is said.
const DEFAULT_LIMIT: usize = 8;

pub(super) async fn show(
    State(sync): State<Indexer>,
    State(clock): State<Clock>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let limit = limit(&parameters, DEFAULT_LIMIT)?;
    let filters: Vec<(String, String)> = parameters.0.iter().filter(|(name, _)| name != "limit").cloned().collect();
    let search = checked(&sync, &filters, Vec::new())?;
    let lang = Lang(parameters.get("lang").unwrap_or("sv"));
    let today = clock.today();
    let groups = index::suggest(&search.snapshot, &search.query, &search.query.text, limit, today)?;
    let mut body = Map::new();
    body.insert("query".to_owned(), Value::Object(answer::echo(&parameters.0)));
    for (group, suggestions) in &groups {
        let items: Vec<Value> = suggestions.iter().map(|s| item(s, lang)).collect();
        body.insert((*group).to_owned(), Value::Array(items));
    }
    let etag = search.etag(today, &["suggest", &parameters.to_string()]);
    Ok(cache::tagged(&headers, &etag, || json(&body)))
}

fn item(suggestion: &Suggestion, lang: Lang<'_>) -> Value {
    let mut out = answer::offer(&suggestion.label, &suggestion.query, suggestion.count, lang);
    if let Some(matched) = &suggestion.matched {
        out["matched"] = value!(matched);
    }
    if let Some(id) = &suggestion.id {
        out["id"] = value!(id);
        out["url"] = value!(page_of(id));
    }
    out
}
