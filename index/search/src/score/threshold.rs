//! The hit rule: how much of the weight of a question's criteria a record must meet.

use crate::lexicon::Ranking;
use crate::query::{QueryUnit, UnitRole};

/// Greatest number of criteria of a question whose hits must meet all of them.
const MAX_STRICT_CRITERIA: usize = 2;
/// Factor that compensates for rounding errors in sums of weights.
pub(crate) const ROUNDING: f32 = 0.999;

/// Least weight of the text criteria that a hit meets: the total weight for one or two criteria, the share
/// [`Ranking::share_of_words`] of it for more. The filters that were read from the words are criteria too: each record
/// that passes them meets them, and each weighs as much as a text criterion does on average.
pub(crate) fn threshold(text_criteria: usize, read_filters: usize, total_weight: f32, ranking: &Ranking) -> f32 {
    if text_criteria + read_filters <= MAX_STRICT_CRITERIA {
        return total_weight * ROUNDING;
    }
    let (text, filters) = (text_criteria as f32, read_filters as f32);
    let least_of_text = ((text + filters) * ranking.share_of_words - filters).max(0.0) / text.max(1.0);
    total_weight * least_of_text * ROUNDING
}

/// Factor on the score: the matched share of the weight, to the power of [`Ranking::completeness`].
pub(crate) fn completeness(matched_weight: f32, total_weight: f32, ranking: &Ranking) -> f32 {
    if total_weight <= 0.0 { 1.0 } else { (matched_weight / total_weight).powf(ranking.completeness) }
}

/// Weight of a unit in the hit rule, from the inverse document frequency of the records that meet it. A personal
/// situation has at least the weight [`Ranking::situation`]. In a question with a situation, a word that is no term
/// has the share [`Ranking::plain_word`] of its weight, because it may only tell a story.
pub(crate) fn unit_weight(unit: &QueryUnit, idf: f32, is_sentence: bool, ranking: &Ranking) -> f32 {
    match unit.role {
        UnitRole::Situation => idf.max(ranking.situation),
        UnitRole::Word if is_sentence => idf * ranking.plain_word,
        _ => idf,
    }
}
