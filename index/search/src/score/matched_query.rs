//! The words of a search, planned and matched against every segment.

use crate::disk::columns::{DocKey, DocSet};
use crate::error::SearchError;
use crate::lexicon::Ranking;
use crate::query::{self, Plan, QueryUnit, Reading, SearchSettings, UnitRole};
use crate::score::match_cache::MatchCache;
use crate::score::matcher::{Matcher, ScoredUnit};
use crate::score::matches::DocMatch;
use crate::score::sums::{AscendingMembership, DocSum, DocSums, doc_set};
use crate::score::threshold::{ROUNDING, completeness, threshold};
use crate::snapshot::Snapshot;
use std::cell::RefCell;

/// Greatest number of filler words that are searched for when a question has nothing else; more are a sentence that
/// says nothing.
const MAX_FILLERS: usize = 2;

/// The plan of a text and its matches.
pub(crate) struct MatchedQuery {
    pub(crate) plan: Plan,
    /// In the order of the units of the plan.
    pub(crate) units: Vec<ScoredUnit>,
    /// In the order of the segments.
    pub(crate) segments: Vec<SegmentMatch>,
}

impl MatchedQuery {
    /// Whether a document meets a unit of the plan.
    pub(crate) fn meets(&self, unit: usize, doc: DocKey) -> bool {
        self.units[unit].matches.best.of(doc).is_some_and(|found| found.meets)
    }
}

/// A plan matched against one segment.
#[derive(Debug, Default)]
pub(crate) struct SegmentMatch {
    /// Documents that match by the hit rule or by their complete name.
    pub(crate) docs: DocSet,
    /// Documents that match a part of the question and no hits.
    pub(crate) partial: DocSet,
    /// Documents whose complete name or alternate name is the text.
    pub(crate) full_name: DocSet,
    /// The documents that match a word, with their scores, in ascending order. A document that is a hit only by its
    /// complete name may be absent.
    pub(crate) scored: Vec<ScoredDoc>,
}

/// The score of one document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScoredDoc {
    pub(crate) doc: u32,
    pub(crate) score: f32,
    /// Factor of the score for the matched share of the criteria.
    pub(crate) completeness: f32,
}

impl SegmentMatch {
    /// The score of a document; `None` for one that matches no word.
    pub(crate) fn scored(&self, doc: u32) -> Option<ScoredDoc> {
        self.scored.binary_search_by_key(&doc, |scored| scored.doc).ok().map(|at| self.scored[at])
    }
}

/// Plans and matches the words of a reading; `None` when the reading has no words.
pub(crate) fn match_words(
    snapshot: &Snapshot,
    reading: &Reading,
    context: SearchSettings,
    cache: &MatchCache,
) -> Result<Option<MatchedQuery>, SearchError> {
    let features = context.features_of(&reading.query);
    let Some(plan) = query::plan(snapshot, reading, features)? else { return Ok(None) };
    let matcher = Matcher::new(snapshot, features, context.today, cache);
    let units = plan.units.iter().map(|unit| matcher.score_unit(unit, &plan)).collect::<Result<Vec<_>, _>>()?;
    let segments = match_plan(&matcher, &reading.query.text, &plan, &units)?;
    Ok(Some(MatchedQuery { plan, units, segments }))
}

/// The criteria of a question with their weights, computed from the scores of its units.
pub(crate) struct Criteria {
    /// By unit: weight in the hit rule; `None` for a unit that does not count.
    pub(crate) weights: Vec<Option<f32>>,
    /// Sum of the weights.
    pub(crate) total: f32,
    /// Least met weight of a hit.
    pub(crate) threshold: f32,
    /// Whether the question names a service outside the catalogue, which no record meets.
    names_other_service: bool,
}

impl Criteria {
    /// A unit counts if a record meets it and it is no filler; fillers count in a question of at most [`MAX_FILLERS`]
    /// of them. Beside a situation words that are no terms do not count; beside the name of a service outside the
    /// catalogue neither these nor terms that name no value of a filter.
    pub(crate) fn new(plan: &Plan, scores: &[ScoredUnit], ranking: &Ranking) -> Self {
        let fillers_count = plan.units.len() <= MAX_FILLERS && !plan.units.iter().any(QueryUnit::is_criterion);
        let names_other_service = plan
            .units
            .iter()
            .zip(scores)
            .any(|(unit, scores)| unit.role == UnitRole::OtherService && scores.matches.met_count == 0);
        let weight = |(unit, scores): (&QueryUnit, &ScoredUnit)| {
            let is_story = match unit.role {
                UnitRole::Word => names_other_service || plan.describes_person() || plan.is_outside,
                UnitRole::Situation => plan.is_outside,
                UnitRole::Term => (names_other_service || plan.is_outside) && unit.named_values().next().is_none(),
                _ => false,
            };
            let counts = (unit.is_criterion() || fillers_count) && scores.matches.met_count > 0 && !is_story;
            counts.then_some(scores.weight)
        };
        let weights: Vec<Option<f32>> = plan.units.iter().zip(scores).map(weight).collect();
        let total = weights.iter().flatten().sum();
        let threshold = threshold(weights.iter().flatten().count(), plan.read_filters, total, ranking);
        Self { weights, total, threshold, names_other_service }
    }

