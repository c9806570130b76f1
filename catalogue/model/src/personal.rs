//! Detects personal data in texts: personal identity numbers, mobile telephone numbers, e-mail addresses of persons,
//! and the names of persons in the source documents. Shared numbers and addresses of organisations are allowed.
//!
//! The names are not stored: `data/persons.txt` holds salted hashes of them.

use regex::Regex;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalData {
    /// A Swedish personal identity number.
    IdentityNumber,
    /// A mobile telephone number: most belong to one person.
    Phone,
    /// The e-mail address of a person.
    PersonalEmail,
    /// The name of a person in the source documents.
    Name,
}

impl PersonalData {
    /// What is wrong, in English.
    pub fn reason(self) -> &'static str {
        match self {
            PersonalData::IdentityNumber => "looks like a personal identity number",
            PersonalData::Phone => "looks like a mobile telephone number",
            PersonalData::PersonalEmail => "looks like a person's own e-mail address",
            PersonalData::Name => "holds the name of a person",
        }
    }

    /// What is allowed instead, in English.
    pub fn allowed(self) -> &'static str {
        match self {
            PersonalData::Phone => "a shared number; a mobile number that is shared stands under contacts (GDPR)",
            _ => "a function and a shared address, never a person's (GDPR)",
        }
    }
}

macro_rules! pattern {
    ($name:ident, $pattern:literal) => {
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new($pattern).expect("constant pattern"));
    };
}

// Word boundaries are ASCII, `(?-u:\b)`: with Unicode boundaries the regex engine falls back to its slowest search
// when a text contains å, ä or ö, as almost every Swedish text does.
//
// A number of ten digits needs its hyphen: without it, it may be a telephone number.
pattern!(
    IDENTITY_NUMBER,
    r"(?-u:\b)(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+ ]?|\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+])\d{4}(?-u:\b)"
);
// International format, then the Swedish one. A slash is allowed after the area code only, and dots between groups
// only, since dates and times of day are written with both.
pattern!(
    PHONE,
    r"(?:\+|(?-u:\b)00)46[ ()/.-]*(?:\d[ ()/.-]{0,2}){6,10}(?-u:\b)|(?-u:\b)0[1-9]\d{0,2}[ ()-]*(?:\d[ -]?){5,8}(?-u:\b)|(?-u:\b)0\d{2,3}/(?:\d[ -]?){5,8}(?-u:\b)|(?-u:\b)0\d{2,3}(?:\.\d{2,3}){2,3}(?-u:\b)"
);
pattern!(DATE, r"(?-u:\b)(?:19|20)\d{2}-\d{2}(?:-\d{2})?(?-u:\b)");
pattern!(EMAIL, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+");
pattern!(WHOLE_EMAIL, r"^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$");
pattern!(WHOLE_PHONE, r"^\+?[0-9][0-9 ()-]{1,20}$");

/// Salted hashes of the names of persons.
struct Persons {
    /// State of SHA-256 after the salt.
    salted: Sha256,
    hashes: HashSet<[u8; 32]>,
}

/// Lines of the file that do not begin with `#`: the salt, then one hash a line in hexadecimal digits.
static PERSONS: LazyLock<Persons> = LazyLock::new(|| {
    let mut lines = include_str!("../../data/persons.txt").lines().filter(|l| !l.starts_with('#'));
    let salted = Sha256::new_with_prefix(lines.next().unwrap_or_default());
    Persons { salted, hashes: lines.filter_map(bytes_of).collect() }
});

fn bytes_of(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    (digits.len() == 64).then_some(bytes)
}

/// Replaces dashes with hyphens and white space except line feeds with spaces, and removes soft hyphens, so that
/// numbers are found in typeset text.
fn normalise(text: &str) -> String {
    let one = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\n' => '\n',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.chars().filter(|c| *c != '\u{ad}').map(one).collect()
}

/// The first kind of personal data found in a text; `None` when it contains none.
pub fn find(text: &str) -> Option<PersonalData> {
    let text = &normalise(text);
    if IDENTITY_NUMBER.is_match(text) {
        return Some(PersonalData::IdentityNumber);
    }
    if let Some(found) = EMAIL.find_iter(text).find_map(|address| find_in_email(address.as_str())) {
        return Some(found);
    }
    if PHONE.find_iter(&DATE.replace_all(text, "…")).any(|number| is_mobile(number.as_str())) {
        return Some(PersonalData::Phone);
    }
    contains_name(text).then_some(PersonalData::Name)
}

/// Whether a Swedish telephone number is a mobile one: 070, 072, 073, 076, 079 (the numbering plan of PTS).
fn is_mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("0046").or(digits.strip_prefix("46")).unwrap_or(&digits);
    let national = digits.trim_start_matches('0');
    ["70", "72", "73", "76", "79"].iter().any(|prefix| national.starts_with(prefix))
}

