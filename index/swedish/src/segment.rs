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
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (i, c) = rest.next()?;
            if c.is_alphanumeric() {
                break i;
            }
        };
        let mut end = text.len();
        while let Some(&(i, c)) = rest.peek() {
            if !c.is_alphanumeric() {
                end = i;
                break;
            }
            rest.next();
        }
        Some(Word { text: &text[start..end], start, end })
    })
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
