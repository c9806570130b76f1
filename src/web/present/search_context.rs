//! One search with what is needed to present it, as typed and as understood.

use crate::web::present::labels::RecordLabels;
use crate::web::present::translator::Translator;
use catalogue::field::parameter;
use index::{SearchError, SearchQuery, Snapshot};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::ops::Deref;

/// A search, the index that answers it, the language of the page and the day.
#[derive(Clone, Copy)]
pub(crate) struct SearchContext<'a> {
    pub(crate) t: &'a Translator,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) query: &'a SearchQuery,
    pub(crate) today: Date,
}

/// The search as the reader typed it: the words are whole. Sorting and paging keep it.
#[derive(Clone, Copy)]
pub(crate) struct TypedSearch<'a>(pub(crate) SearchContext<'a>);

/// The search as the index understood it: filters that were detected in the words are chosen, and their words
/// are gone. The filter panel, active filters and relaxations show it.
#[derive(Clone, Copy)]
pub(crate) struct UnderstoodSearch<'a>(pub(crate) SearchContext<'a>);

impl<'a> SearchContext<'a> {
    /// The labels of records. Municipalities that the search names come first.
    pub(crate) fn labels(&self) -> RecordLabels<'a> {
        let municipalities = self.query.filters.get(parameter::MUNICIPALITY);
        let near = municipalities.map(|chosen| chosen.codes.as_slice()).unwrap_or_default();
        RecordLabels { t: self.t, vocabularies: &self.snapshot.vocabularies, today: self.today, near }
    }

    /// The same search from its first page.
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
