//! Places in words: municipalities and counties, in the genitive, without å ä ö, misspelt.

use super::{Detection, FilterDetector};
use crate::text::Token;
use catalogue::Vocabularies;
use catalogue::vocabulary::{Term, VocabularyName, fold};
use std::collections::HashMap;
use swedish::{dictionary, is_stop_word};

/// Words of the longest name.
const LONGEST: usize = 3;

/// A place that a text can name.
#[derive(Debug, Clone)]
struct PlaceName {
    parameter: &'static str,
    code: String,
    label: String,
    /// Its label in comparable form.
    folded: String,
}

/// The names of places in comparable form, made once for the vocabularies.
#[derive(Debug, Default)]
pub(crate) struct PlaceNames {
    counties: HashMap<String, PlaceName>,
    municipalities: HashMap<String, PlaceName>,
    /// Short names of counties (*Kronoberg*), where no municipality is called so.
    short: HashMap<String, PlaceName>,
}

impl PlaceNames {
    /// Collects the names of the vocabularies.
    pub(crate) fn new(vocabularies: &Vocabularies) -> Self {
        let mut places = Self::default();
        let place = |parameter, term: &Term| {
            let folded = fold(&term.label);
            PlaceName { parameter, code: term.code.clone(), label: term.label.clone(), folded }
        };
        for term in vocabularies.get(VocabularyName::Counties).terms() {
            let county = place("county", term);
            for other in &term.other_words {
                places.short.entry(fold(other)).or_insert_with(|| county.clone());
            }
            places.counties.insert(county.folded.clone(), county);
        }
        for term in vocabularies.get(VocabularyName::Municipalities).terms() {
            let municipality = place("municipality", term);
            places.municipalities.insert(municipality.folded.clone(), municipality);
        }
        places
    }

    /// The municipality of a name or its genitive.
    fn municipality(&self, folded: &str) -> Option<&PlaceName> {
        let genitive = || folded.strip_suffix('s').and_then(|name| self.municipalities.get(name));
        self.municipalities.get(folded).or_else(genitive)
    }
}

/// The places of a text, the longest names first at each word.
pub(super) fn find(tokens: &[Token], reader: FilterDetector<'_>) -> Vec<Detection> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let longest = LONGEST.min(tokens.len() - at);
        let found = (1..=longest).rev().find_map(|len| read(tokens, at, len, reader));
        if let Some((len, place)) = found {
            let (value, label) = (place.code.clone(), place.label.clone());
            out.push(Detection { tokens: at..at + len, parameter: place.parameter, value, label });
            at += len;
        } else {
            at += 1;
        }
    }
    out
}

fn read<'a>(tokens: &[Token], at: usize, len: usize, reader: FilterDetector<'a>) -> Option<(usize, &'a PlaceName)> {
    let raw = tokens[at..at + len].iter().map(|t| t.raw.as_str()).collect::<Vec<_>>().join(" ");
    let folded = fold(&raw);
    let after = tokens.get(at + len).map_or("", |t| t.word.text.as_str());
    let places = reader.places;
    if let Some(county) = places.counties.get(&folded) {
        return Some((len, county));
    }
    if let Some(place) = places.municipality(&folded) {
        let said = ["kommun", "kommunen", "stad"].contains(&after);
        let exact = raw.to_lowercase().starts_with(&place.label.to_lowercase());
        if said || is_meant(tokens, at, len, &raw, exact) {
            return Some((len + usize::from(said), place));
        }
        return None;
    }
    if let Some(county) = places.short.get(&folded) {
        return Some((len, county));
    }
    let raw = raw.to_lowercase();
    let unknown = len == 1 && !reader.words.knows(&raw) && !dictionary::is_word(&raw);
    if unknown { misspelt(&folded, places).map(|place| (1, place)) } else { None }
}

/// Whether a word that is a name is meant as one: several municipalities are called by ordinary
/// words (*Vara*, *Mark*, *Kil*, *Lund*). These count with a capital or after *i*, *från*.
fn is_meant(tokens: &[Token], at: usize, len: usize, raw: &str, exact: bool) -> bool {
    let lower = raw.to_lowercase();
    let before = at.checked_sub(1).map_or("", |i| tokens[i].word.text.as_str());
    let led_up_to = ["i", "från", "inom"].contains(&before);
    let capital = raw.starts_with(char::is_uppercase);
    let ordinary = len == 1 && (is_stop_word(&lower) || ORDINARY.contains(&lower.as_str()));
    if ordinary {
        return (capital && at > 0) || (led_up_to && !is_stop_word(&lower)) || (capital && tokens.len() == 1);
    }
    // Typed without å ä ö it must not be a word of its own.
    exact || led_up_to || !dictionary::is_word(&lower)
}

/// Names of municipalities that are ordinary words too.
const ORDINARY: &[&str] = &[
    "ale", "berg", "boden", "eda", "hjo", "kil", "lund", "mark", "mora", "nora", "orsa", "sala", "solna", "säter",
    "tanum", "tibro", "vara", "åre", "ånge",
];

/// The one name that is one letter away (two from eight letters).
fn misspelt<'a>(folded: &str, places: &'a PlaceNames) -> Option<&'a PlaceName> {
    let length = folded.chars().count();
    let most = match length {
        0..5 => return None,
        5..8 => 1,
        _ => 2,
    };
    let first = folded.chars().next();
    let near = places.municipalities.values().filter(|p| p.folded.chars().next() == first).filter_map(|place| {
        let distance = strsim::osa_distance(folded, &place.folded);
        (distance <= most).then_some((distance, place))
    });
    let near: Vec<(usize, &PlaceName)> = near.collect();
    let least = near.iter().map(|(distance, _)| *distance).min()?;
    let mut nearest = near.into_iter().filter(|(distance, _)| *distance == least);
    match (nearest.next(), nearest.next()) {
        (Some((_, place)), None) => Some(place),
        // Several are equally near: none of them is meant for sure.
        _ => None,
    }
}
