//! Reads ages as people write them: `19`, `16–24 år`, `65+`, `55 år och äldre`, `under 25`, `i 20-årsåldern`.

use super::{Age, AgeRange};
use crate::text::{is_dash, normalize_value};
use crate::vocabulary::fold;

/// Ages as written, both bounds inclusive. They are not checked: a bound may be above the scale of [`Age`], and the
/// lower one above the upper one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenAges {
    /// The lowest age in years; `None` when the bound is open.
    pub min: Option<u32>,
    /// The highest age in years; `None` when the bound is open.
    pub max: Option<u32>,
}

/// The error for a text that is neither an age nor a range of ages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an age is a whole number of years from 0 to 120, or a range such as 16-24, 20-, -24 or 65+")]
pub struct InvalidAgeRange;

/// Words that belong to a number of years, folded.
const UNITS: [&str; 7] = ["ar", "ars", "aldern", "alder", "aldrar", "gammal", "gamla"];
/// Words for a person of an age, folded: a hyphen before them belongs to the word.
const PERSONS: [&str; 6] = ["aring", "aringar", "aringen", "arig", "arige", "ariga"];
/// Words that may precede an age, folded.
const LEADING: [&str; 2] = ["i", "mellan"];
/// Greatest number of digits that is read.
const MAX_DIGITS: usize = 9;

impl WrittenAges {
    /// Reads a text that holds ages and nothing else.
    ///
    /// ```
    /// use catalogue::record::WrittenAges;
    ///
    /// assert_eq!(WrittenAges::read("55 år och äldre"), Ok(WrittenAges { min: Some(55), max: None }));
    /// assert!(WrittenAges::read("12-jun").is_err());
    /// ```
    ///
    /// # Errors
    /// When the text is something else, or is empty.
    pub fn read(text: &str) -> Result<Self, InvalidAgeRange> {
        let Pattern { shape, numbers } = Pattern::of(&fold(&normalize_value(text))).ok_or(InvalidAgeRange)?;
        let (first, last) = (numbers.first().copied(), numbers.last().copied());
        let (min, max) = match shape.as_str() {
            "N" => (first, first),
            "N - N" | "N till N" | "N tom N" | "N och N" | "N till och med N" | "fran N till N" | "fran N tom N"
            | "fran N - N" | "fom N tom N" | "from N tom N" | "fom N till N" | "from N till N" => (first, last),
            "N -" | "N +" | "N plus" | "N plussare" | "N plussar" | "N och aldre" | "N eller aldre" | "N och uppat"
            | "N uppat" | "N och over" | "N eller mer" | "N och mer" | "fran N" | "fran N och uppat"
            | "fran och med N" | "fom N" | "from N" | "minst N" | "lagst N" | "fyllt N" | "fyllda N" => (first, None),
            "- N" | "till N" | "upp till N" | "tom N" | "upp tom N" | "till och med N" | "upp till och med N"
            | "hogst N" | "max N" | "maximalt N" | "N och yngre" | "N eller yngre" | "N och nedat" | "N nedat"
            | "N och under" => (None, last),
            "under N" | "yngre an N" => (None, Some(last.and_then(|n| n.checked_sub(1)).ok_or(InvalidAgeRange)?)),
            "over N" | "aldre an N" => (first.map(|n| n + 1), None),
            "N arsaldern" => (first, first.map(|n| if n % 10 == 0 { n + 9 } else { n })),
            _ => return Err(InvalidAgeRange),
        };
        Ok(Self { min, max })
    }
}

impl TryFrom<WrittenAges> for AgeRange {
    type Error = InvalidAgeRange;

    /// # Errors
    /// When a bound is no [`Age`], or the lower one is above the upper one.
    fn try_from(ages: WrittenAges) -> Result<Self, InvalidAgeRange> {
        let age = |years: Option<u32>, open: Age| match years {
            None => Ok(open),
            Some(years) => u8::try_from(years).ok().and_then(|years| Age::try_from(years).ok()).ok_or(InvalidAgeRange),
        };
        let (from, to) = (age(ages.min, Age::MIN)?, age(ages.max, Age::MAX)?);
        if from > to { Err(InvalidAgeRange) } else { Ok(Self { from, to }) }
    }
}

/// A text as numbers and the words around them.
struct Pattern {
    /// The words and signs in order, `N` for each number; without units.
    shape: String,
    numbers: Vec<u32>,
}

