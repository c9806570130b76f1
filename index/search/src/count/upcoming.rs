//! What lies ahead for the hits of a search.

use crate::answer::hit;
use crate::count::batch_count::BatchCount;
use crate::disk::columns::{day, from_day};
use crate::query::SearchQuery;
use crate::{SearchError, Snapshot};
use catalogue::Intervention;
use jiff::civil::Date;
use tantivy::DocAddress;

/// What ends and what should be looked after, among the hits of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Upcoming {
    /// What ends by the day asked for, each with its last day; the earliest first, then by id.
    pub ending: Vec<(Date, Intervention)>,
    /// How many have facts that somebody should check.
    pub unchecked: u64,
    /// How many are for certain places, and not for the whole nation.
    pub local: u64,
}

impl Snapshot {
    /// The outlook of a search, from `today` to `until`, both inclusive.
    pub fn outlook(&self, query: &SearchQuery, until: Date, today: Date) -> Result<Upcoming, SearchError> {
        let mut outlook = Upcoming { ending: Vec::new(), unchecked: 0, local: 0 };
        let soon = day(today)..=day(until);
        for (number, (view, docs)) in BatchCount::new(self, today).hits(query)?.into_iter().enumerate() {
            let columns = view.columns;
            for doc in docs {
                let at = doc as usize;
                outlook.local += u64::from(!columns.reach[at].is_national());
                outlook.unchecked += u64::from(columns.check_by[at].is_none_or(|last| last < day(today)));
                if let Some(end) = columns.end[at].filter(|end| soon.contains(end)) {
                    let kept = hit::read(&self.searcher, DocAddress::new(number as u32, doc))?;
                    outlook.ending.push((from_day(end), kept.record));
                }
            }
        }
        outlook.ending.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.id.cmp(&other.id)));
        Ok(outlook)
    }
}
