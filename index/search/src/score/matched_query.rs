//! The words of a search, planned and matched against every segment.

use crate::disk::columns::DocKey;
use crate::disk::doc_set::DocSet;
use crate::error::SearchError;
use crate::lexicon::Ranking;
use crate::query::{self, Plan, QueryUnit, Reading, SearchSettings, UnitRole};
use crate::score::doc_values::DocValues;
use crate::score::match_cache::MatchCache;
use crate::score::match_class::{MatchClass, MatchClasses, UnitWeights};
use crate::score::matcher::{Matcher, ScoredUnit};
use crate::score::matches::AscendingMatches;
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
    /// By segment.
    pub(crate) hits: Vec<SegmentHits>,
    /// By segment: documents that match a part of the question and are no hits.
    pub(crate) partial: Vec<DocSet>,
    /// By segment: the documents that match a word, with their classes, in ascending order. A document that is a hit only
    /// by its complete name may be absent.
    classes: Vec<Vec<(u32, u32)>>,
    /// By class of documents: factor of the score for the matched share of the criteria.
    completeness: Vec<f32>,
}

impl MatchedQuery {
    /// Whether a document meets a unit of the plan.
    pub(crate) fn meets(&self, unit: usize, doc: DocKey) -> bool {
        self.units[unit].matches.best.of(doc).is_some_and(|found| found.meets)
    }

    /// The scores of documents of a segment, which are given in ascending order; 0 for one that matches no word.
    pub(crate) fn scores(&self, segment: usize, docs: impl Iterator<Item = u32>) -> impl Iterator<Item = (u32, f32)> {
        scores(&self.units, &self.classes[segment], &self.completeness, segment, docs)
    }

    /// Factor of the score of a document for the matched share of the criteria; 1 for one that matches no word.
    pub(crate) fn completeness(&self, (segment, doc): DocKey) -> f32 {
        let classes = &self.classes[segment];
        let found = classes.binary_search_by_key(&doc, |(doc, _)| *doc);
        found.map_or(1.0, |at| self.completeness[classes[at].1 as usize])
    }
}

/// The hits in one segment.
#[derive(Debug, Default)]
pub(crate) struct SegmentHits {
    /// Documents that match by the hit rule or by their complete name.
    pub(crate) docs: DocSet,
    /// Documents whose complete name or alternate name is the text.
    pub(crate) full_name: DocSet,
}

/// The scores of ascending documents of a segment: the sum of the scores of the units, times the completeness.
fn scores(
    units: &[ScoredUnit],
    classes: &[(u32, u32)],
    completeness: &[f32],
    segment: usize,
    docs: impl Iterator<Item = u32>,
) -> impl Iterator<Item = (u32, f32)> {
    let units = units.iter().map(|unit| (AscendingMatches::new(&unit.matches.best.0[segment]), unit.importance));
    let mut units: Vec<_> = units.collect();
    let mut classes = classes.iter().peekable();
    docs.map(move |doc| {
        let found = units.iter_mut().filter_map(|(matches, importance)| Some(matches.of(doc)?.score * *importance));
        let score: f32 = found.sum();
        while classes.next_if(|(other, _)| *other < doc).is_some() {}
        let class = classes.peek().filter(|(other, _)| *other == doc).map(|(_, class)| *class as usize);
        (doc, class.map_or(0.0, |class| score * completeness[class]))
    })
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
    match_plan(&matcher, &reading.query.text, plan, units).map(Some)
}

/// The hits of the words of a reading, by segment: as [`match_words`], with less work.
pub(crate) fn match_hits(
    snapshot: &Snapshot,
    reading: &Reading,
    context: SearchSettings,
    cache: &MatchCache,
) -> Result<Option<Vec<SegmentHits>>, SearchError> {
    let features = context.features_of(&reading.query);
    let Some(plan) = query::plan(snapshot, reading, features)? else { return Ok(None) };
    let matcher = Matcher::new(snapshot, features, context.today, cache);
    let units = plan.units.iter().map(|unit| matcher.score_unit(unit, &plan)).collect::<Result<Vec<_>, _>>()?;
    let text = &reading.query.text;
    if plan.demotes_far_hits() {
        return Ok(Some(match_plan(&matcher, text, plan, units)?.hits));
    }
    let criteria = Criteria::new(&plan, &units, matcher.ranking);
    let docs = snapshot.segments.iter().enumerate().map(|(number, segment)| {
        MET.with_borrow_mut(|met| {
            met.begin(segment.columns.len());
            for (unit, weight) in units.iter().zip(&criteria.weights) {
                let Some(weight) = weight else { continue };
                for found in unit.matches.best.0[number].iter().filter(|found| found.meets) {
                    *met.of(found.doc) += weight;
                }
            }
            let hits = met.take().into_iter().filter(|found| criteria.are_enough(found.value));
            DocSet::of_ascending(hits.map(|found| found.doc).collect())
        })
    });
    let hits = docs.map(|docs| SegmentHits { docs, full_name: DocSet::new() }).collect();
    with_full_names(&matcher, text, hits).map(Some)
}

thread_local! {
    /// The weight of the criteria that a document meets.
    static MET: RefCell<DocValues<f32>> = RefCell::default();
}

/// Adds the documents whose complete name is the text to the hits.
fn with_full_names(
    matcher: &Matcher<'_>,
    text: &str,
    mut hits: Vec<SegmentHits>,
) -> Result<Vec<SegmentHits>, SearchError> {
    for (hits, full_name) in hits.iter_mut().zip(matcher.docs_with_full_name(text)?) {
        hits.docs |= &full_name;
        hits.full_name = full_name;
    }
    Ok(hits)
}

