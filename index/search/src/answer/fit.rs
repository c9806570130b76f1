//! Fit: factors on the score of a text from other facts of a record (`[fit]` in `ranking.toml`).

use crate::disk::columns::{DocSet, Nearness, day};
use crate::disk::schema::code_field;
use crate::disk::segment::{SegmentView, Variants};
use crate::lexicon::Ranking;
use crate::query::{Plan, QueryUnit, SearchQuery};
use crate::score::matched_query::MatchedQuery;
use crate::snapshot::Snapshot;
use catalogue::field::{self, parameter};
use catalogue::record::Level;
use catalogue::vocabulary::VocabularyName;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The document sets that the fit depends on, looked up once for a segment.
pub(super) struct FitFacts {
    pub(super) asks_age: bool,
    /// Documents that list a place of the search directly; `None` if the search has no place.
    local: Option<DocSet>,
    ended: DocSet,
    /// Documents that state a referral route; empty for a search with words, whose order does not use it.
    pub(super) with_referral: DocSet,
    /// Documents that are only for groups that the words, which describe a person, do not name.
    other_group: DocSet,
    /// Documents that are aimed at organisations, where the words describe a person.
    structural: DocSet,
    /// Documents that state other ages than an expression does.
    other_age: DocSet,
}

/// The documents that are only for exclusive groups ([`crate::Ranking::exclusive_groups`]) that neither the words nor
/// the filters name.
fn other_group(view: SegmentView<'_>, query: &SearchQuery, snapshot: &Snapshot, plan: &Plan) -> DocSet {
    let Some(filter) = field::filter(parameter::TARGET_GROUP) else { return DocSet::new() };
    let groups = snapshot.vocabularies.get(VocabularyName::TargetGroups);
    let of_words = plan.units.iter().flat_map(QueryUnit::codes);
    let of_words = of_words.filter(|(parameter, _)| *parameter == filter.parameter).map(|(_, code)| code);
    let chosen = query.filters.get(filter.parameter).into_iter().flat_map(|chosen| chosen.codes.iter());
    let named: BTreeSet<&str> =
        of_words.chain(chosen.map(String::as_str)).flat_map(|code| groups.with_broader(code)).collect();
    let is_closed = |code: &str| {
        let mut families = groups.with_broader(code).into_iter();
        families.any(|code| {
            let is_exclusive = snapshot.lexicon.ranking.exclusive_groups.iter().any(|group| group == code);
            is_exclusive && !named.contains(code)
        })
    };
    let column = view.columns.codes(&code_field(filter, false));
    let (mut closed, mut open) = (DocSet::new(), DocSet::new());
    for (code, docs) in column.into_iter().flat_map(|column| &column.by_code) {
        if is_closed(code) { closed |= docs } else { open |= docs }
    }
    closed - open
}

/// The documents that list a chosen place directly; `None` if the search has no place.
pub(super) fn local_docs(view: SegmentView<'_>, query: &SearchQuery) -> Option<DocSet> {
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
    local
}

fn structural(view: SegmentView<'_>) -> DocSet {
    let filter = field::filter(parameter::LEVEL);
    filter.map_or_else(DocSet::new, |filter| view.with_code(filter, Level::Structural.code(), &Variants::new()))
}

impl FitFacts {
    pub(super) fn of(
        view: SegmentView<'_>,
        query: &SearchQuery,
        snapshot: &Snapshot,
        words: Option<&MatchedQuery>,
    ) -> Self {
        let local = local_docs(view, query);
        let mut with_referral = DocSet::new();
        if let Some(filter) = field::filter(parameter::REFERRAL).filter(|_| query.text.is_empty()) {
            let column = view.columns.codes(&code_field(filter, false));
            for with_code in column.into_iter().flat_map(|column| column.by_code.values()) {
                with_referral |= with_code;
            }
        }
        let ended = view.columns.ended(view.today);
        let describes_person = words.is_some_and(|words| words.plan.describes_person());
        let (other_group, structural) = match words.filter(|_| describes_person) {
            Some(words) => (other_group(view, query, snapshot, &words.plan), structural(view)),
            None => (DocSet::new(), DocSet::new()),
        };
        let ages = words.and_then(|words| words.plan.ages).filter(|_| !query.asks_age());
        let other_age = ages.map_or_else(DocSet::new, |ages| view.alive - view.with_age(&[ages]) - view.without_age());
        let asks_age = !query.ages.is_empty();
        Self { asks_age, local, ended, with_referral, other_group, structural, other_age }
    }

    pub(super) fn nearness(&self, view: SegmentView<'_>, doc: u32) -> Nearness {
        let reach = view.columns.reach[doc as usize];
        match &self.local {
            None => reach.nearness(true),
            Some(local) if local.contains(doc) => Nearness::Local,
            Some(_) => reach.nearness(false),
        }
    }

    /// The factors of fit of a document, each with its name in `ranking.toml`; 1 has no effect.
    pub(super) fn factors(&self, ranking: &Ranking, view: SegmentView<'_>, doc: u32) -> [(&'static str, f32); 7] {
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
            ("other_group", unless(self.other_group.contains(doc), fit.other_group)),
            ("other_age", unless(self.other_age.contains(doc), fit.other_age)),
            ("structural", unless(self.structural.contains(doc), fit.structural)),
        ]
    }

    pub(super) fn fit(&self, ranking: &Ranking, view: SegmentView<'_>, doc: u32) -> f32 {
        self.factors(ranking, view, doc).iter().map(|(_, factor)| factor).product()
    }
}

/// Whether `known_on` is more than `years` before `today`, or absent.
fn is_long_unreviewed(known_on: Option<i32>, today: Date, years: i32) -> bool {
    let limit = day(today.saturating_sub(Span::new().years(years)));
    known_on.is_none_or(|known| known < limit)
}
