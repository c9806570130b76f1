//! The weights and limits of the ranking, from `ranking.toml`.

use crate::lexicon::{ExpansionKind, LineFault, SynonymKind};
use crate::text::Form;
use catalogue::field::Zone;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The weights and limits of the ranking; `ranking.toml` documents each for editors.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    /// Saturation of term frequency (BM25F).
    pub k1: f32,
    /// Length normalisation (BM25F), 0 to 1.
    pub b: f32,
    /// Share of the total weight that a hit must meet in a question of three criteria or more, 0 to 1.
    pub share_of_words: f32,
    /// Least weight, in the hit rule, of a unit that is a personal situation (an expression with codes).
    pub situation: f32,
    /// Factor on weight and score of a word that is no term, in a question with a situation, 0 to 1.
    pub plain_word: f32,
    /// Factor on the weight of a unit that a record matches weakly, in the completeness of the score, 0 to 1.
    pub weak: f32,
    /// Least score of a record that meets a word, as a share of the best score, 0 to 1.
    pub least_score: f32,
    /// Greatest share of the catalogue that meets a unit: beyond it, only the best scores count, 0 to 1.
    pub most_found: f32,
    /// Share of the codes of an expression, by inverse document frequency, that a record must have to meet it, 0 to 1.
    pub share_of_codes: f32,
    /// Share of the scores of the other expansions that is added to the best one, 0 to 1.
    pub tie: f32,
    /// Factor on the score of a filler unit, 0 to 1.
    pub filler: f32,
    /// Exponent of the matched share of the total unit weight; the result is a factor on the score.
    pub completeness: f32,
    /// Share of a word's grams that a record must contain to match the word by grams, 0 to 1.
    pub share_of_grams: f32,
    /// Weight of the score of the grams of the whole query, which is added to the score of a hit.
    pub grams: f32,
    /// Weight of a code that an expression stands for or that words name.
    pub code: f32,
    /// Factor on the weight of a code, by filter parameter; 1 for a filter that is not listed.
    code_by_filter: BTreeMap<String, f32>,
    /// Normalisation of the score of a code by the number of codes that a record has, 0 to 1.
    pub code_b: f32,
    /// Number of codes of one filter at which the normalisation has no effect; above 0.
    pub usual_codes: f32,
    /// Target groups, with the narrower ones, whose interventions are for nobody else.
    pub exclusive_groups: Vec<String>,
    zone: ZoneWeights,
    form: FormWeights,
    way: ExpansionWeights,
    /// Classification of a text by its nearest wordings.
    #[serde(default)]
    pub(crate) nearest: Nearest,
    /// Factors on the score from facts of the record other than its text.
    pub fit: Fit,
    /// Weights of similarity between records.
    pub similar: Similar,
    /// Limits of corrections, suggestions and relaxations.
    #[serde(default)]
    pub(crate) limits: Limits,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneWeights {
    name: f32,
    summary: f32,
    labels: f32,
    body: f32,
    context: f32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormWeights {
    exact: f32,
    lemma: f32,
    head: f32,
    parts: f32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpansionWeights {
    literal: f32,
    joined: f32,
    corrected: f32,
    parts: f32,
    prefix: f32,
    equivalent: f32,
    narrower: f32,
    broader: f32,
    related: f32,
    term: f32,
    expression: f32,
    expression_word: f32,
    grams: f32,
}

/// Classification of a text by the wordings of expressions that are nearest to it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nearest {
    /// Number of expressions whose nearest wordings decide.
    pub(crate) wordings: usize,
    /// Exponent of the similarity of a wording: the higher, the more the nearest ones decide.
    pub(crate) power: f32,
    /// Least similarity of the nearest wording.
    pub(crate) least_similarity: f32,
    /// Least share of the wordings that stand for a code, 0 to 1.
    pub(crate) least_share: f32,
    /// Weight of the codes in the completeness of the score.
    pub(crate) weight: f32,
    /// Factor on the score.
    pub(crate) score: f32,
    /// Factor on the score of the terms.
    pub(crate) terms: f32,
    /// Least score of a record, as a share of the best, 0 to 1.
    pub(crate) least_score: f32,
    /// Least score of a hit of a story, as a share of the best score of all records, 0 to 1.
    pub(crate) least_hit: f32,
    /// Least similarity of a wording about a service outside the catalogue by which the text asks for one.
    pub(crate) least_outside: f32,
    /// Least ratio of this similarity to that of the nearest other wording.
    pub(crate) outside_ratio: f32,
}

impl Default for Nearest {
    /// The shipped settings, for a file of an older release that has no `[nearest]`.
    fn default() -> Self {
        Self {
            wordings: 15,
            power: 2.0,
            least_similarity: 4.0,
            least_share: 0.1,
            weight: 8.0,
            score: 2.4,
            terms: 1.0,
            least_score: 0.3,
            least_hit: 0.3,
            least_outside: 5.0,
            outside_ratio: 0.85,
        }
    }
}

/// Weights of the similarity between two records, which is the sum of the weighted parts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Similar {
    /// Weight of the text similarity, which is 0 to 1.
    pub text: f32,
    /// Least text similarity at which the texts alone make two records similar, 0 to 1.
    pub least_text: f32,
    /// Weight of a shared code, times its inverse document frequency, by filter parameter.
    pub shared: BTreeMap<String, f32>,
}