    /// Whether there are several criteria, and this is the weight of all of them.
    fn are_all_of_several(&self, met_weight: f32) -> bool {
        self.weights.iter().flatten().count() > 1 && met_weight >= self.total * ROUNDING
    }
}

/// Makes hits with a score below the share `least` of the best score of all documents partial matches. A record that
/// meets one expression of a story by the letter is no hit when others fit the whole much better; one that meets all of
/// several criteria (`complete`) is.
fn demote_far_hits(segments: &mut [SegmentMatch], complete: &[DocSet], least: f32) {
    let best_of = |segment: &SegmentMatch| {
        let shown = &segment.docs | &segment.partial;
        let mut shown = AscendingMembership::new(&shown);
        let scores = segment.scored.iter().filter(|scored| shown.contains(scored.doc)).map(|scored| scored.score);
        scores.fold(0.0, f32::max)
    };
    let best = segments.iter().map(best_of).fold(0.0, f32::max);
    for (segment, complete) in segments.iter_mut().zip(complete) {
        let far = doc_set(segment.scored.iter().filter(|scored| scored.score < best * least).map(|scored| scored.doc));
        let far = (far & &segment.docs) - complete;
        segment.docs -= &far;
        segment.partial |= &far;
    }
}

thread_local! {
    /// The score, the weight of the criteria that a document meets, and the weight of those that it matches.
    static TOTALS: RefCell<DocSums<3>> = RefCell::default();
}

/// Matches a plan against all segments.
fn match_plan(
    unit_matcher: &Matcher<'_>,
    text: &str,
    plan: &Plan,
    units: &[ScoredUnit],
) -> Result<Vec<SegmentMatch>, SearchError> {
    let ranking = unit_matcher.ranking;
    let criteria = Criteria::new(plan, units, ranking);
    let is_outside = (criteria.names_other_service || plan.is_outside) && criteria.total <= 0.0;
    let mut out = Vec::with_capacity(unit_matcher.snapshot.segments.len());
    let mut all_complete = Vec::with_capacity(out.capacity());
    for (number, segment) in unit_matcher.snapshot.segments.iter().enumerate() {
        let totals = TOTALS.with_borrow_mut(|totals| {
            totals.begin(segment.columns.len());
            for ((unit, scores), weight) in plan.units.iter().zip(units).zip(&criteria.weights) {
                let of_story = if unit.is_criterion() || unit.role == UnitRole::Probable { scores.weight } else { 0.0 };
                let (counted, matched) = (weight.unwrap_or_default(), weight.unwrap_or(of_story));
                for DocMatch { doc, score, meets } in &scores.matches.best.0[number] {
                    let [total, met_weight, matched_weight] = totals.of(*doc);
                    *total += score * scores.importance;
                    if *meets {
                        *met_weight += counted;
                        *matched_weight += matched;
                    } else {
                        *matched_weight += matched * ranking.weak;
                    }
                }
            }
            totals.take()
        });
        let (mut docs, mut partial, mut complete, mut scored) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        // Most documents match the same criteria as the one before.
        let mut last = (0.0_f32, completeness(0.0, criteria.total, ranking));
        for DocSum { doc, sums: [score, met_weight, matched_weight], .. } in totals {
            if matched_weight <= 0.0 || is_outside {
                scored.push(ScoredDoc { doc, score, completeness: 1.0 });
                continue;
            }
            if met_weight > 0.0 && met_weight >= criteria.threshold {
                docs.push(doc);
                if criteria.are_all_of_several(met_weight) {
                    complete.push(doc);
                }
            } else {
                partial.push(doc);
            }
            let matched_weight = matched_weight.min(criteria.total);
            if last.0.to_bits() != matched_weight.to_bits() {
                last = (matched_weight, completeness(matched_weight, criteria.total, ranking));
            }
            let completeness = last.1;
            scored.push(ScoredDoc { doc, score: score * completeness, completeness });
        }
        let [docs, partial, complete] = [docs, partial, complete].map(|docs| doc_set(docs.into_iter()));
        out.push(SegmentMatch { docs, partial, full_name: DocSet::new(), scored });
        all_complete.push(complete);
    }
    if plan.tells_story() && plan.read_filters == 0 {
        demote_far_hits(&mut out, &all_complete, ranking.nearest.least_hit);
    }
    for (segment, full_name) in out.iter_mut().zip(unit_matcher.docs_with_full_name(text)?) {
        segment.docs |= &full_name;
        segment.partial -= &full_name;
        segment.full_name = full_name;
    }
    Ok(out)
}
