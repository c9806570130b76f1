//! The terms of the inverted index.
//!
//! A word has one posting list for each zone of the records and each way in which it occurs there. The lists of one word
//! are neighbours in the term dictionary: `{word}\0{zone}` in the field of lemmas, which has positions, and
//! `{word}\0{occurrence}{zone}` in the field of forms. So one range of the dictionary finds them all.

use crate::disk::schema;
use crate::error::SearchError;
use catalogue::field::Zone;
use tantivy::SegmentReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;

/// Separates a word from what follows; no word contains it.
const SEPARATOR: char = '\0';
/// The successor of [`SEPARATOR`].
const AFTER_SEPARATOR: char = '\u{1}';

/// How a word occurs in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occurrence {
    /// The word as written.
    Exact,
    /// An inflected form of the lemma.
    Lemma,
    /// A compound with the lemma as its head.
    Head,
    /// A compound with the lemma as another part.
    Modifier,
}

impl Occurrence {
    /// Its letter in a term of [`schema::FORMS`]; `None` for lemmas, which have a field of their own.
    fn letter(self) -> Option<char> {
        match self {
            Self::Exact => Some('e'),
            Self::Lemma => None,
            Self::Head => Some('h'),
            Self::Modifier => Some('m'),
        }
    }
}

/// Position of a zone in [`Zone::ALL`].
pub(crate) fn zone_index(zone: Zone) -> usize {
    Zone::ALL.iter().position(|other| *other == zone).unwrap_or_default()
}

/// The term of a word that occurs in a zone, in [`schema::LEMMAS`] for lemmas and in [`schema::FORMS`] for all else.
pub(crate) fn term(word: &str, occurrence: Occurrence, zone: Zone) -> String {
    let mut term = String::with_capacity(word.len() + 3);
    term.push_str(word);
    term.push(SEPARATOR);
    term.extend(occurrence.letter());
    term.push(char::from(b'0' + zone_index(zone) as u8));
    term
}

/// The word of a term, with how it occurs and where; the inverse of [`term`].
pub(crate) fn parse(term: &[u8]) -> Option<(&str, Occurrence, Zone)> {
    let at = term.iter().position(|byte| *byte == SEPARATOR as u8)?;
    let (letter, zone) = match &term[at + 1..] {
        [zone] => (None, zone),
        [letter, zone] => (Some(char::from(*letter)), zone),
        _ => return None,
    };
    let mut all = [Occurrence::Exact, Occurrence::Lemma, Occurrence::Head, Occurrence::Modifier].into_iter();
    let occurrence = all.find(|occurrence| occurrence.letter() == letter)?;
    let zone = *Zone::ALL.get(usize::from(zone.checked_sub(b'0')?))?;
    Some((std::str::from_utf8(&term[..at]).ok()?, occurrence, zone))
}

/// Calls `each` with every posting list of a word in one field of a segment, with frequencies.
pub(crate) fn for_each_list(
    reader: &SegmentReader,
    field: &str,
    word: &str,
    mut each: impl FnMut(Zone, Occurrence, BlockSegmentPostings),
) -> Result<(), SearchError> {
    let inverted = reader.inverted_index(schema::get(reader.schema(), field)?)?;
    let bound = |separator: char| {
        let mut bound = String::with_capacity(word.len() + 1);
        bound.push_str(word);
        bound.push(separator);
        bound
    };
    let range = inverted.terms().range().ge(bound(SEPARATOR)).lt(bound(AFTER_SEPARATOR));
    let mut terms = range.into_stream()?;
    while let Some((term, info)) = terms.next() {
        if let Some((_, occurrence, zone)) = parse(term) {
            each(zone, occurrence, inverted.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_says_its_word_occurrence_and_zone() {
        for zone in Zone::ALL {
            for occurrence in [Occurrence::Exact, Occurrence::Lemma, Occurrence::Head, Occurrence::Modifier] {
                assert_eq!(parse(term("åka", occurrence, zone).as_bytes()), Some(("åka", occurrence, zone)));
            }
        }
        assert_eq!(parse(b"jobb"), None);
        assert_eq!(parse(b"jobb\0x1"), None);
    }

    #[test]
    fn no_word_is_between_the_terms_of_another() {
        let last = term("jobb", Occurrence::Modifier, Zone::Context);
        let first = term("jobb", Occurrence::Lemma, Zone::Name);
        let mut terms = [term("jobba", Occurrence::Exact, Zone::Name), last.clone(), first];
        terms.sort_unstable();
        assert_eq!(terms[1], last);
        assert!(terms[0] >= format!("jobb{SEPARATOR}") && terms[1] < format!("jobb{AFTER_SEPARATOR}"));
        assert!(terms[2] >= format!("jobb{AFTER_SEPARATOR}"));
    }
}
