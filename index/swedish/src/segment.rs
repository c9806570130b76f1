//! Segmentation of a text into words.

/// One word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as written.
    pub text: &'a str,
    /// Start in the text, in bytes.
    pub start: usize,
    /// End in the text, in bytes.
    pub end: usize,
}

/// The words of a text, in order: maximal runs of letters and digits of any script. A hyphen, an apostrophe and a
/// combining mark end a word.
///
/// ```
/// let words: Vec<_> = swedish::words("Språk-café 2.0!").map(|word| (word.text, word.start)).collect();
/// assert_eq!(words, [("Språk", 0), ("café", 7), ("2", 13), ("0", 15)]);
/// assert_eq!(swedish::words(" – ").count(), 0);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at = skip(text, at, false);
        let start = at;
        at = skip(text, at, true);
        (start < at).then(|| Word { text: &text[start..at], start, end: at })
    })
}

/// The end of the run of characters from `at` that are in words, or of those that are not.
fn skip(text: &str, mut at: usize, in_word: bool) -> usize {
    while let Some(&byte) = text.as_bytes().get(at) {
        // Nearly all characters are ASCII.
        let (is_in_word, len) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            let next = text[at..].chars().next();
            next.map_or((!in_word, 0), |next| (next.is_alphanumeric(), next.len_utf8()))
        };
        if is_in_word != in_word {
            break;
        }
        at += len;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_with_positions() {
        let text = "Språk-café, DISA+ (åäö)";
        let found: Vec<_> = words(text).map(|w| (w.text, &text[w.start..w.end] == w.text)).collect();
        assert_eq!(found, [("Språk", true), ("café", true), ("DISA", true), ("åäö", true)]);
        assert_eq!(words("…  –").count(), 0);
    }
}
