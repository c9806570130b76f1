//! Reads dates as people and spreadsheets write them.

use catalogue::record::PartialDate;
use catalogue::vocabulary::fold;

/// First three letters of the months, in Swedish and English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar"],
    &["apr"],
    &["maj", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];

/// The smallest number that is read as a serial date of a spreadsheet; a smaller number is a year.
const FIRST_SERIAL: i64 = 2_101;
/// 2099-12-31 as a serial date.
const LAST_SERIAL: i64 = 73_050;

/// The date in ISO 8601 with the precision of the text: `2026-01-31`, `2026-01` or `2026`. `None` when the text is not
/// a date.
pub(super) fn read(text: &str) -> Option<String> {
    let text = fold(text).replace(['\u{2013}', '\u{2212}'], "-");
    let day = without_time(&text);
    let iso = as_number(day).or_else(|| as_parts(day)).or_else(|| with_month_name(day))?;
    iso.parse::<PartialDate>().ok().map(|date| date.to_string())
}

/// Removes a time of day: a spreadsheet writes a day as `2026-01-31 00:00:00`.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 't']) else { return text };
    let is_time = time.contains(':') && time.bytes().all(|b| b.is_ascii_digit() || b":.z".contains(&b));
    if is_time { day } else { text }
}

/// A year, a compact date (`20260131`), or a serial date (days since 1899-12-30).
fn as_number(text: &str) -> Option<String> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if whole.len() == 8 {
        return Some(format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..]));
    }
    match whole.parse::<i64>().ok()? {
        year @ 1_900..FIRST_SERIAL => Some(year.to_string()),
        serial @ FIRST_SERIAL..=LAST_SERIAL => {
            let epoch = jiff::civil::date(1899, 12, 30);
            epoch.checked_add(jiff::Span::new().days(serial)).ok().map(|day| day.to_string())
        }
        _ => None,
    }
}

/// Numbers with separators: year first (`2026-1-31`, `2026/01`) or day first (`31.1.2026`, `31/1 2026`).
fn as_parts(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    if !parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match parts[..] {
        [year, month] if year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        [month, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        [year, month, day] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        [day, month, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    }
}

/// `31 januari 2026`, `januari 2026`, `jan-26`.
fn with_month_name(text: &str) -> Option<String> {
    let mut parts: Vec<&str> = text.split([' ', '-', '.', '/', ',']).filter(|part| !part.is_empty()).collect();
    if parts.first() == Some(&"den") {
        parts.remove(0);
    }
    let at = parts.iter().position(|part| part.starts_with(|c: char| c.is_alphabetic()))?;
    let name = parts.remove(at);
    let month = 1 + MONTHS.iter().position(|names| names.iter().any(|n| name.starts_with(n)))?;
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    match parts[..] {
        [year] if year.len() == 4 => Some(format!("{year}-{month:02}")),
        // A spreadsheet shows the month `2026-01` as `jan-26`.
        [year] if year.len() == 2 => Some(format!("20{year}-{month:02}")),
        [day, year] if year.len() == 4 => Some(format!("{year}-{month:02}-{day:0>2}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_as_people_and_spreadsheets_write_them() {
        for (text, iso) in [
            ("2026-01-31", "2026-01-31"),
            ("2026-01", "2026-01"),
            ("2026", "2026"),
            ("2026.0", "2026"),
            ("2026-01-31 00:00:00", "2026-01-31"),
            ("2026-01-31T00:00:00", "2026-01-31"),
            ("46053", "2026-01-31"),
            ("46053.0", "2026-01-31"),
            ("20260131", "2026-01-31"),
            ("31/1 2026", "2026-01-31"),
            ("31.1.2026", "2026-01-31"),
            ("31/01/2026", "2026-01-31"),
            ("2026/1/31", "2026-01-31"),
            ("31 januari 2026", "2026-01-31"),
            ("den 3 maj 2026", "2026-05-03"),
            ("Januari 2026", "2026-01"),
            ("jan-26", "2026-01"),
            ("okt 2026", "2026-10"),
            ("29.2.2024", "2024-02-29"),
            ("2024–09", "2024-09"),
        ] {
            assert_eq!(read(text).as_deref(), Some(iso), "{text}");
        }
        for text in
            ["", "snart", "2026-13", "31/31 2026", "12", "2026-02-30", "1e5", "99999999", "hösten 2026", "januari"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_exact_date_is_itself(year in 1900..2100, month in 1..=12, day in 1..=28) {
            for iso in [format!("{year}"), format!("{year}-{month:02}"), format!("{year}-{month:02}-{day:02}")] {
                prop_assert_eq!(read(&iso), Some(iso));
            }
        }

        #[test]
        fn nothing_that_is_typed_is_a_crash(text in "[0-9a-zåäö .:/–,T-]{0,24}|\\PC{0,24}") {
            let _ = read(&text);
        }
    }
}
