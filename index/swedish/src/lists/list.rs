//! A map from words to numbers, as a finite-state transducer.

use crate::lists::diacritics_automaton::DiacriticsAutomaton;
use fst::{IntoStreamer, Streamer};
use std::{borrow::Cow, fmt};

type Map = fst::Map<Cow<'static, [u8]>>;

/// A list of words with numbers; the default is empty.
#[derive(Default)]
pub(crate) struct List(Option<Map>);

impl fmt::Debug for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List({} words)", self.0.as_ref().map_or(0, Map::len))
    }
}

impl List {
    /// Opens embedded bytes; the list is empty when they are absent or damaged.
    pub(crate) fn open(name: &str, bytes: &'static [u8]) -> Self {
        if bytes.is_empty() {
            tracing::info!(name, "no such list in lexicon/sv; our own lists serve");
            return Self::default();
        }
        let list = Map::new(Cow::Borrowed(bytes)).and_then(|list| list.as_fst().verify().map(|()| list));
        Self(
            list.inspect_err(|error| tracing::warn!(name, %error, "a list of lexicon/sv is damaged; our own serve"))
                .ok(),
        )
    }

    /// Builds a list; of duplicate words, the first is kept. Empty if the transducer cannot be built.
    pub(crate) fn of(mut words: Vec<(String, u64)>) -> Self {
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup_by(|a, b| a.0 == b.0);
        let mut builder = fst::MapBuilder::memory();
        let complete = words.iter().try_for_each(|(word, value)| builder.insert(word, *value));
        let bytes = complete.and_then(|()| builder.into_inner());
        Self(bytes.and_then(|bytes| Map::new(Cow::Owned(bytes))).ok())
    }

    /// Whether the list contains a word.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The number of a word; `None` if the list does not contain it.
    pub(crate) fn get(&self, word: &str) -> Option<u64> {
        self.0.as_ref()?.get(word)
    }

    /// Lengths of the words that are prefixes of `text`, in bytes, ascending.
    pub(crate) fn prefixes(&self, text: &str) -> Vec<usize> {
        let mut lengths = Vec::new();
        let Some(list) = self.0.as_ref().map(Map::as_fst) else { return lengths };
        let mut node = list.root();
        for (at, byte) in text.bytes().enumerate() {
            let Some(next) = node.find_input(byte) else { break };
            node = list.node(node.transition_addr(next));
            if node.is_final() && text.is_char_boundary(at + 1) {
                lengths.push(at + 1);
            }
        }
        lengths
    }

    /// The words that an automaton accepts.
    pub(crate) fn restore_diacritics(&self, automaton: &DiacriticsAutomaton<'_>) -> Vec<String> {
        let mut out = Vec::new();
        if let Some(list) = &self.0 {
            let mut words = list.search(automaton).into_stream();
            while let Some((word, _)) = words.next() {
                out.extend(String::from_utf8(word.to_vec()));
            }
        }
        out
    }
}
