//! The wordings that are nearest to a text: the neighbours by which a text is classified.

use super::Wordings;
use super::lemmas::{LemmaId, NEGATION};
use crate::text::{QueryWord, Token};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

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
        let mut sharing = Vec::new();
        for lemma in &lemmas {
            let idf = self.idf.get(*lemma as usize).copied().unwrap_or_default();
            for number in self.with_lemma[*lemma as usize].iter().filter(|_| idf > 0.0) {
                let shared = &mut shared[*number as usize];
                if *shared == 0.0 {
                    sharing.push(*number as usize);
                }
                *shared += idf;
            }
        }
        let similarity = |number: usize| {
            let wording = &self.all[number];
            let negation = if wording.is_negated && !is_negated { NOT_NEGATED } else { 1.0 };
            shared[number] * shared[number] / wording.idf * negation
        };
        // Similarities are positive: their bits have the same order.
        let key = |number: usize| (similarity(number).to_bits(), Reverse(number));
        let mut near: BinaryHeap<(u32, Reverse<usize>)> = sharing.into_iter().map(key).collect();
        let mut out: Vec<NearWording> = Vec::new();
        while let Some((similarity, Reverse(number))) = near.pop() {
            let (wording, similarity) = (&self.all[number], f32::from_bits(similarity));
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
}
