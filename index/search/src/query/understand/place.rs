//! Detects places: municipalities, counties, landscapes, districts, localities and postal codes, also without
//! diacritics and in the genitive; municipalities also misspelt.

use super::misspelling::is_misspelling;
use super::{DetectedValue, FilterDetector, NamedFilter};
use crate::text::Token;
use catalogue::field::parameter;
use catalogue::vocabulary::{FoundPlace, PlaceKind, PlaceMatch, fold};
use swedish::{dictionary, is_stop_word};

/// Greatest number of words of a name: *Region Jämtland Härjedalen*, *Västra Götalands län*.
const LONGEST_NAME: usize = 4;

/// How a name is read in its context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameReading {
    /// It means the place.
    Place,
    /// It may mean the place.
    Offer,
    /// It is an ordinary word.
    Word,
}

/// The places in a text, in order; at each word the longest name wins.
pub(super) fn detect(text: &str, tokens: &[Token], detector: FilterDetector<'_>) -> Vec<NamedFilter> {
    let context = PlaceContext { text, tokens, detector };
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let longest = LONGEST_NAME.min(tokens.len() - at);
        let found = (1..=longest).rev().find_map(|len| context.place_at(at, len));
        match found.or_else(|| context.misspelt_at(at)) {
            Some(named) => {
                at = named.tokens.end;
                out.push(named);
            }
            None => at += 1,
        }
    }
    out
}

#[derive(Clone, Copy)]
struct PlaceContext<'a> {
    text: &'a str,
    tokens: &'a [Token],
    detector: FilterDetector<'a>,
}

