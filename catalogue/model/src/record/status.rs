//! Whether an intervention runs, derived from its dates and never stored.

use crate::record::Intervention;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What can be said today about an intervention's period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It runs.
    Ongoing,
    /// It starts later.
    Planned,
    /// It is over.
    Ended,
    /// No source says.
    Unknown,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 4] = [Status::Ongoing, Status::Planned, Status::Ended, Status::Unknown];

    /// Its code in the vocabulary `statuses`.
    pub fn code(self) -> &'static str {
        match self {
            Status::Ongoing => "ongoing",
            Status::Planned => "planned",
            Status::Ended => "ended",
            Status::Unknown => "unknown",
        }
    }
}

/// The three days that decide the status on any day. Kept in the index, so that status needs no
/// new indexing when the date changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusDays {
    /// First day, when a start is stated.
    pub start: Option<Date>,
    /// Last day, when an end is stated.
    pub end: Option<Date>,
    /// Without a stated end: the last day on which what the record says still counts as running.
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
}

/// How long a statement "it runs" holds without a stated end, in months.
pub(super) const FRESH_MONTHS: i32 = 12;

impl Intervention {
    /// The days that decide the status.
    ///
    /// A record without an end counts as running for 12 months after the owner vouched for it, or
    /// after its newest source when that says that it runs: it states a start, or is cited for
    /// `status`. A date of month or year precision is taken at its first day, the only one that is
    /// certainly not too late.
    pub fn status_days(&self) -> StatusDays {
        let said_to_run =
            self.period.start.is_some() || self.sources.iter().any(|s| s.supports.iter().any(|k| k == "status"));
        let from_source = self.as_of.filter(|_| said_to_run).map(crate::record::PartialDate::first_day);
        let newest = from_source.max(self.last_reviewed);
        StatusDays {
            start: self.period.start.map(crate::record::PartialDate::first_day),
            end: self.period.end.map(crate::record::PartialDate::last_day),
            fresh_until: newest.map(|day| day.saturating_add(jiff::Span::new().months(FRESH_MONTHS))),
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
    fn the_table_of_product_md() {
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
}
