//! A search with the context that its presentation needs, as typed and as understood.

use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Translator;
use catalogue::field::parameter;
use index::{SearchError, SearchQuery, Snapshot};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::ops::Deref;

/// A search with its index, the language of the page and the date.
#[derive(Clone, Copy)]
pub(crate) struct SearchContext<'a> {
    pub(crate) t: &'a Translator,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) query: &'a SearchQuery,
    pub(crate) today: Date,
}

/// The search as the reader typed it, with all words. Links for sorting and paging keep it.
#[derive(Clone, Copy)]
pub(crate) struct TypedSearch<'a>(pub(crate) SearchContext<'a>);

/// The search as the index interpreted it: filters detected in the words are set, and their words are removed. The
/// filter panel, the active filters and the relaxations use it.
#[derive(Clone, Copy)]
pub(crate) struct UnderstoodSearch<'a>(pub(crate) SearchContext<'a>);

impl<'a> SearchContext<'a> {
    /// The labels of records; the municipalities of the search come first.
    pub(crate) fn labels(&self) -> RecordLabels<'a> {
        let municipalities = self.query.filters.get(parameter::MUNICIPALITY);
        let near = municipalities.map(|chosen| chosen.codes.as_slice()).unwrap_or_default();
        RecordLabels { t: self.t, vocabularies: &self.snapshot.vocabularies, today: self.today, near }
    }

    /// The first page of the same search.
    pub(crate) fn first_page(&self) -> SearchQuery {
        SearchQuery { page: 1, ..self.query.clone() }
    }

    /// The number of hits of another search.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub(crate) fn count(&self, query: &SearchQuery) -> Result<u64, SearchError> {
        let query = SearchQuery { facets: BTreeSet::new(), ..query.clone() };
        Ok(index::count(self.snapshot, &query, self.today)?.total)
    }
}

impl<'a> Deref for TypedSearch<'a> {
    type Target = SearchContext<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a> Deref for UnderstoodSearch<'a> {
    type Target = SearchContext<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
