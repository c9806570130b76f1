//! Lemmas: one term for all inflected forms of a word.
//!
//! Snowball alone gives many common words different stems (*insats* and *insatser*, *koordinator* and
//! *koordinatorn*). Therefore the dictionary form of a word is looked up first (for a compound, that of its last part)
//! and then stemmed. A word that no list contains is stemmed as it is.

use crate::lists::{LISTS, Lists};
use crate::{compound, stem};

/// The lemma of a lower-case word: the stem of its dictionary form, equal for all of its inflected forms. It is a
/// term for comparison and need not be a word.
///
/// ```
/// use swedish::lemma::lemma;
///
/// assert_eq!(lemma("koordinatorerna"), lemma("koordinator"));
/// assert_eq!(lemma("ungdomskoordinatorn"), lemma("ungdomskoordinator"));
/// assert_ne!(lemma("ungdom"), lemma("ung"));
/// assert_eq!(lemma(""), "");
/// ```
pub fn lemma(word: &str) -> String {
    lemma_in(&LISTS, word)
}

/// [`lemma`] with the given lists.
pub(super) fn lemma_in(lists: &Lists, word: &str) -> String {
    stem(&dictionary_form(lists, word))
}

/// The dictionary form of a lower-case word; the word itself if no list gives another form.
fn dictionary_form(lists: &Lists, word: &str) -> String {
    if let Some(own) = lists.own_form(word) {
        return own;
    }
    let pieces = compound::split(lists, word);
    let head = pieces.as_ref().and_then(|pieces| pieces.last()).map(|piece| &*piece.form);
    let with = |form: String, head: &str| format!("{}{form}", word.strip_suffix(head).unwrap_or_default());
    if let Some((form, head)) = head.and_then(|head| Some((lists.own_form(head)?, head))) {
        return with(form, head);
    }
    if let Some(form) = lists.dictionary_form(word) {
        return form;
    }
    match head {
        Some(head) if !lists.has(word) => with(lists.dictionary_form(head).unwrap_or_else(|| head.to_owned()), head),
        _ => word.to_owned(),
    }
}
