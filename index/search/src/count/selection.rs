//! The hits of a search as document sets.

use crate::count::filter_set::FilterSet;
use crate::disk::doc_set::DocSet;
use crate::disk::segment::SegmentView;
use crate::error::SearchError;
use crate::query::{self, Reading, SearchQuery, SearchSettings};
use crate::score::match_cache::MatchCache;
use crate::score::matched_query::{MatchedQuery, SegmentHits, match_words};
use crate::snapshot::Snapshot;
use jiff::civil::Date;

/// A reading of a search with the documents that it selects.
pub(crate) struct Selection<'a> {
    pub(crate) reading: Reading,
    /// The matches of the words; `None` for a search without words.
    pub(crate) words: Option<MatchedQuery>,
    pub(crate) segments: Vec<(SegmentView<'a>, FilterSet)>,
    pub(crate) today: Date,
}

impl<'a> Selection<'a> {
    /// Matches the words of a reading and applies its filters.
    pub(crate) fn of(
        snapshot: &'a Snapshot,
        reading: Reading,
        context: SearchSettings,
        cache: &MatchCache,
    ) -> Result<Self, SearchError> {
        let words = match_words(snapshot, &reading, context, cache)?;
        let hits = words.as_ref().map(|words| words.hits.as_slice());
        let segments = apply_filters(snapshot, &reading.query, hits, context.today);
        Ok(Self { reading, words, segments, today: context.today })
    }

    /// Selects by the reading of a search.
    pub(crate) fn understood(
        snapshot: &'a Snapshot,
        query: &SearchQuery,
        context: SearchSettings,
    ) -> Result<Self, SearchError> {
        Self::of(snapshot, query::read(snapshot, query, context)?, context, &MatchCache::default())
    }

    /// The hits, by segment.
    pub(crate) fn hits(&self) -> Vec<DocSet> {
        self.segments.iter().map(|(_, set)| set.hits().clone()).collect()
    }

    pub(crate) fn total(&self) -> u64 {
        total(&self.segments)
    }

    /// The documents that pass the filters and match a part of the words, by segment.
    pub(crate) fn partial(&self) -> Vec<DocSet> {
        let Some(words) = &self.words else { return vec![DocSet::new(); self.segments.len()] };
        let of_segment = |(number, (view, _)): (usize, &(SegmentView<'a>, FilterSet))| {
            let no_names = DocSet::new();
            let matched = Some((&words.partial[number], &no_names));
            FilterSet::new(*view, &self.reading.query, matched).into_hits()
        };
        self.segments.iter().enumerate().map(of_segment).collect()
    }

    /// Number of ended interventions that would be hits.
    pub(crate) fn ended_left_out(&self) -> u64 {
        self.segments.iter().map(|(_, set)| set.hidden().len()).sum()
    }
}

fn total(segments: &[(SegmentView<'_>, FilterSet)]) -> u64 {
    segments.iter().map(|(_, set)| set.hits().len()).sum()
}

/// Applies the filters of a search to the hits of its words, by segment.
pub(crate) fn apply_filters<'a>(
    snapshot: &'a Snapshot,
    query: &SearchQuery,
    words: Option<&[SegmentHits]>,
    today: Date,
) -> Vec<(SegmentView<'a>, FilterSet)> {
    let apply = |(number, view): (usize, SegmentView<'a>)| {
        let matched = words.map(|hits| (&hits[number].docs, &hits[number].full_name));
        (view, FilterSet::new(view, query, matched))
    };
    snapshot.views(today).into_iter().enumerate().map(apply).collect()
}
