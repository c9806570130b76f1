//! Dates of day, month or year precision.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date of day, month or year precision, written `2024-09-02`, `2024-09` or `2024` (ISO 8601).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// The error for a text that is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a date is a year, year-month or year-month-day, for example 2026, 2026-01 or 2026-01-31")]
pub struct InvalidDate;

impl PartialDate {
    /// The first day of the date, month or year.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// The last day of the date, month or year.
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (_, Some(_)) => self.first_day(),
            (Some(_), None) => self.first_day().last_of_month(),
            (None, _) => self.first_day().last_of_year(),
        }
    }

    /// The year, for example 2024.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month 1–12; `None` for year precision.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month 1–31; `None` for month or year precision.
    pub fn day(self) -> Option<i8> {
        self.day
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl FromStr for PartialDate {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<i16>().ok())
                .flatten()
                .ok_or(InvalidDate)
        };
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or(""), 4)?;
        let month = parts.next().map(|p| digits(p, 2)).transpose()?.map(|m| m as i8);
        let day = parts.next().map(|p| digits(p, 2)).transpose()?.map(|d| d as i8);
        if year < 1900 || parts.next().is_some() {
            return Err(InvalidDate);
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| InvalidDate)?;
        Ok(Self { year, month, day })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = InvalidDate;
    fn try_from(text: String) -> Result<Self, InvalidDate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_starts_on_its_first_and_ends_on_its_last_day() {
        let february: PartialDate = "2024-02".parse().unwrap();
        assert_eq!((february.first_day(), february.last_day()), (date(2024, 2, 1), date(2024, 2, 29)));
        let year: PartialDate = "2025".parse().unwrap();
        assert_eq!((year.first_day(), year.last_day()), (date(2025, 1, 1), date(2025, 12, 31)));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for bad in ["", "25", "2025-13", "2025-02-30", "2025-2", "2025-01-01-01", "januari", "2025/01", "0001"] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad:?}");
        }
        for good in ["2025", "2025-02", "2024-02-29"] {
            assert_eq!(good.parse::<PartialDate>().unwrap().to_string(), good);
        }
    }
}
