//! One segment of an index, and the document sets of its filters.

use crate::disk::columns::{CodeColumn, SegmentColumns};
use crate::disk::doc_set::DocSet;
use catalogue::field::{self, Filter, Match};
use catalogue::record::AgeRange;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The columns and live documents of one segment.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) columns: Arc<SegmentColumns>,
    /// The documents that are not deleted.
    pub(crate) alive: DocSet,
    /// The deleted documents.
    pub(crate) deleted: DocSet,
}

/// Parameters of the filter variants that a search switches on (`reach`, `broader`).
pub(crate) type Variants = BTreeSet<&'static str>;

/// A segment as seen on one day (`today`). Every document set that it returns contains live documents only.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SegmentView<'a> {
    pub(crate) columns: &'a SegmentColumns,
    pub(crate) alive: &'a DocSet,
    pub(crate) today: Date,
}

impl Segment {
    pub(crate) fn new(columns: Arc<SegmentColumns>, alive: DocSet) -> Self {
        let deleted = DocSet::from_range(0..columns.len() as u32) - &alive;
        Self { columns, alive, deleted }
    }

    pub(crate) fn view(&self, today: Date) -> SegmentView<'_> {
        SegmentView { columns: &self.columns, alive: &self.alive, today }
    }
}

impl<'a> SegmentView<'a> {
    /// The documents that have ended.
    pub(crate) fn ended(&self) -> DocSet {
        self.columns.ended(self.today) & self.alive
    }

    /// The documents that state no age.
    pub(crate) fn without_age(&self) -> DocSet {
        self.columns.ages.without() & self.alive
    }

    /// The documents whose ages overlap any of the ranges.
    pub(crate) fn with_age(&self, ages: &[AgeRange]) -> DocSet {
        self.columns.ages.with_any(age_mask(ages)) & self.alive
    }

    /// The code column of a filter, or of its variant if that is switched on; `None` for other filters.
    pub(crate) fn codes(&self, filter: &Filter, variants: &Variants) -> Option<&'a CodeColumn> {
        let Match::Codes { variant, .. } = &filter.matching else { return None };
        let varied = variant.as_ref().is_some_and(|v| variants.contains(v.parameter));
        self.columns.codes(filter, varied)
    }

    /// Reads the documents that state the fact of a filter, independently of variants; some may be deleted.
    fn read_stated<T>(&self, filter: &Filter, read: impl FnOnce(&DocSet) -> T) -> Option<T> {
        match &filter.matching {
            Match::Age => None,
            Match::Dated(_) => Some(read(&self.columns.dated(filter.parameter, self.today).stated)),
            Match::Codes { .. } => self.columns.codes(filter, false).map(|column| read(&column.stated)),
        }
    }

    /// Reads the documents with a code of a filter; some may be deleted. `None` for ages and where none has the code.
    fn read_code<T>(
        &self,
        filter: &Filter,
        code: &str,
        variants: &Variants,
        read: impl FnOnce(&DocSet) -> T,
    ) -> Option<T> {
        match &filter.matching {
            Match::Age => None,
            Match::Dated(_) => self.columns.dated(filter.parameter, self.today).with(code).map(read),
            Match::Codes { .. } => self.codes(filter, variants)?.with(code).map(read),
        }
    }

    /// The documents that state the fact of a filter, independently of variants.
    pub(crate) fn stated(&self, filter: &Filter) -> DocSet {
        match &filter.matching {
            Match::Age => self.alive - &self.without_age(),
            _ => self.read_stated(filter, |docs| docs & self.alive).unwrap_or_default(),
        }
    }

    /// Number of documents among live ones (`docs`) that state the fact of a filter, independently of variants.
    pub(crate) fn stated_len(&self, filter: &Filter, docs: &DocSet) -> u64 {
        match &filter.matching {
            Match::Age => docs.len() - docs.intersection_len(self.columns.ages.without()),
            _ => self.read_stated(filter, |stated| docs.intersection_len(stated)).unwrap_or_default(),
        }
    }

    /// Whether a live document states the fact of a filter, independently of variants.
    pub(crate) fn states(&self, filter: &Filter, doc: u32) -> bool {
        match &filter.matching {
            Match::Age => self.columns.ages.get(doc) != 0,
            _ => self.read_stated(filter, |stated| stated.contains(doc)).unwrap_or_default(),
        }
    }

    /// The documents with a code of a filter; empty for ages.
    pub(crate) fn with_code(&self, filter: &Filter, code: &str, variants: &Variants) -> DocSet {
        self.read_code(filter, code, variants, |docs| docs & self.alive).unwrap_or_default()
    }

    /// Calls `each` with every document that has a code of a filter, in ascending order; never for ages.
    pub(crate) fn for_each_with_code(&self, filter: &Filter, code: &str, variants: &Variants, each: impl FnMut(u32)) {
        let has_deleted = self.alive.len() < self.columns.len() as u64;
        self.read_code(filter, code, variants, |docs| {
            if has_deleted {
                (docs & self.alive).iter().for_each(each);
            } else {
                docs.iter().for_each(each);
            }
        });
    }

    /// Number of documents among live ones (`docs`) with a code of a filter.
    pub(crate) fn code_len(&self, filter: &Filter, code: &str, variants: &Variants, docs: &DocSet) -> u64 {
        self.read_code(filter, code, variants, |with_code| docs.intersection_len(with_code)).unwrap_or_default()
    }

    /// Whether a live document has a code of a filter; never for ages.
    pub(crate) fn has_code(&self, filter: &Filter, code: &str, variants: &Variants, doc: u32) -> bool {
        self.read_code(filter, code, variants, |docs| docs.contains(doc)).unwrap_or_default()
    }

    /// Whether the ages of a document overlap any of the ranges.
    pub(crate) fn has_age(&self, ages: &[AgeRange], doc: u32) -> bool {
        self.columns.ages.get(doc) & age_mask(ages) != 0
    }

    /// Whether a document has a code of a filter, without variants.
    pub(crate) fn carries(&self, parameter: &str, code: &str, doc: u32) -> bool {
        let column = field::filter(parameter).and_then(|f| self.columns.codes(f, false));
        column.and_then(|c| c.with(code)).is_some_and(|docs| docs.contains(doc))
    }
}

/// One bit for each year of age in any of the ranges.
fn age_mask(ages: &[AgeRange]) -> u128 {
    ages.iter().fold(0, |all, range| all | range.mask())
}
