//! Numbers of the words of texts, so that words are compared by number in many texts.

use super::form::WordTerms;
use super::segment::is_stop_word;
use hashbrown::{DefaultHashBuilder, HashMap};
use std::cell::RefCell;
use std::hash::BuildHasher;
use std::rc::Rc;

/// Greatest number of numbered words of one thread (some megabytes). A full table is cleared.
const MAX_WORDS: usize = 30_000;

/// A word of texts.
#[derive(Debug)]
pub(crate) struct NumberedWord {
    /// In lower case.
    pub(crate) text: String,
    pub(crate) is_stop_word: bool,
    pub(crate) terms: Rc<WordTerms>,
}

/// The numbers of words, by the hash of the word as written. The table is small enough for the cache of a processor core:
/// it is looked up for every word of every hit. Two of its words have the same hash with a probability of 10⁻¹¹; one of
/// them would be highlighted like the other.
#[derive(Debug, Default)]
pub(crate) struct WordNumbers {
    hasher: DefaultHashBuilder,
    numbers: HashMap<u64, u32>,
    words: Vec<NumberedWord>,
    /// Number of times that the table was cleared: numbers of another epoch mean other words.
    pub(crate) epoch: u64,
}

thread_local! {
    static NUMBERS: RefCell<WordNumbers> = RefCell::default();
}

impl WordNumbers {
    /// Uses the table of this thread.
    pub(crate) fn with<T>(use_them: impl FnOnce(&mut Self) -> T) -> T {
        NUMBERS.with_borrow_mut(use_them)
    }

    /// The number of a word as written.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        let hash = self.hasher.hash_one(word);
        if let Some(number) = self.numbers.get(&hash) {
            return *number;
        }
        if self.words.len() == MAX_WORDS {
            self.numbers.clear();
            self.words.clear();
            self.epoch += 1;
        }
        let text = word.to_lowercase();
        let number = self.words.len() as u32;
        self.words.push(NumberedWord { is_stop_word: is_stop_word(&text), terms: WordTerms::cached(&text), text });
        self.numbers.insert(hash, number);
        number
    }

    /// The word of a number of the present epoch.
    pub(crate) fn word(&self, number: u32) -> &NumberedWord {
        &self.words[number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_until_the_table_is_cleared() {
        let mut numbers = WordNumbers::default();
        let first = numbers.number("Praktik");
        assert_eq!(numbers.number("Praktik"), first);
        assert_ne!(numbers.number("praktik"), first);
        assert_eq!(numbers.word(first).text, "praktik");
        assert!(numbers.words.len() == 2 && numbers.epoch == 0);
        for n in 0..MAX_WORDS {
            numbers.number(&n.to_string());
        }
        assert_eq!(numbers.epoch, 1);
        let again = numbers.number("Praktik");
        assert_eq!(numbers.word(again).text, "praktik");
    }
}
