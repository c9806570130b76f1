//! The names that are suggested while typing.

use crate::disk::schema;
use crate::disk::segment::Segment;
use crate::error::SearchError;
use crate::text::{name_key, words};
use catalogue::vocabulary::fold;
use catalogue::{Vocabularies, field};
use swedish::compound;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, Searcher, TERMINATED};

/// A name of a record or of a filter value.
#[derive(Debug)]
pub(crate) struct SuggestibleName {
    /// Comparison key (`text::name_key`).
    pub(crate) key: String,
    /// The parts of its compounds, without each first part, folded.
    pub(crate) parts: Vec<String>,
    /// The name as displayed; empty for a record, whose stored document contains it.
    pub(crate) display: String,
    pub(crate) owner: NameOwner,
}

/// The record or the filter value that has a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameOwner {
    /// Segment number and document number.
    Record(usize, u32),
    /// Filter parameter and code.
    Code(&'static str, String),
}

impl SuggestibleName {
    pub(crate) fn new(text: &str, display: String, owner: NameOwner) -> Self {
        let lower = text.to_lowercase();
        let inner_parts = |word: &str| {
            let mut parts = compound::parts(word);
            if parts.len() < 2 { Vec::new() } else { parts.split_off(1) }
        };
        let parts = words(&lower).iter().flat_map(|w| inner_parts(&w.text)).map(|part| fold(&part)).collect();
        Self { key: name_key(text), parts, display, owner }
    }
}

/// The names of all live records and of the values of [`field::suggestion_groups`].
pub(crate) fn load(
    searcher: &Searcher,
    segments: &[Segment],
    vocabularies: &Vocabularies,
) -> Result<Vec<SuggestibleName>, SearchError> {
    let mut names = Vec::new();
    let field = schema::get(searcher.schema(), schema::FULL_NAME)?;
    for (number, reader) in searcher.segment_readers().iter().enumerate() {
        let inverted = reader.inverted_index(field)?;
        let mut terms = inverted.terms().stream()?;
        while let Some((term, info)) = terms.next() {
            let Ok(text) = std::str::from_utf8(term) else { continue };
            let mut postings = inverted.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            while postings.doc() != TERMINATED {
                if segments[number].alive.contains(postings.doc()) {
                    let owner = NameOwner::Record(number, postings.doc());
                    names.push(SuggestibleName::new(text, String::new(), owner));
                }
                postings.advance();
            }
        }
    }
    for (filter, _) in field::suggestion_groups() {
        let Some(vocabulary) = filter.vocabulary() else { continue };
        for term in vocabularies.get(vocabulary).terms() {
            for text in std::iter::once(&term.label).chain(&term.label_easy).chain(&term.other_words) {
                names.push(SuggestibleName::new(
                    text,
                    text.clone(),
                    NameOwner::Code(filter.parameter, term.code.clone()),
                ));
            }
        }
    }
    Ok(names)
}
