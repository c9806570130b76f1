//! The expansions of single words and of terms.

use crate::caches::named_values::NamedValues;
use crate::caches::term_dictionary::TermDictionary;
use crate::lexicon::{ExpansionKind, Lexicon, SynonymKind, key};
use crate::query::SearchFeatures;
use crate::query::expand::compounds;
use crate::query::expand::query_unit::{Expansion, MatchSpec};
use crate::snapshot::Snapshot;
use crate::text::{QueryWord, Token, grams};
use swedish::dictionary;

/// Fewest grams of a word that is matched by its grams.
const MIN_WORD_GRAMS: usize = 4;

/// Expands words by the dictionaries and word lists of a snapshot.
#[derive(Clone, Copy)]
pub(super) struct Expander<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) terms: &'a TermDictionary,
    pub(super) named_values: &'a NamedValues,
    pub(super) lexicon: &'a Lexicon,
    pub(super) features: SearchFeatures,
}

/// A word with what its expansion depends on.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of one word")]
pub(super) struct WordContext<'a> {
    pub(super) token: &'a Token,
    /// Whether its spelling was corrected.
    pub(super) is_corrected: bool,
    /// Whether it is the last word, which may be unfinished.
    pub(super) is_last: bool,
    /// Whether it is the only word.
    pub(super) is_whole: bool,
    /// Whether the text is Swedish.
    pub(super) is_swedish: bool,
}

impl Expander<'_> {
    /// The expansions of a word, the word itself first.
    pub(super) fn expand(&self, context: &WordContext<'_>) -> Vec<Expansion> {
        let WordContext { token, is_corrected, .. } = context;
        let word = &token.word;
        let literal = if *is_corrected {
            Expansion::word(ExpansionKind::Corrected, &word.text)
        } else {
            Expansion::literal(vec![word.clone()])
        };
        let mut expansions = vec![literal];
        self.add_term(std::slice::from_ref(&word.lemma), &token.raw, context.is_whole, &mut expansions);
        if !is_corrected && !self.terms.contains(&word.text) {
            self.add_completions(context, &mut expansions);
        }
        let parts = word.parts();
        if parts.len() > 1 && self.features.synonyms {
            let known: Vec<MatchSpec> = expansions.iter().map(|e| e.spec.clone()).collect();
            let related = compounds::related_compounds(word, &parts, self.lexicon, self.terms);
            expansions.extend(related.into_iter().filter(|e| !known.contains(&e.spec)));
        }
        if parts.len() > 1 && self.features.compounds {
            let to = parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" + ");
            expansions.push(Expansion::new(ExpansionKind::Parts, MatchSpec::Near(parts), to));
        }
        expansions
    }

    /// Adds the filter values that a term names and its synonyms. The term is given by its lemmas and as typed (`raw`).
    pub(super) fn add_term(&self, lemmas: &[String], raw: &str, is_whole: bool, expansions: &mut Vec<Expansion>) {
        self.add_named_values(lemmas, expansions);
        if !self.features.synonyms {
            return;
        }
        for link in self.lexicon.synonyms.links(lemmas) {
            let applies =
                !link.only_in_capitals || is_whole || is_abbreviation(raw) || !dictionary::is_word(&raw.to_lowercase());
            let synonym = Expansion::words(ExpansionKind::Synonym(link.kind), &link.target);
            if !applies || synonym.spec == MatchSpec::Words(Vec::new()) {
                continue;
            }
            if !expansions.iter().any(|other| other.spec == synonym.spec) {
                expansions.push(synonym);
            }
            // A word of the same meaning may also name a filter value.
            if link.kind == SynonymKind::Equivalent {
                self.add_named_values(&key(&link.target), expansions);
            }
        }
    }

    /// Adds the codes of the filter values that the words name.
    fn add_named_values(&self, lemmas: &[String], expansions: &mut Vec<Expansion>) {
        if !self.features.understanding {
            return;
        }
        for value in self.named_values.named(lemmas) {
            let spec = MatchSpec::Codes(vec![(value.parameter, value.code.clone())]);
            if !expansions.iter().any(|other| other.spec == spec) {
                expansions.push(Expansion::new(ExpansionKind::Term, spec, value.code.clone()));
            }
        }
    }

    /// Adds completions or grams for a word that no record contains.
    fn add_completions(&self, context: &WordContext<'_>, expansions: &mut Vec<Expansion>) {
        let limits = self.lexicon.ranking.limits;
        let word = &context.token.word;
        let has_synonyms = expansions.len() > 1;
        if self.features.repair && context.is_last && word.text.chars().count() >= limits.completion_letters {
            let completions = self.terms.completions(&word.text, limits.completions);
            if let Some(first) = completions.first() {
                let spec = MatchSpec::AnyWord(completions.iter().map(|word| QueryWord::new(word)).collect());
                expansions.push(Expansion::new(ExpansionKind::Prefix, spec, first.clone()));
                return;
            }
        }
        if !has_synonyms && self.features.grams && context.is_swedish && !dictionary::is_word(&word.text) {
            // No grams for a Swedish word: words that resemble it mean something else.
            let word_grams = grams(&word.text);
            if word_grams.len() >= MIN_WORD_GRAMS {
                expansions.push(Expansion::new(ExpansionKind::Grams, MatchSpec::Grams(word_grams), String::new()));
            }
        }
    }
}

/// Whether a word is typed as an abbreviation: at least two letters, all of them capitals.
pub(super) fn is_abbreviation(raw: &str) -> bool {
    raw.chars().count() >= 2 && raw.chars().all(char::is_uppercase)
}
