//! Which documents of each segment match a plan, and how well.
//!
//! Concept by concept rather than document by document: totals and facets need every hit anyway,
//! and the hit rule and the reason for a hit need to know which way led to it.

use crate::answer::search::Segment;
use crate::count::filter_set::SegmentView;
use crate::disk::columns::DocSet;
use crate::disk::schema;
use crate::lexicon::Ranking;
use crate::query::{ExpansionKind, MatchSpec, Plan, QueryUnit, SearchFeatures, SearchQuery};
use crate::score::bm25f::{ScoredDocs, intersect, merge};
use crate::text::QueryWord;
use crate::text::{Form, name_key};
use crate::{SearchError, Snapshot};
use catalogue::field::{self, Zone};
use jiff::civil::Date;
use tantivy::schema::Field;

/// A plan against one segment.
#[derive(Debug, Default)]
pub(crate) struct SegmentMatch {
    /// Documents that are hits as far as the words go.
    pub(crate) docs: DocSet,
    /// Documents whose complete name or alternate name the words are.
    pub(crate) full_name: DocSet,
    /// Score of every document, 0 for those that do not match.
    pub(crate) scores: Vec<f32>,
    /// For each concept, for each of its ways, the documents that it leads to.
    pub(crate) ways: Vec<Vec<DocSet>>,
}

/// Matches a plan against all segments, in the order of the searcher.
pub(crate) fn run(matcher: &Matcher<'_>, text: &str, plan: &Plan) -> Result<Vec<SegmentMatch>, SearchError> {
    let empty = |s: &Segment| SegmentMatch { scores: vec![0.0; s.columns.len()], ..SegmentMatch::default() };
    let mut out: Vec<SegmentMatch> = matcher.snapshot.segments.iter().map(empty).collect();
    let mut held: Vec<Vec<f32>> = matcher.snapshot.segments.iter().map(|s| vec![0.0; s.columns.len()]).collect();
    let mut all = 0.0;
    for concept in &plan.concepts {
        let weighed = matcher.weigh(concept, plan)?;
        if weighed.demanded {
            all += weighed.rarity;
        }
        for (number, scored) in weighed.best.into_iter().enumerate() {
            for (doc, score) in scored {
                out[number].scores[doc as usize] += score * weighed.importance;
                if weighed.demanded {
                    held[number][doc as usize] += weighed.rarity;
                }
            }
        }
        for (segment, ways) in out.iter_mut().zip(weighed.ways) {
            segment.ways.push(ways.iter().map(|scored| scored.iter().map(|(doc, _)| *doc).collect()).collect());
        }
    }
    let needed = matcher.needed(plan, all);
    for (segment, held) in out.iter_mut().zip(&held) {
        let hit = |doc: &u32| held[*doc as usize] > 0.0 && held[*doc as usize] >= needed;
        segment.docs = (0..held.len() as u32).filter(hit).collect();
        for doc in &segment.docs {
            segment.scores[doc as usize] *= matcher.completeness(held[doc as usize], all);
        }
    }
    for (segment, found) in out.iter_mut().zip(matcher.grams(plan)?) {
        for (doc, score) in found.into_iter().filter(|(doc, _)| segment.docs.contains(*doc)) {
            segment.scores[doc as usize] += score;
        }
    }
    for (segment, full_name) in out.iter_mut().zip(matcher.full_names(text)?) {
        segment.docs |= &full_name;
        segment.full_name = full_name;
    }
    Ok(out)
}

/// A concept against all segments.
pub(crate) struct UnitScores {
    /// The best score that any way gives each document, by segment.
    pub(crate) best: Vec<ScoredDocs>,
    /// What each way gives, by segment.
    pub(crate) ways: Vec<Vec<ScoredDocs>>,
    /// What it weighs in the hit rule.
    pub(crate) rarity: f32,
    /// Whether the hit rule asks for it.
    pub(crate) demanded: bool,
    /// Factor on its score.
    pub(crate) importance: f32,
}

/// Looks words up in the index, as far as the abilities go.
#[derive(Clone, Copy)]
pub(crate) struct Matcher<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) ranking: &'a Ranking,
    pub(crate) abilities: SearchFeatures,
    pub(crate) today: Date,
}

