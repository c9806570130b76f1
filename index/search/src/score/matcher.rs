//! Query units matched against every segment.
//!
//! Matching is term-at-a-time rather than document-at-a-time: totals and facets need all hits, and the reason for a
//! hit needs the expansions that matched.
//!
//! A document *meets* a unit when it states what the unit says; it only *matches* it weakly when it contains the word
//! as the modifier of a compound or in the label of a value, or what is merely related. A weak match adds to the score.

use crate::disk::columns::DocSet;
use crate::disk::schema;
use crate::error::SearchError;
use crate::lexicon::{ExpansionKind, Ranking, SynonymKind};
use crate::query::{Expansion, MatchSpec, Plan, ProbableMeaning, QueryUnit, SearchFeatures, UnitRole};
use crate::score::phrase::docs_with_phrase;
use crate::score::scored_docs::{Matches, ScoredDocs, docs_with_term, idf, intersect, merge};
use crate::score::sums::{AscendingMembership, DocSum, DocSums, doc_set};
use crate::score::threshold::unit_weight;
use crate::score::word::{MEETING_ZONES, WordCache, WordMatching, score_word};
use crate::snapshot::Snapshot;
use crate::text::{QueryWord, name_key};
use catalogue::field::Zone;
use jiff::civil::Date;
use std::cell::RefCell;

/// Number of records up to which [`Ranking::most_found`] has no effect.
const MIN_FOUND: usize = 10;
/// Greatest number of positions between the words of a phrase.
const PHRASE_SLOP: u32 = 1;
/// Greatest number of positions between words that are near one another.
const NEAR_SLOP: u32 = 8;

/// The scores of one unit.
pub(crate) struct UnitScores {
    /// By segment: the best expansion's score plus [`Ranking::tie`] of the others'.
    pub(crate) best: Vec<ScoredDocs>,
    /// By segment: the documents that meet the unit.
    pub(crate) met: Vec<DocSet>,
    /// By segment and expansion: the matching documents.
    pub(crate) expansions: Vec<Vec<DocSet>>,
    /// Weight in the hit rule.
    pub(crate) weight: f32,
    /// Factor on the score of the unit.
    pub(crate) importance: f32,
}

impl UnitScores {
    /// Number of documents that meet the unit.
    pub(crate) fn met_count(&self) -> u64 {
        self.met.iter().map(DocSet::len).sum()
    }
}

thread_local! {
    /// The greatest score and the sum.
    static BEST: RefCell<DocSums<2>> = RefCell::default();
}

/// Matches units against the segments of a snapshot.
pub(crate) struct Matcher<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) ranking: &'a Ranking,
    features: SearchFeatures,
    pub(super) today: Date,
    words: &'a WordCache,
}

impl<'a> Matcher<'a> {
    /// The matches of words are looked up in `words`, which is of the same snapshot and the same features.
    pub(crate) fn new(snapshot: &'a Snapshot, features: SearchFeatures, today: Date, words: &'a WordCache) -> Self {
        Self { snapshot, ranking: &snapshot.lexicon.ranking, features, today, words }
    }

    /// One empty list for each segment.
    pub(super) fn no_docs(&self) -> Vec<ScoredDocs> {
        vec![Vec::new(); self.snapshot.segments.len()]
    }

    /// Scores a unit by all of its expansions.
    pub(crate) fn score_unit(&self, unit: &QueryUnit, plan: &Plan) -> Result<UnitScores, SearchError> {
        let segments = self.snapshot.segments.len();
        let mut met = vec![DocSet::new(); segments];
        let mut nearly_met = met.clone();
        let mut expansions: Vec<Vec<DocSet>> = vec![Vec::new(); segments];
        let mut scored: Vec<Vec<ScoredDocs>> = vec![Vec::new(); segments];
        for expansion in &unit.expansions {
            let found = self.score_expansion(expansion, &Zone::ALL)?;
            for (number, (of_segment, of_spec)) in found.scored.into_iter().zip(found.met).enumerate() {
                match strength(expansion.kind) {
                    Strength::Meets => met[number] |= of_spec,
                    Strength::MeetsWithoutBetter => nearly_met[number] |= of_spec,
                    Strength::Weak => {}
                }
                expansions[number].push(doc_set(of_segment.iter().map(|(doc, _)| *doc)));
                scored[number].push(of_segment);
            }
        }
        let columns = self.snapshot.segments.iter().map(|segment| segment.columns.len());
        let best: Vec<ScoredDocs> =
            scored.into_iter().zip(columns).map(|(lists, len)| self.best_of(lists, len)).collect();
        if met.iter().all(DocSet::is_empty) {
            met = nearly_met;
        }
        self.cut_tail(&best, &mut met, unit);
        let count: u64 = met.iter().map(DocSet::len).sum();
        let is_sentence = plan.units.iter().any(|unit| unit.role == UnitRole::Situation);
        let weight = if unit.role == UnitRole::Probable {
            self.ranking.nearest.weight
        } else {
            unit_weight(unit, idf(self.snapshot, count), is_sentence, self.ranking)
        };
        let importance = match unit.role {
            UnitRole::Filler if plan.units.iter().any(QueryUnit::is_criterion) => self.ranking.filler,
            UnitRole::Evidence => self.ranking.plain_word,
            UnitRole::Word if is_sentence => self.ranking.plain_word,
            _ => 1.0,
        };
        Ok(UnitScores { best, met, expansions, weight, importance })
    }

