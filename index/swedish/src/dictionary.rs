//! Spelling: whether a word is Swedish, and the restoration of å, ä, ö and é in words typed without them.

use crate::lists::{LISTS, Lists};
use crate::strip_diacritics;
use crate::{compound, is_stop_word};

/// Whether a lower-case word is Swedish: listed, an inflected form of a listed word, or a compound of such words.
/// Numbers and stop words count as words, the empty string does not.
///
/// ```
/// use swedish::dictionary::is_word;
///
/// assert!(is_word("insatserna") && is_word("arbetsträning") && is_word("2026"));
/// assert!(!is_word("insatsrena") && !is_word(""));
/// ```
pub fn is_word(word: &str) -> bool {
    is_word_in(&LISTS, word)
}

/// [`is_word`] with the given lists.
pub(super) fn is_word_in(lists: &Lists, word: &str) -> bool {
    is_stop_word(word)
        || lists.has(word)
        || (!word.is_empty() && word.chars().all(|c| c.is_ascii_digit()))
        || compound::split(lists, word).is_some()
}

/// The most likely Swedish word that equals `folded` without the diacritics of å, ä, ö and é; `None` if `folded` is a
/// word itself or no word matches.
///
/// ```
/// use swedish::dictionary::restore_diacritics;
///
/// assert_eq!(restore_diacritics("kartlaggning").as_deref(), Some("kartläggning"));
/// assert_eq!(restore_diacritics("praktik"), None, "it is a word");
/// assert_eq!(restore_diacritics("xyzzy"), None);
/// ```
pub fn restore_diacritics(folded: &str) -> Option<String> {
    restore_diacritics_in(&LISTS, folded)
}

/// [`restore_diacritics`] with the given lists.
pub(super) fn restore_diacritics_in(lists: &Lists, folded: &str) -> Option<String> {
    if is_word_in(lists, folded) {
        return None;
    }
    lists.word_of_folded(folded).or_else(|| {
        let word: String = compound::split_folded(lists, folded)?.into_iter().map(|piece| piece.form).collect();
        (strip_diacritics(&word) == strip_diacritics(folded)).then_some(word)
    })
}
