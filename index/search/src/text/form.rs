//! The forms in which a word is indexed and searched.

use super::segment::{is_stop_word, words};
use catalogue::vocabulary::fold;
use std::cell::RefCell;
use std::collections::HashMap;
use swedish::{MAX_WORD, compound, lemma};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// A form in which a word is indexed. Every zone of a record has one text field for each form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// As written, in lower case.
    Exact,
    /// The stem of the lemma: equal for all inflected forms of a word.
    Lemma,
    /// The lemma and, for a compound, the lemma of its head (last part), unless the head misleads
    /// (`misleading_heads.txt`): *arbetsträning* is a *träning*, *bidragsberoende* is no *beroende*.
    Head,
    /// The lemma and, for a compound, the lemmas of its parts, without a misleading head.
    Parts,
}

impl Form {
    /// All forms.
    pub const ALL: [Form; 4] = [Form::Exact, Form::Lemma, Form::Head, Form::Parts];

    /// Its name in the schema and in `ranking.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Exact => "exact",
            Form::Lemma => "lemma",
            Form::Head => "head",
            Form::Parts => "parts",
        }
    }

    /// The terms of a lower-case word in this form, cached per thread.
    fn terms(self, word: &str) -> Vec<String> {
        if self == Form::Exact {
            return vec![word.to_owned()];
        }
        TERM_CACHE.with_borrow_mut(|cache| {
            let cache = &mut cache[self as usize];
            if let Some(terms) = cache.get(word) {
                return terms.clone();
            }
            let terms = self.analyze(word);
            if cache.len() == MAX_CACHED_WORDS {
                cache.clear();
            }
            cache.insert(word.to_owned(), terms.clone());
            terms
        })
    }

    fn analyze(self, word: &str) -> Vec<String> {
        match self {
            Form::Exact => vec![word.to_owned()],
            Form::Lemma => vec![lemma::lemma(word)],
            Form::Head | Form::Parts => {
                let mut terms = vec![lemma::lemma(word)];
                let mut parts = compound::parts(word);
                let head = parts.pop().filter(|_| !compound::has_misleading_head(&terms[0]));
                let modifiers = if self == Form::Parts { parts } else { Vec::new() };
                for part in modifiers.into_iter().chain(head).map(|part| lemma::lemma(&part)) {
                    if !terms.contains(&part) {
                        terms.push(part);
                    }
                }
                terms
            }
        }
    }
}

/// Capacity of the cache of one form and one thread, in words (some megabytes). A full cache is cleared.
const MAX_CACHED_WORDS: usize = 30_000;

thread_local! {
    /// Terms of recent words, by form. Words recur in texts, and splitting a word into parts takes longer than
    /// the rest of its indexing.
    static TERM_CACHE: RefCell<[HashMap<String, Vec<String>>; Form::ALL.len()]> = RefCell::default();
}

/// Tantivy tokenizer of a [`Form`]. It omits stop words and words longer than [`MAX_WORD`], which count for no position:
/// a phrase is the same with other stop words. All terms of a word have the position of the word.
#[derive(Debug, Clone, Copy)]
pub struct FormTokenizer(pub Form);

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let mut tokens = Vec::new();
        let mut position = 0;
        for word in words(text).into_iter().filter(|word| word.text.len() <= MAX_WORD) {
            let lower = word.text.to_lowercase();
            if is_stop_word(&lower) {
                continue;
            }
            tokens.extend(self.0.terms(&lower).into_iter().map(|text| Token {
                offset_from: word.range.start,
                offset_to: word.range.end,
                position,
                text,
                position_length: 1,
            }));
            position += 1;
        }
        Tokens { tokens, next: 0 }
    }
}

/// Length of an n-gram, in characters.
const GRAM: usize = 4;

/// Overlapping character 4-grams of the folded text, in which one space surrounds each word. They match words with
/// typing errors and parts of compounds that are not split.
pub fn grams(text: &str) -> Vec<String> {
    let folded = fold(text);
    let spaced: Vec<char> =
        words(&folded).iter().flat_map(|w| std::iter::once(' ').chain(w.text.chars())).chain([' ']).collect();
    spaced.windows(GRAM).map(|gram| gram.iter().collect()).collect()
}

/// Tantivy tokenizer of [`grams`].
#[derive(Debug, Clone, Copy)]
pub struct GramTokenizer;

impl Tokenizer for GramTokenizer {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let token = |(position, text)| Token { offset_from: 0, offset_to: 0, position, text, position_length: 1 };
        Tokens { tokens: grams(text).into_iter().enumerate().map(token).collect(), next: 0 }
    }
}

/// The tokens of one text.
#[derive(Debug)]
pub struct Tokens {
    tokens: Vec<Token>,
    next: usize,
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(form: Form, text: &str) -> Vec<String> {
        let mut tokenizer = FormTokenizer(form);
        let mut stream = tokenizer.token_stream(text);
        let mut out = Vec::new();
        while stream.advance() {
            out.push(stream.token().text.clone());
        }
        out
    }

    #[test]
    fn forms_of_a_text() {
        assert_eq!(tokens(Form::Exact, "Ungdomar på Språkcaféer"), ["ungdomar", "språkcaféer"]);
        assert_eq!(tokens(Form::Lemma, "ungdomar"), tokens(Form::Lemma, "ungdom"));
        assert!(tokens(Form::Exact, &"a".repeat(200)).is_empty());
    }

    #[test]
    fn a_misleading_head_is_no_term() {
        let lemma = |word: &str| lemma::lemma(word);
        assert_eq!(tokens(Form::Head, "arbetsträning"), [lemma("arbetsträning"), lemma("träning")]);
        assert_eq!(tokens(Form::Parts, "arbetsträning"), [lemma("arbetsträning"), lemma("arbete"), lemma("träning")]);
        assert_eq!(tokens(Form::Head, "bidragsberoende"), [lemma("bidragsberoende")]);
        assert_eq!(tokens(Form::Parts, "bidragsberoende"), [lemma("bidragsberoende"), lemma("bidrag")]);
    }

    #[test]
    fn a_cached_word_has_the_same_terms() {
        for word in ["ungdomskoordinatorn", "språkcafé", "ungdomskoordinatorn", "språkcafé"] {
            for form in Form::ALL {
                assert_eq!(form.terms(word), form.analyze(word));
            }
        }
    }

    #[test]
    fn grams_hold_word_borders_and_no_diacritics() {
        assert_eq!(grams("Få jobb"), [" fa ", "fa j", "a jo", " job", "jobb", "obb "]);
        assert!(grams("–").is_empty());
    }
}
