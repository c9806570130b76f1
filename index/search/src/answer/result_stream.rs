//! All hits of a search, loaded in batches, for exports. The stream reads one snapshot, so later commits do not
//! change it.

use crate::answer::sort;
use crate::count::selection::Selection;
use crate::disk::document::StoredDocument;
use crate::error::SearchError;
use crate::query::{SearchQuery, SearchSettings, Sort};
use crate::snapshot::Snapshot;
use catalogue::Intervention;
use jiff::civil::Date;
use std::sync::Arc;
use tantivy::DocAddress;

/// The hits that are not loaded yet, as document addresses.
pub struct ResultStream {
    snapshot: Arc<Snapshot>,
    addresses: std::vec::IntoIter<DocAddress>,
}

impl ResultStream {
    /// All hits of a search in its order; a search by relevance without words is ordered by id.
    ///
    /// # Errors
    /// The index could not be read.
    pub fn new(snapshot: Arc<Snapshot>, query: &SearchQuery, today: Date) -> Result<Self, SearchError> {
        let addresses = addresses(&snapshot, query, today)?.into_iter();
        Ok(Self { snapshot, addresses })
    }

    /// Number of hits that are not loaded yet.
    pub fn len(&self) -> usize {
        self.addresses.len()
    }

    /// Whether all hits are loaded.
    pub fn is_empty(&self) -> bool {
        self.addresses.len() == 0
    }

    /// Loads the next hits, at most `limit`; empty at the end.
    ///
    /// # Errors
    /// A record could not be read.
    pub fn next(&mut self, limit: usize) -> Result<Vec<Intervention>, SearchError> {
        let batch = self.addresses.by_ref().take(limit);
        batch.map(|address| StoredDocument::load(&self.snapshot.searcher, address).map(|s| s.record)).collect()
    }
}

fn addresses(snapshot: &Snapshot, query: &SearchQuery, today: Date) -> Result<Vec<DocAddress>, SearchError> {
    let selection = Selection::understood(snapshot, query, SearchSettings::on(today))?;
    let everything = SearchQuery { page: 1, per_page: usize::MAX, ..selection.reading.query.clone() };
    let mut ranked = sort::page(&everything, snapshot, &selection)?;
    if selection.words.is_none() && everything.sort == Sort::Relevance {
        ranked.sort_unstable_by_key(|r| snapshot.segments[r.segment].columns.ids.get(r.doc));
    }
    Ok(ranked.into_iter().map(|r| DocAddress::new(r.segment as u32, r.doc)).collect())
}
