//! `/api/v1/interventions`: search.

use super::answer::{self, Lang, Links, ResultItem, Totals};
use super::request::{CheckedSearch, checked};
use crate::clock::Clock;
use crate::i18n::Texts;
use crate::indexer::Indexer;
use crate::web::http::cache;
use crate::web::http::error::{Problem, ProblemItem, json};
use crate::web::http::extract::Parameters;
use crate::web::present::foreign_text::plain;
use crate::web::present::relaxation_label::relaxation_label;
use crate::web::present::search_context::{SearchContext, UnderstoodSearch};
use crate::web::present::translator::Translator;
use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;
use std::time::Instant;

#[derive(Serialize)]
struct Answer<'a> {
    query: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interpretation: Option<Value>,
    #[serde(flatten)]
    totals: Totals,
    page: usize,
    per_page: usize,
    pages: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ResultItem<'a>>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    facets: Map<String, Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[serde(rename = "widenings")]
    relaxations: Vec<Value>,
    links: Links,
}

/// `GET /api/v1/interventions`.
pub(super) async fn list(
    State(sync): State<Indexer>,
    State(clock): State<Clock>,
    State(texts): State<Arc<Texts>>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let asked = Request { checked: checked(&sync, &parameters.0, Vec::new())?, parameters, in_address: true };
    asked.answer(&clock, &texts, &headers)
}

/// `POST /api/v1/interventions/search`: the same parameters as a JSON object, for what should not
/// stand in an address.
pub(super) async fn search(
    State(sync): State<Indexer>,
    State(clock): State<Clock>,
    State(texts): State<Arc<Texts>>,
    headers: HeaderMap,
    body: Result<Json<Value>, JsonRejection>,
) -> Result<Response, Problem> {
    let Json(body) = body?;
    let (parameters, faulty) = from_object(&body)?;
    let asked = Request { checked: checked(&sync, &parameters.0, faulty)?, parameters, in_address: false };
    asked.answer(&clock, &texts, &headers)
}

/// A search that may be run, and how it was asked.
struct Request {
    checked: CheckedSearch,
    parameters: Parameters,
    /// Whether the parameters stand in the address: links may repeat them then.
    in_address: bool,
}

impl Request {
    fn answer(&self, clock: &Clock, texts: &Arc<Texts>, headers: &HeaderMap) -> Result<Response, Problem> {
        let start = Instant::now();
        let today = clock.today();
        let kind = if self.in_address { "search" } else { "post" };
        let etag = self.checked.etag(today, &[kind, &self.parameters.to_string()]);
        let mut failed = None;
        let mut response = cache::tagged(headers, &etag, || match self.body(texts, today) {
            Ok(body) => body,
            Err(problem) => {
                failed = Some(problem);
                Response::default()
            }
        });
        if let Some(problem) = failed {
            return Err(problem);
        }
        let took = format!("search;dur={:.2}", start.elapsed().as_secs_f64() * 1_000.0);
        if let Ok(took) = HeaderValue::from_str(&took) {
            response.headers_mut().insert("server-timing", took);
        }
        Ok(response)
    }

    fn body(&self, texts: &Arc<Texts>, today: Date) -> Result<Response, Problem> {
        let CheckedSearch { snapshot, query, .. } = &self.checked;
        let lang = Lang(self.parameters.get("lang").unwrap_or("sv"));
        let results = index::search(snapshot, query, today)?;
        let vocabularies = &snapshot.vocabularies;
        let pages = results.total.div_ceil(query.per_page as u64);
        let reader = Translator::new(texts, &self.parameters);
        let understood = UnderstoodSearch(SearchContext { t: &reader, snapshot, query: &results.query, today });
        let relaxations = index::relaxations(snapshot, &results.query, results.total, today)?;
        Ok(json(&Answer {
            query: answer::echo(&self.parameters.0),
            interpretation: answer::interpretation(results.interpretation.as_ref(), vocabularies),
            totals: Totals::from(&results),
            page: query.page,
            per_page: query.per_page,
            pages,
            items: results.hits.iter().map(|hit| ResultItem::new(hit, vocabularies, today, lang)).collect(),
            facets: answer::facets(&results.facets, vocabularies, lang),
            relaxations: relaxations
                .iter()
                .map(|w| answer::offer(&plain(&relaxation_label(&understood, w)), &w.query, w.count, lang))
                .collect(),
            links: if self.in_address { Links::of(query, pages, lang) } else { Links::silent() },
        }))
    }
}

/// Parameters from a JSON object (a scalar, or a list where a parameter repeats), and what in it can
/// be no value.
fn from_object(body: &Value) -> Result<(Parameters, Vec<ProblemItem>), Problem> {
    let object = body.as_object().ok_or_else(|| Problem::body("the body is a JSON object of search parameters"))?;
    let (mut pairs, mut faulty) = (Vec::new(), Vec::new());
    for (name, value) in object {
        let at = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        let values = match value {
            Value::Array(values) => values.iter().enumerate().map(|(i, v)| (format!("{at}/{i}"), v)).collect(),
            one => vec![(at, one)],
        };
        for (pointer, value) in values {
            match value {
                Value::String(text) => pairs.push((name.clone(), text.clone())),
                Value::Number(number) => pairs.push((name.clone(), number.to_string())),
                Value::Bool(flag) => pairs.push((name.clone(), flag.to_string())),
                Value::Null => {}
                Value::Array(_) | Value::Object(_) => faulty.push(ProblemItem {
                    pointer: Some(pointer),
                    value: Some(value.to_string().chars().take(80).collect()),
                    ..ProblemItem::new(
                        "not a value of a parameter",
                        "a text, number or truth value, or a list of these",
                    )
                }),
            }
        }
    }
    Ok((Parameters(pairs), faulty))
}
