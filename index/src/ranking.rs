//! The numbers of the ranking, read from `lexicon/ranking.toml`, where each is explained.

use crate::analysis::Form;
use crate::lexicon::How;
use crate::query::WayKind;
use catalogue::field::Zone;
use serde::Deserialize;
use std::sync::LazyLock;

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
    way: WayWeights,
    /// What a record's other facts take away.
    pub fit: Fit,
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
struct WayWeights {
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

static SHIPPED: LazyLock<Ranking> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the file is a constant of the program, and a test reads it")]
    toml::from_str(include_str!("../lexicon/ranking.toml")).expect("lexicon/ranking.toml")
});

impl Ranking {
    /// The numbers that ship with the program.
    pub fn shipped() -> &'static Ranking {
        &SHIPPED
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
    pub fn way(&self, way: WayKind) -> f32 {
        match way {
            WayKind::Literal => self.way.literal,
            WayKind::Joined => self.way.joined,
            WayKind::Corrected => self.way.corrected,
            WayKind::Parts => self.way.parts,
            WayKind::Prefix => self.way.prefix,
            WayKind::Synonym(How::Equivalent) => self.way.equivalent,
            WayKind::Synonym(How::Narrower) => self.way.narrower,
            WayKind::Synonym(How::Broader) => self.way.broader,
            WayKind::Synonym(How::Related) => self.way.related,
            WayKind::Term => self.way.term,
            WayKind::Everyday => self.way.everyday,
            WayKind::Grams => self.way.grams,
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_file_is_read() {
        let ranking = super::Ranking::shipped();
        assert!((0.0..=1.0).contains(&ranking.share_of_words));
    }
}
