//! The order of hits, and the hits of one page.

use crate::answer::fit::FitFacts;
use crate::count::selection::Selection;
use crate::disk::columns::{DocKey, Nearness};
use crate::disk::doc_set::DocSet;
use crate::disk::segment::SegmentView;
use crate::error::SearchError;
use crate::query::{SearchQuery, Sort};
use crate::score::grams::score_grams;
use crate::score::matched_query::MatchedQuery;
use crate::snapshot::Snapshot;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// One hit before it is loaded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    pub(super) segment: usize,
    pub(super) doc: u32,
    /// Score of the text × fit; `None` without words.
    pub(super) score: Option<f32>,
}

/// Number of documents that the grams of the text may reorder: the best by words and fit.
const GRAM_WINDOW: usize = 100;

/// The hits of a page, in order.
pub(super) fn page(
    query: &SearchQuery,
    snapshot: &Snapshot,
    selection: &Selection<'_>,
) -> Result<Vec<Ranked>, SearchError> {
    let skip = (query.page - 1) * query.per_page;
    let end = skip.saturating_add(query.per_page);
    let ranked = first(query, snapshot, selection, &selection.hits(), end)?;
    Ok(ranked.into_iter().skip(skip).collect())
}

/// The first `end` of some documents, given by segment, in the order of a search.
pub(super) fn first(
    query: &SearchQuery,
    snapshot: &Snapshot,
    selection: &Selection<'_>,
    docs: &[DocSet],
    end: usize,
) -> Result<Vec<Ranked>, SearchError> {
    let views = selection.segments.iter().map(|(view, _)| *view);
    let facts = views.map(|view| FitFacts::of(view, query, snapshot, selection.words.as_ref())).collect();
    let order = Order { query, snapshot, selection, facts };
    match &selection.words {
        Some(words) if query.sort == Sort::Relevance => order.by_score(words, docs, end),
        _ => Ok(order.by_key(docs, end)),
    }
}

/// The documents with their scores without fit.
fn candidates(words: &MatchedQuery, docs: &[DocSet]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (segment, (docs, hits)) in docs.iter().zip(&words.hits).enumerate() {
        out.extend(words.scores(segment, docs.iter()).map(|(doc, score)| {
            let is_full_name = hits.full_name.contains(doc);
            Candidate { is_full_name, score, key: (segment, doc) }
        }));
    }
    out
}

/// Orders the documents of one search.
struct Order<'a> {
    query: &'a SearchQuery,
    snapshot: &'a Snapshot,
    selection: &'a Selection<'a>,
    /// By segment.
    facts: Vec<FitFacts<'a>>,
}

/// A document with its score.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    is_full_name: bool,
    score: f32,
    key: DocKey,
}

