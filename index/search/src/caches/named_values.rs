//! Filter values by the words that name them: *unga som varken arbetar eller studerar*, *KAA*,
//! *Supported Employment*, *Finsam*. These words are searched as text; they also match records with the code, and
//! the value is suggested as a filter.

use crate::lexicon::key;
use catalogue::Vocabularies;
use catalogue::field;
use std::collections::HashMap;

/// A value of a filter that words may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedValue {
    /// The filter's parameter.
    pub(crate) parameter: &'static str,
    /// The code of the value.
    pub(crate) code: String,
}

/// Filter values by the lemmas of their labels in all languages and of their alternative words.
#[derive(Debug, Default)]
pub(crate) struct NamedValues {
    by_lemmas: HashMap<Vec<String>, Vec<NamedValue>>,
    longest: usize,
}

impl NamedValues {
    /// Collects the words of the vocabularies.
    pub(crate) fn new(vocabularies: &Vocabularies) -> Self {
        let mut values = Self::default();
        for filter in field::filters().filter(|f| f.named) {
            let Some(vocabulary) = filter.vocabulary() else { continue };
            for term in vocabularies.get(vocabulary).terms() {
                let named = NamedValue { parameter: filter.parameter, code: term.code.clone() };
                for words in std::iter::once(&term.label).chain(&term.other_words).chain(term.labels.values()) {
                    values.add(key(words), &named);
                }
            }
        }
        values
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

    /// The values that a sequence of lemmas names; often empty.
    pub(crate) fn named(&self, lemmas: &[String]) -> &[NamedValue] {
        self.by_lemmas.get(lemmas).map(Vec::as_slice).unwrap_or_default()
    }

    /// Number of words of the longest name.
    pub(crate) fn longest(&self) -> usize {
        self.longest
    }
}
