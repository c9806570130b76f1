//! Ages in whole years, and the bands an intervention states.

use super::{InvalidAgeRange, WrittenAges};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An age in whole years, 0–120.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Age(u8);

impl Age {
    /// Lowest age of the scale.
    pub const MIN: Age = Age(0);
    /// Highest age of the scale.
    pub const MAX: Age = Age(120);

    /// The age in years.
    pub fn years(self) -> u8 {
        self.0
    }
}

/// The error for a value that is not an age.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an age is a whole number of years from 0 to 120")]
pub struct InvalidAge;

impl TryFrom<u8> for Age {
    type Error = InvalidAge;
    fn try_from(years: u8) -> Result<Self, InvalidAge> {
        if years <= Age::MAX.0 { Ok(Self(years)) } else { Err(InvalidAge) }
    }
}

impl From<Age> for u8 {
    fn from(age: Age) -> u8 {
        age.0
    }
}

/// A band of ages that an intervention states. Both bounds are inclusive. A missing bound is open: it excludes no
/// age, and is not the same as a stated 0 or 120.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeBand {
    /// Lowest age; `None` when the bound is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Age>,
    /// Highest age; `None` when the bound is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Age>,
    /// The group that the band applies to, when an intervention has several bands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl AgeBand {
    /// Whether at least one bound is stated.
    pub fn is_stated(&self) -> bool {
        self.min.is_some() || self.max.is_some()
    }

    /// The ages of the band; an open bound is the end of the scale.
    pub fn range(&self) -> AgeRange {
        AgeRange { from: self.min.unwrap_or(Age::MIN), to: self.max.unwrap_or(Age::MAX) }
    }
}

/// A range of ages in a search, both ends inclusive: `19`, `16-24`, `20-`, `-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AgeRange {
    /// Lowest age.
    pub from: Age,
    /// Highest age.
    pub to: Age,
}

impl AgeRange {
    /// Whether the ranges have an age in common.
    pub fn overlaps(self, other: AgeRange) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// One bit for each year of age in the range; bit 0 is age 0.
    pub fn mask(self) -> u128 {
        let width = u32::from(self.to.0 - self.from.0) + 1;
        ((1_u128 << width) - 1) << self.from.0
    }
}

impl FromStr for AgeRange {
    type Err = InvalidAgeRange;

    /// Reads ages as [`WrittenAges::read`] does.
    fn from_str(text: &str) -> Result<Self, InvalidAgeRange> {
        WrittenAges::read(text)?.try_into()
    }
}

impl fmt::Display for AgeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (from, to) if from == to => write!(f, "{}", from.0),
            (from, Age::MAX) => write!(f, "{}-", from.0),
            (Age::MIN, to) => write!(f, "-{}", to.0),
            (from, to) => write!(f, "{}-{}", from.0, to.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mask_and_overlap_agree() {
        let range = |from, to| AgeRange { from: Age(from), to: Age(to) };
        for a in 0..=120 {
            for b in [a, (a + 7).min(120), 120] {
                let (one, other) = (range(a, b), range(16, 24));
                assert_eq!(one.overlaps(other), one.mask() & other.mask() != 0);
            }
        }
    }
}
