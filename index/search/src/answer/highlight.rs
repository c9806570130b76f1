//! Highlights: the words of a query as byte ranges of a text.

use crate::text::{NumberedWord, QueryWord, TextWord, WordNumbers, words};
use hashbrown::HashMap;
use std::cell::RefCell;
use std::ops::Range;

/// Greatest length of a fragment, in bytes; it is exceeded only to complete the first highlight.
const FRAGMENT: usize = 120;
/// Greatest length of the text before the best match of a fragment, in bytes.
const LEAD: usize = 40;

/// A text of a record, or a fragment of one, with the ranges that match the query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlight {
    /// The text: plain, neither HTML nor Markdown.
    pub text: String,
    /// The matching words as byte ranges of `text`, in order, without overlaps.
    pub ranges: Vec<Range<usize>>,
    /// Whether the record's text continues before the fragment.
    pub is_cut_before: bool,
    /// Whether the record's text continues after the fragment.
    pub is_cut_after: bool,
}

/// Highlights the words of one query in many texts; caches which words match.
#[derive(Debug)]
pub(crate) struct Highlighter<'a> {
    /// The first query word with each lemma, by its index.
    by_lemma: HashMap<&'a str, usize>,
    /// The first query word with each text, by its index.
    by_text: HashMap<&'a str, usize>,
    has_only_stop_words: bool,
    cache: RefCell<MatchesByNumber>,
}

/// Which words of texts match, by their numbers.
#[derive(Debug, Default)]
struct MatchesByNumber {
    /// Epoch of the numbers.
    epoch: u64,
    /// [`NOT_COMPARED`], [`NO_MATCH`], or the index of the query word that the word matches plus [`FIRST_MATCH`].
    query_words: Vec<u16>,
}

const NOT_COMPARED: u16 = 0;
const NO_MATCH: u16 = 1;
const FIRST_MATCH: u16 = 2;

impl<'a> Highlighter<'a> {
    pub(crate) fn new(query: impl IntoIterator<Item = &'a QueryWord>) -> Self {
        let (mut by_lemma, mut by_text) = (HashMap::new(), HashMap::new());
        let mut has_only_stop_words = true;
        for (at, word) in query.into_iter().enumerate() {
            by_lemma.entry(word.lemma.as_str()).or_insert(at);
            by_text.entry(word.text.as_str()).or_insert(at);
            has_only_stop_words &= !word.is_content();
        }
        Self { by_lemma, by_text, has_only_stop_words, cache: RefCell::default() }
    }

    /// Whether a text contains a word of the query.
    pub(crate) fn matches(&self, text: &str) -> bool {
        WordNumbers::with(|numbers| words(text).iter().any(|word| self.match_of(&word.text, numbers).is_some()))
    }

    /// Whether a highlighted text contains a word of the query. `shown` highlights at least the words of this query.
    pub(crate) fn matches_in(&self, shown: &Highlight) -> bool {
        if self.has_only_stop_words {
            // Other highlighters leave stop words out.
            return self.matches(&shown.text);
        }
        shown.ranges.iter().any(|range| self.matches(&shown.text[range.clone()]))
    }

    /// Highlights a whole text; `None` when it contains no word of the query.
    pub(crate) fn whole(&self, text: &str) -> Option<Highlight> {
        let ranges: Vec<_> = self.matching_words(&words(text)).into_iter().map(|m| m.range).collect();
        (!ranges.is_empty()).then(|| Highlight { text: text.to_owned(), ranges, ..Highlight::default() })
    }

    /// The fragment of a text with the most distinct words of the query; `None` when the text contains none.
    pub(crate) fn fragment(&self, text: &str) -> Option<Highlight> {
        let words = words(text);
        let matches = self.matching_words(&words);
        let mut different = Vec::new();
        let best = matches.iter().enumerate().max_by_key(|(i, first)| {
            let inside = matches[*i..].iter().take_while(|m| m.range.end <= first.range.start + FRAGMENT - LEAD);
            different.clear();
            let mut all = 0;
            for WordMatch { query_word, .. } in inside {
                all += 1;
                if !different.contains(query_word) {
                    different.push(*query_word);
                }
            }
            // Distinct words count more than repetitions; ties break by position.
            (different.len(), all, std::cmp::Reverse(*i))
        });
        let best = &best?.1.range;
        let start = if best.start <= LEAD { 0 } else { word_start(&words, best.start - LEAD) };
        let end =
            if text.len() - start <= FRAGMENT { text.len() } else { word_end(&words, start + FRAGMENT, text.len()) };
        let end = end.max(best.end);
        let is_cut_after = end < text.len();
        let inside = matches.iter().map(|m| &m.range).filter(|range| range.start >= start && range.end <= end);
        let ranges = inside.map(|range| range.start - start..range.end - start).collect();
        Some(Highlight { text: text[start..end].to_owned(), ranges, is_cut_before: start > 0, is_cut_after })
    }

