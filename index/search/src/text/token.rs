//! Free text as query words.

use super::form::WordTerms;
use super::segment::{is_stop_word, words};
use swedish::{MAX_WORD, compound};

/// One word of a query or of another analysed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// In lower case.
    pub text: String,
    /// The stem of its lemma.
    pub lemma: String,
}

impl QueryWord {
    /// Lower-cases a word and looks up its lemma.
    pub fn new(text: &str) -> Self {
        let text = text.to_lowercase();
        Self { lemma: WordTerms::cached(&text).lemma.clone(), text }
    }

    /// The parts of a compound; empty for any other word.
    pub fn parts(&self) -> Vec<QueryWord> {
        WordTerms::cached(&self.text).parts.iter().map(|part| QueryWord::new(part)).collect()
    }

    /// The parts of a compound by which a query matches it: without a misleading head.
    pub fn matched_parts(&self) -> Vec<QueryWord> {
        let mut parts = self.parts();
        if compound::has_misleading_head(&self.lemma) {
            parts.pop();
        }
        parts
    }

    /// Whether the word is not a stop word.
    pub fn is_content(&self) -> bool {
        !is_stop_word(&self.text)
    }
}

/// One word of a text with its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word.
    pub word: QueryWord,
    /// As typed, in its one form.
    pub raw: String,
    /// Start in the text, in bytes.
    pub start: usize,
    /// End in the text, in bytes.
    pub end: usize,
}

/// The words of a text in order, without those longer than `swedish::MAX_WORD` bytes.
pub fn tokens(text: &str) -> Vec<Token> {
    words(text)
        .into_iter()
        .filter(|w| w.text.len() <= MAX_WORD)
        .map(|w| Token {
            word: QueryWord::new(&w.text),
            raw: w.text.into_owned(),
            start: w.range.start,
            end: w.range.end,
        })
        .collect()
}

/// The distinct words of a text in order, without stop words.
pub fn content_words(text: &str) -> Vec<QueryWord> {
    let mut out: Vec<QueryWord> = Vec::new();
    for word in tokens(text).into_iter().map(|t| t.word).filter(QueryWord::is_content) {
        if !out.contains(&word) {
            out.push(word);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_positions() {
        let text = "Praktik för UNGA";
        let found = tokens(text);
        assert_eq!(found.iter().map(|t| t.word.text.as_str()).collect::<Vec<_>>(), ["praktik", "för", "unga"]);
        assert_eq!(&text[found[2].start..found[2].end], "UNGA");
        assert!(!found[1].word.is_content());
        assert!(tokens("… – ?!").is_empty());
    }
}
