//! The wordings that are nearest to a text: the neighbours by which a text is classified.

use super::Wordings;
use super::lemmas::{LemmaId, NEGATION};
use crate::text::{QueryWord, Token};
use std::collections::BTreeSet;

/// Factor on the similarity of a wording with a negation to a text without one.
const NOT_NEGATED: f32 = 0.7;

/// A wording that shares words with a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NearWording {
    pub(crate) meaning: usize,
    /// The inverse document frequency of the shared lemmas, times their share of that of the wording.
    pub(crate) similarity: f32,
    /// Indices of the tokens that the wording shares, in ascending order.
    pub(crate) tokens: Vec<usize>,
}

impl Wordings {
    /// The wordings nearest to a text, at most one for each meaning and `limit` in all, the nearest first.
    pub(crate) fn nearest(&self, tokens: &[Token], limit: usize) -> Vec<NearWording> {
        let by_token: Vec<_> = tokens.iter().map(|token| self.known_lemmas(&token.word)).collect();
        let lemmas: BTreeSet<_> = by_token.iter().flatten().copied().collect();
        let is_negated = lemmas.contains(&NEGATION);
        let mut shared = vec![0.0_f32; self.all.len()];
        for lemma in &lemmas {
            let idf = self.idf(*lemma);
            for number in &self.with_lemma[*lemma as usize] {
                shared[*number as usize] += idf;
            }
        }
        let mut near: Vec<(usize, f32)> = Vec::new();
        for (number, shared) in shared.into_iter().enumerate().filter(|(_, shared)| *shared > 0.0) {
            let wording = &self.all[number];
            let whole: f32 = wording.lemmas.iter().map(|lemma| self.idf(*lemma)).sum();
            let negation = if wording.is_negated && !is_negated { NOT_NEGATED } else { 1.0 };
            near.push((number, shared * shared / whole * negation));
        }
        let nearer = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        near.sort_unstable_by(nearer);
        let mut out: Vec<NearWording> = Vec::new();
        for (number, similarity) in near {
            let wording = &self.all[number];
            if out.iter().any(|other| other.meaning == wording.meaning) {
                continue;
            }
            let is_shared =
                |at: &usize| by_token[*at].iter().any(|lemma| *lemma != NEGATION && wording.lemmas.contains(lemma));
            let tokens = (0..tokens.len()).filter(is_shared).collect();
            out.push(NearWording { meaning: wording.meaning, similarity, tokens });
            if out.len() == limit {
                break;
            }
        }
        out
    }

    /// The lemma of a word, or those of its parts if it is a compound that no wording has.
    pub(in crate::lexicon) fn known_lemmas(&self, word: &QueryWord) -> Vec<LemmaId> {
        match self.lemmas.find(word) {
            Some(lemma) => vec![lemma],
            None => word.parts().iter().filter_map(|part| self.lemmas.find(part)).collect(),
        }
    }

    /// The inverse document frequency of a lemma among the wordings; 0 for negations and stop words.
    fn idf(&self, lemma: LemmaId) -> f32 {
        let count = self.with_lemma[lemma as usize].len();
        if count == 0 { 0.0 } else { (self.all.len() as f32 / count as f32).ln() }
    }
}
