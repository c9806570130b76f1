//! Places in words: municipalities and counties, in the genitive, without å ä ö, misspelt.

use super::{Find, Reader};
use crate::analysis::{dictionary, is_stop_word};
use crate::query::Token;
use catalogue::vocabulary::{Term, VocabularyName, fold};

/// Words of the longest name.
const LONGEST: usize = 3;

/// The places of a text, the longest names first at each word.
pub(super) fn find(tokens: &[Token], reader: Reader<'_>) -> Vec<Find> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let longest = LONGEST.min(tokens.len() - at);
        let found = (1..=longest).rev().find_map(|len| read(tokens, at, len, reader));
        if let Some((len, parameter, term)) = found {
            let (value, label) = (term.code.clone(), term.label.clone());
            out.push(Find { tokens: at..at + len, parameter, value, label });
            at += len;
        } else {
            at += 1;
        }
    }
    out
}

fn read<'a>(tokens: &[Token], at: usize, len: usize, reader: Reader<'a>) -> Option<(usize, &'static str, &'a Term)> {
    let raw = tokens[at..at + len].iter().map(|t| t.raw.as_str()).collect::<Vec<_>>().join(" ");
    let folded = fold(&raw);
    let after = tokens.get(at + len).map_or("", |t| t.word.text.as_str());
    let counties = reader.vocabularies.get(VocabularyName::Counties);
    if let Some(county) = counties.terms().iter().find(|t| fold(&t.label) == folded) {
        return Some((len, "county", county));
    }
    let municipalities = reader.vocabularies.get(VocabularyName::Municipalities);
    let named = municipalities.terms().iter().find(|t| is_name(&folded, &t.label));
    if let Some(term) = named {
        let said = ["kommun", "kommunen", "stad"].contains(&after);
        let exact = raw.to_lowercase().starts_with(&term.label.to_lowercase());
        if said || is_meant(tokens, at, len, &raw, exact) {
            return Some((len + usize::from(said), "municipality", term));
        }
        return None;
    }
    // "Kronoberg" for the county, where no municipality is called so.
    let short = counties.terms().iter().find(|t| t.other_words.iter().any(|w| fold(w) == folded));
    if let Some(county) = short {
        return Some((len, "county", county));
    }
    let raw = raw.to_lowercase();
    let unknown = len == 1 && !reader.words.knows(&raw) && !dictionary::is_word(&raw);
    misspelt(&folded, municipalities.terms()).filter(|_| unknown).map(|term| (1, "municipality", term))
}

/// A name or its genitive.
fn is_name(folded: &str, label: &str) -> bool {
    let name = fold(label);
    folded == name || folded.strip_suffix('s') == Some(&name)
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
fn misspelt<'a>(folded: &str, terms: &'a [Term]) -> Option<&'a Term> {
    let length = folded.chars().count();
    let most = match length {
        0..5 => return None,
        5..8 => 1,
        _ => 2,
    };
    let mut near = terms.iter().filter_map(|t| {
        let distance = strsim::osa_distance(folded, &fold(&t.label));
        (distance <= most && folded.chars().next() == fold(&t.label).chars().next()).then_some((distance, t))
    });
    let best = near.next()?;
    let best = near.fold((best, false), |((d, t), tie), (e, u)| match e.cmp(&d) {
        std::cmp::Ordering::Less => ((e, u), false),
        std::cmp::Ordering::Equal => ((d, t), true),
        std::cmp::Ordering::Greater => ((d, t), tie),
    });
    (!best.1).then_some(best.0.1)
}
