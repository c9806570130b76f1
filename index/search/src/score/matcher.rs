//! Query units matched against every segment.
//!
//! Matching is term-at-a-time rather than document-at-a-time: totals and facets need all hits, and the reason for a
//! hit needs the expansions that matched.
//!
//! A document *meets* a unit when it states what the unit says; it only *matches* it weakly when it contains the word
//! as the modifier of a compound or in the label of a value, or what is merely related. A weak match adds to the score.

use crate::disk::doc_set::DocSet;
use crate::disk::schema;
use crate::error::SearchError;
use crate::lexicon::{ExpansionKind, Ranking, SynonymKind};
use crate::query::{Expansion, MatchSpec, Plan, QueryUnit, SearchFeatures, UnitRole};
use crate::score::doc_values::{DocValue, DocValues};
use crate::score::match_cache::MatchCache;
use crate::score::matches::{DocMatch, Matches, SegmentMatches, docs_with_term, idf};
use crate::score::phrase::docs_with_phrase;
use crate::score::threshold::unit_weight;
use crate::score::word::{MEETING_ZONES, WordMatching, score_word};
use crate::snapshot::Snapshot;
use crate::text::{QueryWord, name_key};
use catalogue::field::Zone;
use jiff::civil::Date;
use std::cell::RefCell;
use std::rc::Rc;

/// Number of records up to which [`Ranking::most_found`] has no effect.
const MIN_FOUND: usize = 10;
/// Greatest number of positions between the words of a phrase.
const PHRASE_SLOP: u32 = 1;
/// Greatest number of positions between words that are near one another.
const NEAR_SLOP: u32 = 8;

/// The documents that match a unit.
#[derive(Debug)]
pub(crate) struct UnitMatches {
    /// The score of a document is the best expansion's score plus [`Ranking::tie`] of the others'.
    pub(crate) best: Matches,
    /// By expansion.
    pub(crate) expansions: Vec<WeightedMatches>,
    /// Number of documents that meet the unit.
    pub(crate) met_count: u64,
}

/// The documents that match an expansion.
#[derive(Debug)]
pub(crate) struct WeightedMatches {
    pub(crate) matches: Rc<Matches>,
    /// Factor on the scores.
    pub(crate) weight: f32,
}

/// A unit of a plan with its matches.
#[derive(Debug)]
pub(crate) struct ScoredUnit {
    pub(crate) matches: Rc<UnitMatches>,
    /// Weight in the hit rule.
    pub(crate) weight: f32,
    /// Factor on the score of the unit.
    pub(crate) importance: f32,
}

thread_local! {
    /// The greatest score and the sum.
    static BEST: RefCell<DocValues<[f32; 2]>> = RefCell::default();
}

/// Matches units against the segments of a snapshot.
pub(crate) struct Matcher<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) ranking: &'a Ranking,
    features: SearchFeatures,
    pub(super) today: Date,
    cache: &'a MatchCache,
}

impl<'a> Matcher<'a> {
    /// Matches are looked up in `cache`, which is of the same snapshot and the same features.
    pub(crate) fn new(snapshot: &'a Snapshot, features: SearchFeatures, today: Date, cache: &'a MatchCache) -> Self {
        Self { snapshot, ranking: &snapshot.lexicon.ranking, features, today, cache }
    }

    /// Matches a unit of a plan and weighs it.
    pub(crate) fn score_unit(&self, unit: &QueryUnit, plan: &Plan) -> Result<ScoredUnit, SearchError> {
        let matches = self.cache.unit(unit, || self.match_unit(unit))?;
        let is_sentence = plan.units.iter().any(|unit| unit.role == UnitRole::Situation);
        let weight = if unit.role == UnitRole::Probable {
            self.ranking.nearest.weight
        } else {
            unit_weight(unit, idf(self.snapshot, matches.met_count), is_sentence, self.ranking)
        };
        let importance = match unit.role {
            UnitRole::Filler if plan.units.iter().any(QueryUnit::is_criterion) => self.ranking.filler,
            UnitRole::Evidence => self.ranking.plain_word,
            UnitRole::Word if is_sentence => self.ranking.plain_word,
            _ => 1.0,
        };
        Ok(ScoredUnit { matches, weight, importance })
    }

