//! Suffix edits: a word encoded as the number of letters to strip from another word and the bytes to append.
//!
//! An edit is one `u64`, so that a finite-state transducer maps `arbets` to *arbete* without storing *arbete*.

/// Greatest number of letters that an edit strips.
const MAX_STRIP: u64 = 31;
/// Width of the number of stripped letters, in bits.
const STRIP_BITS: u32 = 5;
/// Greatest number of bytes that an edit appends: they use the remaining bits of the `u64`.
const MAX_ADD: usize = 7;

/// The edit that turns `form` into `word`; `None` when it would strip more than 31 letters or append more than
/// seven bytes.
///
/// ```
/// use swedish::edit::{apply, encode};
///
/// let edit = encode("arbets", "arbete").expect("the words share a stem");
/// assert_eq!(apply("arbets", edit).as_deref(), Some("arbete"));
/// assert_eq!(apply("skol", encode("skol", "skola").expect("one letter")).as_deref(), Some("skola"));
/// ```
pub fn encode(form: &str, word: &str) -> Option<u64> {
    let shared: usize = form.chars().zip(word.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let strip = form[shared..].chars().count() as u64;
    let add = &word.as_bytes()[shared..];
    (strip <= MAX_STRIP && add.len() <= MAX_ADD)
        .then(|| add.iter().rev().fold(0, |n, &byte| n << 8 | u64::from(byte)) << STRIP_BITS | strip)
}

/// Applies an edit to `form`; `None` when the form has fewer letters than the edit strips, or the result is not UTF-8.
pub fn apply(form: &str, edit: u64) -> Option<String> {
    let (strip, mut add) = (edit & MAX_STRIP, edit >> STRIP_BITS);
    let mut stem = form.chars();
    for _ in 0..strip {
        stem.next_back()?;
    }
    let mut bytes = stem.as_str().as_bytes().to_vec();
    while add != 0 {
        bytes.push((add & 0xff) as u8);
        add >>= 8;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{apply, encode};
    use proptest::prelude::*;

    #[test]
    fn words_as_edits() {
        for (form, word) in
            [("arbets", "arbete"), ("hälso", "hälsa"), ("män", "man"), ("jobb", "jobb"), ("skol", "skola")]
        {
            assert_eq!(encode(form, word).and_then(|e| apply(form, e)).as_deref(), Some(word));
        }
        assert_eq!(encode("jobb", "jobb"), Some(0));
        assert_eq!(encode("är", "verksamheten"), None);
    }

    proptest! {
        #[test]
        fn any_two_words(form in "[a-zåäö]{0,12}", word in "[a-zåäö]{0,12}") {
            if let Some(edit) = encode(&form, &word) {
                prop_assert_eq!(apply(&form, edit), Some(word));
            }
        }

        #[test]
        fn any_number(form in "\\PC*", edit in any::<u64>()) {
            let _ = apply(&form, edit);
        }
    }
}
