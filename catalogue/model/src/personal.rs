//! Refuses what could point to a person: identity numbers, mobile telephone numbers, e-mail addresses
//! of persons and the names of persons who stand in the source documents. An organisation's shared
//! numbers and addresses may stand in a text.
//!
//! The names themselves are never kept: `data/persons.txt` holds salted hashes of them.

use regex::Regex;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::LazyLock;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// A Swedish personal identity number.
    IdentityNumber,
    /// A mobile telephone number in a text: most belong to one person.
    Phone,
    /// An address that is a person's own.
    PersonalEmail,
    /// The name of a person in the source documents.
    Name,
}

impl Finding {
    /// What is wrong, in words.
    pub fn reason(self) -> &'static str {
        match self {
            Finding::IdentityNumber => "looks like a personal identity number",
            Finding::Phone => "looks like a mobile telephone number",
            Finding::PersonalEmail => "looks like a person's own e-mail address",
            Finding::Name => "holds the name of a person",
        }
    }

    /// What to write instead.
    pub fn allowed(self) -> &'static str {
        match self {
            Finding::Phone => "a shared number; a mobile number that is shared stands under contacts (GDPR)",
            _ => "a function and a shared address, never a person's (GDPR)",
        }
    }
}

macro_rules! pattern {
    ($name:ident, $pattern:literal) => {
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new($pattern).expect("constant pattern"));
    };
}

// Borders of words are those of ASCII, `(?-u:\b)`: with all letters of Unicode in them the engine falls
// back to its slowest search as soon as a text holds an å, ä or ö, and every Swedish text does.
//
// Ten digits need their hyphen: without it they may as well be a telephone number.
pattern!(
    IDENTITY_NUMBER,
    r"(?-u:\b)(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+ ]?|\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+])\d{4}(?-u:\b)"
);
// Abroad's way of writing, then the Swedish one; a slash only after the area code and dots only
// between groups, since dates and times of day are written with both.
pattern!(
    PHONE,
    r"(?:\+|(?-u:\b)00)46[ ()/.-]*(?:\d[ ()/.-]{0,2}){6,10}(?-u:\b)|(?-u:\b)0[1-9]\d{0,2}[ ()-]*(?:\d[ -]?){5,8}(?-u:\b)|(?-u:\b)0\d{2,3}/(?:\d[ -]?){5,8}(?-u:\b)|(?-u:\b)0\d{2,3}(?:\.\d{2,3}){2,3}(?-u:\b)"
);
pattern!(DATE, r"(?-u:\b)(?:19|20)\d{2}-\d{2}(?:-\d{2})?(?-u:\b)");
pattern!(EMAIL, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+");
pattern!(WHOLE_EMAIL, r"^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$");
pattern!(WHOLE_PHONE, r"^\+?[0-9][0-9 ()-]{1,20}$");

/// The names of persons, hashed: every text is compared with them, word by word.
struct Persons {
    /// SHA-256 that has taken in the salt.
    salted: Sha256,
    hashes: HashSet<[u8; 32]>,
}

/// The first line is the salt, every other one a hash in hexadecimal digits.
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

/// The text with every kind of dash as a hyphen and every kind of blank as a plain one, so that
/// a number is found however it is set.
fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\n' => '\n',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.chars().filter(|c| *c != '\u{ad}').map(one).collect()
}

/// The first trace of a person in a text.
pub fn find(text: &str) -> Option<Finding> {
    let text = &plain(text);
    if IDENTITY_NUMBER.is_match(text) {
        return Some(Finding::IdentityNumber);
    }
    if let Some(found) = EMAIL.find_iter(text).find_map(|address| find_in_email(address.as_str())) {
        return Some(found);
    }
    if PHONE.find_iter(&DATE.replace_all(text, "…")).any(|number| is_mobile(number.as_str())) {
        return Some(Finding::Phone);
    }
    holds_a_name(text).then_some(Finding::Name)
}

/// Whether a Swedish telephone number is a mobile one: 070, 072, 073, 076, 079 (the numbering plan of PTS).
fn is_mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("0046").or(digits.strip_prefix("46")).unwrap_or(&digits);
    let national = digits.trim_start_matches('0');
    ["70", "72", "73", "76", "79"].iter().any(|prefix| national.starts_with(prefix))
}

/// Most words that a name in the documents has.
const NAME_WORDS: usize = 4;

/// Whether two to four words in a row are the name of a person in the documents.
fn holds_a_name(text: &str) -> bool {
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

/// Words that begin a shared address even though a dot follows.
const SHARED: &[&str] =
    &["info", "kontakt", "kontaktcenter", "kundtjanst", "kommun", "registrator", "finsam", "projekt"];

/// Whether an address looks like one person's own (`first.last@`).
pub fn find_in_email(address: &str) -> Option<Finding> {
    let local = crate::vocabulary::fold(address.split('@').next().unwrap_or(""));
    // Initials and the number of a namesake do not make an address a shared one.
    let words = local.split(['.', '_']).map(|p| p.trim_end_matches(|c: char| c.is_ascii_digit()));
    let parts: Vec<&str> = words.filter(|p| p.chars().count() >= 2).collect();
    let named = parts.len() >= 2 && parts.iter().all(|p| p.chars().all(|c| c.is_alphabetic() || c == '-'));
    (named && !parts.iter().any(|p| SHARED.contains(p))).then_some(Finding::PersonalEmail)
}

/// Whether a text has the form of an e-mail address.
pub fn is_email(text: &str) -> bool {
    WHOLE_EMAIL.is_match(text)
}

/// Whether a text has the form of a telephone number.
pub fn is_phone(text: &str) -> bool {
    WHOLE_PHONE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traces_of_persons_are_found() {
        for (text, finding) in [
            ("Ring 070-123 45 67 i dag", Finding::Phone),
            ("Ring 0731234567", Finding::Phone),
            ("mobil +46 70 123 45 67", Finding::Phone),
            ("skriv till nagon.annan@example.se", Finding::PersonalEmail),
            ("född 19900101-1234", Finding::IdentityNumber),
            ("född 900161-1234", Finding::IdentityNumber),
            ("född 900161-1234å", Finding::IdentityNumber),
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
        assert_eq!(find_in_email("anna.andersson@vaxjo.se"), Some(Finding::PersonalEmail));
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