/// The criteria of a question with their weights, computed from the scores of its units.
pub(crate) struct Criteria {
    /// By unit: weight in the hit rule; `None` for a unit that does not count.
    pub(crate) weights: Vec<Option<f32>>,
    /// Sum of the weights.
    pub(crate) total: f32,
    /// Least met weight of a hit.
    pub(crate) threshold: f32,
    /// Whether the question asks for something outside the catalogue and for nothing else.
    is_outside: bool,
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
        let is_outside = (names_other_service || plan.is_outside) && total <= 0.0;
        Self { weights, total, threshold, is_outside }
    }

    /// Whether documents that meet criteria of this weight are hits.
    fn are_enough(&self, met_weight: f32) -> bool {
        met_weight > 0.0 && met_weight >= self.threshold && !self.is_outside
    }

    /// Whether there are several criteria, and this is the weight of all of them.
    fn are_all_of_several(&self, met_weight: f32) -> bool {
        self.weights.iter().flatten().count() > 1 && met_weight >= self.total * ROUNDING
    }
}

/// Makes hits with a score below the share `least` of the best score of all documents partial matches. A record that
/// meets one expression of a story by the letter is no hit when others fit the whole much better; one that meets all of
/// several criteria (`complete`) is.
fn demote_far_hits(query: &mut MatchedQuery, complete: &[DocSet], least: f32) {
    let of_segment = |(number, (hits, partial)): (usize, (&SegmentHits, &DocSet))| {
        let mut shown = hits.docs.clone();
        shown |= partial;
        query.scores(number, shown.iter()).collect::<Vec<(u32, f32)>>()
    };
    let scored: Vec<Vec<(u32, f32)>> = query.hits.iter().zip(&query.partial).enumerate().map(of_segment).collect();
    let best = scored.iter().flatten().map(|(_, score)| *score).fold(0.0, f32::max);
    for (number, scored) in scored.into_iter().enumerate() {
        let far = scored.into_iter().filter(|(_, score)| *score < best * least).map(|(doc, _)| doc);
        let far = (DocSet::from_ascending(far) & &query.hits[number].docs) - &complete[number];
        query.hits[number].docs -= &far;
        query.partial[number] |= &far;
    }
}

/// What the documents of a class are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ClassRole {
    /// Hits that meet all of several criteria.
    CompleteHits,
    Hits,
    Partial,
    /// They match nothing that the question asks for.
    Others,
}

/// Matches a plan against all segments.
fn match_plan(
    matcher: &Matcher<'_>,
    text: &str,
    plan: Plan,
    units: Vec<ScoredUnit>,
) -> Result<MatchedQuery, SearchError> {
    let ranking = matcher.ranking;
    let criteria = Criteria::new(&plan, &units, ranking);
    let weights = plan.units.iter().zip(&units).zip(&criteria.weights).map(|((unit, scored), weight)| {
        let of_story = if unit.is_criterion() || unit.role == UnitRole::Probable { scored.weight } else { 0.0 };
        let both = weight.unwrap_or(of_story);
        UnitWeights { met: weight.unwrap_or_default(), matched: both, weak: both * ranking.weak }
    });
    let mut classes = MatchClasses::new(weights);
    let of_segments = matcher.snapshot.segments.iter().enumerate().map(|(number, segment)| {
        classes.classify(segment.columns.len(), units.iter().map(|unit| unit.matches.best.0[number].as_slice()))
    });
    let of_segments: Vec<Vec<(u32, u32)>> = of_segments.collect();
    let role = |class: &MatchClass| {
        if class.matched <= 0.0 || criteria.is_outside {
            ClassRole::Others
        } else if !criteria.are_enough(class.met) {
            ClassRole::Partial
        } else if criteria.are_all_of_several(class.met) {
            ClassRole::CompleteHits
        } else {
            ClassRole::Hits
        }
    };
    let roles: Vec<ClassRole> = classes.classes.iter().map(role).collect();
    let completeness = classes.classes.iter().zip(&roles).map(|(class, role)| match role {
        ClassRole::Others => 1.0,
        _ => completeness(class.matched.min(criteria.total), criteria.total, ranking),
    });
    let completeness = completeness.collect();
    let (mut hits, mut all_partial, mut all_complete) = (Vec::new(), Vec::new(), Vec::new());
    for classes in &of_segments {
        let (mut docs, mut partial, mut complete) = (Vec::new(), Vec::new(), Vec::new());
        for (doc, class) in classes {
            match roles[*class as usize] {
                ClassRole::CompleteHits => {
                    docs.push(*doc);
                    complete.push(*doc);
                }
                ClassRole::Hits => docs.push(*doc),
                ClassRole::Partial => partial.push(*doc),
                ClassRole::Others => {}
            }
        }
        hits.push(SegmentHits { docs: DocSet::of_ascending(docs), full_name: DocSet::new() });
        all_partial.push(DocSet::of_ascending(partial));
        all_complete.push(DocSet::of_ascending(complete));
    }
    let demotes = plan.demotes_far_hits();
    let mut out = MatchedQuery { plan, units, hits, partial: all_partial, classes: of_segments, completeness };
    if demotes {
        demote_far_hits(&mut out, &all_complete, ranking.nearest.least_hit);
    }
    out.hits = with_full_names(matcher, text, std::mem::take(&mut out.hits))?;
    for (partial, hits) in out.partial.iter_mut().zip(&out.hits) {
        *partial -= &hits.full_name;
    }
    Ok(out)
}
