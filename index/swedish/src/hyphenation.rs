//! Where long words may be broken: the heads of narrow columns.

use std::collections::BTreeSet;

/// Words up to so many letters stay whole, and each part has at least so many.
const WHOLE: usize = 10;
const PART: usize = 4;
/// How the first part of a Swedish compound often ends: with the s that joins it to the next.
const JOINTS: [&str; 10] = ["ings", "ions", "tets", "hets", "bets", "tids", "nads", "tens", "älls", "rkes"];
/// How the last part often begins.
const LAST: [&str; 11] = [
    "driven",
    "främjande",
    "givning",
    "lediga",
    "psykiatrisk",
    "samhälle",
    "stödd",
    "träning",
    "undersökning",
    "utveckling",
    "verksamhet",
];

/// The same words with soft hyphens in the long ones: not every browser knows how to break Swedish.
pub fn soft(text: &str) -> String {
    text.split(' ').map(broken).collect::<Vec<_>>().join(" ")
}

fn broken(word: &str) -> String {
    // In brackets on a page from right to left the hyphen would stand at the wrong end.
    if word.chars().count() <= WHOLE || !word.starts_with(char::is_alphabetic) {
        return word.to_owned();
    }
    let after = JOINTS.iter().flat_map(|end| word.match_indices(end).map(|(place, end)| place + end.len()));
    let before = LAST.iter().flat_map(|start| word.match_indices(start).map(|(place, _)| place));
    let has_room = |place: &usize| [&word[..*place], &word[*place..]].iter().all(|part| part.chars().count() >= PART);
    let places: BTreeSet<usize> = after.chain(before).filter(has_room).collect();
    let mut broken = word.to_owned();
    for place in places.into_iter().rev() {
        broken.insert(place, '\u{ad}');
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::soft;

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
            assert_eq!(soft(label).replace('\u{ad}', "-"), parts);
        }
    }
}
