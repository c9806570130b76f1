//! Classification of a text by its nearest wordings (k nearest neighbours): what a text probably means that no wording
//! matches.

use crate::lexicon::Expressions;
use crate::lexicon::ranking::Nearest;
use crate::text::{QueryWord, Token, content_words};
use std::collections::{BTreeMap, BTreeSet};

/// A code that a text probably means.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CodeShare {
    /// Parameter of the filter.
    pub(crate) parameter: &'static str,
    pub(crate) code: String,
    /// The share of the nearest wordings, by similarity, that stand for the code, 0 to 1.
    pub(crate) share: f32,
}

/// A term that records about what a text means probably contain.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TermShare {
    pub(crate) words: Vec<QueryWord>,
    /// As [`CodeShare::share`].
    pub(crate) share: f32,
}

/// What a text probably means, in the order of the alphabet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct ProbableMeaning {
    pub(crate) codes: Vec<CodeShare>,
    pub(crate) terms: Vec<TermShare>,
}

/// The class of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Classification {
    pub(crate) meaning: ProbableMeaning,
    /// Indices of the tokens that ask for a service outside the catalogue; empty if the nearest wordings name none.
    pub(crate) outside: Vec<usize>,
    /// Indices of the tokens that the nearest wordings share, in ascending order.
    pub(crate) tokens: Vec<usize>,
}

impl Expressions {
    /// Number of words and parts of a compound that are in the wordings, for one word of a text.
    pub(crate) fn known_words(&self, word: &QueryWord) -> usize {
        self.wordings.known_lemmas(word).len()
    }

    /// Classifies a text; nothing when no wording is near.
    pub(crate) fn classify(&self, tokens: &[Token], settings: &Nearest) -> Classification {
        let nearest = self.wordings.nearest(tokens, settings.wordings);
        if nearest.first().is_none_or(|first| first.similarity < settings.least_similarity) {
            return Classification::default();
        }
        let mut codes: BTreeMap<(&'static str, &str), f32> = BTreeMap::new();
        let mut terms: BTreeMap<&str, f32> = BTreeMap::new();
        let mut shared = BTreeSet::new();
        let mut total = 0.0;
        let (mut outside, mut outside_tokens, mut inside) = (0.0_f32, Vec::new(), 0.0_f32);
        for near in nearest {
            let expression = &self.all[near.meaning];
            let weight = near.similarity.powf(settings.power);
            total += weight;
            if !expression.outside {
                inside = inside.max(near.similarity);
            } else if near.similarity > outside {
                outside = near.similarity;
                outside_tokens.clone_from(&near.tokens);
            }
            for (parameter, code) in &expression.codes {
                *codes.entry((parameter, code)).or_default() += weight * expression.weight;
            }
            for term in &expression.terms {
                *terms.entry(term).or_default() += weight * expression.weight;
            }
            shared.extend(near.tokens);
        }
        let share = |weight: f32| Some(weight / total).filter(|share| *share >= settings.least_share);
        let code = |((parameter, code), weight): ((&'static str, &str), f32)| {
            Some(CodeShare { parameter, code: code.to_owned(), share: share(weight)? })
        };
        let term = |(term, weight): (&str, f32)| Some(TermShare { words: content_words(term), share: share(weight)? });
        let meaning = ProbableMeaning {
            codes: codes.into_iter().filter_map(code).collect(),
            terms: terms.into_iter().filter_map(term).collect(),
        };
        if outside < settings.least_outside || outside < inside * settings.outside_ratio {
            outside_tokens.clear();
        }
        Classification { meaning, outside: outside_tokens, tokens: shared.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    const SETTINGS: Nearest = Nearest {
        wordings: 5,
        power: 2.0,
        least_similarity: 0.1,
        least_share: 0.1,
        weight: 1.0,
        score: 1.0,
        terms: 1.0,
        least_score: 0.3,
        least_hit: 0.7,
        least_outside: 1.0,
        outside_ratio: 0.85,
    };

    fn classified(text: &str) -> Classification {
        let mut expressions = Expressions::default();
        let file = "theme = \"t\"\n\
            [[phrase]]\nsay = [\"obetalda räkningar\"]\nask = [\"jag vågar inte öppna brev från kronofogden\"]\n\
            activity = [\"budget\"]\nwords = [\"skuldrådgivning\"]\n\
            [[phrase]]\nsay = [\"kan svetsa\", \"intyg kan\"]\nactivity = [\"validering\"]\n\
            [[phrase]]\nsay = [\"laga tanden\"]\noutside = true\n";
        expressions.add(file).unwrap();
        expressions.finish();
        assert!(expressions.matches("jag vågar inte öppna brev från kronofogden", &tokens("öppna brev")).is_empty());
        expressions.classify(&tokens(text), &SETTINGS)
    }

    #[test]
    fn a_text_means_what_its_nearest_wordings_mean() {
        let Classification { meaning, outside, tokens } = classified("jag törs inte öppna breven");
        assert_eq!(meaning.codes, [CodeShare { parameter: "activity", code: "budget".into(), share: 1.0 }]);
        assert_eq!(meaning.terms, [TermShare { words: content_words("skuldrådgivning"), share: 1.0 }]);
        assert_eq!((outside, tokens), (vec![], vec![3, 4]));
        assert_eq!(classified("tanden måste lagas").outside, [0, 2]);
    }

    #[test]
    fn a_compound_is_compared_by_its_parts_when_no_wording_has_it() {
        let found = classified("skuldbrev");
        assert_eq!(found.meaning.codes[0].code, "budget");
    }

    #[test]
    fn a_text_without_shared_words_means_nothing() {
        assert_eq!(classified("fotboll på lördag"), Classification::default());
    }
}
