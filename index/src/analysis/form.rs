//! The forms in which a word is indexed and looked for.

use super::{MAX_WORD, is_stop_word, stem, words};
use catalogue::vocabulary::fold;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// One way of writing a word down in the index. Every zone of a record has a field for each form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Lower case, without stop words, stemmed.
    Stem,
    /// The stem without marks (`å ä ö` as `a a o`), for those who cannot or do not type them.
    Folded,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 2] = [Form::Stem, Form::Folded];

    /// Its name in the schema and in `ranking.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Stem => "stem",
            Form::Folded => "folded",
        }
    }

    /// A lower-case word in this form.
    pub fn of(self, word: &str) -> String {
        match self {
            Form::Stem => stem(word),
            Form::Folded => fold(&stem(word)),
        }
    }
}

/// A [`Form`] as Tantivy wants it.
#[derive(Debug, Clone, Copy)]
pub struct FormTokenizer(pub Form);

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let tokens = words(text)
            .enumerate()
            .filter(|(_, word)| word.text.len() <= MAX_WORD)
            .filter_map(|(position, word)| {
                let lower = word.text.to_lowercase();
                (!is_stop_word(&lower)).then(|| Token {
                    offset_from: word.start,
                    offset_to: word.end,
                    position,
                    text: self.0.of(&lower),
                    position_length: 1,
                })
            })
            .collect();
        Tokens { tokens, next: 0 }
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
        assert_eq!(tokens(Form::Stem, "Ungdomar på Växjös språkcaféer"), ["ungdom", "växjö", "språkcafé"]);
        assert_eq!(tokens(Form::Folded, "Ungdomar på Växjös språkcaféer"), ["ungdom", "vaxjo", "sprakcafe"]);
        assert!(tokens(Form::Stem, &"a".repeat(200)).is_empty());
    }
}
