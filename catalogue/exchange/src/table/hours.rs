//! Weekdays and times as text: `måndag, onsdag 14:00–15:00`.

use crate::table::cell::Codec;
use catalogue::vocabulary::fold;
use serde_json::{Map, Value, json};

/// Weekdays of RFC 5545, from Monday.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Writes the stated days and times.
pub(super) fn write(codec: Codec<'_>, object: &Map<String, Value>) -> String {
    let days = object.get("byday").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let days: Vec<&str> = days.map(|day| codec.words.value(day)).collect();
    let time = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
    let (opens, closes) = (time("opens_at"), time("closes_at"));
    let mut parts = vec![days.join(", ")];
    if !(opens.is_empty() && closes.is_empty()) {
        parts.push(format!("{opens}–{closes}"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// Reads days and times; `None` when a word is neither. `mån–fre` is every day from Monday to Friday.
pub(super) fn read(codec: Codec<'_>, head: &str) -> Option<Map<String, Value>> {
    let folded = fold(head).replace(['\u{2013}', '\u{2014}', '\u{2212}'], "-");
    let mut days: Vec<&str> = Vec::new();
    let mut times = String::new();
    for word in folded.split([' ', ',']).filter(|word| !word.is_empty() && !["kl", "kl.", "och"].contains(word)) {
        if word.bytes().all(|b| b.is_ascii_digit() || b":.-".contains(&b)) {
            times.push_str(word);
        } else if let Some((first, last)) = word.split_once('-') {
            let (first, last) = (day(codec, first)?, day(codec, last)?);
            days.extend(DAYS.get(first..=last)?);
        } else {
            days.push(DAYS[day(codec, word)?]);
        }
    }
    let mut object = Map::new();
    if !days.is_empty() {
        object.insert("byday".to_owned(), json!(days));
    }
    if !times.is_empty() {
        let (opens, closes) = times.split_once('-').unwrap_or((&times, ""));
        for (key, time) in [("opens_at", opens), ("closes_at", closes)] {
            if !time.is_empty() {
                object.insert(key.to_owned(), json!(time_of_day(time)?));
            }
        }
    }
    Some(object)
}

/// Index of a weekday, 0 for Monday, from its code, its name, the first three or more letters of the name, or its
/// plural.
fn day(codec: Codec<'_>, word: &str) -> Option<usize> {
    let means = |code: &str| {
        let name = fold(codec.words.value(code));
        fold(code) == word
            || word.len() >= 3 && name.starts_with(word)
            || word.strip_suffix("ar") == Some(name.as_str())
    };
    DAYS.iter().position(|code| means(code))
}

/// A time of day as `14:00`, from `14`, `14.00` or `14:00`.
fn time_of_day(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (is_number(hour) && is_number(minute)).then(|| format!("{hour:0>2}:{minute:0>2}"))
}
