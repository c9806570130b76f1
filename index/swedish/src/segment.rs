//! Where the words of a text are.

/// One word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as written.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// The words of a text: runs of letters and digits.
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
    fn words_with_their_places() {
        let text = "Språk-café, DISA+ (åäö)";
        let found: Vec<_> = words(text).map(|w| (w.text, &text[w.start..w.end] == w.text)).collect();
        assert_eq!(found, [("Språk", true), ("café", true), ("DISA", true), ("åäö", true)]);
        assert_eq!(words("…  –").count(), 0);
    }
}
