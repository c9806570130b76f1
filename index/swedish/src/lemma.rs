//! Inflected forms of a word as one term.
//!
//! Snowball alone leaves many of the catalogue's commonest words apart (insats and insatser,
//! koordinator and koordinatorn). So the dictionary form is looked up first, that of a compound by
//! its last part, and then stemmed; words that no list has are stemmed as they are.

use crate::lists::{LISTS, Lists};
use crate::{compound, stem};

/// The term under which all forms of a lower-case word are found.
pub fn lemma(word: &str) -> String {
    lemma_in(&LISTS, word)
}

/// [`lemma`] by the given lists.
pub(super) fn lemma_in(lists: &Lists, word: &str) -> String {
    stem(&dictionary_form(lists, word))
}

/// The dictionary form of a lower-case word as far as its stem needs it.
fn dictionary_form(lists: &Lists, word: &str) -> String {
    if let Some(own) = lists.own_form(word) {
        return own;
    }
    let pieces = compound::split(lists, word);
    let head = pieces.as_ref().and_then(|pieces| pieces.last()).map(|piece| piece.form.as_str());
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
