//! Texts typed without å, ä and ö, as from a keyboard that lacks them.

use crate::caches::term_dictionary::TermDictionary;
use crate::text::{QueryWord, Token};

/// Puts the marks into the words of a text that has none. Returns what was taken for what.
pub(super) fn restore_diacritics(text: &str, tokens: &mut [Token], words: &TermDictionary) -> Vec<(String, String)> {
    let mut corrected = Vec::new();
    if text.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) {
        return corrected;
    }
    for token in tokens.iter_mut().filter(|token| token.word.is_content()) {
        if let Some(meant) = words.meant_without_marks(&token.word.text) {
            corrected.push((token.raw.clone(), meant.to_owned()));
            token.word = QueryWord::new(meant);
        }
    }
    corrected
}
