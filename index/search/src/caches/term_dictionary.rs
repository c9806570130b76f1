//! The words of the index, from which corrections and completions of typed words are chosen.

use crate::caches::levenshtein::Levenshtein;
use crate::disk::schema;
use crate::disk::terms::{self, Occurrence};
use crate::error::SearchError;
use crate::lexicon::Lexicon;
use crate::text::WordTerms;
use catalogue::vocabulary::fold;
use fst::{IntoStreamer, Streamer};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use swedish::{compound, lemma, sound};
use tantivy::Searcher;

/// Fewest letters of a word that is matched by sound.
const MIN_SOUND_LETTERS: usize = 4;
/// Fewest letters of a word that is corrected within one edit.
const MIN_EDIT_LETTERS: usize = 4;
/// Fewest letters of a word that is corrected within two edits.
const MIN_TWO_EDIT_LETTERS: usize = 8;

/// The words of the indexed texts with their frequencies, and the words of the lexicon with frequency 0. The frequency
/// of a word is the number of pairs of a zone and a document that contain it; deleted documents count until their
/// segment is merged.
#[derive(Debug, Default)]
pub(crate) struct TermDictionary {
    /// Lower-case words as written.
    exact: fst::Map<Vec<u8>>,
    /// Lemmas of words and of their compound parts.
    lemmas: HashSet<String>,
    /// Words with diacritics, by their folded form.
    by_folded: HashMap<String, Vec<String>>,
    /// Words by [`sound::key`].
    by_sound: HashMap<String, Vec<String>>,
    /// The most frequent compound of two parts, by the lemmas of its modifier and its head.
    compounds: HashMap<(String, String), String>,
    /// Comparison keys of the complete names.
    full_names: HashSet<String>,
}

