//! Analysis of Swedish words for search: segmentation, lemmas, compounds, diacritics, phonetic keys, collation and
//! hyphenation.
//!
//! | module or function | result |
//! |---|---|
//! | [`words`] | the words of a text with their byte positions |
//! | [`is_stop_word`], [`is_filler`] | whether a word has no content of its own |
//! | [`lemma::lemma`] | one term for all inflected forms of a word |
//! | [`compound::parts`] | the parts of a compound |
//! | [`dictionary::is_word`] | whether a word is Swedish |
//! | [`dictionary::restore_diacritics`], [`strip_diacritics`] | words typed without å, ä and ö |
//! | [`collation::sort_key`] | the Swedish order of names |
//! | [`sound::key`] | a phonetic key, equal for words that sound alike |
//! | [`hyphenation::hyphenate`] | soft hyphens in long words |
//!
//! Functions that take a word expect it in lower case and without surrounding punctuation; for other input they return
//! the word itself, or nothing. No function panics; all read static data only and may be called from any thread. The
//! first call builds the lists, which takes some milliseconds.
//!
//! The word lists in `index/lexicon` are compiled into the program. Those in `index/lexicon/sv` are optional; without
//! them, fewer compounds and forms are known (`docs/lexicon.md` has the figures).
//!
//! ```
//! assert_eq!(swedish::compound::parts("arbetsträning"), ["arbete", "träning"]);
//! assert_eq!(swedish::lemma::lemma("ungdomarna"), swedish::lemma::lemma("ungdom"));
//! ```

#![warn(clippy::missing_errors_doc)]

pub mod collation;
pub mod compound;
mod diacritics;
pub mod dictionary;
pub mod edit;
#[cfg(test)]
mod gold_tests;
pub mod hyphenation;
pub mod lemma;
mod lists;
mod segment;
pub mod sound;

pub use diacritics::strip_diacritics;
pub use segment::{Word, words};

use std::sync::LazyLock;

/// Greatest length of a word that a caller should analyse, in bytes: longer ones are not Swedish words, and the time of
/// a split grows with the square of the length.
pub const MAX_WORD: usize = 80;

/// Hash of the word lists that decide how a text is analysed. An index that was built with another hash must be
/// rebuilt. Only the lists in `OF_INDEX` of `build.rs` are hashed.
pub const LISTS_FINGERPRINT: &str = env!("LEXICON_FINGERPRINT");

static STEMMER: LazyLock<frostem::Stemmer> = LazyLock::new(|| frostem::Stemmer::new(frostem::Algorithm::Swedish));

/// Snowball's Swedish stop words.
static STOP_WORDS: LazyLock<std::collections::HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../lexicon/stopwords.txt").lines().filter(|l| !l.starts_with('#')).collect());

/// Whether a lower-case word is a stop word: a word without content of its own.
///
/// ```
/// assert!(swedish::is_stop_word("och"));
/// assert!(!swedish::is_stop_word("Och"), "expects lower case");
/// assert!(!swedish::is_stop_word("praktik"));
/// ```
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}

/// All stop words, in lower case and in no order.
pub fn stop_words() -> impl Iterator<Item = &'static str> {
    STOP_WORDS.iter().copied()
}

/// The lemmas of `fillers.txt`.
static FILLERS: LazyLock<std::collections::HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../lexicon/fillers.txt").lines();
    lines.filter(|l| !l.starts_with('#') && !l.is_empty()).map(lemma::lemma).collect()
});

/// Whether a lemma is a filler: a word of requests with little meaning for a search, such as *söker* (`fillers.txt`).
///
/// ```
/// assert!(swedish::is_filler(&swedish::lemma::lemma("söker")));
/// assert!(!swedish::is_filler(&swedish::lemma::lemma("praktik")));
/// ```
pub fn is_filler(lemma: &str) -> bool {
    FILLERS.contains(lemma)
}

/// The Snowball stem of a lower-case word.
///
/// ```
/// assert_eq!(swedish::stem("utbildningar"), "utbildning");
/// assert_eq!(swedish::stem(""), "");
/// ```
pub fn stem(word: &str) -> String {
    STEMMER.stem(word).into_owned()
}