    /// Matches a unit by all of its expansions.
    fn match_unit(&self, unit: &QueryUnit) -> Result<UnitMatches, SearchError> {
        let expansions: Vec<WeightedMatches> =
            unit.expansions.iter().map(|expansion| self.match_expansion(expansion)).collect::<Result<_, _>>()?;
        let by_kind = || unit.expansions.iter().map(|expansion| strength(expansion.kind)).zip(&expansions);
        let is_met = |found: &WeightedMatches| found.matches.iter().any(|found| found.meets);
        // What nearly meets the unit meets it if nothing better does.
        let is_better_met = by_kind().any(|(strength, found)| strength == Strength::Meets && is_met(found));
        let meeting = if is_better_met { Strength::Meets } else { Strength::MeetsWithoutBetter };
        let best_of = |number: usize| {
            let lists = by_kind().map(|(strength, WeightedMatches { matches, weight })| {
                (matches.0[number].as_slice(), *weight, strength == meeting)
            });
            self.best_of(lists.filter(|(list, ..)| !list.is_empty()).collect(), number)
        };
        let mut best = Matches((0..self.snapshot.segments.len()).map(best_of).collect());
        self.cut_tail(&mut best, unit);
        Ok(UnitMatches { met_count: best.met_count(), best, expansions })
    }

    /// The greatest score of each document in some lists of a segment, plus the share [`Ranking::tie`] of the others.
    /// Each list has a factor on its scores and says whether its documents may meet the unit.
    fn best_of(&self, lists: Vec<(&[DocMatch], f32, bool)>, segment: usize) -> SegmentMatches {
        if let [(list, weight, may_meet)] = lists.as_slice() {
            let weighted =
                |found: &DocMatch| DocMatch { score: found.score * weight, meets: found.meets && *may_meet, ..*found };
            return list.iter().map(weighted).collect();
        }
        if lists.is_empty() {
            return Vec::new();
        }
        BEST.with_borrow_mut(|sums| {
            sums.begin(self.snapshot.segments[segment].columns.len());
            for (list, weight, may_meet) in lists {
                for DocMatch { doc, score, meets } in list {
                    let score = score * weight;
                    let [best, sum] = sums.of(*doc);
                    *best = best.max(score);
                    *sum += score;
                    if *meets && may_meet {
                        sums.mark(*doc);
                    }
                }
            }
            let tie = |DocValue { doc, value: [best, sum], is_marked }: DocValue<[f32; 2]>| DocMatch {
                doc,
                score: best + self.ranking.tie * (sum - best),
                meets: is_marked,
            };
            sums.take().into_iter().map(tie).collect()
        })
    }

    /// Documents that only mention the unit in passing do not meet it: those whose score is below
    /// [`Ranking::least_score`] of the best, if the unit is a word or a term, and those below the best
    /// [`Ranking::most_found`] of the catalogue.
    fn cut_tail(&self, matches: &mut Matches, unit: &QueryUnit) {
        let mut scores: Vec<f32> = matches.iter().filter(|found| found.meets).map(|found| found.score).collect();
        let Some(best) = scores.iter().copied().max_by(f32::total_cmp) else { return };
        let most = (self.snapshot.len() as f32 * self.ranking.most_found) as usize;
        let least = if unit.is_text() { best * self.ranking.least_score } else { 0.0 };
        // Records with equal scores stay or go together; if few are above the others, nothing tells these apart.
        let at = most.max(MIN_FOUND);
        let above = (at < scores.len()).then(|| *scores.select_nth_unstable_by(at, |a, b| b.total_cmp(a)).1);
        let above = above.filter(|above| scores.iter().filter(|score| *score > above).count() >= most / 2);
        for found in matches.iter_mut() {
            found.meets &= found.score >= least && above.is_none_or(|above| found.score > above);
        }
    }

    /// Matches an expansion in all zones, with the weight of its kind.
    pub(crate) fn match_expansion(&self, expansion: &Expansion) -> Result<WeightedMatches, SearchError> {
        let matches = match &expansion.spec {
            MatchSpec::Words(words) if words.len() == 1 => self.match_word(&words[0], expansion.kind)?,
            spec => Rc::new(self.match_spec(spec, expansion.kind)?),
        };
        Ok(WeightedMatches { matches, weight: self.ranking.expansion(expansion.kind) * expansion.weight })
    }

