//! The only module that reads the system time, so that tests can set it.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::sync::Arc;

/// The system clock, or a fixed time in tests.
#[derive(Debug, Clone)]
pub struct Clock {
    fixed: Option<Timestamp>,
    zone: Arc<TimeZone>,
}

impl Clock {
    /// The system clock.
    pub fn system() -> Self {
        Self::with(None)
    }

    /// A clock that always returns `at`.
    pub fn fixed(at: Timestamp) -> Self {
        Self::with(Some(at))
    }

    fn with(fixed: Option<Timestamp>) -> Self {
        // The time zone database is embedded in the program, so the fallback is never used.
        let zone = Arc::new(TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC));
        Self { fixed, zone }
    }

    /// The current time.
    #[expect(clippy::disallowed_methods, reason = "the only place that reads the clock")]
    pub fn now(&self) -> Timestamp {
        self.fixed.unwrap_or_else(Timestamp::now)
    }

    /// Today's date in Sweden.
    pub fn today(&self) -> Date {
        self.date_of(self.now())
    }

    /// The date in Sweden at a point in time.
    pub fn date_of(&self, at: Timestamp) -> Date {
        Zoned::new(at, (*self.zone).clone()).date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_stockholm() {
        let clock = Clock::fixed("2026-06-30T22:30:00Z".parse().unwrap());
        assert_eq!(clock.today().to_string(), "2026-07-01");
    }
}
