//! The hits of a search as document sets, and the choice between its understood and its literal reading.

use crate::count::filter_set::FilterSet;
use crate::disk::columns::DocSet;
use crate::disk::segment::SegmentView;
use crate::error::SearchError;
use crate::query::{self, DetectedFilter, Reading, SearchQuery, SearchSettings};
use crate::score::matched_query::{MatchedQuery, match_words};
use crate::snapshot::Snapshot;
use crate::text::tokens;
use jiff::civil::Date;

/// A reading of a search with the documents that it selects.
pub(crate) struct Selection<'a> {
    pub(crate) reading: Reading,
    /// The matches of the words; `None` for a search without words.
    pub(crate) words: Option<MatchedQuery>,
    pub(crate) segments: Vec<(SegmentView<'a>, FilterSet)>,
    /// Detected filters that are not applied, because the understood reading has no hits; each with the number of hits
    /// of the literal words with this filter chosen.
    pub(crate) dropped: Vec<(DetectedFilter, u64)>,
    pub(crate) today: Date,
}

impl<'a> Selection<'a> {
    /// Matches the words of a reading and applies its filters.
    pub(crate) fn of(snapshot: &'a Snapshot, reading: Reading, context: SearchSettings) -> Result<Self, SearchError> {
        let words = match_words(snapshot, &reading, context)?;
        let segments = apply_filters(snapshot, &reading.query, words.as_ref(), context.today);
        Ok(Self { reading, words, segments, dropped: Vec::new(), today: context.today })
    }

    /// Selects by the understood reading of a search, or by the literal one if only that one has hits.
    pub(crate) fn understood(
        snapshot: &'a Snapshot,
        query: &SearchQuery,
        context: SearchSettings,
    ) -> Result<Self, SearchError> {
        let literal = Reading::literal(query);
        let Some(reading) = query::detect(snapshot, &literal, context)? else {
            return Self::of(snapshot, literal, context);
        };
        let understood = Self::of(snapshot, reading, context)?;
        let finds = understood.total() > 0 || understood.partial().iter().any(|docs| !docs.is_empty());
        if finds || !are_in_records(snapshot, &understood.reading)? {
            return Ok(understood);
        }
        let mut literal = Self::of(snapshot, literal, context)?;
        if literal.total() == 0 {
            return Ok(understood);
        }
        for detected in understood.reading.detected {
            let narrowed = detected.chosen_in(query);
            let segments = apply_filters(snapshot, &narrowed, literal.words.as_ref(), context.today);
            literal.dropped.push((detected, total(&segments)));
        }
        Ok(literal)
    }

    /// The hits, by segment.
    pub(crate) fn hits(&self) -> Vec<DocSet> {
        self.segments.iter().map(|(_, set)| set.hits()).collect()
    }

    pub(crate) fn total(&self) -> u64 {
        total(&self.segments)
    }

    /// The documents that pass the filters and match a part of the words, by segment.
    pub(crate) fn partial(&self) -> Vec<DocSet> {
        let Some(words) = &self.words else { return vec![DocSet::new(); self.segments.len()] };
        let of_segment = |(number, (view, _)): (usize, &(SegmentView<'a>, FilterSet))| {
            let no_names = DocSet::new();
            let matched = Some((&words.segments[number].partial, &no_names));
            FilterSet::new(*view, &self.reading.query, matched).hits()
        };
        self.segments.iter().enumerate().map(of_segment).collect()
    }

    /// Number of ended interventions that would be hits.
    pub(crate) fn ended_left_out(&self) -> u64 {
        self.segments.iter().map(|(_, set)| set.hidden().len()).sum()
    }
}

/// Whether the records contain every word from which a filter was detected: only then the literal words may mean
/// something else.
fn are_in_records(snapshot: &Snapshot, reading: &Reading) -> Result<bool, SearchError> {
    let terms = snapshot.term_dictionary()?;
    let words = reading.detected.iter().flat_map(|detected| tokens(&detected.from));
    Ok(words.filter(|token| token.word.is_content()).all(|token| terms.contains(&token.word.text)))
}

fn total(segments: &[(SegmentView<'_>, FilterSet)]) -> u64 {
    segments.iter().map(|(_, set)| set.hits().len()).sum()
}

/// Applies the filters of a search to the documents that match its words, by segment.
pub(crate) fn apply_filters<'a>(
    snapshot: &'a Snapshot,
    query: &SearchQuery,
    words: Option<&MatchedQuery>,
    today: Date,
) -> Vec<(SegmentView<'a>, FilterSet)> {
    let apply = |(number, view): (usize, SegmentView<'a>)| {
        let matched = words.map(|w| (&w.segments[number].docs, &w.segments[number].full_name));
        (view, FilterSet::new(view, query, matched))
    };
    snapshot.views(today).into_iter().enumerate().map(apply).collect()
}
