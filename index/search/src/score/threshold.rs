//! The hit rule: how much of the weight of a query's units a record must match.

use crate::lexicon::Ranking;
use crate::query::{Plan, QueryUnit};

/// Greatest number of units of a query whose hits must match all of them.
const MAX_STRICT_UNITS: usize = 2;
/// Factor that compensates for rounding errors in sums of weights.
const ROUNDING: f32 = 0.999;

/// Least matched weight of a hit: the total weight for a query of one or two units, the share
/// [`Ranking::share_of_words`] of it for a longer one.
pub(crate) fn threshold(plan: &Plan, total_weight: f32, ranking: &Ranking) -> f32 {
    let is_strict = plan.units.len() <= MAX_STRICT_UNITS;
    total_weight * if is_strict { 1.0 } else { ranking.share_of_words } * ROUNDING
}

/// Factor on the score: the matched share of the weight, to the power of [`Ranking::completeness`].
pub(crate) fn completeness(matched_weight: f32, total_weight: f32, ranking: &Ranking) -> f32 {
    (matched_weight / total_weight).powf(ranking.completeness)
}

/// Weight of a unit that `matches` records match: its inverse document frequency. A unit without matches keeps a share
/// of it ([`Ranking::absent`]), so that one common word among unknown words is not enough for a hit. A personal
/// situation has at least the weight [`Ranking::situation`].
pub(crate) fn unit_weight(unit: &QueryUnit, idf: f32, matches: u64, ranking: &Ranking) -> f32 {
    let weight = if matches == 0 { idf * ranking.absent } else { idf };
    if unit.is_situation() { weight.max(ranking.situation) } else { weight }
}

/// Whether the hit rule counts a unit. It ignores fillers, unless the query has nothing else, and, in a sentence
/// that names a situation, words that match no record.
pub(crate) fn is_required(unit: &QueryUnit, matches: u64, plan: &Plan) -> bool {
    let is_story = matches == 0 && plan.units.iter().any(QueryUnit::is_situation);
    !(is_story || unit.is_filler()) || plan.units.iter().all(QueryUnit::is_filler)
}
