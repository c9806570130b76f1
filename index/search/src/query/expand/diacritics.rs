//! Restores the diacritics of texts typed on a keyboard without å, ä and ö.

use crate::caches::term_dictionary::TermDictionary;
use crate::text::{QueryWord, Token};

/// Restores diacritics if all letters of `text` are ASCII; see [`TermDictionary::restore_frequent`] for `ratio`.
/// Returns the replaced words, as (typed, restored).
pub(super) fn restore(text: &str, tokens: &mut [Token], terms: &TermDictionary, ratio: u64) -> Vec<(String, String)> {
    let mut corrected = Vec::new();
    if text.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) {
        return corrected;
    }
    for token in tokens.iter_mut().filter(|token| token.word.is_content()) {
        if let Some(restored) = terms.restore_frequent(&token.word.text, ratio) {
            corrected.push((token.raw.clone(), restored.to_owned()));
            token.word = QueryWord::new(restored);
        }
    }
    corrected
}
