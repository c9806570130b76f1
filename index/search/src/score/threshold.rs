//! The hit rule: how much of the weight of a query's units a record must match.

use crate::lexicon::Ranking;
use crate::query::{Plan, QueryUnit};

/// Most units of a query whose hits must match all of them.
const MAX_STRICT_UNITS: usize = 2;
/// Factor that makes up for rounding errors of added weights.
const ROUNDING: f32 = 0.999;

/// Weight that a hit must match: all in a query of one or two units, [`Ranking::share_of_words`] in a longer one.
pub(crate) fn threshold(plan: &Plan, total_weight: f32, ranking: &Ranking) -> f32 {
    let is_strict = plan.units.len() <= MAX_STRICT_UNITS;
    total_weight * if is_strict { 1.0 } else { ranking.share_of_words } * ROUNDING
}

/// Factor on the score: the matched share of the weight, to the power of [`Ranking::completeness`].
pub(crate) fn completeness(matched_weight: f32, total_weight: f32, ranking: &Ranking) -> f32 {
    (matched_weight / total_weight).powf(ranking.completeness)
}

/// Weight of a unit with an inverse document frequency that `matches` records match. A unit without matches
/// counts, so that common words do not outvote nonsense; a personal situation has a least weight.
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
