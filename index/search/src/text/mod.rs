//! Text as tokens. Index, queries and highlights use the same analysis, so highlights agree with matches.

mod form;
mod token;

pub use form::{Form, FormTokenizer, GramTokenizer, grams};
pub use token::{QueryWord, Token, content_words, tokens};

/// Version of the analysis. Raise it when the code gives other tokens for the same text: an older index is then
/// rebuilt. Changed word lists have their own version (`swedish::LISTS_FINGERPRINT`).
pub const VERSION: u32 = 3;

/// Comparison key of a complete name: folded words with single blanks.
pub fn name_key(text: &str) -> String {
    let folded = catalogue::vocabulary::fold(text);
    swedish::words(&folded).map(|w| w.text).collect::<Vec<_>>().join(" ")
}
