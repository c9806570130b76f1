//! One consistent state of the index.

use crate::caches::average_lengths::AverageLengths;
use crate::caches::named_values::NamedValues;
use crate::caches::suggestible_names::{self, SuggestibleName};
use crate::caches::term_dictionary::TermDictionary;
use crate::disk::columns::TextLengths;
use crate::disk::segment::{Segment, SegmentView};
use crate::error::SearchError;
use crate::lexicon::Lexicon;
use catalogue::field::{self, Match, Zone};
use catalogue::{Seq, Vocabularies};
use jiff::civil::Date;
use std::sync::{Arc, OnceLock};
use tantivy::Searcher;

/// Weights by text ([`TextLengths`]) and byte of its length.
type LengthWeights = [[f32; 256]; TextLengths::COUNT];

/// The state of the index after one commit, with the vocabularies and the lexicon of its searches.
///
/// The operations on it are functions of this crate that take it as their first argument ([`crate::search`],
/// [`crate::count()`], [`crate::suggest`] …).
pub struct Snapshot {
    pub(crate) searcher: Searcher,
    /// In the order of the searcher's segments.
    pub(crate) segments: Vec<Segment>,
    /// Number of the latest change that the index holds.
    pub seq: Seq,
    /// The vocabularies at the time of the commit.
    pub vocabularies: Arc<Vocabularies>,
    /// Word lists and ranking weights.
    pub lexicon: Arc<Lexicon>,
    // Computed on first use: a commit that is never searched does not compute them.
    term_dictionary: OnceLock<TermDictionary>,
    length_weights: OnceLock<LengthWeights>,
    named_values: OnceLock<NamedValues>,
    suggestible_names: OnceLock<Vec<SuggestibleName>>,
}

impl Snapshot {
    pub(crate) fn new(
        searcher: Searcher,
        segments: Vec<Segment>,
        seq: Seq,
        vocabularies: Arc<Vocabularies>,
        lexicon: Arc<Lexicon>,
    ) -> Self {
        Self {
            searcher,
            segments,
            seq,
            vocabularies,
            lexicon,
            term_dictionary: OnceLock::new(),
            length_weights: OnceLock::new(),
            named_values: OnceLock::new(),
            suggestible_names: OnceLock::new(),
        }
    }

    /// Number of records.
    pub fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// Whether it holds no record.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Builds the term dictionary and the table of places now rather than in the first search.
    ///
    /// # Errors
    /// The index could not be read.
    pub fn warm(&self) -> Result<(), SearchError> {
        self.vocabularies.places();
        self.term_dictionary().map(|_| ())
    }

    /// The segments, as seen on the day `today`.
    pub(crate) fn views(&self, today: Date) -> Vec<SegmentView<'_>> {
        self.segments.iter().map(|segment| segment.view(today)).collect()
    }

    /// Whether a live record may have a code of a filter on some day.
    pub(crate) fn may_carry(&self, parameter: &str, code: &str) -> bool {
        let Some(filter) = field::filter(parameter) else { return false };
        if matches!(filter.matching, Match::Dated(_)) {
            return true;
        }
        self.segments.iter().any(|segment| {
            let docs = segment.columns.codes(filter, false).and_then(|column| column.with(code));
            docs.is_some_and(|docs| !docs.is_disjoint(&segment.alive))
        })
    }

    pub(crate) fn term_dictionary(&self) -> Result<&TermDictionary, SearchError> {
        get_or_try_init(&self.term_dictionary, || TermDictionary::load(&self.searcher, &self.lexicon))
    }

    /// The weight of one occurrence of a word by zone, and of a gram, by the byte of the length of its text.
    pub(crate) fn length_weights(&self) -> &LengthWeights {
        self.length_weights.get_or_init(|| {
            let (averages, ranking) = (AverageLengths::of(&self.segments), &self.lexicon.ranking);
            std::array::from_fn(|index| {
                let weight = Zone::ALL.get(index).map_or(1.0, |zone| ranking.zone(*zone));
                averages.weights(index, weight, ranking.b)
            })
        })
    }

    pub(crate) fn named_values(&self) -> &NamedValues {
        self.named_values.get_or_init(|| NamedValues::new(&self.vocabularies))
    }

    pub(crate) fn suggestible_names(&self) -> Result<&[SuggestibleName], SearchError> {
        let load = || suggestible_names::load(&self.searcher, &self.segments, &self.vocabularies);
        get_or_try_init(&self.suggestible_names, load).map(Vec::as_slice)
    }
}

/// The value of a cell, computed on first use; after an error the next call computes it again.
fn get_or_try_init<T>(cell: &OnceLock<T>, compute: impl FnOnce() -> Result<T, SearchError>) -> Result<&T, SearchError> {
    match cell.get() {
        Some(value) => Ok(value),
        None => compute().map(|value| cell.get_or_init(|| value)),
    }
}
