//! Fit: factors on the score of a text from other facts of a record (`[fit]` in `ranking.toml`).

use crate::disk::columns::{CodeColumn, DatedDocs, Nearness, day};
use crate::disk::doc_set::DocSet;
use crate::disk::segment::SegmentView;
use crate::lexicon::Ranking;
use crate::query::{Plan, QueryUnit, SearchQuery};
use crate::score::matched_query::MatchedQuery;
use crate::snapshot::Snapshot;
use catalogue::field::{self, parameter};
use catalogue::record::{AgeRange, Level, Status};
use catalogue::vocabulary::VocabularyName;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the fit depends on, looked up once for a segment.
pub(super) struct FitFacts<'a> {
    pub(super) asks_age: bool,
    /// Documents that list a place of the search directly; `None` if the search has no place.
    local: Option<DocSet>,
    ended: Arc<DatedDocs>,
    /// The referral routes; `None` for a search with words, whose order does not use them.
    referral: Option<&'a CodeColumn>,
    /// Whom an intervention is for; `None` unless the words describe a person.
    groups: Option<ClosedGroups<'a>>,
    /// Documents that are aimed at organisations; `None` unless the words describe a person.
    structural: Option<&'a DocSet>,
    /// The ages that an expression states; `None` if the search has ages.
    ages: Option<AgeRange>,
}

/// The exclusive groups ([`crate::Ranking::exclusive_groups`]) that neither the words nor the filters name.
struct ClosedGroups<'a> {
    column: &'a CodeColumn,
    /// By code of the column: whether it is such a group.
    is_closed: Vec<bool>,
}

impl<'a> ClosedGroups<'a> {
    fn new(view: SegmentView<'a>, query: &SearchQuery, snapshot: &Snapshot, plan: &Plan) -> Option<Self> {
        let filter = field::filter(parameter::TARGET_GROUP)?;
        let groups = snapshot.vocabularies.get(VocabularyName::TargetGroups);
        let of_words = plan.units.iter().flat_map(QueryUnit::codes);
        let of_words = of_words.filter(|(parameter, _)| *parameter == filter.parameter).map(|(_, code)| code);
        let chosen = query.filters.get(filter.parameter).into_iter().flat_map(|chosen| chosen.codes.iter());
        let named: BTreeSet<&str> =
            of_words.chain(chosen.map(String::as_str)).flat_map(|code| groups.with_broader(code)).collect();
        let is_closed = |code: &String| {
            let mut families = groups.with_broader(code).into_iter();
            families.any(|code| {
                let is_exclusive = snapshot.lexicon.ranking.exclusive_groups.iter().any(|group| group == code);
                is_exclusive && !named.contains(code)
            })
        };
        let column = view.columns.codes(filter, false)?;
        Some(Self { column, is_closed: column.codes.iter().map(is_closed).collect() })
    }

    /// Whether a document is for such groups only.
    fn are_all_of(&self, doc: u32) -> bool {
        let codes = self.column.ordinals_of(doc);
        !codes.is_empty() && codes.iter().all(|code| self.is_closed[*code as usize])
    }
}

/// The documents that list a chosen place directly; `None` if the search has no place.
pub(super) fn local_docs(view: SegmentView<'_>, query: &SearchQuery) -> Option<DocSet> {
    let mut local: Option<DocSet> = None;
    for place in [parameter::MUNICIPALITY, parameter::COUNTY] {
        let codes = query.filters.get(place).map(|c| c.codes.as_slice()).unwrap_or_default();
        let Some(filter) = field::filter(place).filter(|_| !codes.is_empty()) else { continue };
        let column = view.columns.codes(filter, true);
        let docs = local.get_or_insert_default();
        for code in codes {
            if let Some(with_code) = column.and_then(|c| c.with(code)) {
                *docs |= with_code;
            }
        }
    }
    local
}

fn structural(view: SegmentView<'_>) -> Option<&DocSet> {
    let filter = field::filter(parameter::LEVEL)?;
    view.columns.codes(filter, false)?.with(Level::Structural.code())
}

impl<'a> FitFacts<'a> {
    pub(super) fn of(
        view: SegmentView<'a>,
        query: &SearchQuery,
        snapshot: &Snapshot,
        words: Option<&MatchedQuery>,
    ) -> Self {
        let referral = field::filter(parameter::REFERRAL).filter(|_| query.text.is_empty());
        let plan = words.map(|words| &words.plan);
        let describing = plan.filter(|plan| plan.describes_person());
        Self {
            asks_age: !query.ages.is_empty(),
            local: local_docs(view, query),
            ended: view.columns.dated(parameter::STATUS, view.today),
            referral: referral.and_then(|filter| view.columns.codes(filter, false)),
            groups: describing.and_then(|plan| ClosedGroups::new(view, query, snapshot, plan)),
            structural: describing.and_then(|_| structural(view)),
            ages: plan.and_then(|plan| plan.ages).filter(|_| !query.asks_age()),
        }
    }

    /// Whether a document states a referral route; never for a search with words.
    pub(super) fn has_referral(&self, doc: u32) -> bool {
        self.referral.is_some_and(|column| column.code_count(doc) > 0)
    }

    fn has_ended(&self, doc: u32) -> bool {
        self.ended.with(Status::Ended.code()).is_some_and(|docs| docs.contains(doc))
    }

    /// Whether a document states other ages than an expression does.
    fn is_for_other_age(&self, view: SegmentView<'_>, doc: u32) -> bool {
        self.ages.is_some_and(|ages| view.columns.ages.get(doc) != 0 && !view.has_age(&[ages], doc))
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
            ("age_not_stated", unless(self.asks_age && view.columns.ages.get(doc) == 0, fit.age_not_stated)),
            (place, place_factor),
            ("ended", unless(self.has_ended(doc), fit.ended)),
            ("long_unreviewed", unless(unreviewed, fit.long_unreviewed)),
            ("other_group", unless(self.groups.as_ref().is_some_and(|groups| groups.are_all_of(doc)), fit.other_group)),
            ("other_age", unless(self.is_for_other_age(view, doc), fit.other_age)),
            ("structural", unless(self.structural.is_some_and(|docs| docs.contains(doc)), fit.structural)),
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