    /// The greatest score of each document in some lists of a segment with `documents` documents, plus the share
    /// [`Ranking::tie`] of the others.
    fn best_of(&self, mut lists: Vec<ScoredDocs>, documents: usize) -> ScoredDocs {
        if lists.iter().filter(|list| !list.is_empty()).count() < 2 {
            let only = lists.iter().position(|list| !list.is_empty());
            return only.map(|only| lists.swap_remove(only)).unwrap_or_default();
        }
        BEST.with_borrow_mut(|sums| {
            sums.begin(documents);
            for (doc, score) in lists.into_iter().flatten() {
                let [best, sum] = sums.of(doc);
                *best = best.max(score);
                *sum += score;
            }
            let tie = |DocSum { doc, sums: [best, sum], .. }| (doc, best + self.ranking.tie * (sum - best));
            sums.take().into_iter().map(tie).collect()
        })
    }

    /// Removes the documents from `met` that only mention the unit in passing: those whose score is below
    /// [`Ranking::least_score`] of the best, if the unit is a word or a term, and those below the best
    /// [`Ranking::most_found`] of the catalogue.
    fn cut_tail(&self, by_segment: &[ScoredDocs], met: &mut [DocSet], unit: &QueryUnit) {
        let mut scores: Vec<f32> = Vec::new();
        for (of_segment, docs) in by_segment.iter().zip(&*met) {
            let mut met = AscendingMembership::new(docs);
            scores.extend(of_segment.iter().filter(|(doc, _)| met.contains(*doc)).map(|(_, score)| *score));
        }
        let Some(best) = scores.iter().copied().max_by(f32::total_cmp) else { return };
        let most = (self.snapshot.len() as f32 * self.ranking.most_found) as usize;
        let is_text = matches!(unit.role, UnitRole::Word | UnitRole::Term);
        let least = if is_text { best * self.ranking.least_score } else { 0.0 };
        // Records with equal scores stay or go together; if few are above the others, nothing tells these apart.
        let at = most.max(MIN_FOUND);
        let above = (at < scores.len()).then(|| *scores.select_nth_unstable_by(at, |a, b| b.total_cmp(a)).1);
        let above = above.filter(|above| scores.iter().filter(|score| *score > above).count() >= most / 2);
        let stays = |score: f32| score >= least && above.is_none_or(|above| score > above);
        for (of_segment, docs) in by_segment.iter().zip(met) {
            *docs -= doc_set(of_segment.iter().filter(|(_, score)| !stays(*score)).map(|(doc, _)| *doc));
        }
    }

    /// Scores an expansion in `zones`, with the weight of its kind.
    pub(crate) fn score_expansion(&self, expansion: &Expansion, zones: &[Zone]) -> Result<Matches, SearchError> {
        let mut matches = self.score_spec(&expansion.spec, expansion.kind, zones)?;
        let weight = self.ranking.expansion(expansion.kind) * expansion.weight;
        matches.scored.iter_mut().flatten().for_each(|(_, score)| *score *= weight);
        Ok(matches)
    }

    /// Scores a spec in `zones`, without the weight of its kind.
    pub(crate) fn score_spec(
        &self,
        spec: &MatchSpec,
        kind: ExpansionKind,
        zones: &[Zone],
    ) -> Result<Matches, SearchError> {
        match spec {
            MatchSpec::Words(words) => {
                let mut all = self.score_all_words(words, kind, zones)?;
                if words.len() > 1 {
                    all.met = docs_with_phrase(self.snapshot, words, &MEETING_ZONES, PHRASE_SLOP)?;
                }
                Ok(all)
            }
            MatchSpec::Near(words) => {
                let mut all = self.score_all_words(words, kind, zones)?;
                let near = docs_with_phrase(self.snapshot, words, zones, NEAR_SLOP)?;
                for (scored, near) in all.scored.iter_mut().zip(&near) {
                    scored.retain(|(doc, _)| near.contains(*doc));
                }
                Ok(Matches { met: near, ..all })
            }
            MatchSpec::AnyWord(words) => {
                let mut any = Matches::none(self.snapshot);
                for word in words {
                    let of_word = self.score_word(word, kind, zones)?;
                    for (number, scored) in of_word.scored.iter().enumerate() {
                        any.scored[number] = merge(&any.scored[number], scored, f32::max);
                        any.met[number] |= &of_word.met[number];
                    }
                }
                Ok(any)
            }
            MatchSpec::Codes(codes) => Ok(self.score_codes(codes)),
            MatchSpec::Probable(meaning) => self.score_meaning(meaning, kind, zones),
            MatchSpec::Grams(grams) => {
                Ok(Matches { scored: self.docs_with_most_grams(grams)?, ..Matches::none(self.snapshot) })
            }
        }
    }

