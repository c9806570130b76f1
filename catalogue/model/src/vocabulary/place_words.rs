//! The forms in which the name of a place may be written.

use super::place_entry::PlaceKind;
use unicode_normalization::UnicodeNormalization;

/// Words after the name of a municipality that belong to it.
const MUNICIPALITY_SUFFIXES: [&str; 6] = ["kommun", "kommunen", "kommuns", "kommunens", "stad", "stads"];
/// Words after the name of a county that belong to it.
const COUNTY_SUFFIXES: [&str; 4] = ["län", "länet", "läns", "länets"];
/// Words before the name of a county that belong to it.
const COUNTY_PREFIXES: [&str; 2] = ["region", "regionen"];
/// Fewest letters of a name whose genitive is read.
const MIN_GENITIVE_LETTERS: usize = 3;

const ANY: &[PlaceKind] = &PlaceKind::ALL;
const WITH_MUNICIPALITY_SUFFIX: &[PlaceKind] = &[PlaceKind::Municipality, PlaceKind::District, PlaceKind::Locality];
const WITH_COUNTY_WORD: &[PlaceKind] = &[PlaceKind::County];

/// A key under which a name may be in the table, and the kinds of places that it may name.
pub(super) struct PlaceForm {
    pub(super) key: String,
    pub(super) kinds: &'static [PlaceKind],
    /// Whether a word that belongs to the name of an authority was removed.
    pub(super) is_official: bool,
}

/// The parts of a name in lower case, separated by blanks or hyphens.
pub(super) struct PlaceWords(Vec<String>);

impl PlaceWords {
    pub(super) fn new(text: &str) -> Self {
        let text: String = text.nfc().collect::<String>().to_lowercase();
        let is_separator = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–');
        Self(text.split(is_separator).filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }

    /// The keys of a name in the table: its parts separated by blanks, and joined.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = vec![self.0.join(" ")];
        if self.0.len() > 1 {
            keys.push(self.0.concat());
        }
        keys
    }

    /// The keys to look up, in order of precedence: the text itself, and without the words and the genitive that
    /// belong to a name.
    pub(super) fn forms(&self) -> Vec<PlaceForm> {
        let parts: Vec<&str> = self.0.iter().map(String::as_str).collect();
        let mut forms = Vec::new();
        let mut push = |parts: &[&str], kinds, is_official| {
            let key = parts.join(" ");
            let genitive = key.strip_suffix('s').filter(|base| base.chars().count() >= MIN_GENITIVE_LETTERS);
            let genitive = genitive.map(str::to_owned);
            forms.extend([Some(key), genitive].into_iter().flatten().map(|key| PlaceForm { key, kinds, is_official }));
        };
        let has_official_word = parts.last().is_some_and(|last| MUNICIPALITY_SUFFIXES.contains(last))
            || parts.first().is_some_and(|first| parts.len() > 1 && COUNTY_PREFIXES.contains(first))
            || parts.last().is_some_and(|last| is_county_suffix(last));
        push(&parts, ANY, has_official_word);
        match parts.as_slice() {
            [name @ .., suffix] if !name.is_empty() && MUNICIPALITY_SUFFIXES.contains(suffix) => {
                push(name, WITH_MUNICIPALITY_SUFFIX, true);
            }
            [prefix, name @ ..] if !name.is_empty() && COUNTY_PREFIXES.contains(prefix) => {
                push(without_county_suffix(name), WITH_COUNTY_WORD, true);
            }
            [name @ .., suffix] if !name.is_empty() && is_county_suffix(suffix) => {
                push(name, WITH_COUNTY_WORD, true);
            }
            _ => {}
        }
        forms
    }
}

fn without_county_suffix<'a>(parts: &'a [&'a str]) -> &'a [&'a str] {
    match parts {
        [name @ .., suffix] if !name.is_empty() && is_county_suffix(suffix) => name,
        _ => parts,
    }
}

/// Whether a word is *län* in one of its forms, also without diacritics.
fn is_county_suffix(word: &str) -> bool {
    COUNTY_SUFFIXES.iter().any(|suffix| *suffix == word || super::fold(suffix) == word)
}

/// A code at the start of a text and the name after it, as (digits, name): `0780 Växjö`, `07`, `360 30 Vislanda`,
/// `0764 (Alvesta)`. `None` when the text starts with another number of digits than 2, 4 or 5, or a name follows
/// without a blank.
pub(super) fn leading_code(text: &str) -> Option<(String, &str)> {
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (first, rest) = text.split_at(count(text));
    let (digits, rest) = if first.len() == 3 {
        let (second, rest) = rest.strip_prefix([' ', '\u{a0}']).map(|rest| rest.split_at(count(rest)))?;
        (format!("{first}{second}"), rest)
    } else {
        (first.to_owned(), rest)
    };
    let name = name_after_code(rest)?;
    matches!(digits.len(), 2 | 4 | 5).then_some((digits, name))
}

/// The name after a code, without brackets and punctuation.
fn name_after_code(rest: &str) -> Option<&str> {
    let is_separated = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
    is_separated
        .then(|| rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':' | '-' | '–')))
}
