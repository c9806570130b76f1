//! `/kommun/{code}` and `/situation/{slug}`: searches with a heading and an introduction of their own, for links,
//! search engines and leaflets.

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, PathSegment, Site};
use crate::web::http::run_search::{SearchIndex, run_search};
use crate::web::pages::components::landing_paths::{municipality_path, situation_parameters, situation_path};
use crate::web::pages::components::search_request::SearchRequest;
use crate::web::pages::search::page::{Landing, respond};
use crate::web::present::translator::Translator;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use catalogue::field::parameter;
use catalogue::vocabulary::VocabularyName as V;
use index::query::parameter_name::LANG;

/// Answers `GET /kommun/{code}`; redirects from the name of a municipality to its code.
pub(crate) async fn municipality(
    State(state): State<AppState>,
    PathSegment(given): PathSegment,
    site: Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let term = snapshot.vocabularies.get(V::Municipalities).resolve(&given).ok_or_else(Problem::not_found)?;
        let path = municipality_path(&term.code);
        if term.code != given {
            let pairs = parameters.0.iter().filter(|(name, _)| name != LANG);
            let url = t.address(&path, pairs.map(|(name, value)| (name.as_str(), value.as_str())));
            return Ok(Redirect::permanent(&url).into_response());
        }
        let landing = Landing {
            heading: t.with("landing-municipality", "place", t.label(term)),
            lead: t.with("landing-municipality-lead", "place", t.label(term)),
            path,
            is_plain: is_plain(&parameters),
            asks_place_and_age: false,
        };
        let own = [(parameter::MUNICIPALITY.to_owned(), term.code.clone())];
        let request = SearchRequest::read(&t, &preceded_by(own, parameters), &snapshot.vocabularies);
        respond(&snapshot, &t, request, &site, today, Some(landing))
    })
    .await
}

/// Answers `GET /situation/{slug}`.
pub(crate) async fn situation(
    State(state): State<AppState>,
    PathSegment(slug): PathSegment,
    site: Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let today = state.clock.today();
    run_search(&state, move |SearchIndex { snapshot, .. }| {
        let term = snapshot.vocabularies.get(V::LifeSituations).get(&slug).ok_or_else(Problem::not_found)?;
        let line = t.definition(term).map(|line| format!("{line}.")).unwrap_or_default();
        let landing = Landing {
            heading: t.label(term),
            lead: t.with("landing-situation-lead", "line", line).trim().to_owned(),
            path: situation_path(&term.code),
            is_plain: is_plain(&parameters),
            asks_place_and_age: true,
        };
        let own = situation_parameters(term);
        let request = SearchRequest::read(&t, &preceded_by(own, parameters), &snapshot.vocabularies);
        respond(&snapshot, &t, request, &site, today, Some(landing))
    })
    .await
}

/// Whether the URL has no parameter other than the language.
fn is_plain(parameters: &Parameters) -> bool {
    parameters.0.iter().all(|(name, _)| name == LANG)
}

/// The parameters of the page's own search, followed by those of the URL.
fn preceded_by(own: impl IntoIterator<Item = (String, String)>, parameters: Parameters) -> Parameters {
    Parameters(own.into_iter().chain(parameters.0).collect())
}
