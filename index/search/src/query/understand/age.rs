//! Ages in words: *20 år*, *20-åring*, *16–24 år*, *under 25*, *född 2006*, *min son 19*, *jag är 24*, and
//! a number beside a place: *arbetslös 24 Klippan*.

use super::Detection;
use crate::text::Token;
use catalogue::record::{Age, AgeRange};
use jiff::civil::Date;

/// Words after a number that make it an age.
const YEARS: &[&str] = &["år", "åring", "åringar", "åringen", "årig", "årige", "åriga", "års"];
/// Words before a number that make it an age: whom one speaks of.
const PERSONS: &[&str] = &[
    "son",
    "sonen",
    "dotter",
    "dottern",
    "barn",
    "barnet",
    "kille",
    "killen",
    "tjej",
    "tjejen",
    "man",
    "kvinna",
    "pojke",
    "flicka",
    "bror",
    "syster",
    "ungdom",
    "elev",
    "klient",
    "person",
    "deltagare",
    "jag",
    "fyllt",
    "ålder",
    "åldern",
    "ung",
    "unga",
];

/// Words before *är* and a number that make it an age, as those of [`PERSONS`] do.
const PRONOUNS: &[&str] = &["han", "hon", "hen"];
/// Words after a number that make it something else than an age.
const UNITS: &[&str] = &[
    "procent",
    "timmar",
    "timme",
    "dagar",
    "dag",
    "veckor",
    "månader",
    "platser",
    "personer",
    "deltagare",
    "kronor",
    "kr",
    "km",
    "mil",
];
/// A number beside a place is an age between these.
const BESIDE_PLACE: std::ops::RangeInclusive<u16> = 13..=70;

/// The ages of a text in which places have been found.
pub(super) fn find(text: &str, tokens: &[Token], places: &[Detection], today: Date) -> Vec<Detection> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let said = read(text, tokens, at, today).or_else(|| beside_place(text, tokens, at, places));
        if let Some((len, range)) = said {
            out.push(Detection {
                tokens: at..at + len,
                parameter: "age",
                value: range.to_string(),
                label: label(range),
            });
            at += len;
        } else {
            at += 1;
        }
    }
    out
}

/// Whether a number stands by itself: blanks or nothing around it, and no unit after it.
fn stands_alone(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(0, |i| tokens[i].end);
    let after = tokens.get(at + 1).map_or(text.len(), |t| t.start);
    let around = [&text[before..tokens[at].start], &text[tokens[at].end..after]];
    around.iter().all(|gap| gap.trim().trim_matches([',', '.', '?', '!']).is_empty())
        && !UNITS.contains(&word(tokens, at + 1))
}

/// The number at `at` as an age, where it stands alone beside a place. After a place it is the last word.
fn beside_place(text: &str, tokens: &[Token], at: usize, places: &[Detection]) -> Option<(usize, AgeRange)> {
    let (years, glued) = number(&tokens[at])?;
    let is_last = at + 1 == tokens.len();
    let is_near = |place: &Detection| place.tokens.start == at + 1 || place.tokens.end == at && is_last;
    let is_beside = stands_alone(text, tokens, at) && places.iter().any(is_near);
    let is_age = is_beside && !glued && BESIDE_PLACE.contains(&years);
    range(years, years).filter(|_| is_age).map(|range| (1, range))
}

fn label(range: AgeRange) -> String {
    format!("{} år", range.to_string().replace('-', "–"))
}

fn range(from: u16, to: u16) -> Option<AgeRange> {
    let age = |years: u16| u8::try_from(years).ok().and_then(|y| Age::try_from(y).ok());
    let (from, to) = (age(from)?, age(to)?);
    (from <= to).then_some(AgeRange { from, to })
}

/// The number that a token begins with, and whether *år* or *åring* follows at once (`20år`).
fn number(token: &Token) -> Option<(u16, bool)> {
    let digits = token.raw.bytes().take_while(u8::is_ascii_digit).count();
    let years = token.raw[..digits].parse().ok().filter(|_| digits <= 4)?;
    let rest = token.word.text[digits..].to_owned();
    (rest.is_empty() || YEARS.contains(&rest.as_str())).then_some((years, !rest.is_empty()))
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |t| t.word.text.as_str())
}

/// How many tokens after `at` say that the number before is an age.
fn years_after(tokens: &[Token], at: usize) -> usize {
    if !YEARS.contains(&word(tokens, at)) {
        return 0;
    }
    // "20 års ålder", "20 år gammal"
    1 + usize::from(["ålder", "gammal", "gamla", "gammalt", "fyllda"].contains(&word(tokens, at + 1)))
}

