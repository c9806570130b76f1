//! The words of a search, planned and matched against every segment.

use crate::disk::columns::DocSet;
use crate::error::SearchError;
use crate::lexicon::Ranking;
use crate::query::{self, Plan, QueryUnit, Reading, SearchSettings, UnitRole};
use crate::score::matcher::{Matcher, UnitScores};
use crate::score::threshold::{ROUNDING, completeness, threshold};
use crate::snapshot::Snapshot;

/// Greatest number of filler words that are searched for when a question has nothing else; more are a sentence that
/// says nothing.
const MAX_FILLERS: usize = 2;

/// The plan of a text and its matches.
pub(crate) struct MatchedQuery {
    pub(crate) plan: Plan,
    /// In the order of the segments.
    pub(crate) segments: Vec<SegmentMatch>,
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
    /// Score by document number; meaningful only for `docs` and `partial`.
    pub(crate) scores: Vec<f32>,
    /// Factor of the score for the matched share of the criteria, by document number.
    pub(crate) completeness: Vec<f32>,
    /// The documents that meet each unit.
    pub(crate) met: Vec<DocSet>,
    /// The matching documents, by unit and expansion.
    pub(crate) expansions: Vec<Vec<DocSet>>,
}

/// Plans and matches the words of a reading; `None` when the reading has no words.
pub(crate) fn match_words(
    snapshot: &Snapshot,
    reading: &Reading,
    context: SearchSettings,
) -> Result<Option<MatchedQuery>, SearchError> {
    let features = context.features_of(&reading.query);
    let Some(plan) = query::plan(snapshot, reading, features)? else { return Ok(None) };
    let matcher = Matcher::new(snapshot, features, context.today);
    let segments = match_plan(&matcher, &reading.query.text, &plan)?;
    Ok(Some(MatchedQuery { plan, segments }))
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
    pub(crate) fn new(plan: &Plan, scores: &[UnitScores], ranking: &Ranking) -> Self {
        let fillers_count = plan.units.len() <= MAX_FILLERS && !plan.units.iter().any(QueryUnit::is_criterion);
        let names_other_service = plan
            .units
            .iter()
            .zip(scores)
            .any(|(unit, scores)| unit.role == UnitRole::OtherService && scores.met_count() == 0);
        let weight = |(unit, scores): (&QueryUnit, &UnitScores)| {
            let is_story = match unit.role {
                UnitRole::Word => names_other_service || plan.describes_person() || plan.is_outside,
                UnitRole::Situation => plan.is_outside,
                UnitRole::Term => (names_other_service || plan.is_outside) && unit.named_values().next().is_none(),
                _ => false,
            };
            let counts = (unit.is_criterion() || fillers_count) && scores.met_count() > 0 && !is_story;
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
    let score = |segment: &SegmentMatch, doc: u32| segment.scores.get(doc as usize).copied().unwrap_or_default();
    let of_segment = |segment: &SegmentMatch| -> f32 {
        (&segment.docs | &segment.partial).iter().map(|doc| score(segment, doc)).fold(0.0, f32::max)
    };
    let best = segments.iter().map(of_segment).fold(0.0, f32::max);
    for (segment, complete) in segments.iter_mut().zip(complete) {
        let far: DocSet = segment.docs.iter().filter(|doc| score(segment, *doc) < best * least).collect();
        let far = far - complete;
        segment.docs -= &far;
        segment.partial |= &far;
    }
}

/// Matches a plan against all segments.
fn match_plan(unit_matcher: &Matcher<'_>, text: &str, plan: &Plan) -> Result<Vec<SegmentMatch>, SearchError> {
    let ranking = unit_matcher.ranking;
    let lengths = || unit_matcher.snapshot.segments.iter().map(|segment| segment.columns.len());
    let empty = |len| SegmentMatch { scores: vec![0.0; len], completeness: vec![1.0; len], ..SegmentMatch::default() };
    let mut out: Vec<SegmentMatch> = lengths().map(empty).collect();
    let units = plan.units.iter().map(|unit| unit_matcher.score_unit(unit, plan)).collect::<Result<Vec<_>, _>>()?;
    let criteria = Criteria::new(plan, &units, ranking);
    let is_outside = (criteria.names_other_service || plan.is_outside) && criteria.total <= 0.0;
    let mut complete = vec![DocSet::new(); out.len()];
    for (number, segment) in out.iter_mut().enumerate() {
        let len = segment.scores.len();
        let (mut met_weight, mut matched_weight) = (vec![0.0_f32; len], vec![0.0_f32; len]);
        for ((unit, scores), weight) in plan.units.iter().zip(&units).zip(&criteria.weights) {
            let of_story = if unit.is_criterion() || unit.role == UnitRole::Probable { scores.weight } else { 0.0 };
            for &(doc, score) in &scores.best[number] {
                let at = doc as usize;
                segment.scores[at] += score * scores.importance;
                let is_met = scores.met[number].contains(doc);
                let matched = weight.unwrap_or(of_story);
                if is_met {
                    met_weight[at] += weight.unwrap_or_default();
                }
                matched_weight[at] += if is_met { matched } else { matched * ranking.weak };
            }
        }
        for doc in 0..len as u32 {
            let at = doc as usize;
            if matched_weight[at] <= 0.0 || is_outside {
                continue;
            }
            if met_weight[at] > 0.0 && met_weight[at] >= criteria.threshold {
                segment.docs.insert(doc);
                if criteria.are_all_of_several(met_weight[at]) {
                    complete[number].insert(doc);
                }
            } else {
                segment.partial.insert(doc);
            }
            let matched = matched_weight[at].min(criteria.total);
            segment.completeness[at] = completeness(matched, criteria.total, ranking);
            segment.scores[at] *= segment.completeness[at];
        }
    }
    for (number, segment) in out.iter_mut().enumerate() {
        segment.met = units.iter().map(|scores| scores.met[number].clone()).collect();
        let of_unit = |scores: &UnitScores| scores.expansions[number].clone();
        segment.expansions = units.iter().map(of_unit).collect();
    }
    for (segment, scored) in out.iter_mut().zip(unit_matcher.score_grams(plan)?) {
        let shown = &segment.docs | &segment.partial;
        for (doc, score) in scored.into_iter().filter(|(doc, _)| shown.contains(*doc)) {
            segment.scores[doc as usize] += score;
        }
    }
    if plan.tells_story() && plan.read_filters == 0 {
        demote_far_hits(&mut out, &complete, ranking.nearest.least_hit);
    }
    for (segment, full_name) in out.iter_mut().zip(unit_matcher.docs_with_full_name(text)?) {
        segment.docs |= &full_name;
        segment.partial -= &full_name;
        segment.full_name = full_name;
    }
    Ok(out)
}
