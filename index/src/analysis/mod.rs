//! Swedish text as tokens. Index, query and highlights all go through here, so that what is found
//! is what is marked.

pub mod compound;
pub mod dictionary;
pub mod edit;
mod form;
#[cfg(test)]
mod gold;
pub mod lemma;
mod lists;
mod segment;
pub mod sound;

pub use form::{Form, FormTokenizer, GramTokenizer, grams};
pub use segment::{Word, words};

use std::sync::LazyLock;

/// Longest word that is looked at, in bytes; longer ones are no words.
pub const MAX_WORD: usize = 80;

/// Changes whenever the code gives other tokens for the same text, so that an older index is rebuilt.
/// The word lists count by themselves (`build.rs`).
pub const VERSION: u32 = 3;

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

/// A whole text as one key: folded words with single blanks, for comparing complete names.
pub fn name_key(text: &str) -> String {
    let folded = catalogue::vocabulary::fold(text);
    words(&folded).map(|w| w.text).collect::<Vec<_>>().join(" ")
}
