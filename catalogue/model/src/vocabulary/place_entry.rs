//! The rows of `places.csv`: names of places beyond those of the municipalities and counties.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A kind of place. Of several kinds with the same name the first wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A municipality of SCB, or another name of one.
    Municipality,
    /// A county of SCB, or another name of one.
    County,
    /// A landscape or a part of the country; it stands for all of its counties.
    Landscape,
    /// A district of a municipality.
    District,
    /// A locality with its postal codes; a part of one municipality, or of several.
    Locality,
    /// A code of a municipality or county that is no longer in use.
    Former,
}

impl PlaceKind {
    /// Every kind, in order of precedence.
    pub const ALL: [PlaceKind; 6] =
        [Self::Municipality, Self::County, Self::Landscape, Self::District, Self::Locality, Self::Former];

    /// Its name in `places.csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::County => "county",
            Self::Landscape => "landscape",
            Self::District => "district",
            Self::Locality => "locality",
            Self::Former => "former",
        }
    }

    /// The kind with a name in `places.csv`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// One row of `places.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    /// Its kind.
    pub kind: PlaceKind,
    /// Its name; of a former code, that code.
    pub name: String,
    /// The codes that it stands for: of municipalities, or of counties.
    pub codes: Vec<String>,
    /// The postal codes of a locality in this municipality, as [`postal_code_ranges`] reads them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub postal_codes: String,
}

/// Parses postal codes and inclusive ranges of them (`36030|36042-36044`); `None` for another text.
pub fn postal_code_ranges(text: &str) -> Option<Vec<RangeInclusive<u32>>> {
    let code = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() == 5);
    let range = |part: &str| {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (code(from)?, code(to)?);
        (from <= to).then_some(from..=to)
    };
    text.split('|').filter(|part| !part.is_empty()).map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postal_codes_are_single_or_ranges() {
        assert_eq!(postal_code_ranges("36030|36042-36044"), Some(vec![36030..=36030, 36042..=36044]));
        assert_eq!(postal_code_ranges(""), Some(Vec::new()));
        for faulty in ["3603", "36030-", "36044-36042", "360 30", "x"] {
            assert_eq!(postal_code_ranges(faulty), None, "{faulty}");
        }
    }
}
