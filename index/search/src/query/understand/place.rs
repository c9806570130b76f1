//! Detects municipalities and counties, also without diacritics; municipalities also in the genitive and misspelt.

use super::{DetectedValue, Detection, FilterDetector};
use crate::caches::place_names::{PlaceName, PlaceNames};
use crate::lexicon::PlaceWords;
use crate::text::Token;
use catalogue::vocabulary::fold;
use swedish::{dictionary, is_stop_word};

/// Greatest number of words of a name.
const LONGEST_NAME: usize = 3;
/// Fewest letters of a name that is matched within one edit.
const MIN_EDIT_LETTERS: usize = 5;
/// Fewest letters of a name that is matched within two edits.
const MIN_TWO_EDIT_LETTERS: usize = 8;

/// The places in a text, in order; at each word the longest name wins.
pub(super) fn detect(tokens: &[Token], detector: FilterDetector<'_>) -> Vec<Detection> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let longest = LONGEST_NAME.min(tokens.len() - at);
        let place = (1..=longest).rev().find_map(|len| place_at(tokens, at, len, detector));
        if let Some((len, PlaceName { parameter, code, .. })) = place {
            let value = DetectedValue::Code { parameter, code: code.clone() };
            out.push(Detection { tokens: at..at + len, value });
            at += len;
        } else {
            at += 1;
        }
    }
    out
}

/// The place that the `len` tokens at `at` name, as (number of tokens including a suffix, place).
fn place_at<'a>(
    tokens: &[Token],
    at: usize,
    len: usize,
    detector: FilterDetector<'a>,
) -> Option<(usize, &'a PlaceName)> {
    let raw = tokens[at..at + len].iter().map(|t| t.raw.as_str()).collect::<Vec<_>>().join(" ");
    let folded = fold(&raw);
    let next = tokens.get(at + len).map_or("", |t| t.word.text.as_str());
    let FilterDetector { places, dictionary: terms, words, .. } = detector;
    if let Some(county) = places.counties.get(&folded) {
        return Some((len, county));
    }
    if let Some(place) = places.municipality(&folded) {
        let has_suffix = words.place.suffixes.iter().any(|suffix| suffix == next);
        let is_exact = raw.to_lowercase().starts_with(&place.label.to_lowercase());
        if has_suffix || is_place(tokens, at, len, is_exact, &words.place) {
            return Some((len + usize::from(has_suffix), place));
        }
        return None;
    }
    if let Some(county) = places.short.get(&folded) {
        return Some((len, county));
    }
    let lower = raw.to_lowercase();
    let is_unknown = len == 1 && !terms.contains(&lower) && !dictionary::is_word(&lower);
    if is_unknown { nearest_municipality(&folded, places).map(|place| (1, place)) } else { None }
}

/// Whether the name of a municipality means the place. A name that is also a common word (*Vara*, *Mark*, *Kil*,
/// *Lund*) needs a capital letter or a preceding preposition.
fn is_place(tokens: &[Token], at: usize, len: usize, is_exact: bool, words: &PlaceWords) -> bool {
    let first = &tokens[at];
    let lower = tokens[at..at + len].iter().map(|t| t.raw.to_lowercase()).collect::<Vec<_>>().join(" ");
    let before = at.checked_sub(1).map_or("", |i| tokens[i].word.text.as_str());
    let has_preposition = words.leading.iter().any(|word| word == before);
    let has_capital = first.raw.starts_with(char::is_uppercase);
    let is_common_word = len == 1 && (is_stop_word(&lower) || words.ordinary.contains(&lower));
    if is_common_word {
        return (has_capital && at > 0)
            || (has_preposition && !is_stop_word(&lower))
            || (has_capital && tokens.len() == 1);
    }
    // A name typed without å, ä and ö is no place if it is another word in that spelling.
    is_exact || has_preposition || !dictionary::is_word(&lower)
}

/// The nearest municipality within one edit (two from eight letters) that starts with the same letter; `None` if
/// several are equally near.
fn nearest_municipality<'a>(folded: &str, places: &'a PlaceNames) -> Option<&'a PlaceName> {
    let edits = match folded.chars().count() {
        0..MIN_EDIT_LETTERS => return None,
        MIN_EDIT_LETTERS..MIN_TWO_EDIT_LETTERS => 1,
        _ => 2,
    };
    let first = folded.chars().next();
    let candidates = places.municipalities.values().filter(|place| place.folded.chars().next() == first);
    let near = candidates.filter_map(|place| {
        let distance = strsim::osa_distance(folded, &place.folded);
        (distance <= edits).then_some((distance, place))
    });
    let near: Vec<(usize, &PlaceName)> = near.collect();
    let least = near.iter().map(|(distance, _)| *distance).min()?;
    let mut nearest = near.into_iter().filter(|(distance, _)| *distance == least);
    match (nearest.next(), nearest.next()) {
        (Some((_, place)), None) => Some(place),
        _ => None,
    }
}
