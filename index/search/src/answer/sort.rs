//! In which order hits come, and which of them stand on the page.

use crate::count::filter_set::{SegmentView, is_long_unreviewed};
use crate::disk::columns::{DocSet, Nearness};
use crate::lexicon::Ranking;
use crate::query::{SearchQuery, Sort};
use crate::score::matcher::SegmentMatch;
use catalogue::field;
use catalogue::record::Status;
use std::cmp::{Ordering, Reverse};

/// One hit before it is loaded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ranked {
    pub(crate) segment: usize,
    pub(crate) doc: u32,
    /// Text × fit, where words were given.
    pub(crate) score: Option<f32>,
}

/// What the fit of a document depends on, looked up once for the whole segment.
pub(crate) struct FitFacts {
    asks_age: bool,
    /// Documents that list a municipality asked for themselves, when a place is asked for.
    local: Option<DocSet>,
    ended: DocSet,
    /// Documents that say how one joins; looked up for an order without words alone.
    says_way_in: DocSet,
}

/// The hits of a page, in order.
pub(crate) fn page(
    query: &SearchQuery,
    ranking: &Ranking,
    segments: &[(SegmentView<'_>, &DocSet, Option<&SegmentMatch>)],
) -> Vec<Ranked> {
    let skip = (query.page - 1) * query.per_page;
    let all = segments.iter().enumerate().flat_map(|(number, (view, hits, words))| {
        let facts = FitFacts::of(*view, query);
        let keyed = move |doc| (key(query, ranking, *view, *words, &facts, doc), number, doc);
        hits.iter().map(keyed).collect::<Vec<_>>()
    });
    let mut all: Vec<(Key<'_>, usize, u32)> = all.collect();
    let wanted = skip + query.per_page;
    // Only what stands up to the end of the page need be in order.
    if wanted < all.len() {
        all.select_nth_unstable_by(wanted, |a, b| a.0.cmp(&b.0));
        all.truncate(wanted);
    }
    all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let ranked = |(key, segment, doc): (Key<'_>, usize, u32)| Ranked { segment, doc, score: key.score() };
    all.into_iter().skip(skip).map(ranked).collect()
}

/// A score, ordered totally.
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

/// Where a hit stands: smaller is earlier. Members that an order does not use are alike for all.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    /// The words are its complete name: never outranked by fit.
    not_full_name: bool,
    score: Option<Reverse<Score>>,
    /// Without words: known fits, then near ones (of local ones those for few municipalities), then
    /// reviewed ones, then those that were last known to be true, then those that say how one joins.
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
                // For one municipality, for a handful, for many.
                let breadth = match columns.reach[at].municipalities() {
                    _ if nearness != Nearness::Local => 0,
                    0 | 1 => 0,
                    2..=7 => 1,
                    _ => 2,
                };
                let known_on = Reverse(columns.known_on[at]);
                let unreviewed = columns.reviewed[at].is_none();
                let no_way_in = !facts.says_way_in.contains(doc);
                key.browse = (unknown_fit, Some(nearness), breadth, unreviewed, known_on, no_way_in);
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
    pub(crate) fn of(view: SegmentView<'_>, query: &SearchQuery) -> Self {
        let mut local: Option<DocSet> = None;
        for parameter in ["municipality", "county"] {
            let codes = query.filters.get(parameter).map(|c| c.codes.as_slice()).unwrap_or_default();
            let Some(filter) = field::filter(parameter).filter(|_| !codes.is_empty()) else { continue };
            let direct = crate::disk::schema::code_field(filter, true);
            let column = view.columns.codes(&direct);
            let docs = local.get_or_insert_default();
            for code in codes {
                if let Some(found) = column.and_then(|c| c.by_code.get(code)) {
                    *docs |= found;
                }
            }
        }
        let mut says_way_in = DocSet::new();
        if let Some(filter) = field::filter("referral").filter(|_| query.text.is_empty()) {
            let column = view.columns.codes(&crate::disk::schema::code_field(filter, false));
            for found in column.into_iter().flat_map(|column| column.by_code.values()) {
                says_way_in |= found;
            }
        }
        let ended = view.columns.with_status(Status::Ended, view.today).as_ref().clone();
        Self { asks_age: !query.ages.is_empty(), local, ended, says_way_in }
    }

    fn nearness(&self, view: SegmentView<'_>, doc: u32) -> Nearness {
        let reach = view.columns.reach[doc as usize];
        match &self.local {
            None => reach.nearness(true),
            Some(local) if local.contains(doc) => Nearness::Local,
            Some(_) => reach.nearness(false),
        }
    }

    /// What a document's other facts take away, each with its name in `ranking.toml`.
    pub(crate) fn factors(&self, ranking: &Ranking, view: SegmentView<'_>, doc: u32) -> [(&'static str, f32); 4] {
        let fit = &ranking.fit;
        let unless = |applies: bool, factor: f32| if applies { factor } else { 1.0 };
        let (place, place_factor) = match self.local.as_ref().map(|_| self.nearness(view, doc)) {
            None | Some(Nearness::Local) => ("local", 1.0),
            Some(Nearness::County) => ("county_wide", fit.county_wide),
            Some(Nearness::National | Nearness::NotStated) => ("national", fit.national),
        };
        let unreviewed = is_long_unreviewed(view.columns.known_on[doc as usize], view.today);
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
