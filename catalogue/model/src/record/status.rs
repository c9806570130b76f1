//! The status of an intervention, derived from its dates and never stored.

use crate::record::Intervention;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The status of an intervention on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It runs.
    Ongoing,
    /// It starts after the day.
    Planned,
    /// It has ended.
    Ended,
    /// The dates do not determine whether it runs.
    Unknown,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 4] = [Status::Ongoing, Status::Planned, Status::Ended, Status::Unknown];

    /// The code of every status.
    pub const CODES: [&str; 4] = [Self::Ongoing.code(), Self::Planned.code(), Self::Ended.code(), Self::Unknown.code()];

    /// Its code in the vocabulary `statuses`.
    pub const fn code(self) -> &'static str {
        match self {
            Status::Ongoing => "ongoing",
            Status::Planned => "planned",
            Status::Ended => "ended",
            Status::Unknown => "unknown",
        }
    }
}

/// The three days that determine the status on any day. The index stores them, so that records need not be indexed
/// again when the date changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusDays {
    /// First day; `None` without a stated start.
    pub start: Option<Date>,
    /// Last day; `None` without a stated end.
    pub end: Option<Date>,
    /// The last day on which an intervention without a stated end counts as running; `None` when it never does.
    pub fresh_until: Option<Date>,
}

impl StatusDays {
    /// The status on a day (in Europe/Stockholm).
    pub fn on(self, today: Date) -> Status {
        if self.start.is_some_and(|start| start > today) {
            return Status::Planned;
        }
        match self.end {
            Some(end) if end < today => Status::Ended,
            Some(_) => Status::Ongoing,
            None if self.fresh_until.is_some_and(|limit| today <= limit) => Status::Ongoing,
            None => Status::Unknown,
        }
    }

    /// Whether the last day is stated and within [`ENDS_SOON_MONTHS`] from a day (in Europe/Stockholm), both inclusive.
    pub fn ends_soon(self, today: Date) -> bool {
        self.end.is_some_and(|end| (today..=today.saturating_add(ENDS_SOON_MONTHS.months())).contains(&end))
    }
}

/// Months before its last day from which an intervention counts as ending soon.
pub const ENDS_SOON_MONTHS: i32 = 6;

/// The code of the vocabulary `ends` for an intervention that ends soon.
pub const ENDS_SOON: &str = "within_6_months";

/// Months for which an intervention without a stated end counts as running.
pub(super) const FRESH_MONTHS: i32 = 12;

impl Intervention {
    /// The days that determine the status.
    ///
    /// A record without an end counts as running for 12 months after its latest review, or after its newest source
    /// when the record states a start or a source supports `status`. A date of month or year precision counts from
    /// its first day, so that the period is never too long.
    pub fn status_days(&self) -> StatusDays {
        let said_to_run =
            self.period.start.is_some() || self.sources.iter().any(|s| s.supports.iter().any(|k| k == "status"));
        let from_source = self.as_of.filter(|_| said_to_run).map(crate::record::PartialDate::first_day);
        let newest = from_source.max(self.last_reviewed);
        StatusDays {
            start: self.period.start.map(crate::record::PartialDate::first_day),
            end: self.period.end.map(crate::record::PartialDate::last_day),
            fresh_until: newest.map(|day| day.saturating_add(FRESH_MONTHS.months())),
        }
    }

    /// The status on a day (in Europe/Stockholm).
    pub fn status(&self, today: Date) -> Status {
        self.status_days().on(today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_status_follows_from_the_dates() {
        let today = date(2026, 11, 22);
        let days = |start: Option<Date>, end: Option<Date>, fresh_until: Option<Date>| {
            StatusDays { start, end, fresh_until }.on(today)
        };
        let (past, future) = (Some(date(2020, 1, 1)), Some(date(2027, 1, 1)));
        assert_eq!(days(future, None, None), Status::Planned);
        assert_eq!(days(future, future, None), Status::Planned);
        assert_eq!(days(past, past, None), Status::Ended);
        assert_eq!(days(None, past, future), Status::Ended);
        assert_eq!(days(past, future, None), Status::Ongoing);
        assert_eq!(days(None, future, None), Status::Ongoing);
        assert_eq!(days(None, Some(today), None), Status::Ongoing, "the last day still runs");
        assert_eq!(days(past, None, Some(today)), Status::Ongoing);
        assert_eq!(days(past, None, past), Status::Unknown);
        assert_eq!(days(None, None, None), Status::Unknown);
    }

    #[test]
    fn six_months_include_their_first_and_last_day() {
        let today = date(2026, 11, 22);
        let soon = |end: Option<Date>| StatusDays { start: None, end, fresh_until: None }.ends_soon(today);
        for (end, expected) in [
            (date(2026, 11, 21), false),
            (date(2026, 11, 22), true),
            (date(2027, 5, 22), true),
            (date(2027, 5, 23), false),
        ] {
            assert_eq!(soon(Some(end)), expected, "{end}");
        }
        assert!(!soon(None));
        assert_eq!(ENDS_SOON, format!("within_{ENDS_SOON_MONTHS}_months"));
    }
}
