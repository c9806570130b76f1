//! Text analysis: tokens, lemmas and compound parts. Indexing, queries and highlights use the same analysis.

mod form;
mod segment;
mod token;
mod word_numbers;

pub use form::{Form, grams};
pub(crate) use form::{IndexedWord, WordTerms, indexed_words};
pub(crate) use segment::{TextWord, is_stop_word, words};
pub use token::{QueryWord, Token, content_words, tokens};
pub(crate) use word_numbers::{NumberedWord, WordNumbers};

/// Version of the analysis. Raise it when the code produces other tokens for the same text: an older index is then
/// rebuilt. The word lists have their own version (`swedish::LISTS_FINGERPRINT`).
pub const VERSION: u32 = 5;

/// Comparison key of a complete name: its folded words, joined by single spaces.
pub fn name_key(text: &str) -> String {
    let folded = catalogue::vocabulary::fold(text);
    words(&folded).into_iter().map(|w| w.text).collect::<Vec<_>>().join(" ")
}
