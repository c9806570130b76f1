//! Formats numbers and dates for a language.

use crate::i18n::language::Lang;
use catalogue::language::{DateForm, Grouping};
use catalogue::record::PartialDate;

/// A whole number in the format of a language: `1 284` in Swedish, with a no-break space, `1,284` in English.
pub fn number(lang: Lang, n: u64) -> String {
    grouped(lang.entry().grouping, n)
}

/// A whole number with its thousands separated.
pub(super) fn grouped(grouping: Grouping, n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(grouping.separator());
        }
        out.push(digit);
    }
    out
}

/// A date with the precision that it has: `3 oktober 2026`, `november 2015`, `2025`. `month_name` returns the name of a
/// month from 1 to 12.
pub fn date(lang: Lang, date: PartialDate, month_name: impl FnOnce(i8) -> String) -> String {
    let year = date.year();
    let Some(month) = date.month().map(month_name) else { return year.to_string() };
    match (lang.entry().date_form, date.day()) {
        (DateForm::DayMonthYear, Some(day)) => format!("{day} {month} {year}"),
        (DateForm::MonthDayYear, Some(day)) => format!("{month} {day}, {year}"),
        (DateForm::YearMonthDay, Some(day)) => format!("{year} {month} {day}"),
        (DateForm::YearMonthDay, None) => format!("{year} {month}"),
        (DateForm::DayMonthYear | DateForm::MonthDayYear, None) => format!("{month} {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::language::Language;

    #[test]
    fn numbers_and_dates() {
        let numbers = |grouping| [0, 999, 1284, 1_000_000].map(|n| grouped(grouping, n)).join("|");
        assert_eq!(numbers(Grouping::Space), "0|999|1\u{a0}284|1\u{a0}000\u{a0}000");
        assert_eq!(numbers(Grouping::Comma), "0|999|1,284|1,000,000");
        for lang in Lang::all() {
            assert_eq!(number(lang, 1284), grouped(lang.entry().grouping, 1284), "{lang:?}");
        }
        let shown = |text: &str| date(Lang::SWEDISH, text.parse().unwrap(), month_name);
        assert_eq!(shown("2026-10-03"), "3 oktober 2026");
        assert_eq!(shown("2015-10"), "oktober 2015");
        assert_eq!(shown("2025"), "2025");
    }

    fn month_name(month: i8) -> String {
        assert_eq!(month, 10);
        "oktober".to_owned()
    }

    #[test]
    fn the_forms_of_another_language() {
        static AMERICAN: Language = Language::new("en-US", "English (US)").date_form(DateForm::MonthDayYear);
        static HUNGARIAN: Language =
            Language::new("hu", "Magyar").grouping(Grouping::Point).date_form(DateForm::YearMonthDay);
        let shown = |entry, text: &str| date(Lang::of(entry), text.parse().unwrap(), month_name);
        assert_eq!(shown(&AMERICAN, "2026-10-03"), "oktober 3, 2026");
        assert_eq!(shown(&HUNGARIAN, "2026-10-03"), "2026 oktober 3");
        assert_eq!(shown(&HUNGARIAN, "2026-10"), "2026 oktober");
        assert_eq!(number(Lang::of(&HUNGARIAN), 1284), "1.284");
    }
}
