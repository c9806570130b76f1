//! `GET /api/v1/interventions` and `POST /api/v1/interventions/search`: search.

use super::checked_search::CheckedSearch;
use super::counts::{FacetCounts, FacetsByParameter, Totals, labelled_facets};
use super::echo::{LabelLanguage, OfferedSearch, QueryEcho, as_object};
use super::interpretation::InterpretationResponse;
use super::openapi::{search_body, search_parameters};
use super::search_result::ResultItem;
use crate::app::AppState;
use crate::i18n::Texts;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::{Parameters, query_string};
use crate::web::http::operation::ApiOperation;
use crate::web::http::problem_item::ProblemItem;
use crate::web::http::run_search::run_search;
use crate::web::links;
use crate::web::present::foreign_text::plain;
use crate::web::present::relaxation_label::relaxation_label;
use crate::web::present::search_context::{SearchContext, UnderstoodSearch};
use crate::web::present::translator::Translator;
use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use index::SearchQuery;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;
use std::time::Instant;
use utoipa::ToSchema;

/// One page of hits.
#[derive(Serialize, ToSchema)]
struct SearchResponse<'a> {
    query: QueryEcho,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    interpretation: Option<InterpretationResponse<'a>>,
    #[serde(flatten)]
    totals: Totals,
    page: usize,
    per_page: usize,
    /// Number of pages.
    pages: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ResultItem<'a>>,
    /// Records that are no hits but near to what is asked for; in no total and no facet.
    #[serde(skip_serializing_if = "RelatedItems::is_empty")]
    #[schema(required = false)]
    related: RelatedItems<'a>,
    /// Facets by parameter.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    #[schema(value_type = BTreeMap<String, FacetCounts<'static>>, required = false)]
    facets: FacetsByParameter<'a>,
    /// Searches with fewer conditions that have more hits.
    #[serde(skip_serializing_if = "Vec::is_empty", rename = "widenings")]
    relaxations: Vec<OfferedSearch>,
    links: SearchLinks,
}

/// Related records, the best first.
#[derive(Serialize, ToSchema)]
struct RelatedItems<'a> {
    items: Vec<ResultItem<'a>>,
}

impl RelatedItems<'_> {
    fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// Addresses of this page, the next one and the same search as HTML.
#[derive(Serialize, ToSchema)]
struct SearchLinks {
    #[serde(rename = "self")]
    this: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<String>,
    html: String,
}

pub(crate) fn list_operation() -> ApiOperation {
    ApiOperation::new("Search").parameters(search_parameters()).response::<SearchResponse<'_>>(200, "One page of hits")
}

pub(crate) fn search_operation() -> ApiOperation {
    ApiOperation::new("Search with the parameters in the body, so that no address holds them")
        .body(search_body())
        .response::<SearchResponse<'_>>(200, "One page of hits; its links do not repeat the search")
}

pub(crate) async fn list(
    State(state): State<AppState>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let request = SearchParameters { parameters, faults: Vec::new(), is_get: true };
    request.run(state, headers).await
}

/// Searches by parameters in a JSON object, so that the words are not part of the URL, which may be logged.
pub(crate) async fn search(
    State(state): State<AppState>,
    headers: HeaderMap,
    body: Result<Json<Value>, JsonRejection>,
) -> Result<Response, Problem> {
    let Json(body) = body?;
    let (parameters, faults) = from_object(&body)?;
    let request = SearchParameters { parameters, faults, is_get: false };
    request.run(state, headers).await
}

/// The parameters of a search as sent.
struct SearchParameters {
    parameters: Parameters,
    /// Faults of the body.
    faults: Vec<ProblemItem>,
    /// Whether the parameters are in the URL, so that links may repeat them.
    is_get: bool,
}

impl SearchParameters {
    async fn run(self, state: AppState, headers: HeaderMap) -> Result<Response, Problem> {
        let start = Instant::now();
        let (today, texts) = (state.clock.today(), Arc::clone(&state.texts));
        let mut response = run_search(&state, move |index| {
            let search = CheckedSearch::new(index, &self.parameters.0, self.faults)?;
            let kind = if self.is_get { "search" } else { "post" };
            let etag = search.etag(today, &[kind, &self.parameters.to_string()]);
            if cache::is_current(&headers, &etag) {
                return Ok(cache::tagged(&headers, &etag, Response::default));
            }
            let response = answer(&search, &self.parameters, self.is_get, &texts, today)?;
            Ok(cache::tagged(&headers, &etag, || response))
        })
        .await?;
        let duration = format!("search;dur={:.2}", start.elapsed().as_secs_f64() * 1_000.0);
        if let Ok(duration) = HeaderValue::from_str(&duration) {
            response.headers_mut().insert("server-timing", duration);
        }
        Ok(response)
    }
}

fn answer(
    search: &CheckedSearch,
    parameters: &Parameters,
    is_get: bool,
    texts: &Arc<Texts>,
    today: Date,
) -> Result<Response, Problem> {
    let CheckedSearch { snapshot, query, .. } = search;
    let lang = LabelLanguage::of(parameters);
    let (results, relaxations) = index::search_and_relax(snapshot, query, today)?;
    let vocabularies = &snapshot.vocabularies;
    let pages = results.total.div_ceil(query.per_page as u64);
    let t = Translator::new(texts, parameters);
    let understood = UnderstoodSearch(SearchContext { t: &t, snapshot, query: &results.query, today });
    Ok(json(&SearchResponse {
        query: QueryEcho::new(&parameters.0),
        interpretation: InterpretationResponse::new(results.interpretation.as_ref(), vocabularies),
        totals: Totals::from(&results),
        page: query.page,
        per_page: query.per_page,
        pages,
        items: results.hits.iter().map(|hit| ResultItem::new(&understood, hit, None, lang)).collect(),
        related: RelatedItems {
            items: results.related.iter().map(|r| ResultItem::new(&understood, &r.hit, Some(r.reason), lang)).collect(),
        },
        facets: labelled_facets(&results.facets, vocabularies, lang),
        relaxations: relaxations
            .iter()
            .map(|r| OfferedSearch::new(&plain(&relaxation_label(&understood, r)), &r.query, r.count, lang))
            .collect(),
        links: if is_get { SearchLinks::new(query, pages, lang) } else { SearchLinks::without_search() },
    }))
}

impl SearchLinks {
    /// Links that contain the parameters of the search.
    fn new(query: &SearchQuery, pages: u64, lang: LabelLanguage<'_>) -> Self {
        let address = |path: &str, query: &SearchQuery| {
            let pairs: Vec<_> = query.to_pairs().into_iter().chain(lang.parameter()).collect();
            let string = query_string(pairs.iter().map(|(n, v)| (*n, v.as_str())));
            if string.is_empty() { path.to_owned() } else { format!("{path}?{string}") }
        };
        let next = ((query.page as u64) < pages).then(|| SearchQuery { page: query.page + 1, ..query.clone() });
        let next = next.filter(|n| n.page * n.per_page <= index::query::MAX_DEPTH);
        Self {
            this: address(links::SEARCH, query),
            next: next.map(|n| address(links::SEARCH, &n)),
            html: address(links::SEARCH_PAGE, query),
        }
    }

    /// Links without the parameters of the search.
    fn without_search() -> Self {
        Self { this: links::SEARCH_BY_POST.to_owned(), next: None, html: links::SEARCH_PAGE.to_owned() }
    }
}

/// Reads the parameters from a JSON object (a scalar, or a list for a repeated parameter). Also returns a fault for
/// each member of another type.
///
/// # Errors
/// 400 when the body is not an object.
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
    Ok((Parameters::new(pairs), faulty))
}