impl Order<'_> {
    /// The first documents by the score of their words. The fit is computed only for documents that the greatest fit
    /// would place among them.
    fn by_score(&self, words: &MatchedQuery, docs: &[DocSet], end: usize) -> Result<Vec<Ranked>, SearchError> {
        let grams = &words.plan.grams;
        let window = if grams.is_empty() || end == 0 { 0 } else { GRAM_WINDOW };
        let needed = end.max(window);
        let mut best = self.best(&candidates(words, docs), needed);
        let window = window.min(best.len());
        let keys: Vec<DocKey> = best[..window].iter().map(|candidate| candidate.key).collect();
        for (candidate, score) in best[..window].iter_mut().zip(score_grams(self.snapshot, grams, &keys)?) {
            candidate.score += score * self.fit(candidate.key);
        }
        best[..window].sort_unstable_by(|a, b| self.compare(*a, *b));
        best.truncate(end);
        let ranked = |Candidate { score, key: (segment, doc), .. }| Ranked { segment, doc, score: Some(score) };
        Ok(best.into_iter().map(ranked).collect())
    }

    /// The `needed` best candidates in order, with the fit in their scores.
    fn best(&self, candidates: &[Candidate], needed: usize) -> Vec<Candidate> {
        let rank = |candidate: &Candidate| (candidate.is_full_name, Score(candidate.score));
        let greatest = self.snapshot.lexicon.ranking.fit.greatest();
        let bound = |candidate: &Candidate| rank(&Candidate { score: candidate.score * greatest, ..*candidate });
        let bounds = candidates.iter().enumerate().map(|(at, candidate)| (bound(candidate), Reverse(at)));
        let mut by_bound: BinaryHeap<_> = bounds.collect();
        let mut best: Vec<Candidate> = Vec::new();
        // The ranks of the `needed` best so far, the worst on top.
        let mut least = BinaryHeap::new();
        while let Some((bound, Reverse(at))) = by_bound.pop() {
            if least.len() >= needed && least.peek().is_none_or(|Reverse(least)| bound < *least) {
                break;
            }
            let candidate = candidates[at];
            let candidate = Candidate { score: candidate.score * self.fit(candidate.key), ..candidate };
            best.push(candidate);
            least.push(Reverse(rank(&candidate)));
            if least.len() > needed {
                least.pop();
            }
        }
        best.sort_unstable_by(|a, b| self.compare(*a, *b));
        best.truncate(needed);
        best
    }

    fn fit(&self, (segment, doc): DocKey) -> f32 {
        self.facts[segment].fit(&self.snapshot.lexicon.ranking, self.selection.segments[segment].0, doc)
    }

    /// Complete names first, then by score; ties break by id.
    fn compare(&self, one: Candidate, other: Candidate) -> Ordering {
        let id = |(segment, doc): DocKey| self.selection.segments[segment].0.columns.ids.get(doc);
        let names = other.is_full_name.cmp(&one.is_full_name);
        names.then(other.score.total_cmp(&one.score)).then_with(|| id(one.key).cmp(id(other.key)))
    }

    /// The first documents by the key of the order of the search.
    fn by_key(&self, docs: &[DocSet], end: usize) -> Vec<Ranked> {
        let mut all: Vec<(Key<'_>, DocKey)> = Vec::new();
        for (segment, docs) in docs.iter().enumerate() {
            let (view, facts) = (self.selection.segments[segment].0, &self.facts[segment]);
            all.extend(docs.iter().map(|doc| (key(self.query, view, facts, doc), (segment, doc))));
        }
        // Only the documents up to the end are sorted.
        if end < all.len() {
            all.select_nth_unstable_by(end, |a, b| a.0.cmp(&b.0));
            all.truncate(end);
        }
        all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        all.into_iter().map(|(_, (segment, doc))| Ranked { segment, doc, score: None }).collect()
    }
}

/// Whether the grams of the text count for a document among the hits or among the partial matches; `true` for a document
/// that the filters exclude.
pub(super) fn is_in_gram_window(
    snapshot: &Snapshot,
    selection: &Selection<'_>,
    (segment, doc): DocKey,
) -> Result<bool, SearchError> {
    let (hits, partial) = (selection.hits(), selection.partial());
    let Some(docs) = [hits, partial].into_iter().find(|docs| docs[segment].contains(doc)) else { return Ok(true) };
    let best = first(&selection.reading.query, snapshot, selection, &docs, GRAM_WINDOW)?;
    Ok(best.iter().any(|ranked| (ranked.segment, ranked.doc) == (segment, doc)))
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

/// Sort key of a hit in another order than by score, ascending. Fields that an order does not use have the same value for
/// all hits.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
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

fn key<'a>(query: &SearchQuery, view: SegmentView<'a>, facts: &FitFacts<'_>, doc: u32) -> Key<'a> {
    let columns = view.columns;
    let at = doc as usize;
    let mut key = Key {
        browse: (false, None, 0, false, Reverse(None), false),
        updated: Reverse(0),
        start: (false, 0),
        name: &[],
        id: columns.ids.get(doc),
    };
    match query.sort {
        Sort::Relevance => {
            let unknown_fit = facts.asks_age && columns.ages.get(doc) == 0;
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
            key.browse = (unknown_fit, Some(nearness), breadth, unreviewed, known_on, !facts.has_referral(doc));
            key.name = columns.names.get(doc);
        }
        Sort::Name => key.name = columns.names.get(doc),
        Sort::Updated => key.updated = Reverse(columns.updated[at]),
        Sort::Start => key.start = (columns.start[at].is_none(), columns.start[at].unwrap_or_default()),
    }
    key
}
