//! The lists derived from Göran Andersson's dictionary (`lexicon/sv`, LGPL-3.0; may be absent).
//!
//! They are finite-state transducers of the `fst` crate (0.4, by BurntSushi; Unlicense or MIT, no dependencies) in
//! the program's read-only data. Loading verifies a checksum, since the files are replaceable; Tantivy's fork of the
//! crate has no checksums. Only accessed pages are resident, shared between processes; as hash sets the same lists took
//! 52 MB and 0.4 s to load.

use crate::edit;
use crate::lists::list::List;

/// The embedded bytes; empty where a file is absent.
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/sv.rs"));
}

/// The four lists.
#[derive(Debug, Default)]
pub(crate) struct DictionaryLists {
    /// Linking forms that start compounds, each with the edit to its dictionary word ([`crate::edit`]).
    pub(crate) first: List,
    /// Inflected forms that may end a compound.
    pub(crate) last: List,
    /// Inflected forms of words that end no compound.
    pub(crate) words: List,
    /// Forms whose stem differs from that of their dictionary form, with the edit to that form.
    lemma: List,
}

impl DictionaryLists {
    /// Opens the embedded lists.
    pub(crate) fn load() -> Self {
        Self {
            first: List::open("first", embedded::FIRST),
            last: List::open("last", embedded::LAST),
            words: List::open("words", embedded::WORDS),
            lemma: List::open("lemma", embedded::LEMMA),
        }
    }

    /// Whether this word or form is listed.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.last.has(word) || self.words.has(word)
    }

    /// The dictionary form of a form; `None` if the form is unknown or both have the same stem.
    pub(crate) fn lemma(&self, form: &str) -> Option<String> {
        self.lemma.get(form).and_then(|edit| edit::apply(form, edit))
    }

    /// The dictionary word of a linking form.
    pub(crate) fn linked_word(&self, form: &str) -> Option<String> {
        self.first.get(form).and_then(|edit| edit::apply(form, edit))
    }
}