    fn match_spec(&self, spec: &MatchSpec, kind: ExpansionKind) -> Result<Matches, SearchError> {
        match spec {
            MatchSpec::Words(words) => {
                let mut all = self.match_all_words(words, kind)?;
                if words.len() > 1 {
                    self.keep_phrases(&mut all, words, &MEETING_ZONES, PHRASE_SLOP, false)?;
                }
                Ok(all)
            }
            MatchSpec::Near(words) => {
                let mut all = self.match_all_words(words, kind)?;
                self.keep_phrases(&mut all, words, &Zone::ALL, NEAR_SLOP, true)?;
                Ok(all)
            }
            MatchSpec::AnyWord(words) => {
                let mut any = Matches::none(self.snapshot);
                for word in words {
                    any.merge(&*self.match_word(word, kind)?, f32::max);
                }
                Ok(any)
            }
            MatchSpec::Codes(codes) => Ok(self.match_codes(codes)),
            MatchSpec::Probable(meaning) => self.match_meaning(meaning, kind),
            MatchSpec::Grams(grams) => self.docs_with_most_grams(grams),
        }
    }

    /// Documents with the words near one another meet them; `removes` says whether the others do not match at all.
    fn keep_phrases(
        &self,
        matches: &mut Matches,
        words: &[QueryWord],
        zones: &[Zone],
        slop: u32,
        removes: bool,
    ) -> Result<(), SearchError> {
        let has_both = matches.iter().next().is_some();
        let phrases = if has_both { docs_with_phrase(self.snapshot, words, zones, slop)? } else { Vec::new() };
        for (matches, phrases) in matches.0.iter_mut().zip(&phrases) {
            matches.retain_mut(|found| {
                found.meets = phrases.contains(found.doc);
                found.meets || !removes
            });
        }
        Ok(())
    }

    /// The documents with all of some words anywhere, with the mean of the scores of the words.
    pub(super) fn match_all_words(&self, words: &[QueryWord], kind: ExpansionKind) -> Result<Matches, SearchError> {
        let mut all: Option<Matches> = None;
        for word in words {
            let of_word = self.match_word(word, kind)?;
            match &mut all {
                None => all = Some(Matches::clone(&of_word)),
                Some(all) => all.intersect(&of_word),
            }
        }
        let mut all = all.unwrap_or_else(|| Matches::none(self.snapshot));
        let share = 1.0 / words.len().max(1) as f32;
        all.iter_mut().for_each(|found| found.score *= share);
        Ok(all)
    }

    /// Matches a word in all zones, with the sum of the scores of its forms.
    fn match_word(&self, word: &QueryWord, kind: ExpansionKind) -> Result<Rc<Matches>, SearchError> {
        self.cache.word(self.snapshot, word, self.word_matching(kind))
    }

    /// Matches a word in one zone.
    pub(crate) fn match_word_in(
        &self,
        zone: Zone,
        word: &QueryWord,
        kind: ExpansionKind,
    ) -> Result<Matches, SearchError> {
        score_word(self.snapshot, word, WordMatching { zones: &[zone], ..self.word_matching(kind) })
    }

    fn word_matching(&self, kind: ExpansionKind) -> WordMatching<'static> {
        WordMatching {
            zones: &Zone::ALL,
            // Only words as typed are matched in the exact form.
            exact: kind == ExpansionKind::Literal,
            compounds: self.features.parts && may_split(kind),
            modifiers_meet: !self.features.heads,
        }
    }

    /// Documents that contain at least [`Ranking::share_of_grams`] of a word's grams, scored by the number of grams.
    fn docs_with_most_grams(&self, grams: &[String]) -> Result<Matches, SearchError> {
        let field = schema::get(self.snapshot.searcher.schema(), schema::GRAMS)?;
        let mut out = Matches::none(self.snapshot);
        for gram in grams {
            let one = |docs: DocSet| docs.iter().map(|doc| DocMatch { doc, score: 1.0, meets: false }).collect();
            let with_gram = docs_with_term(self.snapshot, field, gram)?.into_iter().map(one);
            out.merge(&Matches(with_gram.collect()), |a, b| a + b);
        }
        let least = grams.len() as f32 * self.ranking.share_of_grams;
        out.0.iter_mut().for_each(|matches| matches.retain(|found| found.score >= least));
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

/// Whether a record that matches an expansion meets the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