fn read(text: &str, tokens: &[Token], at: usize, today: Date) -> Option<(usize, AgeRange)> {
    let max = u16::from(Age::MAX.years());
    let first = word(tokens, at);
    if first == "född" || first == "födda" {
        let (year, _) = number(tokens.get(at + 1)?)?;
        let years = u16::try_from(i32::from(today.year()) - i32::from(year)).ok()?;
        // Whether this year's birthday has been is not said.
        return (1900..).contains(&year).then(|| range(years.saturating_sub(1), years)).flatten().map(|r| (2, r));
    }
    let two = |a: &str, b: &str| first == a && word(tokens, at + 1) == b;
    let (skip, bound) = match first {
        "under" | "yngre" => (1 + usize::from(two("yngre", "än")), Some("under")),
        "över" | "äldre" => (1 + usize::from(two("äldre", "än")), Some("over")),
        "minst" | "från" | "fyllt" => (1, Some("from")),
        "högst" | "max" => (1, Some("to")),
        "upp" if two("upp", "till") => (2, Some("to")),
        _ => (0, None),
    };
    let (years, glued) = number(tokens.get(at + skip)?)?;
    let after = at + skip + 1;
    let said = years_after(tokens, after);
    if let Some(bound) = bound {
        let is_age = glued || said > 0 || (10..100).contains(&years);
        let range = match bound {
            "under" => range(0, years.checked_sub(1)?),
            "over" => range(years + 1, max),
            "from" => range(years, max),
            _ => range(0, years),
        };
        return range
            .filter(|_| is_age && (bound != "from" || first != "från" || glued || said > 0))
            .map(|r| (skip + 1 + said, r));
    }
    // 16–24, 16-24 år, 16 till 24 år
    let gap = tokens.get(after).map(|t| text[tokens[at].end..t.start].trim());
    let dash = gap.is_some_and(|g| g == "-" || g == "–");
    let to = if dash { after } else { after + usize::from(["till", "och"].contains(&word(tokens, after))) };
    if (dash || to > after)
        && !glued
        && let Some((other, other_glued)) = tokens.get(to).and_then(number)
    {
        let said = years_after(tokens, to + 1);
        let is_age = other_glued || said > 0 || (dash && (10..=99).contains(&years) && (10..=99).contains(&other));
        if let Some(range) = range(years, other).filter(|_| is_age) {
            return Some((to + 1 - at + said, range));
        }
    }
    let before = at.checked_sub(1).map_or("", |i| word(tokens, i));
    let before_that = at.checked_sub(2).map_or("", |i| word(tokens, i));
    let is_said_of = |who: &str| PERSONS.contains(&who) || PRONOUNS.contains(&who);
    let is_said = before == "är" && is_said_of(before_that) && stands_alone(text, tokens, at);
    let person = (PERSONS.contains(&before) || is_said) && (5..100).contains(&years);
    if glued || said > 0 || person {
        return range(years, years).map(|r| (1 + said, r));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;
    use jiff::civil::date;

    fn ages(text: &str) -> Vec<String> {
        find(text, &tokens(text), &[], date(2026, 11, 22)).into_iter().map(|f| f.value).collect()
    }

    #[test]
    fn a_number_beside_a_place_is_an_age() {
        let beside = |text: &str, place: std::ops::Range<usize>| {
            let place =
                Detection { tokens: place, parameter: "municipality", value: "1276".into(), label: "Klippan".into() };
            let found = find(text, &tokens(text), &[place], date(2026, 11, 22));
            found.into_iter().map(|f| f.value).collect::<Vec<_>>()
        };
        assert_eq!(beside("arbetslös 24 klippan", 2..3), ["24"]);
        assert_eq!(beside("arbetslös Klippan 24", 1..2), ["24"]);
        for (text, place) in [
            ("24 arbetslös klippan", 2..3),
            ("Klippan/24", 0..1),
            ("kategori 14/15 Klippan", 3..4),
            ("Växjö 25 %", 0..1),
            ("Växjö 30 timmar", 0..1),
            ("Klippan 13-gården", 0..1),
            ("Klippan 14 dagar", 0..1),
            ("2 klippan", 1..2),
            ("660 klippan", 1..2),
        ] {
            assert!(beside(text, place).is_empty(), "{text}");
        }
    }

    #[test]
    fn ages_as_people_write_them() {
        for (text, age) in [
            ("praktik 20 år växjö", "20"),
            ("20-åring", "20"),
            ("20åring utan jobb", "20"),
            ("för 16–24 år", "16-24"),
            ("16-24", "16-24"),
            ("mellan 18 och 29 år", "18-29"),
            ("under 25", "-24"),
            ("upp till 29 år", "-29"),
            ("över 20 år", "21-"),
            ("från 18 år", "18-"),
            ("född 2006", "19-20"),
            ("min son 19 har slutat gymnasiet", "19"),
            ("20 år gammal", "20"),
            ("jag är 24 och har inget jobb", "24"),
            ("min son är 19", "19"),
        ] {
            assert_eq!(ages(text), [age], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_ages() {
        for text in [
            "kategori 14/15",
            "esk 2",
            "brobyggare 2.0",
            "12 veckor",
            "660 deltagare",
            "200 år",
            "det är 24 platser",
            "kurs som är 24 veckor",
            "jag är 50 procent sjukskriven",
            "jag är 50 % sjukskriven",
            "11-gården",
            "2 år sedan 3",
        ] {
            let found = ages(text);
            assert!(found.is_empty() || text.starts_with("2 år"), "{text}: {found:?}");
        }
    }
}
