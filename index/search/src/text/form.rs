//! The forms in which a word is indexed and looked for.

use catalogue::vocabulary::fold;
use std::cell::RefCell;
use std::collections::HashMap;
use swedish::{MAX_WORD, compound, is_stop_word, lemma, words};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// One way of writing a word down in the index. Every zone of a record has a field for each form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// As written, in lower case.
    Exact,
    /// The lemma's stem: inflected forms of a word are the same.
    Lemma,
    /// The lemma and, for a compound, the lemmas of its parts.
    Parts,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 3] = [Form::Exact, Form::Lemma, Form::Parts];

    /// Its name in the schema and in `ranking.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Exact => "exact",
            Form::Lemma => "lemma",
            Form::Parts => "parts",
        }
    }

    /// The terms of a lower-case word in this form, worked out once for each word that comes again.
    fn terms(self, word: &str) -> Vec<String> {
        if self == Form::Exact {
            return vec![word.to_owned()];
        }
        MET.with_borrow_mut(|met| {
            let met = &mut met[self as usize];
            if let Some(terms) = met.get(word) {
                return terms.clone();
            }
            let terms = self.analysed(word);
            if met.len() == MOST_MET {
                met.clear();
            }
            met.insert(word.to_owned(), terms.clone());
            terms
        })
    }

    fn analysed(self, word: &str) -> Vec<String> {
        match self {
            Form::Exact => vec![word.to_owned()],
            Form::Lemma => vec![lemma::lemma(word)],
            Form::Parts => {
                let mut terms = vec![lemma::lemma(word)];
                for part in compound::parts(word) {
                    let part = lemma::lemma(&part);
                    if !terms.contains(&part) {
                        terms.push(part);
                    }
                }
                terms
            }
        }
    }
}

/// Words whose terms are kept by a thread, in each form: some megabytes.
const MOST_MET: usize = 30_000;

thread_local! {
    /// The terms of the words that this thread has met, by form. Texts are made of the same words again
    /// and again, and looking one up in the lists, cutting it into parts in every way, costs more than
    /// all the rest of indexing it.
    static MET: RefCell<[HashMap<String, Vec<String>>; Form::ALL.len()]> = RefCell::default();
}

/// A [`Form`] as Tantivy wants it. All terms of a word carry its own place: sub-words with places of
/// their own would break phrases and highlights.
#[derive(Debug, Clone, Copy)]
pub struct FormTokenizer(pub Form);

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let mut tokens = Vec::new();
        for (position, word) in words(text).enumerate().filter(|(_, word)| word.text.len() <= MAX_WORD) {
            let lower = word.text.to_lowercase();
            if is_stop_word(&lower) {
                continue;
            }
            tokens.extend(self.0.terms(&lower).into_iter().map(|text| Token {
                offset_from: word.start,
                offset_to: word.end,
                position,
                text,
                position_length: 1,
            }));
        }
        Tokens { tokens, next: 0 }
    }
}

/// Length of a gram, in letters.
const GRAM: usize = 4;

/// Overlapping runs of four letters of a folded text, word borders included as blanks: nearly immune
/// to typing errors and to compounds that nobody has split.
pub fn grams(text: &str) -> Vec<String> {
    let folded = fold(text);
    let spaced: Vec<char> =
        words(&folded).flat_map(|w| std::iter::once(' ').chain(w.text.chars())).chain([' ']).collect();
    spaced.windows(GRAM).map(|gram| gram.iter().collect()).collect()
}

/// [`grams`] as Tantivy wants them.
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
    fn a_word_that_comes_again_has_the_same_terms() {
        for word in ["ungdomskoordinatorn", "språkcafé", "ungdomskoordinatorn", "språkcafé"] {
            for form in Form::ALL {
                assert_eq!(form.terms(word), form.analysed(word));
            }
        }
    }

    #[test]
    fn grams_hold_word_borders_and_no_marks() {
        assert_eq!(grams("Få jobb"), [" fa ", "fa j", "a jo", " job", "jobb", "obb "]);
        assert!(grams("–").is_empty());
    }
}
