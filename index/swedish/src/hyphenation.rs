//! Soft hyphens in long words, for the headings of narrow columns.
//!
//! Words are broken between the parts of compounds that `index/lexicon/hyphenation.txt` lists. The splitter
//! ([`crate::compound`]) is not used: it keeps some words whole that may be hyphenated (*arbetsförmedling*).

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Greatest length of a word that is not broken, in letters.
const MAX_UNBROKEN: usize = 10;
/// Least length of a part of a broken word, in letters.
const MIN_PART: usize = 4;

/// The parts of `hyphenation.txt`.
struct BreakParts {
    /// Parts after which a word may be broken.
    after: Vec<&'static str>,
    /// Parts before which a word may be broken.
    before: Vec<&'static str>,
}

static PARTS: LazyLock<BreakParts> = LazyLock::new(|| {
    let lines = || include_str!("../../lexicon/hyphenation.txt").lines().filter(|line| !line.starts_with('#'));
    BreakParts {
        after: lines().filter_map(|line| line.strip_prefix('-')).collect(),
        before: lines().filter_map(|line| line.strip_suffix('-')).collect(),
    }
});

/// Inserts soft hyphens (U+00AD) into the words of more than ten letters: not every browser hyphenates Swedish.
///
/// Each part of a broken word has at least four letters. Words that do not start with a letter stay as they are: on
/// a right-to-left page a hyphen in brackets would be at the wrong end.
///
/// ```
/// assert_eq!(swedish::hyphenation::hyphenate("Hälsoundersökning nu"), "Hälso\u{ad}undersökning nu");
/// assert_eq!(swedish::hyphenation::hyphenate("Arbetslösa"), "Arbetslösa");
/// ```
pub fn hyphenate(text: &str) -> String {
    text.split(' ').map(hyphenate_word).collect::<Vec<_>>().join(" ")
}

fn hyphenate_word(word: &str) -> String {
    if word.chars().count() <= MAX_UNBROKEN || !word.starts_with(char::is_alphabetic) {
        return word.to_owned();
    }
    let after = PARTS.after.iter().flat_map(|end| word.match_indices(end).map(|(at, end)| at + end.len()));
    let before = PARTS.before.iter().flat_map(|start| word.match_indices(start).map(|(at, _)| at));
    let has_room = |at: &usize| [&word[..*at], &word[*at..]].iter().all(|part| part.chars().count() >= MIN_PART);
    let breaks: BTreeSet<usize> = after.chain(before).filter(has_room).collect();
    let mut hyphenated = word.to_owned();
    for at in breaks.into_iter().rev() {
        hyphenated.insert(at, '\u{ad}');
    }
    hyphenated
}

#[cfg(test)]
mod tests {
    use super::{PARTS, hyphenate};

    #[test]
    fn every_line_of_the_list_is_a_part() {
        let lines = include_str!("../../lexicon/hyphenation.txt").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(PARTS.after.len() + PARTS.before.len(), lines.count());
        assert!(!PARTS.after.is_empty() && !PARTS.before.is_empty());
    }

    #[test]
    fn long_compounds_break_between_their_parts() {
        for (label, parts) in [
            ("Funktionsnedsättning", "Funktions-nedsättning"),
            ("Inlärningssvårigheter", "Inlärnings-svårigheter"),
            ("Inte redo för Arbetsförmedlingens insatser", "Inte redo för Arbets-förmedlingens insatser"),
            ("Långvarigt behov av försörjningsstöd", "Långvarigt behov av försörjnings-stöd"),
            ("Unga som omfattas av aktivitetsansvar", "Unga som omfattas av aktivitets-ansvar"),
            ("Hälsoundersökning", "Hälso-undersökning"),
            ("Arbetslösa", "Arbetslösa"),
            ("الباحثون عن عمل", "الباحثون عن عمل"),
        ] {
            assert_eq!(hyphenate(label).replace('\u{ad}', "-"), parts);
        }
    }
}
