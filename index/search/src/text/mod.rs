//! Text as tokens. Index, queries and highlights all use these, so that what is found is what is marked.

mod form;
mod token;

pub use form::{Form, FormTokenizer, GramTokenizer, grams};
pub use token::{QueryWord, Token, content_words, tokens};

/// Changes whenever the code gives other tokens for the same text, so that an older index is rebuilt.
/// The word lists count by themselves (`swedish::LISTS_FINGERPRINT`).
pub const VERSION: u32 = 3;

/// A whole text as one key: folded words with single blanks, for comparing complete names.
pub fn name_key(text: &str) -> String {
    let folded = catalogue::vocabulary::fold(text);
    swedish::words(&folded).map(|w| w.text).collect::<Vec<_>>().join(" ")
}
