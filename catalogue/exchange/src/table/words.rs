//! The words of a table in the caller's language: headings, labels of members, and values.

use catalogue::field::{self, Member, Shape};
use catalogue::vocabulary::fold;
use std::collections::BTreeMap;

/// A word that a table needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableWord<'a> {
    /// The heading of a field.
    Field(&'a str),
    /// The label of a member.
    Member(&'a str),
    /// A value that is in no vocabulary: `owner`, `draft`, `MO`, `true`, `national` …
    Value(&'a str),
    /// The name of a language by its code (ISO 639).
    Language(&'a str),
}

/// Key of the word that replaces a value too long for a cell. Importing it leaves the stored value unchanged.
pub(super) const KEPT_VALUE: &str = "kept";
/// The code of national coverage.
pub(super) const NATIONAL: &str = "national";
/// Members of an organisation that a row defines inline, in addition to id and role.
pub(super) const INLINE_ORGANIZATION_MEMBERS: [&str; 2] = ["name", "type"];

/// The words of a table, by kind.
#[derive(Debug, Clone, Default)]
pub(super) struct ColumnWords {
    fields: WordMap,
    members: WordMap,
    values: WordMap,
    languages: WordMap,
}

/// Words by key, and keys by word.
#[derive(Debug, Clone, Default)]
struct WordMap {
    words: BTreeMap<String, String>,
    keys: BTreeMap<String, String>,
}

impl WordMap {
    fn add(&mut self, key: &str, word: Option<String>) {
        let word = word.unwrap_or_else(|| key.to_owned());
        self.keys.entry(fold(&word)).or_insert_with(|| key.to_owned());
        self.words.insert(key.to_owned(), word);
    }

    /// The word of a key; the key itself when the word is missing or resolves to another key.
    fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).filter(|word| self.key(word) == Some(key)).map_or(key, String::as_str)
    }

    fn key<'a>(&'a self, text: &str) -> Option<&'a str> {
        let exact = self.words.get_key_value(text.trim()).map(|(key, _)| key);
        exact.or_else(|| self.keys.get(&fold(text))).map(String::as_str)
    }
}

impl ColumnWords {
    pub(super) fn new(word: &dyn Fn(TableWord<'_>) -> Option<String>) -> Self {
        let mut words = Self::default();
        for field in field::fields() {
            words.fields.add(field.key, word(TableWord::Field(field.key)));
            words.add_shape(&field.shape, word);
        }
        // Sources may also support derived keys.
        for key in field::DERIVED {
            if let Some(label) = word(TableWord::Field(key)) {
                words.fields.add(key, Some(label));
            }
        }
        for key in INLINE_ORGANIZATION_MEMBERS {
            words.members.add(key, word(TableWord::Member(key)));
        }
        for value in ["true", "false", NATIONAL, KEPT_VALUE] {
            words.values.add(value, word(TableWord::Value(value)));
        }
        let letters = || (b'a'..=b'z').map(char::from);
        let two: Vec<String> = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}"))).collect();
        let three = two.iter().flat_map(|start| letters().map(move |c| format!("{start}{c}")));
        for code in two.iter().cloned().chain(three) {
            if let Some(name) = word(TableWord::Language(&code)) {
                words.languages.add(&code, Some(name));
            }
        }
        words
    }

    fn add_shape(&mut self, shape: &'static Shape, word: &dyn Fn(TableWord<'_>) -> Option<String>) {
        match shape {
            Shape::List(item) => self.add_shape(item, word),
            Shape::Object(members) => {
                for Member { key, shape, .. } in *members {
                    self.members.add(key, word(TableWord::Member(key)));
                    self.add_shape(shape, word);
                }
            }
            Shape::OneOf(values) => {
                values.iter().for_each(|value| self.values.add(value, word(TableWord::Value(value))));
            }
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

    /// The element of `values` whose key or word equals a text after folding.
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
