//! `GET /api/v1/suggest`: completions of the typed text, within the filters of a search.

use super::checked_search::CheckedSearch;
use super::echo::{LabelLanguage, OfferedSearch, QueryEcho, as_object};
use super::openapi::{limit_parameter, search_parameters};
use super::parameters::limit;
use crate::app::AppState;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use crate::web::http::operation::ApiOperation;
use crate::web::http::run_search::run_search;
use crate::web::links;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use catalogue::InterventionId;
use index::Suggestion;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Default number of suggestions of each kind.
const DEFAULT_LIMIT: usize = 8;

#[derive(Serialize)]
struct SuggestResponse<'a> {
    query: QueryEcho,
    #[serde(flatten, serialize_with = "as_object")]
    groups: Vec<(&'static str, Vec<SuggestionItem<'a>>)>,
}

/// Suggestions by kind.
#[derive(ToSchema)]
#[schema(as = SuggestResponse)]
#[expect(dead_code, reason = "describes `SuggestResponse`, whose members are not known at compile time")]
struct SuggestSchema {
    query: QueryEcho,
    /// Suggestions by kind, such as `interventions`, `target_groups` or `municipalities`.
    #[serde(flatten)]
    groups: BTreeMap<String, Vec<SuggestionItem<'static>>>,
}

/// One suggestion.
#[derive(Serialize, ToSchema)]
struct SuggestionItem<'a> {
    #[serde(flatten)]
    search: OfferedSearch,
    /// The other name that matches the text, where the label does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    matched: Option<&'a str>,
    /// The intervention that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false)]
    id: Option<&'a InterventionId>,
    /// Page of that intervention.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    url: Option<String>,
}

impl<'a> SuggestionItem<'a> {
    fn new(suggestion: &'a Suggestion, lang: LabelLanguage<'_>) -> Self {
        Self {
            search: OfferedSearch::new(&suggestion.label, &suggestion.query, suggestion.count, lang),
            matched: suggestion.matched.as_deref(),
            id: suggestion.id.as_ref(),
            url: suggestion.id.as_ref().map(links::intervention_page),
        }
    }
}

pub(crate) fn operation() -> ApiOperation {
    ApiOperation::new("Completions of the text typed so far")
        .parameters(search_parameters())
        .parameter(limit_parameter(DEFAULT_LIMIT))
        .response::<SuggestSchema>(200, "The suggestions")
}

pub(crate) async fn show(
    State(state): State<AppState>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let today = state.clock.today();
    let limit = limit(&parameters, DEFAULT_LIMIT)?;
    run_search(&state, move |index| {
        let pairs: Vec<_> = parameters.0.iter().filter(|(name, _)| name != "limit").cloned().collect();
        let search = CheckedSearch::new(index, &pairs, Vec::new())?;
        let lang = LabelLanguage::of(&parameters);
        let groups = index::suggest(&search.snapshot, &search.query, &search.query.text, limit, today)?;
        let response = SuggestResponse {
            query: QueryEcho::new(&parameters.0),
            groups: groups
                .iter()
                .map(|(group, suggestions)| {
                    (*group, suggestions.iter().map(|s| SuggestionItem::new(s, lang)).collect())
                })
                .collect(),
        };
        let etag = search.etag(today, &["suggest", &parameters.to_string()]);
        Ok(cache::tagged(&headers, &etag, || json(&response)))
    })
    .await
}
