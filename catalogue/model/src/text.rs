//! The one form of text that every input is brought to before it is read: query parameters, cells and headings of
//! tables, strings of JSON and TOML.
//!
//! | function | for | does |
//! |---|---|---|
//! | [`normalize`] | texts of several lines | NFC; removes invisible signs; takes ligatures apart |
//! | [`normalize_line`] | names, and other texts of one line | the same; blanks become spaces; trims |
//! | [`normalize_value`] | parameters, codes, numbers, dates | the same; digits of other scripts become ASCII |

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Brings a text to its one form: Unicode NFC, without invisible signs (soft hyphens, zero-width signs, bidi controls),
/// with Latin ligatures as letters. Joiners stay between letters of scripts that need them and in emoji. Line breaks,
/// tabs, blanks and digits stay as they are. The result is at most as long as the decomposed text, and normalizing it
/// again changes nothing.
///
/// ```
/// use catalogue::text::normalize;
///
/// assert_eq!(normalize("Va\u{308}x\u{ad}jo\u{308} \u{fb01}nsam\u{200f}"), "Växjö finsam");
/// assert_eq!(normalize("می\u{200c}خواهم"), "می\u{200c}خواهم");
/// ```
pub fn normalize(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain = without_invisible_signs(text);
    match is_nfc_quick(plain.chars()) {
        IsNormalized::Yes => plain,
        _ => Cow::Owned(plain.nfc().collect()),
    }
}

/// As [`normalize`], for a text of one line: every blank that is not a control character becomes a space, and the ends
/// are trimmed. Control characters stay, because validation reports them.
///
/// ```
/// assert_eq!(catalogue::text::normalize_line(" Växjö\u{a0}kommun\u{200f}"), "Växjö kommun");
/// ```
pub fn normalize_line(text: &str) -> Cow<'_, str> {
    let is_other_blank = |c: char| !c.is_ascii() && c.is_whitespace() && !c.is_control();
    match normalize(text) {
        Cow::Borrowed(text) if !text.contains(is_other_blank) => Cow::Borrowed(text.trim()),
        text => Cow::Owned(text.replace(is_other_blank, " ").trim().to_owned()),
    }
}

/// As [`normalize_line`], for a value in which numbers are read: decimal digits of other scripts become ASCII digits.
///
/// ```
/// assert_eq!(catalogue::text::normalize_value("١٦–۲۴"), "16–24");
/// ```
pub fn normalize_value(text: &str) -> Cow<'_, str> {
    match normalize_line(text) {
        Cow::Borrowed(text) => ascii_digits(text),
        Cow::Owned(text) => Cow::Owned(ascii_digits(&text).into_owned()),
    }
}

/// Replaces decimal digits of other scripts with ASCII digits.
pub fn ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| digit(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| digit(c).unwrap_or(c)).collect())
}

/// Whether a character is a hyphen, a dash or a minus sign, as people write them between two numbers.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether [`normalize`] removes a character everywhere: soft hyphen, zero-width space, word joiner and the other
/// invisible operators, byte order mark, and the marks, embeddings, overrides and isolates of bidirectional text.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// Zero-width non-joiner and zero-width joiner.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a joiner beside the character changes how it is shown: letters of Arabic and Indic scripts, and emoji.
fn needs_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}'
            | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
            | '\u{1a20}'..='\u{1cff}' | '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
            | '\u{a800}'..='\u{a8ff}' | '\u{a980}'..='\u{a9ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe0f}'
            | '\u{fe70}'..='\u{fefc}' | '\u{10a00}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