impl TermDictionary {
    /// Reads the words of an index, and adds the words of the lexicon.
    pub(crate) fn load(searcher: &Searcher, lexicon: &Lexicon) -> Result<Self, SearchError> {
        let mut frequencies: BTreeMap<String, u64> = lexicon.words().map(|word| (word.to_owned(), 0)).collect();
        let (mut lemmas, mut full_names) = (HashSet::new(), HashSet::new());
        for segment in searcher.segment_readers() {
            for field in [schema::FORMS, schema::LEMMAS] {
                let inverted = segment.inverted_index(schema::get(searcher.schema(), field)?)?;
                let mut list = inverted.terms().stream()?;
                while let Some((term, info)) = list.next() {
                    match terms::parse(term) {
                        Some((word, Occurrence::Exact, _)) => {
                            *frequencies.entry(word.to_owned()).or_default() += u64::from(info.doc_freq);
                        }
                        Some((lemma, ..)) if !lemmas.contains(lemma) => {
                            lemmas.insert(lemma.to_owned());
                        }
                        _ => {}
                    }
                }
            }
            let names = schema::get(searcher.schema(), schema::FULL_NAME)?;
            let inverted = segment.inverted_index(names)?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                full_names.extend(std::str::from_utf8(terms.key()).map(str::to_owned));
            }
        }
        Ok(Self { lemmas, full_names, ..Self::of_words(&frequencies)? })
    }

    /// A dictionary of words with their frequencies.
    fn of_words(frequencies: &BTreeMap<String, u64>) -> Result<Self, SearchError> {
        let exact = fst::Map::from_iter(frequencies.iter().map(|(word, count)| (word, *count)));
        let exact = exact.map_err(|_| SearchError::Missing("an order of its words"))?;
        let mut out = Self { exact, ..Self::default() };
        for (word, _) in frequencies.iter().filter(|(_, frequency)| **frequency > 0) {
            let parts: Vec<String> = compound::parts(word).iter().map(|part| lemma::lemma(part)).collect();
            if let [modifier, head] = parts.as_slice() {
                let best = out.compounds.entry((modifier.clone(), head.clone())).or_insert_with(|| word.clone());
                if frequencies[word] > frequencies[best] {
                    best.clone_from(word);
                }
            }
        }
        for word in frequencies.keys() {
            if word.chars().count() >= MIN_SOUND_LETTERS && word.chars().all(char::is_alphabetic) {
                out.by_sound.entry(sound::key(word)).or_default().push(word.clone());
            }
            let folded = fold(word);
            if folded != *word {
                out.by_folded.entry(folded).or_default().push(word.clone());
            }
        }
        Ok(out)
    }

    /// Frequency of a lower-case word; 0 when no text contains it.
    fn frequency(&self, word: &str) -> u64 {
        self.exact.get(word).unwrap_or(0)
    }

    /// Whether a text contains a lower-case word, in any inflection or as a part of a compound.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.frequency(word) > 0 || self.lemmas.contains(&WordTerms::cached(word).lemma)
    }

    /// Whether a text or the lexicon contains a lower-case word.
    pub(crate) fn is_known(&self, word: &str) -> bool {
        self.exact.contains_key(word) || self.lemmas.contains(&WordTerms::cached(word).lemma)
    }

    /// The most frequent compound in the records with a modifier and a head, given by their lemmas.
    pub(crate) fn compound_of(&self, modifier: &str, head: &str) -> Option<&str> {
        self.compounds.get(&(modifier.to_owned(), head.to_owned())).map(String::as_str)
    }

    /// Whether the complete name of a record has this key (`text::name_key`).
    pub(crate) fn is_full_name(&self, key: &str) -> bool {
        self.full_names.contains(key)
    }

    /// The most frequent word that equals `word` without diacritics (`vaxjo` → `växjö`).
    pub(crate) fn restore_diacritics(&self, word: &str) -> Option<&str> {
        let candidates = self.by_folded.get(&fold(word))?;
        candidates.iter().max_by_key(|w| self.frequency(w)).map(String::as_str)
    }

    /// [`Self::restore_diacritics`], if the word with diacritics is at least `ratio` times as frequent as the word
    /// as typed (`stod` → `stöd`).
    pub(crate) fn restore_frequent(&self, word: &str, ratio: u64) -> Option<&str> {
        let restored = self.restore_diacritics(word)?;
        (restored != word && self.frequency(restored) >= ratio * self.frequency(word)).then_some(restored)
    }

    /// The most frequent other word with the same phonetic key; `None` for a word of fewer than four letters.
    pub(crate) fn sounding_like(&self, word: &str) -> Option<&str> {
        if word.chars().count() < MIN_SOUND_LETTERS {
            return None;
        }
        let candidates = self.by_sound.get(&sound::key(word))?.iter().filter(|other| *other != word);
        candidates.max_by_key(|other| self.frequency(other)).map(String::as_str)
    }

    /// The nearest word without digits, by optimal string alignment: within one edit for a word of four to seven
    /// letters, within `limit` edits for a longer one; `None` for a shorter one. Ties break by frequency, then
    /// alphabetically.
    pub(crate) fn nearest(&self, word: &str, limit: usize) -> Option<String> {
        let edits = match word.chars().count() {
            0..MIN_EDIT_LETTERS => return None,
            MIN_EDIT_LETTERS..MIN_TWO_EDIT_LETTERS => 1,
            _ => limit,
        };
        let first = word.chars().next();
        let automaton = Levenshtein::new(word, edits);
        let mut words = self.exact.search_with_state(&automaton).into_stream();
        let mut best: Option<((usize, Reverse<u64>), String)> = None;
        while let Some((other, frequency, state)) = words.next() {
            let Ok(other) = std::str::from_utf8(other) else { continue };
            if other.bytes().any(|b| b.is_ascii_digit()) {
                continue;
            }
            // An error in the first letter is rare: it adds half an edit to the distance.
            let cost = 2 * automaton.distance(state) + usize::from(other.chars().next() != first);
            let key = (cost, Reverse(frequency));
            if best.as_ref().is_none_or(|(least, _)| key < *least) {
                best = Some((key, other.to_owned()));
            }
        }
        best.map(|(_, nearest)| nearest)
    }

    /// Whether a word of a record starts with `prefix`.
    pub(crate) fn has_completion(&self, prefix: &str) -> bool {
        !self.completions(prefix, 1).is_empty()
    }

    /// The most frequent words that start with `prefix`, at most `limit`.
    pub(crate) fn completions(&self, prefix: &str, limit: usize) -> Vec<String> {
        let mut words = self.exact.range().ge(prefix).into_stream();
        let mut completions: Vec<(String, u64)> = Vec::new();
        while let Some((word, frequency)) = words.next() {
            let Some(word) = std::str::from_utf8(word).ok().filter(|word| word.starts_with(prefix)) else { break };
            if frequency > 0 {
                completions.push((word.to_owned(), frequency));
            }
        }
        completions.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        completions.into_iter().take(limit).map(|(word, _)| word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same as [`TermDictionary::nearest`], by comparing every word.
    fn nearest_by_scan(frequencies: &BTreeMap<String, u64>, word: &str, limit: usize) -> Option<String> {
        let edits = match word.chars().count() {
            0..MIN_EDIT_LETTERS => return None,
            MIN_EDIT_LETTERS..MIN_TWO_EDIT_LETTERS => 1,
            _ => limit,
        };
        let first = word.chars().next();
        let near = |other: &str| Some(strsim::osa_distance(word, other)).filter(|distance| *distance <= edits);
        frequencies
            .iter()
            .filter(|(other, _)| !other.bytes().any(|b| b.is_ascii_digit()))
            .filter_map(|(other, frequency)| near(other).map(|distance| (distance, other, *frequency)))
            .min_by_key(|(distance, other, frequency)| {
                (2 * distance + usize::from(other.chars().next() != first), Reverse(*frequency))
            })
            .map(|(_, other, _)| other.clone())
    }

    #[test]
    fn an_edit_is_an_insertion_deletion_substitution_or_transposition() {
        let words = BTreeMap::from([("arbetsträning".to_owned(), 3), ("praktik".to_owned(), 9)]);
        let dictionary = TermDictionary::of_words(&words).unwrap();
        for typed in ["arbetsträing", "arbetstträning", "arbetsträninf", "arbetstränign", "abretstränign"] {
            assert_eq!(dictionary.nearest(typed, 2).as_deref(), Some("arbetsträning"), "{typed}");
        }
        assert_eq!(dictionary.nearest("abretstränign", 1), None);
        assert_eq!(dictionary.nearest("prkatisk", 1), None);
        assert_eq!(dictionary.nearest("pra", 1), None);
    }

    proptest! {
        #[test]
        fn the_automaton_finds_what_the_scan_finds(
            words in proptest::collection::btree_map("[abåö1]{1,10}", 1_u64..4, 0..60),
            typed in "[abåö1]{1,11}",
            limit in 1_usize..=2,
        ) {
            let dictionary = TermDictionary::of_words(&words).unwrap();
            prop_assert_eq!(dictionary.nearest(&typed, limit), nearest_by_scan(&words, &typed, limit));
        }
    }
}
