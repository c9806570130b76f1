//! A search with valid parameters, and the index that it runs on.

use crate::web::http::error::Problem;
use crate::web::http::problem_item::ProblemItem;
use crate::web::http::run_search::SearchIndex;
use index::query::ParameterFault;
use index::{SearchQuery, Snapshot};
use jiff::civil::Date;
use std::sync::Arc;

/// A valid search on one state of the index.
pub(super) struct CheckedSearch {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) query: SearchQuery,
    vocabulary_version: i64,
}

impl CheckedSearch {
    /// Parses the parameters of a search.
    ///
    /// # Errors
    /// 400 with every fault of the parameters and `earlier_faults`.
    pub(super) fn new(
        index: SearchIndex,
        pairs: &[(String, String)],
        earlier_faults: Vec<ProblemItem>,
    ) -> Result<Self, Problem> {
        let SearchIndex { snapshot, vocabulary_version } = index;
        let (query, faults): (_, Vec<ParameterFault>) = SearchQuery::parse(pairs, &snapshot.vocabularies);
        match Problem::parameters(&faults).with(earlier_faults) {
            problem if problem.errors.is_empty() => Ok(Self { snapshot, query, vocabulary_version }),
            problem => Err(problem),
        }
    }

    /// The weak entity tag of a response. It depends on the index, the lexicon, the program version, the date and
    /// `parts`: the endpoint and its parameters.
    pub(super) fn etag(&self, today: Date, parts: &[&str]) -> String {
        let state = format!("{}.{}.{today}", self.snapshot.seq, self.vocabulary_version);
        let mut all = vec![state.as_str(), index::schema_version(), self.snapshot.lexicon.fingerprint()];
        all.push(env!("CARGO_PKG_VERSION"));
        all.extend(parts);
        format!("W/\"{}\"", catalogue::hash::short(&all))
    }
}
