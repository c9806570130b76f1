//! The lists derived from Göran Andersson's dictionary (`lexicon/sv`, LGPL-3.0; may be absent).
//!
//! They are finite-state transducers of the `fst` crate (0.4, by BurntSushi; Unlicense or MIT, no
//! dependencies): read where they lie in the program's read-only data, so loading is a checksum and
//! what stays in memory is the pages that were touched, shared between processes. As hash sets the
//! same lists took 52 MB and 0.4 s. Tantivy's fork of the crate keeps no checksum, and these files
//! may be replaced by anybody, so they are verified before they are trusted.

use crate::edit;
use crate::lists::list::List;

/// The embedded bytes; empty where a file is absent.
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/sv.rs"));
}

/// The four lists.
#[derive(Debug, Default)]
pub(crate) struct DictionaryLists {
    /// Forms that may begin a compound; each with the edit that makes the word of it.
    pub(crate) first: List,
    /// Inflected forms that may end a compound.
    pub(crate) last: List,
    /// Inflected forms that are words but end no compound.
    pub(crate) words: List,
    /// Forms whose stem is another than that of their dictionary form, with the edit that makes it.
    lemma: List,
}

impl DictionaryLists {
    /// The embedded lists.
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

    /// The dictionary form of a form whose stem does not tell it.
    pub(crate) fn lemma(&self, form: &str) -> Option<String> {
        self.lemma.get(form).and_then(|edit| edit::apply(form, edit))
    }

    /// The word behind a form that begins compounds.
    pub(crate) fn linked_word(&self, form: &str) -> Option<String> {
        self.first.get(form).and_then(|edit| edit::apply(form, edit))
    }
}
