//! A list of terms of one or several words.

use super::key;
use std::collections::HashSet;

/// Terms by the lemmas of their words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    lemmas: HashSet<Vec<String>>,
    longest: usize,
}

impl Terms {
    /// Parses a list with one term a line; `#` starts a comment.
    pub(crate) fn read(text: &str) -> Self {
        let terms = text.lines().map(|line| key(line.split('#').next().unwrap_or_default()));
        let lemmas: HashSet<Vec<String>> = terms.filter(|lemmas| !lemmas.is_empty()).collect();
        let longest = lemmas.iter().map(Vec::len).max().unwrap_or_default();
        Self { lemmas, longest }
    }

    /// Number of words of the longest term at the start of `lemmas`; `None` if no term is there.
    pub(crate) fn longest_at(&self, lemmas: &[String]) -> Option<usize> {
        let longest = self.longest.min(lemmas.len());
        (1..=longest).rev().find(|len| self.lemmas.contains(&lemmas[..*len]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_term_is_found() {
        let terms = Terms::read("# services\ngod man\nhemtjänst # home care\n");
        assert_eq!(terms.longest_at(&key("god man åt mamma")), Some(2));
        assert_eq!(terms.longest_at(&key("hemtjänsten")), Some(1));
        assert_eq!(terms.longest_at(&key("god mat")), None);
        assert_eq!(terms.longest_at(&[]), None);
    }
}
