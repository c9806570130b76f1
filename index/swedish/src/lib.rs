//! Swedish words: where they begin and end, their lemma, their parts, their sound.
//!
//! - [`words`]: the words of a text. [`is_stop_word`], [`is_filler`]: words without content of their own.
//! - [`lemma`]: the dictionary form of an inflected word. [`compound`]: the parts of a compound.
//! - [`dictionary`]: whether a word is Swedish, and which word was meant by one typed without å, ä and ö.
//! - [`collation`]: the Swedish order of names.
//! - [`sound`]: a key that is equal for words that sound alike. [`hyphenation`]: soft hyphens in long words.
//!
//! The word lists are in `index/lexicon` and compiled in; those of `index/lexicon/sv` are optional.
//!
//! ```
//! assert_eq!(swedish::compound::parts("arbetsträning"), ["arbete", "träning"]);
//! assert_eq!(swedish::lemma::lemma("ungdomarna"), swedish::lemma::lemma("ungdom"));
//! ```

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

/// Longest word that is analysed, in bytes; anything longer is no word.
pub const MAX_WORD: usize = 80;

/// Hash of the word lists that decide how a text is analysed. Another value means that an index built with
/// the other lists must be rebuilt. The lists for queries alone do not count.
pub const LISTS_FINGERPRINT: &str = env!("LEXICON_FINGERPRINT");

static STEMMER: LazyLock<frostem::Stemmer> = LazyLock::new(|| frostem::Stemmer::new(frostem::Algorithm::Swedish));

/// Words that carry no content of their own (Snowball's Swedish list).
static STOP_WORDS: LazyLock<std::collections::HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../lexicon/stopwords.txt").lines().filter(|l| !l.starts_with('#')).collect());

/// Whether a lower-case word carries no content of its own.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}

/// Words that people write around what they look for, by lemma.
static FILLERS: LazyLock<std::collections::HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../lexicon/fillers.txt").lines();
    lines.filter(|l| !l.starts_with('#') && !l.is_empty()).map(lemma::lemma).collect()
});

/// Whether a lemma is one of the words that people write around what they look for.
pub fn is_filler(lemma: &str) -> bool {
    FILLERS.contains(lemma)
}

/// The stem of a lower-case word (Snowball, Swedish).
pub fn stem(word: &str) -> String {
    STEMMER.stem(word).into_owned()
}
