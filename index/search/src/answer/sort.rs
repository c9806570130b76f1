//! The order of hits, and the hits of one page.

use crate::answer::fit::FitFacts;
use crate::count::selection::Selection;
use crate::disk::columns::{DocSet, Nearness};
use crate::disk::segment::SegmentView;
use crate::lexicon::Ranking;
use crate::query::{SearchQuery, Sort};
use crate::score::matched_query::SegmentMatch;
use crate::snapshot::Snapshot;
use std::cmp::{Ordering, Reverse};

/// One hit before it is loaded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    pub(super) segment: usize,
    pub(super) doc: u32,
    /// Score of the text × fit; `None` without words.
    pub(super) score: Option<f32>,
}

/// The hits of a page, in order.
pub(super) fn page(query: &SearchQuery, snapshot: &Snapshot, selection: &Selection<'_>) -> Vec<Ranked> {
    let skip = (query.page - 1) * query.per_page;
    let end = skip.saturating_add(query.per_page);
    let ranked = first(query, snapshot, selection, &selection.hits(), end);
    ranked.into_iter().skip(skip).collect()
}

/// The first `end` of some documents, given by segment, in the order of a search.
pub(super) fn first(
    query: &SearchQuery,
    snapshot: &Snapshot,
    selection: &Selection<'_>,
    docs: &[DocSet],
    end: usize,
) -> Vec<Ranked> {
    let segments = selection.segments.iter().zip(docs).enumerate();
    let all = segments.flat_map(|(number, ((view, _), docs))| {
        let words = selection.words.as_ref().map(|words| &words.segments[number]);
        let facts = FitFacts::of(*view, query, snapshot, selection.words.as_ref());
        let keyed = move |doc| (key(query, &snapshot.lexicon.ranking, *view, words, &facts, doc), number, doc);
        docs.iter().map(keyed).collect::<Vec<_>>()
    });
    let mut all: Vec<(Key<'_>, usize, u32)> = all.collect();
    // Only the documents up to the end are sorted.
    if end < all.len() {
        all.select_nth_unstable_by(end, |a, b| a.0.cmp(&b.0));
        all.truncate(end);
    }
    all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let ranked = |(key, segment, doc): (Key<'_>, usize, u32)| Ranked { segment, doc, score: key.score() };
    all.into_iter().map(ranked).collect()
}

/// A score with a total order.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Score(f32);

impl Eq for Score {}
impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// Sort key of a hit, ascending. Fields that an order does not use have the same value for all hits.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    /// `false` for a hit whose complete name is the text: such hits come first, whatever their score.
    not_full_name: bool,
    score: Option<Reverse<Score>>,
    /// For a search without words, in this order: a stated age before none if the search has ages, the nearest
    /// coverage, the fewest municipalities, reviewed before not, the latest `known_on`, a stated referral route
    /// before none.
    browse: (bool, Option<Nearness>, u16, bool, Reverse<Option<i32>>, bool),
    /// Newest first.
    updated: Reverse<i64>,
    /// Unknown starts last.
    start: (bool, i32),
    name: &'a [u8],
    id: &'a [u8],
}

impl Key<'_> {
    fn score(&self) -> Option<f32> {
        self.score.map(|Reverse(score)| score.0)
    }
}

fn key<'a>(
    query: &SearchQuery,
    ranking: &Ranking,
    view: SegmentView<'a>,
    words: Option<&SegmentMatch>,
    facts: &FitFacts,
    doc: u32,
) -> Key<'a> {
    let columns = view.columns;
    let at = doc as usize;
    let score = words.map(|w| Reverse(Score(w.scores[at] * facts.fit(ranking, view, doc))));
    let mut key = Key {
        not_full_name: false,
        score: None,
        browse: (false, None, 0, false, Reverse(None), false),
        updated: Reverse(0),
        start: (false, 0),
        name: &[],
        id: columns.ids.get(doc),
    };
    match query.sort {
        Sort::Relevance => {
            if let Some(words) = words {
                key.not_full_name = !words.full_name.contains(doc);
                key.score = score;
            } else {
                let unknown_fit = facts.asks_age && columns.ages[at] == 0;
                let nearness = facts.nearness(view, doc);
                // At most one listed municipality, a few, or many.
                let breadth = match columns.reach[at].municipalities() {
                    _ if nearness != Nearness::Local => 0,
                    0 | 1 => 0,
                    2..=7 => 1,
                    _ => 2,
                };
                let known_on = Reverse(columns.known_on[at]);
                let unreviewed = columns.reviewed[at].is_none();
                let without_referral = !facts.with_referral.contains(doc);
                key.browse = (unknown_fit, Some(nearness), breadth, unreviewed, known_on, without_referral);
                key.name = columns.names.get(doc);
            }
        }
        Sort::Name => key.name = columns.names.get(doc),
        Sort::Updated => key.updated = Reverse(columns.updated[at]),
        Sort::Start => key.start = (columns.start[at].is_none(), columns.start[at].unwrap_or_default()),
    }
    key
}
