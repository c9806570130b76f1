//! Explains the score of a record in a search: every number from which it is computed.

use crate::answer::fit::FitFacts;
use crate::answer::sort;
use crate::count::selection::Selection;
use crate::disk::columns::DocKey;
use crate::error::SearchError;
use crate::lexicon::ExpansionKind;
use crate::query::{MatchSpec, QueryUnit, SearchQuery, SearchSettings};
use crate::score::grams::score_grams;
use crate::score::match_cache::MatchCache;
use crate::score::matched_query::Criteria;
use crate::score::matcher::{Matcher, WeightedMatches};
use crate::score::matches::Matches;
use crate::snapshot::Snapshot;
use catalogue::field::Zone;
use catalogue::record::InterventionId;
use jiff::civil::Date;

/// The score of one record in one search: (Σ unit scores × completeness + grams) × Π fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The search as understood.
    pub query: SearchQuery,
    /// The score of each unit, in the order of the query.
    pub units: Vec<QueryUnitScore>,
    /// Weight of the criteria that the record meets.
    pub met_weight: f32,
    /// Weight of all criteria.
    pub total_weight: f32,
    /// Least met weight of a hit.
    pub threshold: f32,
    /// Factor for the share of the weight that the record meets or matches weakly.
    pub completeness: f32,
    /// Score of the grams of the whole text, which is added to the best documents only.
    pub grams: f32,
    /// Whether the text is the record's complete name. The record is then a hit and precedes hits by words.
    pub full_name: bool,
    /// Factors of fit, by their names in `ranking.toml`; 1 has no effect.
    pub fit: Vec<(&'static str, f32)>,
    /// Whether the words make it a hit; filters are not considered.
    pub is_hit: bool,
    /// The score; 0 for a record that is neither a hit nor related.
    pub score: f32,
}

/// The score of one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryUnitScore {
    /// The words as typed.
    pub from: String,
    /// Weight in the hit rule.
    pub weight: f32,
    /// Whether the hit rule counts the unit.
    pub required: bool,
    /// Whether the record meets the unit.
    pub met: bool,
    /// Contribution to the score: the score of the best expansion, plus the share `tie` of the others (`ranking.toml`),
    /// times the importance of the unit.
    pub score: f32,
    /// The expansions that match the record, the best first.
    pub expansions: Vec<ExpansionScore>,
}

/// The score of one expansion.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpansionScore {
    /// The kind of expansion.
    pub kind: ExpansionKind,
    /// The expanded words or codes; empty for the literal words.
    pub to: String,
    /// Its score, including the weight of its kind.
    pub score: f32,
    /// The zones with the words, each with the score that it gives alone; empty for codes and grams.
    pub zones: Vec<(Zone, f32)>,
}

/// The live document of a record.
fn doc_of(snapshot: &Snapshot, id: &InterventionId) -> Option<DocKey> {
    let id = id.as_str().as_bytes();
    snapshot.segments.iter().enumerate().find_map(|(segment, s)| {
        let has_id = |doc: &u32| s.columns.ids.get(*doc) == id;
        s.alive.iter().find(has_id).map(|doc| (segment, doc))
    })
}

/// The score of a document; 0 for one that does not match.
fn score_of(matches: &Matches, doc: DocKey) -> f32 {
    matches.of(doc).map_or(0.0, |found| found.score)
}

/// Explains the score of a record. `None` if the index does not contain the record or the search has no words.
///
/// # Errors
/// The index could not be read.
pub fn explain(
    snapshot: &Snapshot,
    query: &SearchQuery,
    id: &InterventionId,
    today: Date,
) -> Result<Option<Explanation>, SearchError> {
    let context = SearchSettings::on(today);
    let selection = Selection::understood(snapshot, query, context)?;
    let Selection { reading, words, .. } = &selection;
    let (Some(address), Some(words)) = (doc_of(snapshot, id), words) else { return Ok(None) };
    let (plan, ranking) = (&words.plan, &snapshot.lexicon.ranking);
    let cache = MatchCache::default();
    let matcher = Matcher::new(snapshot, context.features_of(query), today, &cache);
    let mut met_weight = 0.0;
    let criteria = Criteria::new(plan, &words.units, ranking);
    let mut units = Vec::new();
    for ((unit, scores), weight) in plan.units.iter().zip(&words.units).zip(&criteria.weights) {
        let found = scores.matches.best.of(address);
        let score = found.map_or(0.0, |found| found.score) * scores.importance;
        let met = found.is_some_and(|found| found.meets);
        met_weight += weight.filter(|_| met).unwrap_or_default();
        let expansions = expansion_scores(&matcher, unit, address)?;
        let (weight, required) = (scores.weight, weight.is_some());
        units.push(QueryUnitScore { from: unit.from.clone(), weight, required, met, score, expansions });
    }
    let (segment, doc) = address;
    let (hits, partial) = (&words.hits[segment], &words.partial[segment]);
    let score = words.scores(segment, std::iter::once(doc)).map(|(_, score)| score).sum::<f32>();
    let view = snapshot.segments[segment].view(today);
    let fit = FitFacts::of(view, &reading.query, snapshot, Some(words)).factors(ranking, view, doc).to_vec();
    let is_match = hits.docs.contains(doc) || partial.contains(doc);
    let grams = if is_match && sort::is_in_gram_window(snapshot, &selection, address)? {
        score_grams(snapshot, &plan.grams, &[address])?[0]
    } else {
        0.0
    };
    let factor: f32 = fit.iter().map(|(_, factor)| factor).product();
    Ok(Some(Explanation {
        units,
        met_weight,
        total_weight: criteria.total,
        threshold: criteria.threshold,
        completeness: words.completeness(address),
        grams,
        full_name: hits.full_name.contains(doc),
        fit,
        is_hit: hits.docs.contains(doc),
        score: if is_match { (score + grams) * factor } else { 0.0 },
        query: reading.query.clone(),
    }))
}

/// The scores of the expansions that match a document, the best first.
fn expansion_scores(
    matcher: &Matcher<'_>,
    unit: &QueryUnit,
    address: DocKey,
) -> Result<Vec<ExpansionScore>, SearchError> {
    let mut out = Vec::new();
    for expansion in &unit.expansions {
        let WeightedMatches { matches, weight } = matcher.match_expansion(expansion)?;
        let score = score_of(&matches, address) * weight;
        if score <= 0.0 {
            continue;
        }
        let mut zones = Vec::new();
        if let MatchSpec::Words(words) | MatchSpec::Near(words) | MatchSpec::AnyWord(words) = &expansion.spec {
            for zone in Zone::ALL {
                // Each word is scored alone, because the words of one expansion may be in different zones.
                let mut zone_score = 0.0;
                for word in words {
                    let of_word = matcher.match_word_in(zone, word, expansion.kind)?;
                    zone_score += score_of(&of_word, address) * weight / words.len() as f32;
                }
                if zone_score > 0.0 {
                    zones.push((zone, zone_score));
                }
            }
        }
        out.push(ExpansionScore { kind: expansion.kind, to: expansion.to.clone(), score, zones });
    }
    out.sort_by(|a, b| b.score.total_cmp(&a.score));
    Ok(out)
}
