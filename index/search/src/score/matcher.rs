//! Query units matched against every segment.
//!
//! Matching is term-at-a-time rather than document-at-a-time: totals and facets need all hits, and the reason for a
//! hit needs the expansions that matched.

use crate::disk::columns::DocSet;
use crate::disk::schema;
use crate::disk::segment::{Segment, Variants};
use crate::error::SearchError;
use crate::lexicon::{ExpansionKind, Ranking};
use crate::query::{MatchSpec, Plan, QueryUnit, SearchFeatures};
use crate::score::bm25f::{ScoredDocs, bm25f, docs_with_term, idf, intersect, merge};
use crate::score::threshold::{is_required, unit_weight};
use crate::snapshot::Snapshot;
use crate::text::{Form, QueryWord, name_key};
use catalogue::field::{self, Zone};
use jiff::civil::Date;
use tantivy::schema::Field;

/// The scores of one unit.
pub(crate) struct UnitScores {
    /// By segment: the best expansion's score plus [`Ranking::tie`] of the others'.
    pub(crate) best: Vec<ScoredDocs>,
    /// By segment and expansion.
    pub(crate) expansions: Vec<Vec<ScoredDocs>>,
    /// Weight in the hit rule.
    pub(crate) weight: f32,
    /// Whether the hit rule counts the unit.
    pub(crate) required: bool,
    /// Factor on the score of the unit.
    pub(crate) importance: f32,
}

/// Matches units against the segments of a snapshot.
pub(crate) struct Matcher<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) ranking: &'a Ranking,
    features: SearchFeatures,
    today: Date,
}

