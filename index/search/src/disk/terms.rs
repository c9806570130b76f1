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
    fn code(self) -> char {
        match self {
            Self::Exact => 'e',
            Self::Lemma => 'l',
            Self::Head => 'h',
            Self::Modifier => 'm',
        }
    }

    fn of_code(code: u8) -> Option<Self> {
        [Self::Exact, Self::Head, Self::Modifier].into_iter().find(|occurrence| occurrence.code() as u8 == code)
    }
}

fn zone_code(zone: Zone) -> char {
    char::from(b'0' + zone_index(zone) as u8)
}

/// Position of a zone in [`Zone::ALL`].
pub(crate) fn zone_index(zone: Zone) -> usize {
    Zone::ALL.iter().position(|other| *other == zone).unwrap_or_default()
}

fn zone_of_code(code: u8) -> Option<Zone> {
    Zone::ALL.get(usize::from(code.checked_sub(b'0')?)).copied()
}

/// The term of a lemma in a zone, in the field [`schema::LEMMAS`].
pub(crate) fn lemma_term(lemma: &str, zone: Zone) -> String {
    let mut term = String::with_capacity(lemma.len() + 2);
    term.push_str(lemma);
    term.push(SEPARATOR);
    term.push(zone_code(zone));
    term
}

/// The term of another occurrence of a word in a zone, in the field [`schema::FORMS`].
pub(crate) fn form_term(word: &str, occurrence: Occurrence, zone: Zone) -> String {
    let mut term = String::with_capacity(word.len() + 3);
    term.push_str(word);
    term.push(SEPARATOR);
    term.push(occurrence.code());
    term.push(zone_code(zone));
    term
}

/// The word of a term of [`schema::LEMMAS`] or [`schema::FORMS`], with how it occurs.
pub(crate) fn parse(term: &[u8]) -> Option<(&str, Occurrence)> {
    let at = term.iter().position(|byte| *byte == SEPARATOR as u8)?;
    let occurrence = match &term[at + 1..] {
        [_zone] => Occurrence::Lemma,
        [code, _zone] => Occurrence::of_code(*code)?,
        _ => return None,
    };
    Some((std::str::from_utf8(&term[..at]).ok()?, occurrence))
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
        let (zone, occurrence) = match &term[word.len() + 1..] {
            [zone] => (zone_of_code(*zone), Some(Occurrence::Lemma)),
            [occurrence, zone] => (zone_of_code(*zone), Occurrence::of_code(*occurrence)),
            _ => continue,
        };
        if let (Some(zone), Some(occurrence)) = (zone, occurrence) {
            each(zone, occurrence, inverted.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_says_its_word_and_occurrence() {
        for zone in Zone::ALL {
            assert_eq!(parse(lemma_term("jobb", zone).as_bytes()), Some(("jobb", Occurrence::Lemma)));
            for occurrence in [Occurrence::Exact, Occurrence::Head, Occurrence::Modifier] {
                assert_eq!(parse(form_term("åka", occurrence, zone).as_bytes()), Some(("åka", occurrence)));
            }
        }
        assert_eq!(parse(b"jobb"), None);
    }

    #[test]
    fn no_word_is_between_the_terms_of_another() {
        let last = form_term("jobb", Occurrence::Modifier, Zone::Context);
        let mut terms =
            vec![form_term("jobba", Occurrence::Exact, Zone::Name), last.clone(), lemma_term("jobb", Zone::Name)];
        terms.sort_unstable();
        assert_eq!(terms[1], last);
        assert!(terms[0] >= format!("jobb{SEPARATOR}") && terms[1] < format!("jobb{AFTER_SEPARATOR}"));
        assert!(terms[2] >= format!("jobb{AFTER_SEPARATOR}"));
    }
}
