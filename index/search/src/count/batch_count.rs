//! Runs many searches over one snapshot and matches each distinct text once.

use crate::count::filter_set::FilterSet;
use crate::count::selection::apply_filters;
use crate::disk::doc_set::DocSet;
use crate::disk::segment::SegmentView;
use crate::error::SearchError;
use crate::query::{self, Reading, SearchQuery, SearchSettings};
use crate::score::match_cache::MatchCache;
use crate::score::matched_query::{SegmentHits, match_hits};
use crate::snapshot::Snapshot;
use jiff::civil::Date;

/// Runs searches and caches the matches of their texts.
pub(crate) struct BatchCount<'a> {
    snapshot: &'a Snapshot,
    pub(crate) context: SearchSettings,
    cache: Vec<CachedMatch>,
    /// Of literal searches, and of interpreted ones: these match with other features.
    matches: [MatchCache; 2],
}

/// The matches of a text. They depend on these values only, not on the filters of a search.
struct CachedMatch {
    text: String,
    interpret: bool,
    read_filters: usize,
    hits: Option<Vec<SegmentHits>>,
}

impl<'a> BatchCount<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, today: Date) -> Self {
        Self { snapshot, context: SearchSettings::on(today), cache: Vec::new(), matches: Default::default() }
    }

    /// The matches of the texts of searches with the same features as `query`.
    pub(crate) fn cache_of(&self, query: &SearchQuery) -> &MatchCache {
        &self.matches[usize::from(query.interpret)]
    }

    /// The filtered documents of a reading, by segment.
    pub(crate) fn select(&mut self, reading: &Reading) -> Result<Vec<(SegmentView<'a>, FilterSet)>, SearchError> {
        let SearchQuery { text, interpret, .. } = &reading.query;
        let read_filters = reading.read_filters();
        let is_same = |cached: &CachedMatch| {
            (&cached.text, cached.interpret, cached.read_filters) == (text, *interpret, read_filters)
        };
        let at = self.cache.iter().position(is_same).unwrap_or(self.cache.len());
        if at == self.cache.len() {
            let hits = match_hits(self.snapshot, reading, self.context, self.cache_of(&reading.query))?;
            self.cache.push(CachedMatch { text: text.clone(), interpret: *interpret, read_filters, hits });
        }
        Ok(apply_filters(self.snapshot, &reading.query, self.cache[at].hits.as_deref(), self.context.today))
    }

    /// The reading of a search.
    pub(crate) fn reading(&self, query: &SearchQuery) -> Result<Reading, SearchError> {
        query::read(self.snapshot, query, self.context)
    }

    /// The number of hits of a search.
    pub(crate) fn total(&mut self, query: &SearchQuery) -> Result<u64, SearchError> {
        Ok(self.hits(query)?.iter().map(|(_, docs)| docs.len()).sum())
    }

    /// The hits of a search, by segment.
    pub(crate) fn hits(&mut self, query: &SearchQuery) -> Result<Vec<(SegmentView<'a>, DocSet)>, SearchError> {
        let reading = self.reading(query)?;
        Ok(self.select(&reading)?.into_iter().map(|(view, set)| (view, set.into_hits())).collect())
    }
}

/// The number of hits of each search, in the order of `queries`.
///
/// # Errors
/// The index could not be read.
pub fn totals(snapshot: &Snapshot, queries: &[SearchQuery], today: Date) -> Result<Vec<u64>, SearchError> {
    let mut batch = BatchCount::new(snapshot, today);
    queries.iter().map(|query| batch.total(query)).collect()
}
