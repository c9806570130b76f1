//! The forms in which a word is indexed and searched.

use super::segment::{is_stop_word, words};
use catalogue::vocabulary::fold;
use hashbrown::HashMap;
use std::cell::RefCell;
use std::rc::Rc;
use swedish::{MAX_WORD, compound, lemma};

/// A form in which a word is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// As written, in lower case.
    Exact,
    /// The stem of the lemma: equal for all inflected forms of a word.
    Lemma,
    /// The lemma and, for a compound, the lemma of its head (last part), unless the head misleads
    /// (`misleading_heads.txt`): *arbetsträning* is a *träning*, *bidragsberoende* is no *beroende*.
    Head,
    /// The lemma and, for a compound, the lemmas of its parts, without a misleading head.
    Parts,
}

impl Form {
    /// All forms.
    pub const ALL: [Form; 4] = [Form::Exact, Form::Lemma, Form::Head, Form::Parts];

    /// Its name in the schema and in `ranking.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Exact => "exact",
            Form::Lemma => "lemma",
            Form::Head => "head",
            Form::Parts => "parts",
        }
    }
}

/// The terms of one word of a text. A word is a *lemma* itself; a compound also has parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordTerms {
    /// The stem of the lemma.
    pub(crate) lemma: String,
    /// The lemma of the head of a compound, unless it misleads or equals `lemma`.
    pub(crate) head: Option<String>,
    /// The lemmas of the other parts of a compound, without duplicates.
    pub(crate) modifiers: Vec<String>,
    /// The parts of a compound ([`compound::parts`]); empty for any other word.
    pub(crate) parts: Vec<String>,
}

impl WordTerms {
    /// Analyses a lower-case word.
    fn new(word: &str) -> Self {
        let lemma = lemma::lemma(word);
        let parts = compound::parts(word);
        let (head, others) = parts.split_last().map_or((None, [].as_slice()), |(head, others)| (Some(head), others));
        let head = head.filter(|_| !compound::has_misleading_head(&lemma)).map(|head| lemma::lemma(head));
        let head = head.filter(|head| *head != lemma);
        let mut modifiers: Vec<String> = Vec::with_capacity(others.len());
        for part in others.iter().map(|part| lemma::lemma(part)) {
            if part != lemma && Some(&part) != head.as_ref() && !modifiers.contains(&part) {
                modifiers.push(part);
            }
        }
        Self { lemma, head, modifiers, parts }
    }

    /// Analyses a lower-case word; cached per thread.
    pub(crate) fn cached(word: &str) -> Rc<Self> {
        TERM_CACHE.with_borrow_mut(|cache| {
            if let Some(terms) = cache.get(word) {
                return Rc::clone(terms);
            }
            let terms = Rc::new(Self::new(word));
            if cache.len() == MAX_CACHED_WORDS {
                cache.clear();
            }
            cache.insert(word.to_owned(), Rc::clone(&terms));
            terms
        })
    }
}

/// Capacity of the cache of one thread, in words (some megabytes). A full cache is cleared.
const MAX_CACHED_WORDS: usize = 30_000;

thread_local! {
    /// Terms of recent words. Words recur in texts, and splitting a word into parts takes longer than the rest of its
    /// indexing.
    static TERM_CACHE: RefCell<HashMap<String, Rc<WordTerms>>> = RefCell::default();
}

/// A word of an indexed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IndexedWord {
    /// As written, in lower case.
    pub(crate) text: String,
    pub(crate) terms: Rc<WordTerms>,
}

/// The words of a text that are indexed, in order: without stop words and words longer than [`MAX_WORD`], which count
/// for no position, so that a phrase is the same with other stop words.
pub(crate) fn indexed_words(text: &str) -> Vec<IndexedWord> {
    let all = words(text).into_iter().filter(|word| word.text.len() <= MAX_WORD);
    let lower = all.map(|word| word.text.to_lowercase()).filter(|word| !is_stop_word(word));
    lower.map(|text| IndexedWord { terms: WordTerms::cached(&text), text }).collect()
}

/// Length of an n-gram, in characters.
const GRAM: usize = 4;

/// Overlapping character 4-grams of the folded text, in which one space surrounds each word. They match words with
/// typing errors and parts of compounds that are not split.
pub fn grams(text: &str) -> Vec<String> {
    let folded = fold(text);
    let spaced: Vec<char> =
        words(&folded).iter().flat_map(|w| std::iter::once(' ').chain(w.text.chars())).chain([' ']).collect();
    spaced.windows(GRAM).map(|gram| gram.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lemmas(text: &str) -> Vec<String> {
        indexed_words(text).into_iter().map(|word| word.terms.lemma.clone()).collect()
    }

    #[test]
    fn words_of_a_text() {
        let exact: Vec<String> = indexed_words("Ungdomar på Språkcaféer").into_iter().map(|word| word.text).collect();
        assert_eq!(exact, ["ungdomar", "språkcaféer"]);
        assert_eq!(lemmas("ungdomar"), lemmas("ungdom"));
        assert!(indexed_words(&"a".repeat(200)).is_empty());
    }

    #[test]
    fn a_misleading_head_is_no_term() {
        let lemma = |word: &str| lemma::lemma(word);
        let terms = WordTerms::new("arbetsträning");
        assert_eq!((terms.head, terms.modifiers), (Some(lemma("träning")), vec![lemma("arbete")]));
        let terms = WordTerms::new("bidragsberoende");
        assert_eq!((terms.head, terms.modifiers), (None, vec![lemma("bidrag")]));
    }

    #[test]
    fn a_cached_word_has_the_same_terms() {
        for word in ["ungdomskoordinatorn", "språkcafé", "ungdomskoordinatorn", "språkcafé"] {
            assert_eq!(*WordTerms::cached(word), WordTerms::new(word));
        }
    }

    #[test]
    fn grams_hold_word_borders_and_no_diacritics() {
        assert_eq!(grams("Få jobb"), [" fa ", "fa j", "a jo", " job", "jobb", "obb "]);
        assert!(grams("–").is_empty());
    }
}
