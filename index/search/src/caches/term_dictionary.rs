//! The words that the index holds: what a typed word may be corrected or completed to.

use crate::SearchError;
use crate::disk::schema;
use crate::text::Form;
use catalogue::field::Zone;
use catalogue::vocabulary::fold;
use std::collections::{BTreeMap, HashMap, HashSet};
use swedish::{lemma, sound};
use tantivy::Searcher;

/// Fewest letters of a word that is recognised by its sound.
const HEARD: usize = 4;
/// How much commoner than the word as typed the one with marks must be to be what is meant.
const CLEARLY: u64 = 4;

/// Every word of the indexed texts with the number of zones and records that it stands in.
#[derive(Debug, Default)]
pub(crate) struct TermDictionary {
    exact: BTreeMap<String, u64>,
    /// Terms of the parts form: lemmas, and lemmas of parts.
    lemmas: HashSet<String>,
    by_folded: HashMap<String, Vec<String>>,
    /// By how they sound, see [`sound::key`].
    by_sound: HashMap<String, Vec<String>>,
    full_names: HashSet<String>,
}

impl TermDictionary {
    /// Reads the words of an index.
    pub(crate) fn load(searcher: &Searcher) -> Result<Self, SearchError> {
        let mut words = Self::default();
        for segment in searcher.segment_readers() {
            for zone in Zone::ALL {
                let exact = schema::get(searcher.schema(), &schema::text_field(zone, Form::Exact))?;
                let inverted = segment.inverted_index(exact)?;
                let mut terms = inverted.terms().stream()?;
                while let Some((term, info)) = terms.next() {
                    if let Ok(word) = std::str::from_utf8(term) {
                        *words.exact.entry(word.to_owned()).or_default() += u64::from(info.doc_freq);
                    }
                }
                let parts = schema::get(searcher.schema(), &schema::text_field(zone, Form::Parts))?;
                let inverted = segment.inverted_index(parts)?;
                let mut terms = inverted.terms().stream()?;
                while terms.advance() {
                    words.lemmas.extend(std::str::from_utf8(terms.key()).map(str::to_owned));
                }
            }
            let names = schema::get(searcher.schema(), schema::FULL_NAME)?;
            let inverted = segment.inverted_index(names)?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                words.full_names.extend(std::str::from_utf8(terms.key()).map(str::to_owned));
            }
        }
        for word in words.exact.keys() {
            if word.chars().count() >= HEARD && word.chars().all(char::is_alphabetic) {
                words.by_sound.entry(sound::key(word)).or_default().push(word.clone());
            }
            let folded = fold(word);
            if folded != *word {
                words.by_folded.entry(folded).or_default().push(word.clone());
            }
        }
        Ok(words)
    }

    /// Whether a lower-case word stands in some text, in whatever inflection or compound.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.exact.contains_key(word) || self.lemmas.contains(&lemma::lemma(word))
    }

    /// Whether a record's complete name has this key (see `analysis::name_key`).
    pub(crate) fn is_full_name(&self, key: &str) -> bool {
        self.full_names.contains(key)
    }

    /// The commonest word that is this one with marks (`vaxjo` → `växjö`).
    pub(crate) fn unfold(&self, word: &str) -> Option<&str> {
        let candidates = self.by_folded.get(&fold(word))?;
        candidates.iter().max_by_key(|w| self.exact.get(*w)).map(String::as_str)
    }

    /// The word that is meant where a whole text is typed without å, ä and ö: the one with marks, when
    /// the records do not hold the word as typed, or hold the other clearly more often (*stod*: stöd).
    pub(crate) fn meant_without_marks(&self, word: &str) -> Option<&str> {
        let count = |word: &str| self.exact.get(word).copied().unwrap_or(0);
        self.unfold(word).filter(|meant| *meant != word && count(meant) >= CLEARLY * count(word))
    }

    /// The commonest word that sounds like this one but is spelt otherwise.
    pub(crate) fn sounding_like(&self, word: &str) -> Option<&str> {
        if word.chars().count() < HEARD {
            return None;
        }
        let candidates = self.by_sound.get(&sound::key(word))?.iter().filter(|other| *other != word);
        candidates.max_by_key(|other| self.exact.get(*other)).map(String::as_str)
    }

    /// The nearest word by Damerau distance: one step from four letters, two from eight; of equally
    /// near ones the commonest. Never more than `limit` steps.
    pub(crate) fn nearest(&self, word: &str, limit: usize) -> Option<&str> {
        let length = word.chars().count();
        let most = match length {
            0..4 => return None,
            4..8 => 1,
            _ => limit,
        };
        let first = word.chars().next();
        let near = |other: &str| {
            let difference = other.chars().count().abs_diff(length);
            (difference <= most).then(|| strsim::osa_distance(word, other)).filter(|d| *d <= most)
        };
        self.exact
            .iter()
            .filter(|(other, _)| !other.bytes().any(|b| b.is_ascii_digit()))
            .filter_map(|(other, count)| near(other).map(|d| (d, other, *count)))
            // An error in the first letter is rare: it counts as half a step more.
            .min_by_key(|(d, other, count)| {
                (2 * d + usize::from(other.chars().next() != first), std::cmp::Reverse(*count))
            })
            .map(|(_, other, _)| other.as_str())
    }

    /// The commonest words that begin with these letters, at most `limit`.
    pub(crate) fn completions(&self, prefix: &str, limit: usize) -> Vec<&str> {
        let mut found: Vec<(&str, u64)> = self
            .exact
            .range(prefix.to_owned()..)
            .take_while(|(word, _)| word.starts_with(prefix))
            .map(|(word, count)| (word.as_str(), *count))
            .collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        found.into_iter().take(limit).map(|(word, _)| word).collect()
    }
}
