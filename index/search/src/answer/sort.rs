//! The order of hits, and the hits of one page.

use crate::count::selection::Selection;
use crate::disk::columns::{DocSet, Nearness, day};
use crate::disk::schema::code_field;
use crate::disk::segment::SegmentView;
use crate::lexicon::Ranking;
use crate::query::{SearchQuery, Sort};
use crate::score::matched_query::SegmentMatch;
use catalogue::field::{self, parameter};
use catalogue::record::Status;
use jiff::Span;
use jiff::civil::Date;
use std::cmp::{Ordering, Reverse};

/// One hit before it is loaded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    pub(super) segment: usize,
    pub(super) doc: u32,
    /// Score of the text × fit; `None` without words.
    pub(super) score: Option<f32>,
}

/// The document sets that the fit depends on, looked up once for a segment.
pub(super) struct FitFacts {
    asks_age: bool,
    /// Documents that list a place of the search directly; `None` if the search has no place.
    local: Option<DocSet>,
    ended: DocSet,
    /// Documents that state a referral route; empty for a search with words, whose order does not use it.
    with_referral: DocSet,
}

/// The hits of a page, in order.
pub(super) fn page(query: &SearchQuery, ranking: &Ranking, selection: &Selection<'_>) -> Vec<Ranked> {
    let skip = (query.page - 1) * query.per_page;
    let end = skip.saturating_add(query.per_page);
    let ranked = first(query, ranking, selection, &selection.hits(), end);
    ranked.into_iter().skip(skip).collect()
}

/// The first `end` of some documents, given by segment, in the order of a search.
pub(super) fn first(
    query: &SearchQuery,
    ranking: &Ranking,
    selection: &Selection<'_>,
    docs: &[DocSet],
    end: usize,
) -> Vec<Ranked> {
    let segments = selection.segments.iter().zip(docs).enumerate();
    let all = segments.flat_map(|(number, ((view, _), docs))| {
        let words = selection.words.as_ref().map(|words| &words.segments[number]);
        let facts = FitFacts::of(*view, query);
        let keyed = move |doc| (key(query, ranking, *view, words, &facts, doc), number, doc);
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

impl FitFacts {
    pub(super) fn of(view: SegmentView<'_>, query: &SearchQuery) -> Self {
        let mut local: Option<DocSet> = None;
        for place in [parameter::MUNICIPALITY, parameter::COUNTY] {
            let codes = query.filters.get(place).map(|c| c.codes.as_slice()).unwrap_or_default();
            let Some(filter) = field::filter(place).filter(|_| !codes.is_empty()) else { continue };
            let direct = code_field(filter, true);
            let column = view.columns.codes(&direct);
            let docs = local.get_or_insert_default();
            for code in codes {
                if let Some(with_code) = column.and_then(|c| c.by_code.get(code)) {
                    *docs |= with_code;
                }
            }
        }
        let mut with_referral = DocSet::new();
        if let Some(filter) = field::filter(parameter::REFERRAL).filter(|_| query.text.is_empty()) {
            let column = view.columns.codes(&code_field(filter, false));
            for with_code in column.into_iter().flat_map(|column| column.by_code.values()) {
                with_referral |= with_code;
            }
        }
        let ended = view.columns.with_status(Status::Ended, view.today).as_ref().clone();
        Self { asks_age: !query.ages.is_empty(), local, ended, with_referral }
    }

    fn nearness(&self, view: SegmentView<'_>, doc: u32) -> Nearness {
        let reach = view.columns.reach[doc as usize];
        match &self.local {
            None => reach.nearness(true),
            Some(local) if local.contains(doc) => Nearness::Local,
            Some(_) => reach.nearness(false),
        }
    }

    /// The factors of fit of a document, each with its name in `ranking.toml`; 1 has no effect.
    pub(super) fn factors(&self, ranking: &Ranking, view: SegmentView<'_>, doc: u32) -> [(&'static str, f32); 4] {
        let fit = &ranking.fit;
        let unless = |applies: bool, factor: f32| if applies { factor } else { 1.0 };
        let (place, place_factor) = match self.local.as_ref().map(|_| self.nearness(view, doc)) {
            None | Some(Nearness::Local) => ("local", 1.0),
            Some(Nearness::County) => ("county_wide", fit.county_wide),
            Some(Nearness::National | Nearness::NotStated) => ("national", fit.national),
        };
        let years = ranking.limits.unreviewed_years;
        let unreviewed = is_long_unreviewed(view.columns.known_on[doc as usize], view.today, years);
        [
            ("age_not_stated", unless(self.asks_age && view.columns.ages[doc as usize] == 0, fit.age_not_stated)),
            (place, place_factor),
            ("ended", unless(self.ended.contains(doc), fit.ended)),
            ("long_unreviewed", unless(unreviewed, fit.long_unreviewed)),
        ]
    }

    fn fit(&self, ranking: &Ranking, view: SegmentView<'_>, doc: u32) -> f32 {
        self.factors(ranking, view, doc).iter().map(|(_, factor)| factor).product()
    }
}

/// Whether `known_on` is more than `years` before `today`, or absent.
fn is_long_unreviewed(known_on: Option<i32>, today: Date, years: i32) -> bool {
    let limit = day(today.saturating_sub(Span::new().years(years)));
    known_on.is_none_or(|known| known < limit)
}
