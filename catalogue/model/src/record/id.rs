//! Identifiers: stable slugs, parsed once and then carried as types.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Maximum length of an identifier, in characters.
const MAX_SLUG: usize = 80;

/// The error for a text that is not a slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to 80 characters of a-z, 0-9 and hyphen")]
pub struct InvalidSlug;

macro_rules! slug_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The slug as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidSlug;
            fn try_from(text: String) -> Result<Self, InvalidSlug> {
                if is_slug(&text) { Ok(Self(text)) } else { Err(InvalidSlug) }
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidSlug;
            fn from_str(text: &str) -> Result<Self, InvalidSlug> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug_type! {
    /// Identifies one intervention permanently: `[a-z0-9-]{1,80}`, never reused.
    InterventionId
}
slug_type! {
    /// Identifies one organisation: `[a-z0-9-]{1,80}`.
    OrganizationId
}

/// Whether `text` has the form of an id.
pub fn is_slug(text: &str) -> bool {
    (1..=MAX_SLUG).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Derives an id from a name: lower case, without diacritics (`å ä ö` as `a a o`), with each run of other characters
/// as one hyphen, truncated to 80 characters. `None` when the name has no letter or digit that remains.
pub fn slug(name: &str) -> Option<String> {
    let mut out = String::new();
    for c in crate::vocabulary::fold(name).chars() {
        if out.len() == MAX_SLUG {
            break;
        }
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let trimmed = out.trim_end_matches('-');
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slug_of_a_name() {
        assert_eq!(slug("Hela vägen (ESF)").as_deref(), Some("hela-vagen-esf"));
        assert_eq!(slug("  Game – set – matchning").as_deref(), Some("game-set-matchning"));
        assert_eq!(slug("…"), None);
        assert_eq!(slug(&"å".repeat(200)).map(|s| s.len()), Some(80));
    }

    #[test]
    fn only_slugs_become_ids() {
        for bad in ["", "Å", "a b", "A", "a_b", &"a".repeat(81)] {
            assert!(bad.parse::<InterventionId>().is_err(), "{bad:?}");
        }
        assert!("ung-i-angelholm-2".parse::<InterventionId>().is_ok());
    }
}
