//! Which words are Swedish, and what was meant by one typed without å, ä and ö.

use crate::lists::{LISTS, Lists};
use crate::strip_diacritics;
use crate::{compound, is_stop_word};

/// Whether a lower-case word is Swedish: listed, an inflected form of a listed word, or a compound of
/// such. Numbers are nothing to correct and count as words.
pub fn is_word(word: &str) -> bool {
    is_word_in(&LISTS, word)
}

/// [`is_word`] by the given lists.
pub(super) fn is_word_in(lists: &Lists, word: &str) -> bool {
    is_stop_word(word)
        || lists.has(word)
        || (!word.is_empty() && word.chars().all(|c| c.is_ascii_digit()))
        || compound::split(lists, word).is_some()
}

/// The likeliest Swedish word that reads `folded` without its å, ä, ö and é; `None` when `folded` is a
/// word itself or no word reads so.
pub fn unfold(folded: &str) -> Option<String> {
    unfold_in(&LISTS, folded)
}

/// [`unfold`] by the given lists.
pub(super) fn unfold_in(lists: &Lists, folded: &str) -> Option<String> {
    if is_word_in(lists, folded) {
        return None;
    }
    lists.unfolded_word(folded).or_else(|| {
        let word: String = compound::split_unfolded(lists, folded)?.into_iter().map(|piece| piece.form).collect();
        (strip_diacritics(&word) == strip_diacritics(folded)).then_some(word)
    })
}
