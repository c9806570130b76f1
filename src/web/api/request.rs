//! Parameters of a request, checked.

use crate::indexer::Indexer;
use crate::web::http::error::{Problem, ProblemItem};
use crate::web::http::extract::Parameters;
use index::query::{FaultKind, ParameterFault};
use index::{SearchQuery, Snapshot};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A search that may be run, on the index as it is now.
pub(super) struct CheckedSearch {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) query: SearchQuery,
    pub(super) vocabulary: i64,
}

/// Checks a search; a fault (or one that was found before) refuses it all.
pub(super) fn checked(
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
pub(super) const MAX_LIMIT: usize = 20;

/// The parameter `limit`: how many items of a short list are wanted, 1 to 20.
pub(super) fn limit(parameters: &Parameters, default: usize) -> Result<usize, Problem> {
    number(parameters, "limit", 1..=MAX_LIMIT, default)
}

/// A parameter that is a whole number within bounds.
pub(super) fn number(
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
pub(super) fn fault(parameter: &str, value: &str, kind: FaultKind) -> Problem {
    Problem::parameters(&[ParameterFault { parameter: parameter.to_owned(), value: value.to_owned(), kind }])
}

/// 400 when a parameter is none of these: a name that is mistyped must not change what is asked for.
pub(super) fn reject_unknown_params(parameters: &Parameters, allowed: &[&str]) -> Result<(), Problem> {
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
    pub(super) fn etag(&self, today: jiff::civil::Date, parts: &[&str]) -> String {
        let state = format!("{}.{}.{today}", self.snapshot.seq, self.vocabulary);
        let mut all = vec![state.as_str(), index::schema_version(), self.snapshot.lexicon.fingerprint()];
        all.push(env!("CARGO_PKG_VERSION"));
        all.extend(parts);
        format!("W/\"{}\"", catalogue::hash::short(&all))
    }
}