    fn matching_words(&self, words: &[TextWord<'_>]) -> Vec<WordMatch> {
        WordNumbers::with(|numbers| {
            let matching =
                words.iter().filter_map(|word| Some((word.range.clone(), self.match_of(&word.text, numbers)?)));
            matching.map(|(range, query_word)| WordMatch { range, query_word }).collect()
        })
    }

    /// [`Self::query_word`], cached.
    fn match_of(&self, word: &str, numbers: &mut WordNumbers) -> Option<usize> {
        if self.by_lemma.is_empty() {
            return None;
        }
        let number = numbers.number(word);
        let mut cache = self.cache.borrow_mut();
        if cache.epoch != numbers.epoch {
            *cache = MatchesByNumber { epoch: numbers.epoch, ..MatchesByNumber::default() };
        }
        let at = number as usize;
        if cache.query_words.len() <= at {
            let mut longer = vec![NOT_COMPARED; (at + 1).next_power_of_two()];
            longer[..cache.query_words.len()].copy_from_slice(&cache.query_words);
            cache.query_words = longer;
        }
        let state = &mut cache.query_words[at];
        if *state == NOT_COMPARED {
            let found = self.query_word(numbers.word(number)).and_then(|query_word| u16::try_from(query_word).ok());
            *state = found.and_then(|query_word| query_word.checked_add(FIRST_MATCH)).unwrap_or(NO_MATCH);
        }
        state.checked_sub(FIRST_MATCH).map(usize::from)
    }

    /// Index of the query word that a word matches, in any inflection or by one of its parts.
    fn query_word(&self, word: &NumberedWord) -> Option<usize> {
        if word.is_stop_word && !self.has_only_stop_words {
            return None;
        }
        let with_lemma = |lemma: &String| self.by_lemma.get(lemma.as_str()).copied();
        let direct =
            with_lemma(&word.terms.lemma).into_iter().chain(self.by_text.get(word.text.as_str()).copied()).min();
        direct.or_else(|| word.terms.head.iter().chain(&word.terms.modifiers).filter_map(with_lemma).min())
    }
}

/// A word of a text that matches a word of the query.
#[derive(Debug, Clone)]
struct WordMatch {
    range: Range<usize>,
    /// Index of the word of the query.
    query_word: usize,
}

/// Start of the first word at or after a position; 0 when there is none.
fn word_start(words: &[TextWord<'_>], at: usize) -> usize {
    words.iter().map(|word| word.range.start).find(|start| *start >= at).unwrap_or(0)
}

/// End of the last word that ends at or before a position; `otherwise` when there is none.
fn word_end(words: &[TextWord<'_>], at: usize, otherwise: usize) -> usize {
    words.iter().map(|word| word.range.end).take_while(|end| *end <= at).last().unwrap_or(otherwise)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;
    use proptest::prelude::*;

    fn content_words(text: &str) -> Vec<QueryWord> {
        tokens(text).into_iter().map(|t| t.word).filter(QueryWord::is_content).collect()
    }

    fn highlighted(highlight: &Highlight) -> Vec<&str> {
        highlight.ranges.iter().map(|range| &highlight.text[range.clone()]).collect()
    }

    #[test]
    fn inflected_words_are_highlighted() {
        let query = content_words("praktikplats växjö");
        let highlight = Highlighter::new(&query).whole("Praktikplatsen i Växjö & <b>").unwrap();
        assert_eq!(highlighted(&highlight), ["Praktikplatsen", "Växjö"]);
        assert_eq!(Highlighter::new(&query).whole("ingenting här"), None);
    }

    #[test]
    fn the_fragment_holds_the_most_different_words() {
        let filler = "ord som inte betyder något särskilt alls. ".repeat(20);
        let text = format!("Språk. {filler}Här övar du språk på ett café i stan. {filler}");
        let fragment = Highlighter::new(&content_words("språk café")).fragment(&text).unwrap();
        assert!(fragment.is_cut_before && fragment.is_cut_after, "{fragment:?}");
        assert_eq!(highlighted(&fragment), ["språk", "café"]);
    }

    proptest! {
        #[test]
        fn ranges_are_words_in_order(text in "\\PC{0,400}", query in "\\PC{0,60}") {
            let query = content_words(&query);
            let highlighter = Highlighter::new(&query);
            for highlight in [highlighter.whole(&text), highlighter.fragment(&text)].into_iter().flatten() {
                prop_assert!(text.contains(&highlight.text));
                prop_assert!(highlight.ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
                prop_assert!(highlighted(&highlight).iter().all(|word| word.chars().all(char::is_alphanumeric)));
            }
        }

        #[test]
        fn a_word_of_the_text_is_highlighted(text in "[a-zåäö]{3,12}( [a-zåäö<&]{3,12}){0,40}", pick in 0usize..40) {
            let all: Vec<&str> = swedish::words(&text).map(|w| w.text).collect();
            let query = content_words(all[pick % all.len()]);
            // Stop words alone are never highlighted.
            prop_assume!(!query.is_empty());
            prop_assert!(Highlighter::new(&query).fragment(&text).is_some_and(|fragment| !fragment.ranges.is_empty()));
        }
    }
}
