//! The hits of a search that end soon, and the number of hits that need a check.

use crate::count::batch_count::BatchCount;
use crate::disk::columns::{day, from_day};
use crate::disk::document::StoredDocument;
use crate::error::SearchError;
use crate::query::SearchQuery;
use crate::snapshot::Snapshot;
use catalogue::Intervention;
use jiff::civil::Date;
use tantivy::DocAddress;

/// Upcoming ends and due checks among the hits of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Upcoming {
    /// Hits that end in the period, each with its last day; ordered by day, then by id.
    pub ending: Vec<(Date, Intervention)>,
    /// Number of hits that state no end.
    pub without_end: u64,
    /// Number of hits whose facts need a check on `today`.
    pub unchecked: u64,
    /// Number of hits without national coverage.
    pub local: u64,
}

/// Finds the hits that end from `today` to `until`, both inclusive.
///
/// # Errors
/// The index could not be read.
pub fn upcoming(snapshot: &Snapshot, query: &SearchQuery, until: Date, today: Date) -> Result<Upcoming, SearchError> {
    let mut out = Upcoming { ending: Vec::new(), without_end: 0, unchecked: 0, local: 0 };
    let period = day(today)..=day(until);
    for (number, (view, docs)) in BatchCount::new(snapshot, today).hits(query)?.into_iter().enumerate() {
        let columns = view.columns;
        for doc in &docs {
            let at = doc as usize;
            out.local += u64::from(!columns.reach[at].is_national());
            out.unchecked += u64::from(columns.check_by[at].is_none_or(|last| last < day(today)));
            out.without_end += u64::from(columns.end[at].is_none());
            if let Some(end) = columns.end[at].filter(|end| period.contains(end)) {
                let stored = StoredDocument::load(&snapshot.searcher, DocAddress::new(number as u32, doc))?;
                out.ending.push((from_day(end), stored.record));
            }
        }
    }
    out.ending.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.id.cmp(&other.id)));
    Ok(out)
}
