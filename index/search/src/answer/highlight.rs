//! Marks the words of a query in a text: HTML-escaped text with only `<mark>` added.

use crate::text::QueryWord;
use std::cell::RefCell;
use std::collections::HashMap;
use swedish::words;

/// How much of a long text is shown, in bytes before the last word is completed.
const FRAGMENT: usize = 120;
/// How much is shown before the first mark, in bytes.
const LEAD: usize = 40;

/// Marks the words of one query in texts. A word that comes again, in the same text or the next, is
/// looked at once.
#[derive(Debug)]
pub(crate) struct Highlighter<'a> {
    query: &'a [QueryWord],
    only_stop_words: bool,
    /// Which word of the query each word met so far matches.
    known: RefCell<HashMap<String, Option<usize>>>,
}

impl<'a> Highlighter<'a> {
    pub(crate) fn new(query: &'a [QueryWord]) -> Self {
        let only_stop_words = query.iter().all(|w| !w.is_content());
        Self { query, only_stop_words, known: RefCell::default() }
    }

    /// A whole text with the query's words marked; `None` when none of them stands in it.
    pub(crate) fn whole(&self, text: &str) -> Option<String> {
        let marks = self.marks(text);
        (!marks.is_empty()).then(|| render(text, 0, text.len(), &marks))
    }

    /// The part of a text that holds the most of the query's words, with these marked; `…` stands
    /// where something is left out.
    pub(crate) fn fragment(&self, text: &str) -> Option<String> {
        let marks = self.marks(text);
        let best = marks.iter().enumerate().max_by_key(|(i, mark)| {
            let inside = marks[*i..].iter().take_while(|m| m.end <= mark.start + FRAGMENT - LEAD);
            let different: std::collections::BTreeSet<usize> = inside.clone().map(|m| m.word).collect();
            // Different words count more than repeats; of equals the first.
            (different.len(), inside.count(), std::cmp::Reverse(*i))
        });
        let (_, best) = best?;
        let start = if best.start <= LEAD { 0 } else { word_start(text, best.start - LEAD) };
        let end = if text.len() - start <= FRAGMENT { text.len() } else { word_end(text, start + FRAGMENT) };
        let mut out = String::new();
        if start > 0 {
            out.push_str("… ");
        }
        out.push_str(&render(text, start, end.max(best.end), &marks));
        if end < text.len() {
            out.push_str(" …");
        }
        Some(out)
    }

    fn marks(&self, text: &str) -> Vec<Mark> {
        let mut known = self.known.borrow_mut();
        let mut word_of = |word: &str| match known.get(word) {
            Some(matching) => *matching,
            None => *known.entry(word.to_owned()).or_insert_with(|| self.matching(word)),
        };
        words(text).filter_map(|w| word_of(w.text).map(|word| Mark { start: w.start, end: w.end, word })).collect()
    }

    /// The word of the query that a word is: the same in whatever inflection, or one of its parts.
    fn matching(&self, word: &str) -> Option<usize> {
        let word = QueryWord::new(word);
        if !word.is_content() && !self.only_stop_words {
            return None;
        }
        let direct = self.query.iter().position(|q| q.lemma == word.lemma || q.text == word.text);
        direct.or_else(|| {
            let parts = word.parts();
            self.query.iter().position(|q| parts.iter().any(|part| part.lemma == q.lemma))
        })
    }
}

/// A word of the text that matches a word of the query.
#[derive(Debug, Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    /// Which word of the query.
    word: usize,
}

/// The first word that begins at or after a place.
fn word_start(text: &str, at: usize) -> usize {
    words(text).map(|w| w.start).find(|start| *start >= at).unwrap_or(0)
}

/// The end of the last word that ends at or before a place.
fn word_end(text: &str, at: usize) -> usize {
    words(text).map(|w| w.end).take_while(|end| *end <= at).last().unwrap_or(text.len())
}

fn render(text: &str, start: usize, end: usize, marks: &[Mark]) -> String {
    let mut out = String::with_capacity(end - start + 32);
    let mut at = start;
    for mark in marks.iter().filter(|m| m.start >= start && m.end <= end) {
        escape(&text[at..mark.start], &mut out);
        out.push_str("<mark>");
        escape(&text[mark.start..mark.end], &mut out);
        out.push_str("</mark>");
        at = mark.end;
    }
    escape(&text[at..end], &mut out);
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => out.push(' '),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;
    use proptest::prelude::*;

    fn content_words(text: &str) -> Vec<QueryWord> {
        tokens(text).into_iter().map(|t| t.word).filter(QueryWord::is_content).collect()
    }

    #[test]
    fn inflected_words_are_marked() {
        let query = content_words("praktikplats växjö");
        let marked = Highlighter::new(&query).whole("Praktikplatsen i Växjö & <b>").unwrap();
        assert_eq!(marked, "<mark>Praktikplatsen</mark> i <mark>Växjö</mark> &amp; &lt;b&gt;");
        assert_eq!(Highlighter::new(&query).whole("ingenting här"), None);
    }

    #[test]
    fn the_fragment_holds_the_most_different_words() {
        let filler = "ord som inte betyder något särskilt alls. ".repeat(20);
        let text = format!("Språk. {filler}Här övar du språk på ett café i stan. {filler}");
        let fragment = Highlighter::new(&content_words("språk café")).fragment(&text).unwrap();
        assert!(fragment.starts_with("… ") && fragment.ends_with(" …"), "{fragment}");
        assert!(fragment.contains("<mark>språk</mark> på ett <mark>café</mark>"), "{fragment}");
    }

    proptest! {
        #[test]
        fn never_panics_and_is_always_safe(text in "\\PC{0,400}", query in "\\PC{0,60}") {
            let query = content_words(&query);
            let marker = Highlighter::new(&query);
            for html in [marker.whole(&text), marker.fragment(&text)].into_iter().flatten() {
                let bare = html.replace("<mark>", "").replace("</mark>", "");
                prop_assert!(!bare.contains('<') && !bare.contains('>') && !bare.contains('"'));
                prop_assert_eq!(html.matches("<mark>").count(), html.matches("</mark>").count());
            }
        }

        #[test]
        fn a_word_of_the_text_is_found_in_it(text in "[a-zåäö]{3,12}( [a-zåäö<&]{3,12}){0,40}", pick in 0usize..40) {
            let all: Vec<&str> = swedish::words(&text).map(|w| w.text).collect();
            let query = content_words(all[pick % all.len()]);
            // Stop words alone are never marked.
            prop_assume!(!query.is_empty());
            prop_assert!(Highlighter::new(&query).fragment(&text).is_some_and(|html| html.contains("<mark>")));
        }
    }
}
