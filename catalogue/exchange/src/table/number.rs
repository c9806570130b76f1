//! Reads numbers and booleans as people and spreadsheets write them.

use crate::table::words::ColumnWords;
use catalogue::vocabulary::fold;
use serde_json::Number;

/// Removes white space and replaces the decimal comma: `1 000,5` becomes `1000.5`.
fn normalise(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace('\u{2212}', "-");
    if plain.contains('.') { plain } else { plain.replacen(',', ".", 1) }
}

/// A whole number, also with zeros as decimals (`20.0`, `20,0`); `None` for another text.
pub(super) fn integer(text: &str) -> Option<i64> {
    let plain = normalise(text);
    let whole = match plain.split_once('.') {
        Some((whole, decimals)) if decimals.bytes().all(|b| b == b'0') => whole,
        Some(_) => return None,
        None => &plain,
    };
    whole.parse().ok()
}

/// A number; `None` for a text that is not a JSON number after normalisation.
pub(super) fn decimal(text: &str) -> Option<Number> {
    let plain = normalise(text);
    serde_json::from_str(&plain).ok()
}

/// A boolean, also as Excel with Swedish settings writes it (SANT, FALSKT); `None` for another text.
pub(super) fn flag(text: &str, words: &ColumnWords) -> Option<bool> {
    match words.value_of(text, &["true", "false"]) {
        Some(value) => Some(value == "true"),
        None => match fold(text).as_str() {
            "sant" | "ja" | "yes" | "1" | "1.0" | "x" => Some(true),
            "falskt" | "nej" | "no" | "0" | "0.0" => Some(false),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_spreadsheets_write_them() {
        for (text, number) in
            [("20", 20), ("20.0", 20), ("20,00", 20), ("1 000", 1000), ("1\u{a0}000", 1000), ("-5", -5)]
        {
            assert_eq!(integer(text), Some(number), "{text}");
        }
        for text in ["", "20.5", "tjugo", "1.000.0", "1,2,3", "--1"] {
            assert_eq!(integer(text), None, "{text}");
        }
        for (text, number) in
            [("56,63", "56.63"), ("56.63", "56.63"), ("40", "40"), ("40.0", "40.0"), ("1e300", "1e300")]
        {
            assert_eq!(
                decimal(text).map(|n| n.to_string()),
                serde_json::from_str::<Number>(number).ok().map(|n| n.to_string())
            );
        }
        assert!(decimal("NaN").is_none() && decimal("1.2.3").is_none());
    }

    #[test]
    fn truth_in_several_words() {
        let words = ColumnWords::default();
        for (text, flag_) in [
            ("SANT", true),
            ("ja", true),
            ("TRUE", true),
            ("1", true),
            ("Falskt", false),
            ("nej", false),
            ("false", false),
        ] {
            assert_eq!(flag(text, &words), Some(flag_), "{text}");
        }
        assert_eq!(flag("kanske", &words), None);
    }
}