/// Limits of corrections, suggestions and relaxations.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Limits {
    /// Greatest number of filters that are suggested for the words of a search.
    pub(crate) suggested_filters: usize,
    /// Least number of hits at which a search is not relaxed.
    pub(crate) few_hits: u64,
    /// Greatest number of relaxations of a search.
    pub(crate) relaxations: usize,
    /// Hits from which no related records are given, unless the request asks for them.
    pub(crate) enough_hits: u64,
    /// Greatest difference in years between the age of the search and that of a related record.
    pub(crate) related_years: u8,
    /// Greatest number of completions of an unfinished last word.
    pub(crate) completions: usize,
    /// Fewest letters of an unfinished word that is completed.
    pub(crate) completion_letters: usize,
    /// Least ratio of frequencies at which a word with diacritics replaces the word typed without them.
    pub(crate) diacritics_ratio: u64,
    /// Number of the most distinctive words of a text that similarity compares.
    pub(crate) similar_words: usize,
    /// Years after which facts count as long unreviewed.
    pub(crate) unreviewed_years: i32,
}

impl Default for Limits {
    /// The shipped limits, for a file of an older release that has no `[limits]`.
    fn default() -> Self {
        Self {
            suggested_filters: 5,
            few_hits: 3,
            relaxations: 5,
            enough_hits: 10,
            related_years: 3,
            completions: 5,
            completion_letters: 3,
            diacritics_ratio: 4,
            similar_words: 20,
            unreviewed_years: 3,
        }
    }
}

/// Factors on the score, each for records to which the condition applies; 1 has no effect.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// The search has an age, and the record states none.
    pub age_not_stated: f32,
    /// The record covers the place of the search through its county.
    pub county_wide: f32,
    /// The record covers the place of the search through the nation.
    pub national: f32,
    /// The intervention has ended.
    pub ended: f32,
    /// The facts are neither reviewed nor sourced within [`Limits::unreviewed_years`].
    pub long_unreviewed: f32,
    /// The words describe a person, and the record is only for groups of [`Ranking::exclusive_groups`] that the words do
    /// not name.
    pub other_group: f32,
    /// The words state an age by an expression (*tonåring*), and the record states others.
    pub other_age: f32,
    /// The words describe a person, and the record is aimed at organisations.
    pub structural: f32,
}

impl Fit {
    /// The greatest product of its factors.
    pub(crate) fn greatest(&self) -> f32 {
        let Self { age_not_stated, county_wide, national, ended, long_unreviewed, other_group, other_age, structural } =
            *self;
        let place = county_wide.max(national);
        let factors = [age_not_stated, place, ended, long_unreviewed, other_group, other_age, structural];
        factors.into_iter().map(|factor| factor.max(1.0)).product()
    }
}

