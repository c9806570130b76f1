//! The words of a search, planned and matched against every segment.

use crate::disk::columns::DocSet;
use crate::error::SearchError;
use crate::query::{self, Plan, Reading, SearchSettings};
use crate::score::matcher::Matcher;
use crate::score::threshold::{completeness, threshold};
use crate::snapshot::Snapshot;

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
    /// Documents whose complete name or alternate name is the text.
    pub(crate) full_name: DocSet,
    /// Score by document number; meaningful only for `docs`.
    pub(crate) scores: Vec<f32>,
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
    let segments = match_plan(&Matcher::new(snapshot, features, context.today), &reading.query.text, &plan)?;
    Ok(Some(MatchedQuery { plan, segments }))
}

/// Matches a plan against all segments.
pub(crate) fn match_plan(matcher: &Matcher<'_>, text: &str, plan: &Plan) -> Result<Vec<SegmentMatch>, SearchError> {
    let lengths = || matcher.snapshot.segments.iter().map(|segment| segment.columns.len());
    let empty = |len| SegmentMatch { scores: vec![0.0; len], ..SegmentMatch::default() };
    let mut out: Vec<SegmentMatch> = lengths().map(empty).collect();
    let mut matched_weight: Vec<Vec<f32>> = lengths().map(|len| vec![0.0; len]).collect();
    let mut total_weight = 0.0;
    for unit in &plan.units {
        let scores = matcher.score_unit(unit, plan)?;
        if scores.required {
            total_weight += scores.weight;
        }
        for (number, scored) in scores.best.into_iter().enumerate() {
            for (doc, score) in scored {
                out[number].scores[doc as usize] += score * scores.importance;
                if scores.required {
                    matched_weight[number][doc as usize] += scores.weight;
                }
            }
        }
        for (segment, expansions) in out.iter_mut().zip(scores.expansions) {
            let docs = expansions.iter().map(|scored| scored.iter().map(|(doc, _)| *doc).collect());
            segment.expansions.push(docs.collect());
        }
    }
    let threshold = threshold(plan, total_weight, matcher.ranking);
    for (segment, matched_weight) in out.iter_mut().zip(&matched_weight) {
        let is_hit = |doc: &u32| {
            let weight = matched_weight[*doc as usize];
            weight > 0.0 && weight >= threshold
        };
        segment.docs = (0..matched_weight.len() as u32).filter(is_hit).collect();
        for doc in &segment.docs {
            let at = doc as usize;
            segment.scores[at] *= completeness(matched_weight[at], total_weight, matcher.ranking);
        }
    }
    for (segment, scored) in out.iter_mut().zip(matcher.score_grams(plan)?) {
        for (doc, score) in scored.into_iter().filter(|(doc, _)| segment.docs.contains(*doc)) {
            segment.scores[doc as usize] += score;
        }
    }
    for (segment, full_name) in out.iter_mut().zip(matcher.docs_with_full_name(text)?) {
        segment.docs |= &full_name;
        segment.full_name = full_name;
    }
    Ok(out)
}