/// The letters of a Latin ligature (U+FB00 to U+FB06).
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// Removes invisible signs and joiners that join nothing, and takes ligatures apart.
fn without_invisible_signs(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| is_invisible(c) || is_joiner(c) || ligature(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    // A joiner is written when the character after it is known.
    let mut joiner = None;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if is_joiner(c) {
            joiner = joiner.or_else(|| out.ends_with(needs_joiner).then_some(c));
            continue;
        }
        if let Some(joiner) = joiner.take().filter(|_| needs_joiner(c)) {
            out.push(joiner);
        }
        match ligature(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The zero of each script whose ten decimal digits are consecutive: Arabic, Persian, N'Ko, Indic scripts, Thai, Lao,
/// Tibetan, Myanmar, Khmer, Mongolian, and full-width digits.
const ZEROS: [u32; 20] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x17e0, 0x1810, 0xff10,
];

/// The ASCII digit of a decimal digit of another script; `None` for any other character.
fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_come_to_one_form() {
        for (text, one_form) in [
            ("fo\u{308}ra\u{308}ldrar", "föräldrar"),
            ("Arbets\u{ad}förmedlingens", "Arbetsförmedlingens"),
            ("Jobb\u{202e}etkejorp", "Jobbetkejorp"),
            ("\u{feff}Namn", "Namn"),
            ("a\u{2066}b\u{2069}c\u{200f}\u{61c}", "abc"),
            ("arbete\u{200d}\u{200c}n", "arbeten"),
            ("ﬁnsam oﬃce", "finsam office"),
            ("rad\r\ntv\u{e5}\tkolumn", "rad\r\ntvå\tkolumn"),
            ("10\u{a0}000 kr", "10\u{a0}000 kr"),
            ("٢٠ år", "٢٠ år"),
        ] {
            assert_eq!(normalize(text), one_form, "{text:?}");
        }
    }

    #[test]
    fn joiners_stay_where_they_join() {
        for text in ["می\u{200c}خواهم", "👩\u{200d}💻", "❤\u{fe0f}\u{200d}🔥", "क्\u{200d}ष", "👩🏽\u{200d}🏫"]
        {
            assert_eq!(normalize(text), text);
        }
        assert_eq!(normalize("می\u{200c}\u{200c}خواهم\u{200d}"), "می\u{200c}خواهم");
        assert_eq!(normalize("می\u{200c}\u{202e}خ"), "می\u{200c}خ");
        assert_eq!(normalize("\u{200d}آ 1\u{200d}2"), "آ 12");
    }

    #[test]
    fn lines_and_values() {
        assert_eq!(normalize_line("\u{2009}Jönköping\u{200b}\u{200f} "), "Jönköping");
        assert_eq!(normalize_line("Växjö\u{3000}kommun"), "Växjö kommun");
        assert_eq!(normalize_line("en\nrad"), "en\nrad");
        assert_eq!(normalize_line("٢٠"), "٢٠");
        for (text, value) in [("٢٠", "20"), ("١٦-٢٤", "16-24"), ("۲۰", "20"), ("１９", "19"), ("०६८०", "0680")]
        {
            assert_eq!(normalize_value(text), value);
        }
        assert!(matches!(normalize_value("Växjö"), Cow::Borrowed(_)));
    }

    /// Texts of letters, combining marks, invisible signs, digits and blanks beside each other.
    fn mixed_text() -> impl Strategy<Value = String> {
        let signs = "[a-zåä0-9 \n\t\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{61c}\u{300}-\u{310}\u{fb00}-\u{fb06}\u{660}-\u{669}\u{a0}\u{627}-\u{653}\u{64b}\u{915}\u{93c}\u{94d}\u{fe0f}\u{1f468}\u{2764}]{0,16}";
        prop_oneof![signs.prop_map(String::from), "\\PC{0,24}".prop_map(String::from)]
    }

    proptest! {
        #[test]
        fn one_form_is_reached_at_once(text in mixed_text()) {
            for form in [normalize, normalize_line, normalize_value, ascii_digits] {
                let once = form(&text).into_owned();
                prop_assert_eq!(form(&once), once.as_str());
            }
        }

        #[test]
        fn nothing_invisible_stays_and_little_is_added(text in mixed_text()) {
            let form = normalize(&text);
            prop_assert!(!form.contains(is_invisible));
            // A ligature has at most three letters, and NFC never composes to more than three characters.
            prop_assert!(form.chars().count() <= 3 * text.chars().count());
            let breaks = |text: &str| text.matches(['\n', '\t']).count();
            prop_assert_eq!(breaks(&form), breaks(&text));
        }

        #[test]
        fn a_swedish_text_is_itself(text in "[a-zåäöA-ZÅÄÖé0-9 ,.;:–\n-]{0,40}") {
            prop_assert!(matches!(normalize(&text), Cow::Borrowed(same) if same == text));
        }
    }
}
