//! Query relaxation: searches with one change and more hits, with their exact counts.

use crate::count::batch_count::BatchCount;
use crate::error::SearchError;
use crate::query::parameter_name::UPDATED_SINCE;
use crate::query::{self, Chosen, Ended, Reading, SearchFeatures, SearchQuery, UnitRole, corrected_text};
use crate::snapshot::Snapshot;
use catalogue::field::{self, parameter};
use catalogue::vocabulary::VocabularyName;

/// One relaxation.
#[derive(Debug, Clone, PartialEq)]
pub struct Relaxation {
    /// The change.
    pub change: RelaxationStep,
    /// The relaxed search.
    pub query: SearchQuery,
    /// Number of its hits.
    pub count: u64,
}

/// The change of a relaxation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RelaxationStep {
    /// Ended interventions are included.
    IncludeEnded,
    /// The county, by code, replaces its municipality.
    County(String),
    /// The neighbours of the municipality, by code, are included.
    Neighbours(String),
    /// Without the filter of this parameter.
    Without(&'static str),
    /// With the corrected text, where the text was taken literally.
    Spelling(String),
    /// With only these words of the text.
    Words(String),
    /// With the text only, without filters.
    OnlyWords,
}

/// Relaxations of a search that was understood as `query` and has `total` hits, the smallest change first. Empty if
/// the search has at least `few_hits` hits (`ranking.toml`). `batch` has what the search matched.
pub(super) fn relaxations(
    snapshot: &Snapshot,
    query: &SearchQuery,
    total: u64,
    batch: &mut BatchCount<'_>,
) -> Result<Vec<Relaxation>, SearchError> {
    let limits = snapshot.lexicon.ranking.limits;
    if total >= limits.few_hits {
        return Ok(Vec::new());
    }
    // Detected filters are already chosen in `query`, and their words are removed from its text.
    let reading = Reading::literal(query);
    let mut candidates: Vec<(RelaxationStep, SearchQuery)> = Vec::new();
    let spelling = corrected_spelling(snapshot, &reading)?;
    for (change, candidate) in candidate_steps(snapshot, &reading)?.into_iter().chain(spelling) {
        let candidate = SearchQuery { page: 1, ..candidate };
        if !candidates.iter().any(|(_, other)| *other == candidate) {
            candidates.push((change, candidate));
        }
    }
    let mut out = Vec::new();
    for (change, query) in candidates {
        if out.len() == limits.relaxations {
            break;
        }
        let count = batch.total(&query)?;
        if count > total {
            out.push(Relaxation { change, query, count });
        }
    }
    Ok(out)
}

/// A literal search with its words corrected; `None` if nothing is corrected or the search is not literal.
fn corrected_spelling(
    snapshot: &Snapshot,
    reading: &Reading,
) -> Result<Option<(RelaxationStep, SearchQuery)>, SearchError> {
    let query = &reading.query;
    if query.interpret {
        return Ok(None);
    }
    let plan = query::plan(snapshot, reading, SearchFeatures::ALL)?;
    let is_corrected = |plan: &query::Plan| !plan.corrections.is_empty();
    let corrected = plan.filter(is_corrected).map(|plan| corrected_text(&query.text, &plan.corrections));
    Ok(corrected.map(|text| (RelaxationStep::Spelling(text.clone()), SearchQuery { text, ..query.clone() })))
}

/// All candidates, the smallest change first; they may have no more hits than the search.
fn candidate_steps(snapshot: &Snapshot, reading: &Reading) -> Result<Vec<(RelaxationStep, SearchQuery)>, SearchError> {
    let query = &reading.query;
    let mut out = Vec::new();
    if query.ended == Ended::Exclude && !query.filters.contains_key(parameter::STATUS) {
        out.push((RelaxationStep::IncludeEnded, SearchQuery { ended: Ended::Include, ..query.clone() }));
    }
    out.extend(wider_places(snapshot, query));
    if query.asks_age() {
        let without = SearchQuery { ages: Vec::new(), age_not_stated: false, age_strict: false, ..query.clone() };
        out.push((RelaxationStep::Without(parameter::AGE), without));
    }
    for filter in field::filters().filter(|f| query.filters.contains_key(f.parameter)) {
        let mut without = query.clone();
        without.filters.remove(filter.parameter);
        out.push((RelaxationStep::Without(filter.parameter), without));
    }
    if query.updated_since.is_some() {
        out.push((RelaxationStep::Without(UPDATED_SINCE), SearchQuery { updated_since: None, ..query.clone() }));
    }
    out.extend(fewer_words(snapshot, reading)?);
    if !query.text.is_empty() && (query.filters.len() > 1 || query.asks_age()) {
        let text = query.text.clone();
        out.push((RelaxationStep::OnlyWords, SearchQuery { text, ended: query.ended, ..SearchQuery::default() }));
    }
    Ok(out)
}

/// Adds the neighbours of the municipality, then replaces it by its county; empty unless exactly one is chosen.
fn wider_places(snapshot: &Snapshot, query: &SearchQuery) -> Vec<(RelaxationStep, SearchQuery)> {
    let Some(chosen) = query.filters.get(parameter::MUNICIPALITY).filter(|c| c.codes.len() == 1) else {
        return Vec::new();
    };
    let municipalities = snapshot.vocabularies.get(VocabularyName::Municipalities);
    let Some(term) = municipalities.get(&chosen.codes[0]) else { return Vec::new() };
    let mut out = Vec::new();
    if !term.neighbours.is_empty() {
        let mut wider = query.clone();
        let codes = chosen.codes.iter().chain(&term.neighbours).cloned().collect();
        wider.filters.insert(parameter::MUNICIPALITY, Chosen { codes, not_stated: chosen.not_stated });
        out.push((RelaxationStep::Neighbours(term.code.clone()), wider));
    }
    if let Some(county) = &term.broader {
        let mut wider = query.clone();
        wider.filters.remove(parameter::MUNICIPALITY);
        wider.filters.insert(parameter::COUNTY, Chosen { codes: vec![county.clone()], not_stated: false });
        out.push((RelaxationStep::County(county.clone()), wider));
    }
    out
}

/// The search without one of its criteria, the least important first, then with one of them alone, the most important
/// first: known terms stay whole, and situations matter more than other words. Stop words and fillers are dropped.
fn fewer_words(snapshot: &Snapshot, reading: &Reading) -> Result<Vec<(RelaxationStep, SearchQuery)>, SearchError> {
    let query = &reading.query;
    let features = if query.interpret { SearchFeatures::ALL } else { SearchFeatures::LITERAL };
    let Some(plan) = query::plan(snapshot, reading, features)? else { return Ok(Vec::new()) };
    let units: Vec<_> = plan.units.iter().filter(|unit| unit.is_criterion()).collect();
    if units.len() < 2 {
        return Ok(Vec::new());
    }
    let importance = |at: &usize| match units[*at].role {
        UnitRole::Situation => 2,
        UnitRole::Term => 1,
        _ => 0,
    };
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(importance);
    let text = |keep: &dyn Fn(usize) -> bool| {
        let kept = units.iter().enumerate().filter(|(at, _)| keep(*at));
        kept.map(|(_, unit)| unit.from.as_str()).collect::<Vec<_>>().join(" ")
    };
    let without_one = order.iter().map(|dropped| text(&|at| at != *dropped));
    let alone = order.iter().rev().map(|only| text(&|at| at == *only));
    let step = |text: String| (RelaxationStep::Words(text.clone()), SearchQuery { text, ..query.clone() });
    Ok(without_one.chain(alone).map(step).collect())
}
