//! The number of recently reviewed records.

use crate::disk::columns::day;
use crate::snapshot::Snapshot;
use jiff::civil::Date;

/// Number of interventions that have not ended on `today` and that their owner reviewed on `since` or later.
pub fn reviewed_since(snapshot: &Snapshot, since: Date, today: Date) -> u64 {
    let since = day(since);
    let count = |segment: &crate::disk::segment::Segment| {
        let running = &segment.alive - &segment.columns.ended(today);
        let is_reviewed = |doc: &u32| segment.columns.reviewed[*doc as usize].is_some_and(|on| on >= since);
        running.iter().filter(is_reviewed).count() as u64
    };
    snapshot.segments.iter().map(count).sum()
}