impl<'a> Matcher<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, features: SearchFeatures, today: Date) -> Self {
        Self { snapshot, ranking: &snapshot.lexicon.ranking, features, today }
    }

    /// One empty list for each segment.
    fn no_docs(&self) -> Vec<ScoredDocs> {
        vec![Vec::new(); self.snapshot.segments.len()]
    }

    /// Scores a unit by all of its expansions.
    pub(crate) fn score_unit(&self, unit: &QueryUnit, plan: &Plan) -> Result<UnitScores, SearchError> {
        let mut best = self.no_docs();
        let mut all = best.clone();
        let mut expansions: Vec<Vec<ScoredDocs>> = vec![Vec::new(); self.snapshot.segments.len()];
        for expansion in &unit.expansions {
            let weight = self.ranking.expansion(expansion.kind);
            let by_segment = self.score_spec(&expansion.spec, expansion.kind, &Zone::ALL)?;
            for (number, scored) in by_segment.into_iter().enumerate() {
                let weighted: ScoredDocs = scored.into_iter().map(|(doc, score)| (doc, score * weight)).collect();
                best[number] = merge(&best[number], &weighted, f32::max);
                all[number] = merge(&all[number], &weighted, |a, b| a + b);
                expansions[number].push(weighted);
            }
        }
        for (best, all) in best.iter_mut().flatten().zip(all.iter().flatten()) {
            best.1 += self.ranking.tie * (all.1 - best.1);
        }
        let matches: u64 = best.iter().map(|scored| scored.len() as u64).sum();
        let weight = unit_weight(unit, idf(self.snapshot, matches), matches, self.ranking);
        let required = is_required(unit, matches, plan);
        let importance = if required { 1.0 } else { self.ranking.filler };
        Ok(UnitScores { best, expansions, weight, required, importance })
    }

    /// Scores a spec in `zones`, without the weight of its kind; by segment.
    pub(crate) fn score_spec(
        &self,
        spec: &MatchSpec,
        kind: ExpansionKind,
        zones: &[Zone],
    ) -> Result<Vec<ScoredDocs>, SearchError> {
        match spec {
            MatchSpec::Words(words) => {
                let mut all: Option<Vec<ScoredDocs>> = None;
                for word in words {
                    let scored = self.score_word(word, kind, zones)?;
                    all = Some(match all {
                        None => scored,
                        Some(before) => before.iter().zip(&scored).map(|(a, b)| intersect(a, b)).collect(),
                    });
                }
                // The score of several words is the mean of their scores.
                let share = 1.0 / words.len().max(1) as f32;
                let scaled = |s: ScoredDocs| s.into_iter().map(|(doc, score)| (doc, score * share)).collect();
                Ok(all.unwrap_or_else(|| self.no_docs()).into_iter().map(scaled).collect())
            }
            MatchSpec::AnyWord(words) => {
                let mut any = self.no_docs();
                for word in words {
                    for (any, scored) in any.iter_mut().zip(self.score_word(word, kind, zones)?) {
                        *any = merge(any, &scored, f32::max);
                    }
                }
                Ok(any)
            }
            MatchSpec::Codes(codes) => Ok(self.score_codes(codes)),
            MatchSpec::Grams(grams) => self.docs_with_most_grams(grams),
        }
    }

    /// Scores a word in `zones`, as the sum over its forms; by segment.
    fn score_word(
        &self,
        word: &QueryWord,
        kind: ExpansionKind,
        zones: &[Zone],
    ) -> Result<Vec<ScoredDocs>, SearchError> {
        let schema = self.snapshot.searcher.schema();
        let mut out = self.no_docs();
        for form in Form::ALL {
            let term = match form {
                Form::Parts if !self.features.parts => continue,
                // Only words as typed are matched in the exact form.
                Form::Exact if kind != ExpansionKind::Literal => continue,
                Form::Exact => &word.text,
                Form::Lemma | Form::Parts => &word.lemma,
            };
            let mut fields = Vec::with_capacity(zones.len());
            for &zone in zones {
                fields.push((schema::get(schema, &schema::text_field(zone, form))?, self.ranking.zone(zone)));
            }
            let weight = self.ranking.form(form);
            for (all, scored) in out.iter_mut().zip(bm25f(self.snapshot, &fields, term)?) {
                let weighted: ScoredDocs = scored.into_iter().map(|(doc, score)| (doc, score * weight)).collect();
                *all = merge(all, &weighted, |a, b| a + b);
            }
        }
        Ok(out)
    }

    /// Scores the documents with any of the codes, as the sum over the codes weighted by inverse document frequency.
    fn score_codes(&self, codes: &[(&'static str, String)]) -> Vec<ScoredDocs> {
        let no_variants = Variants::new();
        let mut out = self.no_docs();
        for (parameter, code) in codes {
            let Some(filter) = field::filter(parameter) else { continue };
            let with_code = |segment: &Segment| segment.view(self.today).with_code(filter, code, &no_variants);
            let docs: Vec<DocSet> = self.snapshot.segments.iter().map(with_code).collect();
            let matches: u64 = docs.iter().map(DocSet::len).sum();
            let score = idf(self.snapshot, matches) * self.ranking.code / (codes.len() as f32).sqrt();
            for (all, docs) in out.iter_mut().zip(docs) {
                let scored: ScoredDocs = docs.into_iter().map(|doc| (doc, score)).collect();
                *all = merge(all, &scored, |a, b| a + b);
            }
        }
        out
    }

    fn grams_field(&self) -> Result<Field, SearchError> {
        schema::get(self.snapshot.searcher.schema(), schema::GRAMS)
    }

    /// Documents that contain at least [`Ranking::share_of_grams`] of a word's grams, scored by the number of grams.
    fn docs_with_most_grams(&self, grams: &[String]) -> Result<Vec<ScoredDocs>, SearchError> {
        let field = self.grams_field()?;
        let mut counts = self.no_docs();
        for gram in grams {
            for (counts, docs) in counts.iter_mut().zip(docs_with_term(self.snapshot, field, gram)?) {
                let ones: ScoredDocs = docs.into_iter().map(|doc| (doc, 1.0)).collect();
                *counts = merge(counts, &ones, |a, b| a + b);
            }
        }
        let least = grams.len() as f32 * self.ranking.share_of_grams;
        Ok(counts.into_iter().map(|s| s.into_iter().filter(|(_, count)| *count >= least).collect()).collect())
    }

    /// The scores that the grams of the whole text add to hits, by segment; empty without that feature.
    pub(crate) fn score_grams(&self, plan: &Plan) -> Result<Vec<ScoredDocs>, SearchError> {
        if !self.features.grams || plan.grams.is_empty() {
            return Ok(Vec::new());
        }
        let field = self.grams_field()?;
        let mut out = self.no_docs();
        for gram in &plan.grams {
            for (all, scored) in out.iter_mut().zip(bm25f(self.snapshot, &[(field, 1.0)], gram)?) {
                *all = merge(all, &scored, |a, b| a + b);
            }
        }
        out.iter_mut().flatten().for_each(|(_, score)| *score *= self.ranking.grams);
        Ok(out)
    }

    /// The documents whose complete name is the text, by segment; they are hits independently of the hit rule.
    pub(crate) fn docs_with_full_name(&self, text: &str) -> Result<Vec<DocSet>, SearchError> {
        let key = name_key(text);
        if key.is_empty() {
            return Ok(vec![DocSet::new(); self.snapshot.segments.len()]);
        }
        docs_with_term(self.snapshot, schema::get(self.snapshot.searcher.schema(), schema::FULL_NAME)?, &key)
    }
}
