//! Segmentation of a text into words, in the form in which they are analysed.

use catalogue::text::{ascii_digits, is_invisible, normalize};
use std::borrow::Cow;
use std::ops::Range;

/// Abbreviations of function words, written with dots, which are stop words. The dots stay, because some are other
/// words without them (*t.o.m.* and *tom*).
const FUNCTION_ABBREVIATIONS: [&str; 19] = [
    "bl.a", "d.v.s", "e.d", "f.d", "f.n", "f.o.m", "fr.o.m", "i.o.m", "m.a.o", "m.fl", "m.h.a", "m.m", "o.d", "o.dyl",
    "o.s.v", "p.g.a", "s.k", "t.ex", "t.o.m",
];

/// Mean length of a word and the gap after it, in bytes.
const MEAN_WORD: usize = 7;
/// The first byte of the letters À to ÿ in UTF-8.
const LATIN_1_LETTERS: u8 = 0xC3;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextWord<'a> {
    /// The word in its one form, in the case of the text.
    pub(crate) text: Cow<'a, str>,
    /// Its place in the text, in bytes.
    pub(crate) range: Range<usize>,
}

/// The words of a text, in order. Invisible signs do not end a word, and single letters with dots between them are one
/// word: *F.A.C.T.* is `FACT`. Words are in Unicode NFC without invisible signs, with ASCII digits and without
/// ligatures, also where the text is not.
pub(crate) fn words(text: &str) -> Vec<TextWord<'_>> {
    plain_words(text).unwrap_or_else(|| joined_words(text))
}

/// The words of a text in which no gap joins two words; `None` for another text.
fn plain_words(text: &str) -> Option<Vec<TextWord<'_>>> {
    let mut out: Vec<TextWord<'_>> = Vec::with_capacity(text.len() / MEAN_WORD);
    let mut end = 0;
    for word in swedish::words(text) {
        let gap = &text[end..word.start];
        if gap == "." || !gap.is_ascii() && gap.chars().any(is_invisible) {
            return None;
        }
        end = word.end;
        out.push(TextWord { text: form(word.text), range: word.start..word.end });
    }
    Some(out)
}

/// [`words`] of any text.
fn joined_words(text: &str) -> Vec<TextWord<'_>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for word in swedish::words(text) {
        match ranges.last_mut().filter(|last| last.end < word.start) {
            Some(last) if text[last.end..word.start].chars().all(is_invisible) => last.end = word.end,
            _ => ranges.push(word.start..word.end),
        }
    }
    let mut out = Vec::with_capacity(ranges.len());
    let is_dot_between = |one: &Range<usize>, next: &Range<usize>| {
        text[one.end..next.start].chars().filter(|c| !is_invisible(*c)).eq(['.'])
    };
    for run in ranges.chunk_by(is_dot_between) {
        match run {
            [first, .., last] if is_abbreviation(text, run) => {
                out.push(TextWord { text: abbreviation(&text[first.start..last.end]), range: first.start..last.end });
            }
            _ => {
                out.extend(run.iter().map(|range| TextWord { text: form(&text[range.clone()]), range: range.clone() }));
            }
        }
    }
    out
}

/// Whether a lower-case word of [`words`] has no content of its own.
pub(crate) fn is_stop_word(word: &str) -> bool {
    swedish::is_stop_word(word) || FUNCTION_ABBREVIATIONS.contains(&word)
}

/// The one form of a word, in its own case.
fn form(word: &str) -> Cow<'_, str> {
    // ASCII, and the letters from À to ÿ, are in their one form.
    if word.bytes().all(|byte| byte.is_ascii() || byte == LATIN_1_LETTERS || byte & 0xC0 == 0x80) {
        return Cow::Borrowed(word);
    }
    match normalize(word) {
        Cow::Borrowed(word) => ascii_digits(word),
        Cow::Owned(word) => Cow::Owned(ascii_digits(&word).into_owned()),
    }
}

/// Whether words with dots between them are an abbreviation: single letters, or the abbreviation of a function word.
/// An address (*www.x.se*) and a decimal number are none.
fn is_abbreviation(text: &str, run: &[Range<usize>]) -> bool {
    let is_letter = |range: &Range<usize>| {
        // A ligature is several letters.
        let form = form(&text[range.clone()]);
        let mut chars = form.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    run.iter().all(is_letter)
        || run.first().zip(run.last()).is_some_and(|(first, last)| {
            let whole = &text[first.start..last.end];
            whole.len() <= "fr.o.m".len() && FUNCTION_ABBREVIATIONS.contains(&whole.to_lowercase().as_str())
        })
}

/// An abbreviation without its dots, unless it is one of function words.
fn abbreviation(text: &str) -> Cow<'_, str> {
    let word = form(text);
    if FUNCTION_ABBREVIATIONS.contains(&word.to_lowercase().as_str()) { word } else { word.replace('.', "").into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text.into_owned()).collect()
    }

    #[test]
    fn words_have_one_form() {
        for (text, found) in [
            ("Arbets\u{ad}träning", "Arbetsträning"),
            ("Väx\u{200b}jö\u{200f} \u{fb01}nsam", "Växjö finsam"),
            ("٢٠ år", "20 år"),
            ("F.A.C.T.", "FACT"),
            ("K.A.A. och k.a.a", "KAA och kaa"),
            ("t.ex. praktik", "t.ex praktik"),
            ("T.o.m. 24", "T.o.m 24"),
            ("www.x.se x.se a.b.1", "www x se x se a b 1"),
            ("2.5 kl. 9 s. 4", "2 5 kl 9 s 4"),
            ("vård. Och", "vård Och"),
            ("Språk-café, DISA+", "Språk café DISA"),
        ] {
            assert_eq!(texts(text).join(" "), found, "{text:?}");
        }
        assert!(is_stop_word("t.ex") && is_stop_word("och") && !is_stop_word("tom"));
    }

    #[test]
    fn words_know_their_place() {
        let text = "Arbets\u{ad}träning, F.A.C.T.!";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word.range]).collect();
        assert_eq!(found, ["Arbets\u{ad}träning", "F.A.C.T"]);
    }

    proptest! {
        #[test]
        fn a_text_and_its_one_form_have_the_same_words(text in "[a-zåö1. \u{ad}\u{200b}\u{660}\u{fb01}-]{0,20}") {
            prop_assert_eq!(texts(&text), texts(&catalogue::text::normalize(&text)));
        }

        #[test]
        fn plain_words_are_those_of_any_text(text in "[a-zåéÅ1². \u{ad}\u{660}–,-]{0,12}") {
            if let Some(plain) = plain_words(&text) {
                prop_assert_eq!(plain, joined_words(&text));
            }
        }

        #[test]
        fn words_are_in_order(text in "\\PC{0,20}") {
            prop_assert!(words(&text).windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        }
    }
}