impl Ranking {
    /// Parses `ranking.toml`.
    ///
    /// # Errors
    /// The first line that is not valid TOML of this format, or a share outside 0 to 1.
    pub fn read(text: &str) -> Result<Self, LineFault> {
        let ranking: Self = toml::from_str(text).map_err(|e| LineFault::toml(text, &e))?;
        let shares = [
            ("b", ranking.b),
            ("code_b", ranking.code_b),
            ("share_of_words", ranking.share_of_words),
            ("plain_word", ranking.plain_word),
            ("weak", ranking.weak),
            ("least_score", ranking.least_score),
            ("most_found", ranking.most_found),
            ("share_of_codes", ranking.share_of_codes),
            ("tie", ranking.tie),
            ("filler", ranking.filler),
            ("share_of_grams", ranking.share_of_grams),
            ("least_text", ranking.similar.least_text),
        ];
        match shares.into_iter().find(|(_, share)| !(0.0..=1.0).contains(share)) {
            Some((name, share)) => {
                let line = text.lines().position(|line| line.split('=').next().is_some_and(|key| key.trim() == name));
                Err(LineFault { line: line.map_or(1, |at| at + 1), message: format!("{name} is {share}, not 0 to 1") })
            }
            None => Ok(ranking),
        }
    }

    /// Factor on the weight of the codes of a filter.
    pub(crate) fn code_of(&self, parameter: &str) -> f32 {
        self.code_by_filter.get(parameter).copied().unwrap_or(1.0)
    }

    /// Weight of the term frequencies of a zone.
    pub fn zone(&self, zone: Zone) -> f32 {
        match zone {
            Zone::Name => self.zone.name,
            Zone::Summary => self.zone.summary,
            Zone::Labels => self.zone.labels,
            Zone::Body => self.zone.body,
            Zone::Context => self.zone.context,
        }
    }

    /// Weight of a match in a form.
    pub fn form(&self, form: Form) -> f32 {
        match form {
            Form::Exact => self.form.exact,
            Form::Lemma => self.form.lemma,
            Form::Head => self.form.head,
            Form::Parts => self.form.parts,
        }
    }

    /// Weight of a kind of expansion.
    pub fn expansion(&self, kind: ExpansionKind) -> f32 {
        match kind {
            ExpansionKind::Literal => self.way.literal,
            ExpansionKind::Joined => self.way.joined,
            ExpansionKind::Corrected => self.way.corrected,
            ExpansionKind::Parts => self.way.parts,
            ExpansionKind::Prefix => self.way.prefix,
            ExpansionKind::Synonym(SynonymKind::Equivalent) => self.way.equivalent,
            ExpansionKind::Synonym(SynonymKind::Narrower) => self.way.narrower,
            ExpansionKind::Synonym(SynonymKind::Broader) => self.way.broader,
            ExpansionKind::Synonym(SynonymKind::Related) => self.way.related,
            ExpansionKind::Term => self.way.term,
            ExpansionKind::Expression => self.way.expression,
            ExpansionKind::Nearest => self.nearest.score,
            ExpansionKind::ExpressionWord => self.way.expression_word,
            ExpansionKind::Grams => self.way.grams,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_an_older_release_has_the_shipped_limits() {
        let shipped = include_str!("../../../lexicon/ranking.toml");
        let older = shipped.split("\n[limits]\n").next().unwrap();
        assert_eq!(format!("{:?}", Ranking::read(older).unwrap().limits), format!("{:?}", Limits::default()));
        let nearest = Ranking::read(shipped).unwrap().nearest;
        assert_eq!(format!("{nearest:?}"), format!("{:?}", Nearest::default()));
        assert_eq!(format!("{:?}", Ranking::read(shipped).unwrap().limits), format!("{:?}", Limits::default()));
    }

    #[test]
    fn a_share_outside_its_range_is_a_fault_of_its_line() {
        let shipped = include_str!("../../../lexicon/ranking.toml");
        assert!(Ranking::read(shipped).is_ok());
        let wrong = shipped.replace("share_of_words = 0.5", "share_of_words = 45");
        let fault = Ranking::read(&wrong).unwrap_err();
        assert_eq!(wrong.lines().nth(fault.line - 1), Some("share_of_words = 45"));
        assert!(Ranking::read("k1 = 1").is_err());
    }
}
