//! The numbers of the ranking, read from `lexicon/ranking.toml`, where each is explained.

use crate::lexicon::{LineFault, SynonymKind};
use crate::query::ExpansionKind;
use crate::text::Form;
use catalogue::field::Zone;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The numbers of the ranking; the file says what each means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    /// How soon repeats of a word stop counting (BM25F).
    pub k1: f32,
    /// How much a long text takes away (BM25F), 0 to 1.
    pub b: f32,
    /// Share of a long query's concepts, by weight, that a hit must hold.
    pub share_of_words: f32,
    /// Weight of a word that no record holds, in the hit rule.
    pub absent: f32,
    /// Least weight of a situation of a person, in the hit rule.
    pub situation: f32,
    /// Share that ways beside the best one add to a concept's score.
    pub tie: f32,
    /// Weight of what people write around what they look for.
    pub filler: f32,
    /// Power of the share held in the score.
    pub completeness: f32,
    /// Share of a word's grams that stands in for the word.
    pub share_of_grams: f32,
    /// Weight of the grams of the whole query.
    pub grams: f32,
    /// Weight of a code that an everyday phrase stands for.
    pub code: f32,
    zone: ZoneWeights,
    form: FormWeights,
    way: ExpansionWeights,
    /// What a record's other facts take away.
    pub fit: Fit,
    /// What makes one record like another.
    pub similar: Similar,
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
    everyday: f32,
    grams: f32,
}

/// What makes one record like another; added up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Similar {
    /// A text that holds all that the record's own says, as its most telling words go.
    pub text: f32,
    /// Share of the own text from which texts alone make two records alike.
    pub least_text: f32,
    /// A shared code, times how rare it is, by filter.
    pub shared: BTreeMap<String, f32>,
}

/// Factors on the score.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// An age was asked for, and none is stated.
    pub age_not_stated: f32,
    /// Reaches the place asked for through its county.
    pub county_wide: f32,
    /// Reaches the place asked for through the nation.
    pub national: f32,
    /// It is over.
    pub ended: f32,
    /// Nobody has looked at it for long.
    pub long_unreviewed: f32,
}

impl Ranking {
    /// Reads the file's form.
    pub fn read(text: &str) -> Result<Self, LineFault> {
        let ranking: Self = toml::from_str(text).map_err(|e| LineFault::toml(text, &e))?;
        let shares = [
            ("b", ranking.b),
            ("share_of_words", ranking.share_of_words),
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

    /// What a word weighs in a zone.
    pub fn zone(&self, zone: Zone) -> f32 {
        match zone {
            Zone::Name => self.zone.name,
            Zone::Summary => self.zone.summary,
            Zone::Labels => self.zone.labels,
            Zone::Body => self.zone.body,
            Zone::Context => self.zone.context,
        }
    }

    /// What a word weighs in a form.
    pub fn form(&self, form: Form) -> f32 {
        match form {
            Form::Exact => self.form.exact,
            Form::Lemma => self.form.lemma,
            Form::Parts => self.form.parts,
        }
    }

    /// What a way to meet a query weighs.
    pub fn way(&self, way: ExpansionKind) -> f32 {
        match way {
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
            ExpansionKind::Everyday => self.way.everyday,
            ExpansionKind::Grams => self.way.grams,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_shares() {
        let shipped = include_str!("../../../lexicon/ranking.toml");
        assert!(Ranking::read(shipped).is_ok());
        let wrong = shipped.replace("share_of_words = 0.45", "share_of_words = 45");
        let fault = Ranking::read(&wrong).unwrap_err();
        assert_eq!(wrong.lines().nth(fault.line - 1), Some("share_of_words = 45"));
        assert!(Ranking::read("k1 = 1").is_err());
    }
}
