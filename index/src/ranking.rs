//! The numbers of the ranking, read from `lexicon/ranking.toml`.

use crate::analysis::Form;
use catalogue::field::Zone;
use serde::Deserialize;
use std::sync::LazyLock;

/// The numbers of the ranking; the file says what each means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    /// Share of a long query's words, by weight, that a hit must hold.
    pub share_of_words: f32,
    zone: ZoneWeights,
    form: FormWeights,
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
    stem: f32,
    folded: f32,
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
            Form::Stem => self.form.stem,
            Form::Folded => self.form.folded,
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
