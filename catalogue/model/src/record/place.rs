//! Municipality and county codes of Statistics Sweden (SCB), and coverage by residence.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! code_type {
    ($(#[$doc:meta])* $name:ident, $digits:literal, $error:ident, $message:literal) => {
        #[doc = concat!("The error for a text that is not a ", stringify!($name), ".")]
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[error($message)]
        pub struct $error;

        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(u16);

        impl std::str::FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, $error> {
                if text.len() == $digits && text.bytes().all(|b| b.is_ascii_digit()) {
                    text.parse().map(Self).map_err(|_| $error)
                } else {
                    Err($error)
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.to_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!("{:0", $digits, "}"), self.0)
            }
        }
    };
}

code_type! {
    /// SCB's four-digit code of a municipality, for example `0780` (Växjö).
    MunicipalityCode, 4, InvalidMunicipality, "a municipality code has four digits"
}
code_type! {
    /// SCB's two-digit code of a county, for example `07` (Kronobergs län).
    CountyCode, 2, InvalidCounty, "a county code has two digits"
}

impl MunicipalityCode {
    /// The county that the municipality lies in: its first two digits.
    pub fn county(self) -> CountyCode {
        CountyCode(self.0 / 100)
    }
}

/// An area whose residents may take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Coverage {
    /// A municipality.
    Municipality(MunicipalityCode),
    /// A county.
    County(CountyCode),
    /// All of Sweden.
    National,
}

/// The error for a text that is not a coverage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("coverage is a municipality code (four digits), a county code (two digits) or national")]
pub struct InvalidCoverage;

impl TryFrom<String> for Coverage {
    type Error = InvalidCoverage;
    fn try_from(text: String) -> Result<Self, InvalidCoverage> {
        match text.len() {
            4 => text.parse().map(Self::Municipality).map_err(|_| InvalidCoverage),
            2 => text.parse().map(Self::County).map_err(|_| InvalidCoverage),
            _ if text == "national" => Ok(Self::National),
            _ => Err(InvalidCoverage),
        }
    }
}

impl From<Coverage> for String {
    fn from(coverage: Coverage) -> String {
        match coverage {
            Coverage::Municipality(code) => code.to_string(),
            Coverage::County(code) => code.to_string(),
            Coverage::National => "national".to_owned(),
        }
    }
}
