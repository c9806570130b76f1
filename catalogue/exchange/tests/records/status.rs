//! The status on every day, derived from the dates.

use super::{cases, record};
use catalogue::record::Status;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A partial date with its first and last day.
#[derive(Debug, Clone)]
struct StatedDates {
    text: String,
    first: Date,
    last: Date,
}

fn length_of(month: i8, year: i16) -> i8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn stated() -> impl Strategy<Value = StatedDates> {
    (1990..2060_i16, 1..=12_i8, 1..=31_i8, 0..3).prop_map(|(year, month, day, precision)| {
        let day = day.min(length_of(month, year));
        match precision {
            0 => StatedDates { text: format!("{year}"), first: date(year, 1, 1), last: date(year, 12, 31) },
            1 => {
                let last = date(year, month, length_of(month, year));
                StatedDates { text: format!("{year}-{month:02}"), first: date(year, month, 1), last }
            }
            _ => {
                let day = date(year, month, day);
                StatedDates { text: day.to_string(), first: day, last: day }
            }
        }
    })
}

fn status(record_of: Value, today: Date) -> Status {
    let mut value = record_of;
    value["name"] = json!("A");
    record(&value).status(today)
}

fn days(n: i64) -> Span {
    n.days()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn planned_until_the_day_before_it_starts(start in stated()) {
        let of = json!({"period": {"start": start.text}});
        prop_assert_eq!(status(of.clone(), start.first - days(1)), Status::Planned);
        prop_assert_ne!(status(of, start.first), Status::Planned);
    }

    #[test]
    fn ongoing_to_the_end_of_its_last_day(end in stated()) {
        let of = json!({"period": {"end": end.text}});
        prop_assert_eq!(status(of.clone(), end.last), Status::Ongoing);
        prop_assert_eq!(status(of.clone(), end.last - days(400)), Status::Ongoing, "an unknown start is no future one");
        prop_assert_eq!(status(of, end.last + days(1)), Status::Ended);
    }

    #[test]
    fn with_both_ends_one_after_the_other(start in stated(), end in stated(), at in -3_000..3_000_i64) {
        prop_assume!(start.first <= end.last);
        let today = start.first + days(at);
        let expected = if today < start.first { Status::Planned } else if today <= end.last { Status::Ongoing } else { Status::Ended };
        let of = json!({"period": {"start": start.text, "end": end.text}});
        prop_assert_eq!(status(of, today), expected);
    }

    #[test]
    fn what_is_over_stays_over_however_fresh_its_source(end in stated(), reviewed in 0..4_000_i64, later in 1..4_000_i64) {
        let of = json!({
            "period": {"end": end.text}, "last_reviewed": (end.last + days(reviewed)).to_string(),
            "sources": [{"document": "d", "supports": ["status"]}], "as_of": end.text,
        });
        prop_assert_eq!(status(of, end.last + days(later)), Status::Ended);
    }

    #[test]
    fn without_an_end_a_source_that_says_it_runs_holds_for_a_year(as_of in stated(), supports in 0..2) {
        // Within a day of the limit either status is accepted, because of leap days.
        let of = if supports == 0 {
            json!({"as_of": as_of.text, "sources": [{"document": "d", "supports": ["status"]}]})
        } else {
            json!({"as_of": as_of.text, "period": {"start": "1990"}})
        };
        prop_assert_eq!(status(of.clone(), as_of.first + days(364)), Status::Ongoing);
        prop_assert_eq!(status(of, as_of.last + days(367)), Status::Unknown);
    }

    #[test]
    fn the_owners_word_holds_for_a_year(reviewed in 0..20_000_i64, later in 0..800_i64) {
        let day = date(1990, 1, 1) + days(reviewed);
        let found = status(json!({"last_reviewed": day.to_string()}), day + days(later));
        if later <= 364 { prop_assert_eq!(found, Status::Ongoing) }
        if later >= 367 { prop_assert_eq!(found, Status::Unknown) }
    }

    #[test]
    fn nothing_said_is_unknown_on_every_day(at in 0..30_000_i64, as_of in stated()) {
        let today = date(1990, 1, 1) + days(at);
        prop_assert_eq!(status(json!({}), today), Status::Unknown);
        // A source that neither states a start nor supports `status` does not decide the status.
        prop_assert_eq!(status(json!({"as_of": as_of.text}), today), Status::Unknown);
    }

    #[test]
    fn time_goes_one_way(start in stated(), end in stated(), has_end in any::<bool>(), step in 1..900_i64) {
        prop_assume!(start.first <= end.last);
        let period = if has_end { json!({"start": start.text, "end": end.text}) } else { json!({"start": start.text}) };
        let of = json!({"period": period, "as_of": start.text});
        let place = |s: Status| match s { Status::Planned => 0, Status::Ongoing => 1, Status::Ended | Status::Unknown => 2 };
        let mut today = start.first - days(step);
        let mut before = 0;
        for _ in 0..12 {
            let now = place(status(of.clone(), today));
            prop_assert!(now >= before, "{} went back", today);
            before = now;
            today += days(step);
        }
    }
}

#[test]
fn an_eight_year_old_document_that_calls_it_ongoing_leaves_it_unknown() {
    let of = json!({"as_of": "2018", "sources": [{"document": "d", "date": "2018", "supports": ["status"]}]});
    assert_eq!(status(of, date(2026, 11, 22)), Status::Unknown);
}

#[test]
fn a_period_that_ends_before_it_starts_is_refused_at_every_precision() {
    for (start, end) in
        [("2026", "2025"), ("2026-03", "2026-02"), ("2026-03-02", "2026-03-01"), ("2026-02-01", "2026-01")]
    {
        let faults = super::read(&json!({"name": "A", "period": {"start": start, "end": end}})).unwrap_err();
        assert_eq!(faults[0].pointer, "/period/end", "{start} – {end}");
    }
    for (start, end) in [("2026", "2026"), ("2026-03-15", "2026-03"), ("2026-12-31", "2026"), ("2026", "2026-01")] {
        record(&json!({"name": "A", "period": {"start": start, "end": end}}));
    }
}
