//! The JSON API, `/api/v1`, described in `/api/v1/openapi.json`.

mod answer;
mod changes;
mod explain;
mod export;
mod facets;
pub(crate) mod health;
mod history;
mod import;
mod interventions;
mod matrix;
mod openapi;
mod openapi_exchange;
mod openapi_writes;
mod organizations;
mod record;
mod suggest;
mod vocabularies;
mod write;

use crate::app::AppState;
use crate::indexer::Indexer;
use crate::web::http::error::{Problem, ProblemItem};
use crate::web::http::extract::Parameters;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use catalogue_exchange::Format;
use index::query::{FaultKind, ParameterFault};
use index::{SearchQuery, Snapshot};
use std::ops::RangeInclusive;
use std::sync::Arc;

pub(super) fn routes() -> Router<AppState> {
    let exports = Format::ALL.into_iter().map(|format| format!("/export.{}", format.name()));
    exports
        .fold(Router::new(), |router, path| router.route(&path, get(export::show)))
        .route("/interventions", get(interventions::list).post(write::create))
        .route("/interventions/search", post(interventions::search))
        .route("/interventions/{id}", get(record::show).put(write::replace).delete(write::archive))
        .route("/interventions/{id}/similar", get(record::similar))
        .route("/interventions/{id}/explain", get(explain::show))
        .route("/interventions/{id}/history", get(history::list))
        .route("/interventions/{id}/history/{revision}", get(history::show))
        .route("/interventions/{id}/history/{revision}/restore", post(history::restore))
        .route("/changes", get(changes::list))
        .route("/facets", get(facets::show))
        .route("/matrix", get(matrix::show))
        .route("/suggest", get(suggest::show))
        .route("/vocabularies", get(vocabularies::list))
        .route("/vocabularies/{name}", get(vocabularies::show))
        .route("/organizations", get(organizations::list))
        .route("/organizations/{id}", get(organizations::show))
        .route("/openapi.json", get(openapi::show))
        .fallback(|| async { Problem::not_found() })
}

/// The import, apart from the rest: its body is larger and it may take longer.
pub(super) fn import_routes() -> Router<AppState> {
    Router::new().route("/import", post(import::create)).layer(DefaultBodyLimit::max(import::MAX_FILE))
}

/// A search that may be run, on the index as it is now.
struct CheckedSearch {
    snapshot: Arc<Snapshot>,
    query: SearchQuery,
    vocabulary: i64,
}

/// Checks a search; a fault (or one that was found before) refuses it all.
fn checked(
    sync: &Indexer,
    pairs: &[(String, String)],
    found_before: Vec<ProblemItem>,
) -> Result<CheckedSearch, Problem> {
    let (snapshot, vocabulary) = sync.versioned().ok_or_else(Problem::not_ready)?;
    let (query, faults): (_, Vec<ParameterFault>) = SearchQuery::parse(pairs, &snapshot.vocabularies);
    match Problem::parameters(&faults).with(found_before) {
        problem if problem.errors.is_empty() => Ok(CheckedSearch { snapshot, query, vocabulary }),
        problem => Err(problem),
    }
}

/// Most items of a short list that can be asked for.
const MAX_LIMIT: usize = 20;

/// The parameter `limit`: how many items of a short list are wanted, 1 to 20.
fn limit(parameters: &Parameters, default: usize) -> Result<usize, Problem> {
    number(parameters, "limit", 1..=MAX_LIMIT, default)
}

/// A parameter that is a whole number within bounds.
fn number(
    parameters: &Parameters,
    name: &'static str,
    bounds: RangeInclusive<usize>,
    default: usize,
) -> Result<usize, Problem> {
    let Some(given) = parameters.get(name) else { return Ok(default) };
    let kind = FaultKind::NotANumber(*bounds.start(), *bounds.end());
    let fault = || fault(name, given, kind);
    given.parse().ok().filter(|n| bounds.contains(n)).ok_or_else(fault)
}

/// 400 for one faulty parameter.
fn fault(parameter: &str, value: &str, kind: FaultKind) -> Problem {
    Problem::parameters(&[ParameterFault { parameter: parameter.to_owned(), value: value.to_owned(), kind }])
}

/// 400 when a parameter is none of these: a name that is mistyped must not change what is asked for.
fn reject_unknown_params(parameters: &Parameters, allowed: &[&str]) -> Result<(), Problem> {
    let unknown = |name: &&(String, String)| !allowed.contains(&name.0.as_str());
    match parameters.0.iter().find(unknown) {
        None => Ok(()),
        Some((name, value)) => {
            let allowed = allowed.iter().map(|&a| a.to_owned()).collect();
            Err(fault(name, value, FaultKind::UnknownParameter(allowed)))
        }
    }
}

impl CheckedSearch {
    /// The entity tag of an answer that depends on the index, the program and the date.
    fn etag(&self, today: jiff::civil::Date, parts: &[&str]) -> String {
        let state = format!("{}.{}.{today}", self.snapshot.seq, self.vocabulary);
        let mut all = vec![state.as_str(), index::schema_version(), self.snapshot.lexicon.fingerprint()];
        all.push(env!("CARGO_PKG_VERSION"));
        all.extend(parts);
        format!("W/\"{}\"", catalogue::hash::short(&all))
    }
}
