//! The syntax of a cell: `;` or a line break separates the values of a list, `|` the parts of a value, `,` the values
//! of a part. A text that contains a separator is quoted, with quotation marks doubled, as in CSV.

/// Splits at separators outside quotation marks. Parts are trimmed, and empty parts are left out.
pub(super) fn split(text: &str, is_separator: impl Fn(char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut may_open = true;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        if c == '"'
            && may_open
            && let Some(end) = closing(text, at)
        {
            (at, may_open) = (end + 1, false);
            continue;
        }
        if is_separator(c) {
            parts.push(&text[start..at]);
            start = next;
        }
        // A quotation mark at another position belongs to the text.
        may_open = is_separator(c) || matches!(c, '|' | ',' | ':' | '(') || may_open && c.is_whitespace();
        at = next;
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The values of a list.
pub(super) fn items(text: &str) -> Vec<&str> {
    split(text, |c| matches!(c, ';' | '\n' | '\r'))
}

/// Byte offset of the quotation mark that closes the one at `open`; `None` when it is not closed.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        at += text.get(at..)?.find('"')?;
        if text[at + 1..].starts_with('"') {
            at += 2;
        } else {
            return Some(at);
        }
    }
}

/// Removes the quotation marks around a text and reverses the doubling inside it.
pub(super) fn unquote(text: &str) -> String {
    let text = text.trim();
    if text.starts_with('"') && text.len() > 1 && closing(text, 0) == Some(text.len() - 1) {
        return text[1..text.len() - 1].replace("\"\"", "\"");
    }
    text.to_owned()
}

/// Quotes a text that contains a separator, a quotation mark or one of `special`.
pub(super) fn quote(text: &str, special: &[char]) -> String {
    if text.contains(['"', ';', '\n']) || text.contains(special) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

/// Whether a spreadsheet reads a text that begins with `c` as a formula; full-width forms included.
fn begins_a_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
}

/// Whether a text begins like a formula after leading apostrophes.
fn could_be_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(begins_a_formula)
}

/// Escapes a text that a spreadsheet would read as a formula with a leading apostrophe (OWASP, CSV injection).
pub(super) fn neutralise(text: String) -> String {
    if could_be_a_formula(&text) { format!("'{text}") } else { text }
}

/// Reverses [`neutralise`].
pub(super) fn restore(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| could_be_a_formula(rest)).unwrap_or(text)
}

/// Splits a text that ends with `)` into the text before the parentheses and the text inside. With `first`, they open
/// at the first `(`: `a (b (c))` is `a` and `b (c)`; otherwise at the last one. `None` when there are none.
pub(super) fn parenthesis(text: &str, first: bool) -> Option<(&str, &str)> {
    let inner = text.trim().strip_suffix(')')?;
    let at = if first { inner.find('(')? } else { inner.rfind('(')? };
    Some((inner[..at].trim(), inner[at + 1..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_write_lists_in_their_own_way() {
        assert_eq!(items("a; b;;c\nd"), ["a", "b", "c", "d"]);
        assert_eq!(items("\"a;b\"; c"), ["\"a;b\"", "c"]);
        // Quotation marks that belong to the text, or were never closed, protect nothing.
        assert_eq!(items("Vägen \"Nu\"; Annan"), ["Vägen \"Nu\"", "Annan"]);
        assert_eq!(items("\"Vägen; Annan"), ["\"Vägen", "Annan"]);
        assert_eq!(unquote("\"Vägen\" till jobb"), "\"Vägen\" till jobb");
        assert_eq!(parenthesis("ESF (fond) (ägare)", false), Some(("ESF (fond)", "ägare")));
        assert_eq!(parenthesis("16–24 (a (b) c)", true), Some(("16–24", "a (b) c")));
    }

    proptest! {
        #[test]
        fn a_list_comes_back(texts in proptest::collection::vec("[a-zå\";|,:()\n' -]{1,12}", 1..5)) {
            let texts: Vec<String> = texts.iter().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect();
            let cell = texts.iter().map(|t| quote(t, &[])).collect::<Vec<_>>().join("; ");
            let back: Vec<String> = items(&cell).into_iter().map(unquote).collect();
            prop_assert_eq!(back, texts);
        }

        #[test]
        fn what_is_neutralised_comes_back(text in "'{0,3}[=+@\t\r\n-]?[a-z'=]{0,4}") {
            let cell = neutralise(text.clone());
            prop_assert!(!cell.starts_with(begins_a_formula));
            prop_assert_eq!(restore(&cell), text);
        }

        #[test]
        fn nothing_that_is_typed_is_a_crash(text in "\\PC{0,40}") {
            for part in items(&text) {
                let _ = (unquote(part), parenthesis(part, true), parenthesis(part, false), restore(part));
            }
        }
    }
}