impl PlaceContext<'_> {
    /// The place that the `len` tokens at `at` name.
    fn place_at(self, at: usize, len: usize) -> Option<NamedFilter> {
        let name = self.name(at, len)?;
        let found = self.detector.places.find(&name)?;
        let reading = if name.starts_with(|c: char| c.is_ascii_digit()) {
            self.postal_code_reading(at, len)
        } else {
            self.reading(at, len, &name, &found)
        };
        let values = found.places.iter().flat_map(place_values).collect();
        let is_offer = reading == NameReading::Offer;
        (reading != NameReading::Word).then_some(NamedFilter { tokens: at..at + len, values, is_offer })
    }

    /// The tokens as one name; `None` when other signs than blanks and hyphens separate them.
    fn name(self, at: usize, len: usize) -> Option<String> {
        let tokens = &self.tokens[at..at + len];
        let is_joined = |pair: &[Token]| {
            let gap = &self.text[pair[0].end..pair[1].start];
            gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–'))
        };
        let words = || tokens.iter().map(|token| token.raw.as_str()).collect::<Vec<_>>().join(" ");
        tokens.windows(2).all(is_joined).then(words)
    }

    /// A number is a postal code unless a unit follows it.
    fn postal_code_reading(self, at: usize, len: usize) -> NameReading {
        let next = self.tokens.get(at + len).map_or("", |token| token.word.text.as_str());
        let age = &self.detector.words.age;
        let has_unit = age.units.iter().chain(&age.years).any(|unit| unit == next);
        if has_unit { NameReading::Word } else { NameReading::Place }
    }

    fn reading(self, at: usize, len: usize, name: &str, found: &PlaceMatch<'_>) -> NameReading {
        let lower = name.to_lowercase();
        match found.places.first().map(|place| place.kind) {
            Some(PlaceKind::Municipality | PlaceKind::County) if found.is_official => NameReading::Place,
            Some(PlaceKind::Municipality) => self.municipality_reading(at, len, &lower, found.is_exact),
            Some(PlaceKind::County | PlaceKind::Landscape) => {
                word_unless(found.is_exact || !dictionary::is_word(&lower))
            }
            Some(PlaceKind::District | PlaceKind::Locality) => self.locality_reading(at, &lower, found),
            Some(PlaceKind::Former) | None => NameReading::Word,
        }
    }

    /// The name of a municipality that is also a common word (*Vara*, *Mark*, *Kil*, *Lund*) means the place when it has
    /// a capital letter. After a preposition it does in a query without function words (*jobb i mark*), and is offered
    /// in a sentence (*i mark och vatten*).
    fn municipality_reading(self, at: usize, len: usize, lower: &str, is_exact: bool) -> NameReading {
        let words = &self.detector.words.place;
        let has_preposition = self.has_preposition(at);
        let is_common_word = len == 1 && (is_stop_word(lower) || words.ordinary.iter().any(|word| word == lower));
        if !is_common_word {
            // A name typed without å, ä and ö is no place if it is another word in that spelling.
            let lacks_diacritics = has_preposition && lower.is_ascii();
            return word_unless(is_exact || lacks_diacritics || !dictionary::is_word(lower));
        }
        let is_alone = self.tokens.len() == 1 && self.tokens[at].raw.starts_with(char::is_uppercase);
        if is_alone || self.is_capitalized_within_sentence(at) {
            return NameReading::Place;
        }
        match has_preposition {
            true if !is_stop_word(lower) && (self.follows_residence(at) || self.is_without_function_words()) => {
                NameReading::Place
            }
            true => NameReading::Offer,
            false => NameReading::Word,
        }
    }

    /// The name of a locality that is also a common word (*Fors*, *Kosta*, *Handen*) needs a capital letter within a
    /// sentence.
    fn locality_reading(self, at: usize, lower: &str, found: &PlaceMatch<'_>) -> NameReading {
        let ordinary = &self.detector.words.place.ordinary;
        let genitive = lower.strip_suffix('s');
        let names: Vec<String> = found.places.iter().map(|place| place.name.to_lowercase()).collect();
        let is_name = names.iter().any(|name| fold(name).replace('-', " ") == fold(lower));
        let mut written = names.iter().map(String::as_str).chain([lower]).chain(genitive);
        let is_listed = written.any(|word| ordinary.iter().any(|other| other == word));
        let is_common_word =
            is_listed || is_stop_word(lower) || ((!found.is_exact || !is_name) && dictionary::is_word(lower));
        if is_common_word {
            let has_capital = self.tokens[at].raw.starts_with(char::is_uppercase) && self.has_preposition(at);
            return word_unless(has_capital && !self.is_upper_case() || self.is_capitalized_within_sentence(at));
        }
        // A word of the records, typed as it is written there, is searched as a word.
        word_unless(found.is_exact || !self.detector.dictionary.contains(lower))
    }

    /// The municipality whose name the token at a position misspells. A word of the language or of the records, and the
    /// name of any other place, is no misspelling.
    fn misspelt_at(self, at: usize) -> Option<NamedFilter> {
        let FilterDetector { places, dictionary: terms, words, .. } = self.detector;
        let token = &self.tokens[at];
        let lower = &token.word.text;
        let is_word = || dictionary::is_word(lower) || dictionary::restore_diacritics(lower).is_some();
        if terms.contains(lower) || is_word() || places.find(&token.raw).is_some() {
            return None;
        }
        let typed = fold(lower);
        let mut near = places.municipalities().filter(|place| is_misspelling(&typed, &fold(place.name)));
        let place = near.next().filter(|_| near.next().is_none())?;
        let next = self.tokens.get(at + 1).map_or("", |token| token.word.text.as_str());
        let has_suffix = words.place.suffixes.iter().any(|suffix| suffix == next);
        let end = at + 1 + usize::from(has_suffix);
        Some(NamedFilter { tokens: at..end, values: place_values(&place).collect(), is_offer: false })
    }

    /// Whether a preposition of place precedes a token.
    fn has_preposition(self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.tokens[i].word.text.as_str());
        self.detector.words.place.leading.iter().any(|word| word == before)
    }

    /// Whether *bor* and a preposition precede a token.
    fn follows_residence(self, at: usize) -> bool {
        at.checked_sub(2).is_some_and(|i| self.detector.words.place.residence.contains(&self.tokens[i].word.text))
    }

    /// Whether the query has only content words and words that lead to a filter: *jobb i mark*.
    fn is_without_function_words(self) -> bool {
        let leading = &self.detector.words.leading;
        self.tokens.iter().all(|token| token.word.is_content() || leading.contains(&token.word.text))
    }

    fn is_upper_case(self) -> bool {
        self.tokens.len() > 1 && !self.text.chars().any(char::is_lowercase)
    }

    /// Whether a token has a capital letter that neither begins a sentence nor is one of a text in capitals.
    fn is_capitalized_within_sentence(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let gap = &self.text[self.tokens[before].end..self.tokens[at].start];
        self.tokens[at].raw.starts_with(char::is_uppercase) && !self.is_upper_case() && !gap.contains(['.', '!', '?'])
    }
}

fn word_unless(is_place: bool) -> NameReading {
    if is_place { NameReading::Place } else { NameReading::Word }
}

/// The values of a place, each with the name of the place when it is not the place of the value.
fn place_values<'a>(place: &'a FoundPlace<'_>) -> impl Iterator<Item = (DetectedValue, Option<String>)> + 'a {
    let is_part = !matches!(place.kind, PlaceKind::Municipality | PlaceKind::County);
    place.codes().map(move |code| {
        let parameter = if code.len() == 2 { parameter::COUNTY } else { parameter::MUNICIPALITY };
        let value = DetectedValue::Code { parameter, code: code.to_owned() };
        (value, is_part.then(|| place.name.to_owned()))
    })
}