/// Maximum number of words in a name.
const NAME_WORDS: usize = 4;

/// Whether two to four consecutive words are the name of a person.
fn contains_name(text: &str) -> bool {
    let Persons { salted, hashes } = &*PERSONS;
    let folded = crate::vocabulary::fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    (0..words.len()).any(|first| {
        let mut name = salted.clone();
        words[first..].iter().take(NAME_WORDS).enumerate().any(|(i, word)| {
            if i > 0 {
                name.update(" ");
            }
            name.update(word);
            i > 0 && hashes.contains::<[u8]>(&name.clone().finalize()[..])
        })
    })
}

/// Words that identify a shared address when they occur before the `@`, as in `projekt.kronoberg@`.
const SHARED: &[&str] =
    &["info", "kontakt", "kontaktcenter", "kundtjanst", "kommun", "registrator", "finsam", "projekt"];

/// [`PersonalData::PersonalEmail`] for the address of a person (`first.last@`); `None` for a shared address.
pub fn find_in_email(address: &str) -> Option<PersonalData> {
    let local = crate::vocabulary::fold(address.split('@').next().unwrap_or(""));
    // Initials and trailing digits (of namesakes) are ignored.
    let words = local.split(['.', '_']).map(|p| p.trim_end_matches(|c: char| c.is_ascii_digit()));
    let parts: Vec<&str> = words.filter(|p| p.chars().count() >= 2).collect();
    let named = parts.len() >= 2 && parts.iter().all(|p| p.chars().all(|c| c.is_alphabetic() || c == '-'));
    (named && !parts.iter().any(|p| SHARED.contains(p))).then_some(PersonalData::PersonalEmail)
}

/// Whether a text has the format of an e-mail address.
pub fn is_email(text: &str) -> bool {
    WHOLE_EMAIL.is_match(text)
}

/// Whether a text has the format of a telephone number.
pub fn is_phone(text: &str) -> bool {
    WHOLE_PHONE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traces_of_persons_are_found() {
        for (text, finding) in [
            ("Ring 070-123 45 67 i dag", PersonalData::Phone),
            ("Ring 0731234567", PersonalData::Phone),
            ("mobil +46 70 123 45 67", PersonalData::Phone),
            ("skriv till nagon.annan@example.se", PersonalData::PersonalEmail),
            ("född 19900101-1234", PersonalData::IdentityNumber),
            ("född 900161-1234", PersonalData::IdentityNumber),
            ("född 900161-1234å", PersonalData::IdentityNumber),
        ] {
            assert_eq!(find(text), Some(finding), "{text}");
        }
    }

    #[test]
    fn plain_text_with_numbers_passes() {
        for text in [
            "660 deltagare 2024-09-02 till 2026-12-31",
            "29 kapitlet 9 § skollagen (2010:800)",
            "ålder 16–24, 21 740 personer",
            "kategori 14/20+",
            "80 procent av 30–50 arbetsgivare",
            "Skapa en plan på 12 veckor",
            "Ring kontaktcenter 0470-410 00, 020-50 50 50 eller 0771-11 22 33",
            "Skriv till info@example.se",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn shared_addresses_pass() {
        assert_eq!(find_in_email("info@vaxjo.se"), None);
        assert_eq!(find_in_email("projekt.kronoberg@vaxjo.se"), None);
        assert_eq!(find_in_email("anna.andersson@vaxjo.se"), Some(PersonalData::PersonalEmail));
        assert!(is_email("info@vaxjo.se") && !is_email("info@vaxjo"));
        assert!(is_phone("0470-410 00") && !is_phone("ring oss"));
    }

    #[test]
    fn the_list_of_persons_is_there_and_holds_no_names() {
        let lines = include_str!("../../data/persons.txt").lines().filter(|l| !l.starts_with('#'));
        let lines: Vec<&str> = lines.collect();
        assert!(lines[0].len() >= 16 && lines.len() > 1);
        assert_eq!(PERSONS.hashes.len(), lines.len() - 1, "all but the salt are hashes");
    }
}
