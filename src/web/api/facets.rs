//! `GET /api/v1/facets`: the counts of a search without its hits.

use super::checked_search::CheckedSearch;
use super::counts::{FacetCounts, FacetsByParameter, Totals, labelled_facets};
use super::echo::{LabelLanguage, QueryEcho, as_object};
use super::openapi::search_parameters;
use crate::app::AppState;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use crate::web::http::operation::ApiOperation;
use crate::web::http::run_search::run_search;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

/// The counts of a search.
#[derive(Serialize, ToSchema)]
struct FacetsResponse<'a> {
    query: QueryEcho,
    #[serde(flatten)]
    totals: Totals,
    /// Facets by parameter.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    #[schema(value_type = BTreeMap<String, FacetCounts<'static>>, required = false)]
    facets: FacetsByParameter<'a>,
}

pub(crate) fn operation() -> ApiOperation {
    ApiOperation::new("The counts of a search")
        .parameters(search_parameters())
        .response::<FacetsResponse<'_>>(200, "The counts")
}

pub(crate) async fn show(
    State(state): State<AppState>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let today = state.clock.today();
    run_search(&state, move |index| {
        let search = CheckedSearch::new(index, &parameters.0, Vec::new())?;
        let results = index::count(&search.snapshot, &search.query, today)?;
        let response = FacetsResponse {
            query: QueryEcho::new(&parameters.0),
            totals: Totals::from(&results),
            facets: labelled_facets(&results.facets, &search.snapshot.vocabularies, LabelLanguage::of(&parameters)),
        };
        let etag = search.etag(today, &["facets", &parameters.to_string()]);
        Ok(cache::tagged(&headers, &etag, || json(&response)))
    })
    .await
}
