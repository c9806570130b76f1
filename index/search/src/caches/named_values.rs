//! Values of filters that are named in words: *unga som varken arbetar eller studerar*, *KAA*,
//! *Supported Employment*, *Finsam*. They stay words, are met by the code too, and are offered as
//! filters.

use crate::lexicon::key;
use catalogue::Vocabularies;
use catalogue::field;
use std::collections::HashMap;

/// A value of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedValue {
    /// The filter's parameter.
    pub(crate) parameter: &'static str,
    /// The value.
    pub(crate) code: String,
}

/// Every value that words may name, by the lemmas of its label and other words.
#[derive(Debug, Default)]
pub(crate) struct NamedValues {
    by_lemmas: HashMap<Vec<String>, Vec<NamedValue>>,
    longest: usize,
}

impl NamedValues {
    /// Collects the words of the vocabularies.
    pub(crate) fn new(vocabularies: &Vocabularies) -> Self {
        let mut terms = Self::default();
        for filter in field::filters().filter(|f| f.named) {
            let Some(vocabulary) = filter.vocabulary() else { continue };
            for term in vocabularies.get(vocabulary).terms() {
                let named = NamedValue { parameter: filter.parameter, code: term.code.clone() };
                for words in std::iter::once(&term.label).chain(&term.other_words) {
                    terms.add(key(words), &named);
                }
            }
        }
        terms
    }

    fn add(&mut self, lemmas: Vec<String>, named: &NamedValue) {
        if lemmas.is_empty() {
            return;
        }
        self.longest = self.longest.max(lemmas.len());
        let values = self.by_lemmas.entry(lemmas).or_default();
        if !values.contains(named) {
            values.push(named.clone());
        }
    }

    /// The values that a run of lemmas names.
    pub(crate) fn named(&self, lemmas: &[String]) -> &[NamedValue] {
        self.by_lemmas.get(lemmas).map(Vec::as_slice).unwrap_or_default()
    }

    /// Words of the longest name.
    pub(crate) fn longest(&self) -> usize {
        self.longest
    }
}
