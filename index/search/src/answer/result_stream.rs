//! Every hit of a search, loaded a few at a time: what an export writes. It is one state of the index
//! from its first record to its last, whatever is written meanwhile.

use crate::answer::hit;
use crate::answer::search::SearchOptions;
use crate::answer::sort::{self, Ranked};
use crate::disk::columns::DocSet;
use crate::query::{SearchQuery, Sort};
use crate::{SearchError, Snapshot};
use catalogue::Intervention;
use jiff::civil::Date;
use std::sync::Arc;
use tantivy::DocAddress;

/// The hits that are still to be loaded. Holds a number for each, no record.
pub struct ResultStream {
    snapshot: Arc<Snapshot>,
    left: std::vec::IntoIter<DocAddress>,
}

impl ResultStream {
    /// Every hit of a search, in its order; by id where nothing was typed and no order chosen.
    pub fn new(snapshot: Arc<Snapshot>, query: &SearchQuery, today: Date) -> Result<Self, SearchError> {
        let left = snapshot.addresses(query, today)?.into_iter();
        Ok(Self { snapshot, left })
    }

    /// How many are left.
    pub fn len(&self) -> usize {
        self.left.len()
    }

    /// Whether none is left.
    pub fn is_empty(&self) -> bool {
        self.left.len() == 0
    }

    /// The next ones, at most so many; none at the end.
    pub fn next(&mut self, most: usize) -> Result<Vec<Intervention>, SearchError> {
        let page = self.left.by_ref().take(most);
        page.map(|address| hit::read(&self.snapshot.searcher, address).map(|kept| kept.record)).collect()
    }
}

impl Snapshot {
    fn addresses(&self, query: &SearchQuery, today: Date) -> Result<Vec<DocAddress>, SearchError> {
        let query = SearchQuery { page: 1, per_page: usize::MAX, ..self.count(query, today)?.query };
        let words = self.matched(&query, SearchOptions::counting(today))?;
        let segments = self.selections(&query, words.as_ref(), today);
        let hits: Vec<DocSet> = segments.iter().map(|(_, selection)| selection.hits()).collect();
        let matched = |number: usize| words.as_ref().map(|w| &w.matched[number]);
        let by_segment: Vec<_> =
            segments.iter().zip(&hits).enumerate().map(|(n, ((view, _), docs))| (*view, docs, matched(n))).collect();
        let mut ranked = sort::page(&query, &self.lexicon.ranking, &by_segment);
        if words.is_none() && query.sort == Sort::Relevance {
            ranked.sort_unstable_by_key(|r: &Ranked| segments[r.segment].0.columns.ids.get(r.doc));
        }
        Ok(ranked.into_iter().map(|r| DocAddress::new(r.segment as u32, r.doc)).collect())
    }
}
