//! The JSON API, `/api/v1`: `shared/design/api.md` is its contract.

mod answer;
mod facets;
mod interventions;
mod matrix;
mod openapi;
mod organizations;
mod suggest;
mod vocabularies;

use super::error::{Problem, ProblemItem};
use super::extract::Parameters;
use crate::app::AppState;
use crate::sync::Sync;
use axum::Router;
use axum::routing::{get, post};
use index::query::{FaultKind, ParameterFault};
use index::{SearchQuery, Snapshot};
use std::sync::Arc;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/interventions", get(interventions::list))
        .route("/interventions/search", post(interventions::search))
        .route("/interventions/{id}", get(interventions::show))
        .route("/interventions/{id}/similar", get(interventions::similar))
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

/// A search that may be run, on the index as it is now.
struct Checked {
    snapshot: Arc<Snapshot>,
    query: SearchQuery,
    vocabulary: i64,
}

/// Checks a search; a fault (or one that was found before) refuses it all.
fn checked(sync: &Sync, pairs: &[(String, String)], found_before: Vec<ProblemItem>) -> Result<Checked, Problem> {
    let (snapshot, vocabulary) = sync.versioned().ok_or_else(Problem::not_ready)?;
    let (query, faults): (_, Vec<ParameterFault>) = SearchQuery::parse(pairs, &snapshot.vocabularies);
    match Problem::parameters(&faults).with(found_before) {
        problem if problem.errors.is_empty() => Ok(Checked { snapshot, query, vocabulary }),
        problem => Err(problem),
    }
}

/// Most items of a short list that can be asked for.
const MAX_LIMIT: usize = 20;

/// The parameter `limit`: how many items of a short list are wanted, 1 to 20.
fn limit(parameters: &Parameters, default: usize) -> Result<usize, Problem> {
    match parameters.get("limit").map(str::parse::<usize>) {
        None => Ok(default),
        Some(Ok(limit)) if (1..=MAX_LIMIT).contains(&limit) => Ok(limit),
        Some(_) => {
            let value = parameters.get("limit").unwrap_or_default().to_owned();
            let kind = FaultKind::NotANumber(1, MAX_LIMIT);
            Err(Problem::parameters(&[ParameterFault { parameter: "limit".into(), value, kind }]))
        }
    }
}

impl Checked {
    /// The entity tag of an answer that depends on the index, the program and the date.
    fn etag(&self, today: jiff::civil::Date, parts: &[&str]) -> String {
        let state = format!("{}.{}.{today}", self.snapshot.seq, self.vocabulary);
        let mut all = vec![state.as_str(), index::schema_version(), env!("CARGO_PKG_VERSION")];
        all.extend(parts);
        format!("W/\"{}\"", catalogue::digest::short(&all))
    }
}
