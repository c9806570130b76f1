//! The words of a table: headings, parts of values and codes, in the caller's language.

use catalogue::field::{self, Member, Shape};
use catalogue::vocabulary::fold;
use std::collections::BTreeMap;

/// What a table needs a word for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word<'a> {
    /// A field of the registry, as a heading.
    Field(&'a str),
    /// A member of a field's value, as the label of a part.
    Member(&'a str),
    /// A value that stands in no vocabulary: `owner`, `draft`, `MO`, `true`, `national` …
    Value(&'a str),
    /// A language (ISO 639); none when it has no word.
    Language(&'a str),
}

/// Stands for a value that is too long for a cell; bringing it in leaves the value as it is.
pub(super) const KEPT: &str = "kept";
/// Everyone in Sweden, as a coverage.
pub(super) const NATIONAL: &str = "national";
/// Members of an organisation that a row brings along, besides those of its role.
pub(super) const OF_AN_ORGANIZATION: [&str; 2] = ["name", "type"];

/// Words by what they are for.
#[derive(Debug, Clone, Default)]
pub(super) struct ColumnWords {
    fields: Lexicon,
    members: Lexicon,
    values: Lexicon,
    languages: Lexicon,
}

/// Words by key, and back.
#[derive(Debug, Clone, Default)]
struct Lexicon {
    words: BTreeMap<String, String>,
    keys: BTreeMap<String, String>,
}

impl Lexicon {
    fn add(&mut self, key: &str, word: Option<String>) {
        let word = word.unwrap_or_else(|| key.to_owned());
        self.keys.entry(fold(&word)).or_insert_with(|| key.to_owned());
        self.words.insert(key.to_owned(), word);
    }

    /// The word, when it leads back to the key; else the key.
    fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).filter(|word| self.key(word) == Some(key)).map_or(key, String::as_str)
    }

    fn key<'a>(&'a self, text: &str) -> Option<&'a str> {
        let exact = self.words.get_key_value(text.trim()).map(|(key, _)| key);
        exact.or_else(|| self.keys.get(&fold(text))).map(String::as_str)
    }
}

impl ColumnWords {
    pub(super) fn new(word: &dyn Fn(Word<'_>) -> Option<String>) -> Self {
        let mut words = Self::default();
        for field in field::fields() {
            words.fields.add(field.key, word(Word::Field(field.key)));
            words.add_shape(&field.shape, word);
        }
        // Sources may support these too, though they are no fields.
        for key in field::DERIVED {
            if let Some(label) = word(Word::Field(key)) {
                words.fields.add(key, Some(label));
            }
        }
        for key in OF_AN_ORGANIZATION {
            words.members.add(key, word(Word::Member(key)));
        }
        for value in ["true", "false", NATIONAL, KEPT] {
            words.values.add(value, word(Word::Value(value)));
        }
        let letters = || (b'a'..=b'z').map(char::from);
        let two: Vec<String> = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}"))).collect();
        let three = two.iter().flat_map(|start| letters().map(move |c| format!("{start}{c}")));
        for code in two.iter().cloned().chain(three) {
            if let Some(name) = word(Word::Language(&code)) {
                words.languages.add(&code, Some(name));
            }
        }
        words
    }

    fn add_shape(&mut self, shape: &'static Shape, word: &dyn Fn(Word<'_>) -> Option<String>) {
        match shape {
            Shape::List(item) => self.add_shape(item, word),
            Shape::Object(members) => {
                for Member { key, shape, .. } in *members {
                    self.members.add(key, word(Word::Member(key)));
                    self.add_shape(shape, word);
                }
            }
            Shape::OneOf(values) => values.iter().for_each(|value| self.values.add(value, word(Word::Value(value)))),
            _ => {}
        }
    }

    pub(super) fn field<'a>(&'a self, key: &'a str) -> &'a str {
        self.fields.word(key)
    }

    pub(super) fn field_of(&self, text: &str) -> Option<&str> {
        self.fields.key(text)
    }

    pub(super) fn member<'a>(&'a self, key: &'a str) -> &'a str {
        self.members.words.get(key).map_or(key, String::as_str)
    }

    pub(super) fn value<'a>(&'a self, key: &'a str) -> &'a str {
        self.values.word(key)
    }

    /// The one of these values that a text means.
    pub(super) fn value_of<'v>(&self, text: &str, values: &[&'v str]) -> Option<&'v str> {
        let wanted = fold(text);
        values.iter().copied().find(|value| fold(value) == wanted || fold(self.value(value)) == wanted)
    }

    pub(super) fn language<'a>(&'a self, code: &'a str) -> &'a str {
        self.languages.word(code)
    }

    pub(super) fn language_of(&self, text: &str) -> Option<&str> {
        self.languages.key(text)
    }
}