impl Pattern {
    /// Splits a folded text; `None` when it has a sign that ages do not have.
    fn of(text: &str) -> Option<Self> {
        let (mut parts, mut numbers) = (Vec::new(), Vec::new());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_digit() {
                let (number, after) = number(rest)?;
                parts.push("N".to_owned());
                numbers.push(number);
                rest = after;
            } else if c.is_alphabetic() {
                let end = rest.find(|c: char| !c.is_alphabetic() && c != '.').unwrap_or(rest.len());
                word(&rest[..end].replace('.', ""), &mut parts);
                rest = &rest[end..];
            } else {
                match c {
                    '+' => parts.push("+".to_owned()),
                    c if is_dash(c) => parts.push("-".to_owned()),
                    ' ' | '.' | ',' => {}
                    _ => return None,
                }
                rest = &rest[c.len_utf8()..];
            }
        }
        Some(Self { shape: parts.join(" "), numbers })
    }
}

/// Reads the number at the start of a text, also with zeros as decimals as spreadsheets write them (`20.0`). Returns
/// it with the rest of the text; `None` for another number.
fn number(text: &str) -> Option<(u32, &str)> {
    let split = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, mut rest) = text.split_at(split(text));
    if let Some(decimals) =
        rest.strip_prefix(['.', ',']).filter(|after| after.starts_with(|c: char| c.is_ascii_digit()))
    {
        let (decimals, after) = decimals.split_at(split(decimals));
        if !decimals.bytes().all(|b| b == b'0') {
            return None;
        }
        rest = after;
    }
    Some((digits.parse().ok().filter(|_| digits.len() <= MAX_DIGITS)?, rest))
}

/// Adds a word to the parts of a pattern, unless it says nothing about the bounds.
fn word(word: &str, parts: &mut Vec<String>) {
    let is_person = PERSONS.contains(&word);
    // The hyphen of "20-åring" is no dash of a range.
    if (is_person || ["plussare", "plussar", "plus", "arsaldern"].contains(&word))
        && parts.last().is_some_and(|p| p == "-")
    {
        parts.pop();
    }
    let is_leading = parts.is_empty() && LEADING.contains(&word);
    if !(is_person || is_leading || UNITS.contains(&word)) {
        parts.push(word.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Option<String> {
        text.parse::<AgeRange>().ok().map(|range| range.to_string())
    }

    #[test]
    fn ages_as_people_write_them() {
        for (text, ages) in [
            ("19", "19"),
            ("20.0", "20"),
            ("18år", "18"),
            ("20-åring", "20"),
            ("30-årig", "30"),
            (" 16 – 24 år ", "16-24"),
            ("16‐24", "16-24"),
            ("16 till 24", "16-24"),
            ("16 år - 24 år", "16-24"),
            ("från 16 till 24 år", "16-24"),
            ("mellan 16 och 24 år", "16-24"),
            ("fr.o.m. 16 t.o.m. 24", "16-24"),
            ("١٦-٢٤", "16-24"),
            ("۲۰", "20"),
            ("20-", "20-"),
            ("20– år", "20-"),
            ("55+", "55-"),
            ("55 +", "55-"),
            ("65-plussare", "65-"),
            ("55 plus", "55-"),
            ("55 år och äldre", "55-"),
            ("60 ÅR OCH UPPÅT", "60-"),
            ("f.o.m. 16", "16-"),
            ("fr.o.m. 16", "16-"),
            ("från och med 16 år", "16-"),
            ("minst 16", "16-"),
            ("över 55", "56-"),
            ("-24", "-24"),
            ("max 29", "-29"),
            ("t.o.m. 24", "-24"),
            ("upp till 29", "-29"),
            ("till och med 29", "-29"),
            ("under 25", "-24"),
            ("25 år eller yngre", "-25"),
            ("i 20-årsåldern", "20-29"),
            ("0", "0"),
            ("120", "120"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(ages), "{text:?}");
        }
    }

    #[test]
    fn other_texts_are_no_ages() {
        for text in [
            "",
            "-",
            "–",
            "+",
            "år",
            "abc",
            "121",
            "120+1",
            "över 120",
            "under 0",
            "24-16",
            "1-2-3",
            "1.5",
            "+5",
            "18 19",
            "12-jun",
            "jun-12",
            "2026-06-12",
            "16/24",
            "99999999999",
            "unga",
        ] {
            assert_eq!(shown(text), None, "{text:?}");
        }
        assert_eq!(WrittenAges::read("24-16"), Ok(WrittenAges { min: Some(24), max: Some(16) }));
    }

    proptest! {
        #[test]
        fn a_range_comes_back(from in 0_u8..=120, to in 0_u8..=120) {
            let range = WrittenAges { min: Some(from.min(to).into()), max: Some(from.max(to).into()) };
            let range = AgeRange::try_from(range).unwrap();
            prop_assert_eq!(range.to_string().parse(), Ok(range));
        }

        #[test]
        fn nothing_that_is_typed_is_a_crash(text in "[0-9 a-zåäö.,+–-]{0,16}|\\PC{0,16}") {
            let _ = WrittenAges::read(&text);
        }
    }
}
