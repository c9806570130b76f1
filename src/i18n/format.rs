//! Dates and numbers as people write them.

use super::{Lang, Texts};
use catalogue::record::PartialDate;

/// A whole number with its thousands apart: `1 284` in Swedish, where the blank does not break,
/// `1,284` in English and Arabic. Arabic pages have the digits that are used in Sweden, as on every
/// form and bus.
pub fn number(lang: Lang, n: u64) -> String {
    let between = match lang {
        Lang::Sv => '\u{a0}',
        Lang::En | Lang::Ar => ',',
    };
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

/// A date as precise as it is known: `3 oktober 2026`, `november 2015`, `2025`.
pub fn date(texts: &Texts, lang: Lang, date: PartialDate) -> String {
    let Some(month) = date.month() else { return date.year().to_string() };
    let month = texts.get(lang, &format!("month-{month}"), &[]);
    match date.day() {
        Some(day) => format!("{day} {month} {}", date.year()),
        None => format!("{month} {}", date.year()),
    }
}

/// What names are sorted by: å, ä and ö come after z, capitals and small letters together.
pub fn alphabetical(name: &str) -> String {
    let place = |c: char| match c {
        'å' => "{a".to_owned(),
        'ä' => "{b".to_owned(),
        'ö' => "{c".to_owned(),
        c => c.to_string(),
    };
    name.to_lowercase().chars().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates() {
        let numbers = |lang| [0, 999, 1284, 1_000_000].map(|n| number(lang, n)).join("|");
        assert_eq!(numbers(Lang::Sv), "0|999|1\u{a0}284|1\u{a0}000\u{a0}000");
        assert_eq!(numbers(Lang::En), "0|999|1,284|1,000,000");
        assert_eq!(numbers(Lang::Ar), numbers(Lang::En));
        let texts = Texts::load();
        let shown = |text: &str| date(&texts, Lang::Sv, text.parse().unwrap());
        assert_eq!(shown("2026-10-03"), "3 oktober 2026");
        assert_eq!(shown("2015-11"), "november 2015");
        assert_eq!(shown("2025"), "2025");
    }

    #[test]
    fn names_in_swedish_order() {
        let mut names = ["Östra Göinge", "Ängelholm", "Örkelljunga", "Åstorp", "Ystad", "arboga"];
        names.sort_by_key(|name| alphabetical(name));
        assert_eq!(names, ["arboga", "Ystad", "Åstorp", "Ängelholm", "Örkelljunga", "Östra Göinge"]);
    }
}
