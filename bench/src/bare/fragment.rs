//! A fragment of a text with the searched words marked.

use std::ops::Range;
use tantivy::tokenizer::TextAnalyzer;

/// Length of a fragment, in bytes.
const LENGTH: usize = 180;

/// The stems that are marked.
pub(super) struct Marked<'a> {
    pub(super) stems: &'a [String],
    pub(super) analyzer: TextAnalyzer,
}

impl Marked<'_> {
    /// The part of a text with the first marked word, at most [`LENGTH`] bytes and the rest of a word.
    pub(super) fn fragment(&mut self, text: &str) -> String {
        let (mut marked, mut start): (Vec<Range<usize>>, Option<usize>) = (Vec::new(), None);
        for word in words(text) {
            if start.is_some_and(|start| word.end > start + LENGTH) {
                break;
            }
            if self.is_marked(&text[word.clone()]) {
                start.get_or_insert(word.start);
                marked.push(word);
            }
        }
        let start = start.unwrap_or(0);
        let end = (start + LENGTH).min(text.len());
        let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let (mut out, mut at) = (String::with_capacity(LENGTH + 40), start);
        for word in marked.into_iter().filter(|word| word.end <= end) {
            out.push_str(&text[at..word.start]);
            out.push_str("<mark>");
            out.push_str(&text[word.clone()]);
            out.push_str("</mark>");
            at = word.end;
        }
        out.push_str(&text[at..end]);
        out
    }

    /// Stems shorten words only, so most words are compared by their beginning and not stemmed.
    fn is_marked(&mut self, word: &str) -> bool {
        let lower = word.to_lowercase();
        if !self.stems.iter().any(|stem| lower.starts_with(stem.as_str())) {
            return false;
        }
        let mut tokens = self.analyzer.token_stream(word);
        tokens.advance() && self.stems.contains(&tokens.token().text)
    }
}

/// The runs of letters and digits of a text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = chars.find(|(_, c)| c.is_alphanumeric())?.0;
        let mut end = text.len();
        while let Some((at, c)) = chars.peek().copied() {
            if !c.is_alphanumeric() {
                end = at;
                break;
            }
            chars.next();
        }
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bare::analyzer;

    #[test]
    fn the_words_are_marked_in_any_inflection() {
        let stems = ["praktik".to_owned()];
        let mut marked = Marked { stems: &stems, analyzer: analyzer() };
        let text = format!("{}Praktiken är en praktik.", "och ".repeat(60));
        assert_eq!(marked.fragment(&text), "<mark>Praktiken</mark> är en <mark>praktik</mark>.");
        assert_eq!(marked.fragment("inget"), "inget");
        assert!(marked.fragment(&"å".repeat(400)).len() <= LENGTH + 2);
    }
}
