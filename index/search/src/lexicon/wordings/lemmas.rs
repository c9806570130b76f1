//! The lemmas by which wordings and queries are compared, as numbers.

use crate::text::QueryWord;
use std::collections::HashMap;

/// Words that negate a verb (*söker inte jobb*). In a wording all negations stand for one another.
const VERB_NEGATIONS: [&str; 3] = ["inte", "ej", "icke"];
/// Words that negate a noun (*inget jobb*).
const NOUN_NEGATIONS: [&str; 6] = ["ingen", "inget", "inga", "ingenting", "utan", "varken"];
/// A word that negates and also has a meaning of its own in wordings (*aldrig jobbat*).
const NEVER: &str = "aldrig";

/// The number of a lemma.
pub(in crate::lexicon) type LemmaId = u32;

/// The lemma of every negation.
pub(super) const NEGATION: LemmaId = 0;

/// Numbers of lemmas.
#[derive(Debug, Clone)]
pub(super) struct Lemmas {
    ids: HashMap<String, LemmaId>,
    /// By number: whether the lemma is that of a stop word.
    is_stop_word: Vec<bool>,
    /// Lemmas that are compared as another one, because both words mean the same.
    equivalents: HashMap<String, String>,
}

impl Lemmas {
    /// Each key of `equivalents` is compared as its value; both are lemmas.
    pub(super) fn new(equivalents: HashMap<String, String>) -> Self {
        Self { ids: HashMap::from([(String::new(), NEGATION)]), is_stop_word: vec![false], equivalents }
    }

    /// The number of a word's lemma; `None` when no wording has it.
    pub(super) fn find(&self, word: &QueryWord) -> Option<LemmaId> {
        self.ids.get(&self.key(word)).copied()
    }

    /// The number of a word's lemma, which is added if it is new.
    pub(super) fn add(&mut self, word: &QueryWord) -> LemmaId {
        let next = self.is_stop_word.len() as LemmaId;
        let id = *self.ids.entry(self.key(word)).or_insert(next);
        if id == next {
            self.is_stop_word.push(!word.is_content());
        }
        id
    }

    /// Number of lemmas.
    pub(super) fn len(&self) -> usize {
        self.is_stop_word.len()
    }

    /// Whether a lemma is neither a negation nor a stop word.
    pub(super) fn is_content(&self, lemma: LemmaId) -> bool {
        lemma != NEGATION && !self.is_stop_word[lemma as usize]
    }

    fn key(&self, word: &QueryWord) -> String {
        let key = matched_lemma(word);
        self.equivalents.get(&key).cloned().unwrap_or(key)
    }
}

/// Whether a word negates what is beside it.
pub(super) fn is_negation(word: &str) -> bool {
    word == NEVER || negates_verb(word) || negates_noun(word)
}

/// Whether a word negates the verb beside it.
pub(super) fn negates_verb(word: &str) -> bool {
    VERB_NEGATIONS.contains(&word)
}

/// Whether a word negates the noun after it.
pub(super) fn negates_noun(word: &str) -> bool {
    NOUN_NEGATIONS.contains(&word)
}

/// The lemma of a word, and one for all negations, which is empty. A stop word equals no content word: *man* is not
/// *mani*, although both have the same stem.
pub(super) fn matched_lemma(word: &QueryWord) -> String {
    if negates_verb(&word.text) || negates_noun(&word.text) {
        String::new()
    } else if word.is_content() {
        word.lemma.clone()
    } else {
        format!("·{}", word.text)
    }
}
