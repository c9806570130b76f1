//! The form in which labels are compared.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, letters without marks (`å ä ö é` as `a a o e`), white space as single blanks.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out
}