    /// The documents with probable codes or terms; none meets them. The score is the sum over the codes and terms of a
    /// document, each times its share; documents below the share `least_score` of the best are left out.
    fn score_meaning(
        &self,
        meaning: &ProbableMeaning,
        kind: ExpansionKind,
        zones: &[Zone],
    ) -> Result<Matches, SearchError> {
        let settings = self.ranking.nearest;
        let mut out = Matches { scored: self.score_code_shares(&meaning.codes), ..Matches::none(self.snapshot) };
        for term in &meaning.terms {
            let of_term = self.score_all_words(&term.words, kind, zones)?;
            for (all, mut scored) in out.scored.iter_mut().zip(of_term.scored) {
                for (_, score) in &mut scored {
                    *score *= term.share * settings.terms;
                }
                *all = merge(all, &scored, |a, b| a + b);
            }
        }
        let best = out.scored.iter().flatten().map(|(_, score)| *score).fold(0.0, f32::max);
        let least = best * settings.least_score;
        out.scored.iter_mut().for_each(|scored| scored.retain(|(_, score)| *score >= least));
        Ok(out)
    }

    /// The documents with all of some words anywhere, with the mean of the scores of the words.
    fn score_all_words(
        &self,
        words: &[QueryWord],
        kind: ExpansionKind,
        zones: &[Zone],
    ) -> Result<Matches, SearchError> {
        let mut all: Option<Matches> = None;
        for word in words {
            let of_word = self.score_word(word, kind, zones)?;
            all = Some(match all {
                None => of_word,
                Some(before) => {
                    let scored = before.scored.iter().zip(&of_word.scored).map(|(a, b)| intersect(a, b)).collect();
                    let met = before.met.iter().zip(&of_word.met).map(|(a, b)| a & b).collect();
                    Matches { scored, met }
                }
            });
        }
        let mut all = all.unwrap_or_else(|| Matches::none(self.snapshot));
        let share = 1.0 / words.len().max(1) as f32;
        all.scored.iter_mut().flatten().for_each(|(_, score)| *score *= share);
        Ok(all)
    }

    /// Scores a word in `zones`, as the sum over its forms.
    fn score_word(&self, word: &QueryWord, kind: ExpansionKind, zones: &[Zone]) -> Result<Matches, SearchError> {
        let matching = WordMatching {
            zones: &Zone::ALL,
            // Only words as typed are matched in the exact form.
            exact: kind == ExpansionKind::Literal,
            compounds: self.features.parts && may_split(kind),
            modifiers_meet: !self.features.heads,
        };
        if zones == Zone::ALL {
            return Ok(Matches::clone(&*self.words.score(self.snapshot, word, matching)?));
        }
        score_word(self.snapshot, word, WordMatching { zones, ..matching })
    }

    /// Documents that contain at least [`Ranking::share_of_grams`] of a word's grams, scored by the number of grams.
    fn docs_with_most_grams(&self, grams: &[String]) -> Result<Vec<ScoredDocs>, SearchError> {
        let field = schema::get(self.snapshot.searcher.schema(), schema::GRAMS)?;
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

    /// The documents whose complete name is the text, by segment; they are hits independently of the hit rule.
    pub(crate) fn docs_with_full_name(&self, text: &str) -> Result<Vec<DocSet>, SearchError> {
        let key = name_key(text);
        if key.is_empty() {
            return Ok(vec![DocSet::new(); self.snapshot.segments.len()]);
        }
        docs_with_term(self.snapshot, schema::get(self.snapshot.searcher.schema(), schema::FULL_NAME)?, &key)
    }
}

/// Whether a record that matches an expansion meets the unit.
enum Strength {
    Meets,
    /// It meets the unit if no record does by a better expansion.
    MeetsWithoutBetter,
    /// It only adds to the score.
    Weak,
}

fn strength(kind: ExpansionKind) -> Strength {
    match kind {
        ExpansionKind::Parts | ExpansionKind::ExpressionWord | ExpansionKind::Synonym(SynonymKind::Broader) => {
            Strength::MeetsWithoutBetter
        }
        ExpansionKind::Grams | ExpansionKind::Synonym(SynonymKind::Related) => Strength::Weak,
        _ => Strength::Meets,
    }
}

/// Whether words of a kind of expansion match compounds that contain them: only the words that a person typed or meant
/// to type. An expansion matches whole words.
fn may_split(kind: ExpansionKind) -> bool {
    matches!(kind, ExpansionKind::Literal | ExpansionKind::Corrected | ExpansionKind::Joined)
}