impl Matcher<'_> {
    /// Meets a concept by all of its ways.
    pub(crate) fn weigh(&self, concept: &QueryUnit, plan: &Plan) -> Result<UnitScores, SearchError> {
        let mut best: Vec<ScoredDocs> = vec![Vec::new(); self.snapshot.segments.len()];
        let mut all = best.clone();
        let mut ways: Vec<Vec<ScoredDocs>> = vec![Vec::new(); self.snapshot.segments.len()];
        for way in &concept.ways {
            let weight = self.ranking.way(way.kind);
            for (number, scored) in self.needs(&way.needs, way.kind, &Zone::ALL)?.into_iter().enumerate() {
                let weighed: ScoredDocs = scored.into_iter().map(|(doc, score)| (doc, score * weight)).collect();
                best[number] = merge(&best[number], &weighed, f32::max);
                all[number] = merge(&all[number], &weighed, |a, b| a + b);
                ways[number].push(weighed);
            }
        }
        for (best, all) in best.iter_mut().flatten().zip(all.iter().flatten()) {
            best.1 += self.ranking.tie * (all.1 - best.1);
        }
        let found: u64 = best.iter().map(|scored| scored.len() as u64).sum();
        // Rare words weigh more; what nothing holds weighs most, so that nonsense in a query is not
        // outvoted by the ordinary words around it.
        let rarity = self.snapshot.rarity(found);
        let rarity = if found == 0 { rarity * self.ranking.absent } else { rarity };
        let rarity = if concept.is_situation() { rarity.max(self.ranking.situation) } else { rarity };
        // In a sentence that tells of a situation we know, a word that stands nowhere is story.
        let story = found == 0 && plan.concepts.iter().any(QueryUnit::is_situation);
        let demanded = !(story || concept.is_filler()) || plan.concepts.iter().all(QueryUnit::is_filler);
        let importance = if demanded { 1.0 } else { self.ranking.filler };
        Ok(UnitScores { best, ways, rarity, demanded, importance })
    }

    /// How much of the weight of all concepts a hit must hold: of one or two content words all,
    /// from three on a share. A little is taken off for rounding.
    pub(crate) fn needed(&self, plan: &Plan, all: f32) -> f32 {
        all * if plan.concepts.len() <= 2 { 1.0 } else { self.ranking.share_of_words } * 0.999
    }

    /// A record that holds all that was asked stands above one that holds some of it often.
    pub(crate) fn completeness(&self, held: f32, all: f32) -> f32 {
        (held / all).powf(self.ranking.completeness)
    }

    /// What a way gives when these zones are looked at.
    pub(crate) fn needs(
        &self,
        needs: &MatchSpec,
        kind: ExpansionKind,
        zones: &[Zone],
    ) -> Result<Vec<ScoredDocs>, SearchError> {
        match needs {
            MatchSpec::Words(words) => {
                let mut all: Option<Vec<ScoredDocs>> = None;
                for word in words {
                    let found = self.word(word, kind, zones)?;
                    all = Some(match all {
                        None => found,
                        Some(before) => before.iter().zip(&found).map(|(a, b)| intersect(a, b)).collect(),
                    });
                }
                // Several words that belong together are one thing: their scores are averaged.
                let share = 1.0 / words.len().max(1) as f32;
                let scaled = |s: ScoredDocs| s.into_iter().map(|(doc, score)| (doc, score * share)).collect();
                Ok(all
                    .unwrap_or_else(|| vec![Vec::new(); self.snapshot.segments.len()])
                    .into_iter()
                    .map(scaled)
                    .collect())
            }
            MatchSpec::AnyWord(words) => {
                let mut any: Vec<ScoredDocs> = vec![Vec::new(); self.snapshot.segments.len()];
                for word in words {
                    for (all, found) in any.iter_mut().zip(self.word(word, kind, zones)?) {
                        *all = merge(all, &found, f32::max);
                    }
                }
                Ok(any)
            }
            MatchSpec::Codes(codes) => Ok(self.codes(codes)),
            MatchSpec::Grams(grams) => self.most_grams(grams),
        }
    }

    /// A word in some zones and all forms: the forms add up.
    fn word(&self, word: &QueryWord, kind: ExpansionKind, zones: &[Zone]) -> Result<Vec<ScoredDocs>, SearchError> {
        let schema = self.snapshot.searcher.schema();
        let mut out: Vec<ScoredDocs> = vec![Vec::new(); self.snapshot.segments.len()];
        for form in Form::ALL {
            let term = match form {
                Form::Parts if !self.abilities.parts => continue,
                // Only what was typed can be exactly what was meant.
                Form::Exact if kind != ExpansionKind::Literal => continue,
                Form::Exact => &word.text,
                Form::Lemma | Form::Parts => &word.lemma,
            };
            let mut fields = Vec::with_capacity(zones.len());
            for &zone in zones {
                fields.push((schema::get(schema, &schema::text_field(zone, form))?, self.ranking.zone(zone)));
            }
            let weight = self.ranking.form(form);
            for (all, found) in out.iter_mut().zip(self.snapshot.bm25f(&fields, term, self.ranking)?) {
                let found: ScoredDocs = found.into_iter().map(|(doc, score)| (doc, score * weight)).collect();
                *all = merge(all, &found, |a, b| a + b);
            }
        }
        Ok(out)
    }

    /// Documents with any of the codes. Codes have no frequency in a text: one that few records
    /// carry says more, and of several the more the better.
    fn codes(&self, codes: &[(&'static str, String)]) -> Vec<ScoredDocs> {
        let query = SearchQuery::default();
        let mut out: Vec<ScoredDocs> = vec![Vec::new(); self.snapshot.segments.len()];
        for (parameter, code) in codes {
            let Some(filter) = field::filter(parameter) else { continue };
            let of_segment = |segment: &Segment| {
                let view = SegmentView { columns: &segment.columns, alive: &segment.alive, today: self.today };
                view.with_code(filter, code, &query)
            };
            let docs: Vec<DocSet> = self.snapshot.segments.iter().map(of_segment).collect();
            let found: u64 = docs.iter().map(DocSet::len).sum();
            let score = self.snapshot.rarity(found) * self.ranking.code / (codes.len() as f32).sqrt();
            for (all, docs) in out.iter_mut().zip(docs) {
                let found: ScoredDocs = docs.into_iter().map(|doc| (doc, score)).collect();
                *all = merge(all, &found, |a, b| a + b);
            }
        }
        out
    }

    fn grams_field(&self) -> Result<Field, SearchError> {
        schema::get(self.snapshot.searcher.schema(), schema::GRAMS)
    }

    /// Documents that hold most of a word's grams.
    fn most_grams(&self, grams: &[String]) -> Result<Vec<ScoredDocs>, SearchError> {
        let field = self.grams_field()?;
        let mut counts: Vec<ScoredDocs> = vec![Vec::new(); self.snapshot.segments.len()];
        for gram in grams {
            for (all, found) in counts.iter_mut().zip(self.snapshot.holding(field, gram)?) {
                let one: ScoredDocs = found.into_iter().map(|doc| (doc, 1.0)).collect();
                *all = merge(all, &one, |a, b| a + b);
            }
        }
        let needed = grams.len() as f32 * self.ranking.share_of_grams;
        Ok(counts.into_iter().map(|s| s.into_iter().filter(|(_, n)| *n >= needed).collect()).collect())
    }

    /// What the grams of the whole text add to the score of what is a hit anyway.
    pub(crate) fn grams(&self, plan: &Plan) -> Result<Vec<ScoredDocs>, SearchError> {
        if !self.abilities.grams || plan.grams.is_empty() {
            return Ok(Vec::new());
        }
        let field = self.grams_field()?;
        let mut out: Vec<ScoredDocs> = vec![Vec::new(); self.snapshot.segments.len()];
        for gram in &plan.grams {
            for (all, found) in out.iter_mut().zip(self.snapshot.bm25f(&[(field, 1.0)], gram, self.ranking)?) {
                *all = merge(all, &found, |a, b| a + b);
            }
        }
        out.iter_mut().flatten().for_each(|(_, score)| *score *= self.ranking.grams);
        Ok(out)
    }

    /// The documents whose complete name the words are; those are hits whatever the rule says.
    fn full_names(&self, text: &str) -> Result<Vec<DocSet>, SearchError> {
        let key = name_key(text);
        if key.is_empty() {
            return Ok(vec![DocSet::new(); self.snapshot.segments.len()]);
        }
        self.snapshot.holding(schema::get(self.snapshot.searcher.schema(), schema::FULL_NAME)?, &key)
    }
}
