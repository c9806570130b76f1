//! Swedish collation of names (Unicode Collation Algorithm with the Swedish rules of CLDR): å, ä and ö follow z;
//! case and other accents decide between names that are otherwise equal.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use std::sync::LazyLock;

/// `None` when the compiled data has no Swedish rules.
static SWEDISH: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(icu_locale_core::locale!("sv").into(), CollatorOptions::default()).ok());

/// A sort key whose byte order is the Swedish order of names; empty if the compiled data has no Swedish rules.
///
/// ```
/// let mut names = ["Östra Göinge", "Åstorp", "arboga", "Ystad"];
/// names.sort_by_cached_key(|name| swedish::collation::sort_key(name));
/// assert_eq!(names, ["arboga", "Ystad", "Åstorp", "Östra Göinge"]);
/// ```
pub fn sort_key(name: &str) -> Vec<u8> {
    let mut key = Vec::new();
    if let Some(collator) = SWEDISH.as_ref() {
        // Writing into a vector cannot fail.
        let _ = collator.write_sort_key_to(name, &mut key);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn swedish_letters_follow_z_and_case_decides_last() {
        let mut names = ["Östra Göinge", "Ängelholm", "Örkelljunga", "Åstorp", "Ystad", "arboga", "Arboga"];
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, ["arboga", "Arboga", "Ystad", "Åstorp", "Ängelholm", "Örkelljunga", "Östra Göinge"]);
    }
}
