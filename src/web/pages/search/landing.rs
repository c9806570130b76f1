//! `/kommun/{code}` and `/situation/{slug}`: searches with a heading and an introduction of their
//! own, for links, other search engines and leaflets.

use crate::app::AppState;
use crate::web::http::error::Problem;
use crate::web::http::extract::{Parameters, PathSegment, Site};
use crate::web::http::run_search::run_search;
use crate::web::pages::search::answer;
use crate::web::present::translator::Translator;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use catalogue::vocabulary::{Term, VocabularyName as V};

/// What stands above the search.
pub(super) struct Landing {
    pub(super) heading: String,
    pub(super) lead: String,
    /// The address of the page, without its language.
    pub(super) path: String,
    /// Whether nothing but the page's own search is asked for.
    pub(super) is_plain: bool,
    /// Whether it asks where one lives and how old one is, and shows whom to call.
    pub(super) asks: bool,
}

/// Answers `GET /kommun/{code}`; a name leads to its code.
pub(crate) async fn municipality(
    State(state): State<AppState>,
    PathSegment(given): PathSegment,
    site: Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let snapshot = state.sync.snapshot().ok_or_else(Problem::not_ready)?;
    let term = snapshot.vocabularies.get(V::Municipalities).resolve(&given).ok_or_else(Problem::not_found)?;
    let path = municipality_page(&term.code);
    if term.code != given {
        let pairs = parameters.0.iter().filter(|(name, _)| name != "lang");
        let url = t.address(&path, pairs.map(|(name, value)| (name.as_str(), value.as_str())));
        return Ok(Redirect::permanent(&url).into_response());
    }
    let landing = Landing {
        heading: t.with("landing-municipality", "place", t.label(term)),
        lead: t.with("landing-municipality-lead", "place", t.label(term)),
        path,
        is_plain: is_plain(&parameters),
        asks: false,
    };
    let own = [("municipality".to_owned(), term.code.clone())];
    let (today, parameters) = (state.clock.today(), with(own, parameters));
    run_search(&state, move |index| answer(&index, &t, &parameters, &site, Some(landing), today)).await
}

/// Answers `GET /situation/{slug}`.
pub(crate) async fn situation(
    State(state): State<AppState>,
    PathSegment(slug): PathSegment,
    site: Site,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let t = Translator::new(&state.texts, &parameters);
    let snapshot = state.sync.snapshot().ok_or_else(Problem::not_ready)?;
    let term = snapshot.vocabularies.get(V::LifeSituations).get(&slug).ok_or_else(Problem::not_found)?;
    let line = t.definition(term).map(|line| format!("{line}.")).unwrap_or_default();
    let landing = Landing {
        heading: t.label(term),
        lead: t.with("landing-situation-lead", "line", line).trim().to_owned(),
        path: situation_page(&term.code),
        is_plain: is_plain(&parameters),
        asks: true,
    };
    let (today, parameters) = (state.clock.today(), with(saved(term), parameters));
    run_search(&state, move |index| answer(&index, &t, &parameters, &site, Some(landing), today)).await
}

/// The address of a municipality's page.
pub(in crate::web::pages) fn municipality_page(code: &str) -> String {
    format!("/kommun/{code}")
}

/// The address of a life situation's page.
pub(in crate::web::pages) fn situation_page(code: &str) -> String {
    format!("/situation/{code}")
}

/// The search that a life situation stands for.
pub(in crate::web::pages) fn saved(term: &Term) -> impl Iterator<Item = (String, String)> {
    term.parameters.iter().flat_map(|(name, values)| values.iter().map(|value| (name.clone(), value.clone())))
}

fn is_plain(parameters: &Parameters) -> bool {
    parameters.0.iter().all(|(name, _)| name == "lang")
}

fn with(own: impl IntoIterator<Item = (String, String)>, parameters: Parameters) -> Parameters {
    Parameters(own.into_iter().chain(parameters.0).collect())
}
