//! The only place that asks for the time, so that tests can set it.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::sync::Arc;

/// The time, or one that a test has set.
#[derive(Debug, Clone)]
pub struct Clock {
    fixed: Option<Timestamp>,
    zone: Arc<TimeZone>,
}

impl Clock {
    /// The machine's own clock.
    pub fn system() -> Self {
        Self::with(None)
    }

    /// A clock that stands still.
    pub fn fixed(at: Timestamp) -> Self {
        Self::with(Some(at))
    }

    fn with(fixed: Option<Timestamp>) -> Self {
        // The zone database is inside the program, so this does not fail.
        let zone = Arc::new(TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC));
        Self { fixed, zone }
    }

    /// Now.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
    pub fn now(&self) -> Timestamp {
        self.fixed.unwrap_or_else(Timestamp::now)
    }

    /// Today's date in Sweden.
    pub fn today(&self) -> Date {
        self.date_of(self.now())
    }

    /// The date that it was in Sweden at a time.
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
