//! Many searches over one state of the index; words that several of them share are matched once.

use crate::answer::search::{MatchedQuery, SearchOptions};
use crate::count::filter_set::{FilterSet, SegmentView};
use crate::disk::columns::DocSet;
use crate::query::SearchQuery;
use crate::{SearchError, Snapshot};
use jiff::civil::Date;

/// Runs searches and keeps what their words matched.
pub(crate) struct BatchCount<'a> {
    snapshot: &'a Snapshot,
    pub(crate) search: SearchOptions,
    known: Vec<(SearchQuery, Option<MatchedQuery>)>,
}

impl<'a> BatchCount<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, today: Date) -> Self {
        Self { snapshot, search: SearchOptions::counting(today), known: Vec::new() }
    }

    /// What a search lets through as it stands, by segment.
    pub(crate) fn selections(&mut self, query: &SearchQuery) -> Result<Vec<(SegmentView<'a>, FilterSet)>, SearchError> {
        let same = |(other, _): &(SearchQuery, _)| other.text == query.text && other.interpret == query.interpret;
        let at = self.known.iter().position(same).unwrap_or(self.known.len());
        if at == self.known.len() {
            self.known.push((query.clone(), self.snapshot.matched(query, self.search)?));
        }
        Ok(self.snapshot.selections(query, self.known[at].1.as_ref(), self.search.today))
    }

    /// The search as it is understood, then by its literal words: the first that finds anything holds.
    pub(crate) fn readings(&self, query: &SearchQuery) -> Result<Vec<SearchQuery>, SearchError> {
        let read = self.snapshot.reading(query, self.search)?.map(|reading| reading.query);
        Ok(read.into_iter().chain([query.clone()]).collect())
    }

    /// The hits of a search, by segment.
    pub(crate) fn hits(&mut self, query: &SearchQuery) -> Result<Vec<(SegmentView<'a>, DocSet)>, SearchError> {
        let mut found = Vec::new();
        for reading in self.readings(query)? {
            found = self.selections(&reading)?.into_iter().map(|(view, s)| (view, s.hits())).collect();
            if found.iter().any(|(_, docs)| !docs.is_empty()) {
                break;
            }
        }
        Ok(found)
    }
}

impl Snapshot {
    /// How many hits each of many searches has.
    pub fn totals(&self, queries: &[SearchQuery], today: Date) -> Result<Vec<u64>, SearchError> {
        let mut counting = BatchCount::new(self, today);
        let mut total = |query| Ok(counting.hits(query)?.iter().map(|(_, docs)| docs.len()).sum());
        queries.iter().map(&mut total).collect()
    }
}
