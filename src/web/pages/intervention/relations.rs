//! What an intervention belongs to, what belongs to it, what it continues and what continues it.

use crate::web::http::error::Problem;
use crate::web::links::intervention_page;
use crate::web::present::translator::Translator;
use arc_swap::ArcSwapOption;
use catalogue::Seq;
use catalogue::{Intervention, InterventionId};
use index::query::{Ended, Sort};
use index::{SearchQuery, Snapshot};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The relations of all interventions. Read off the index once after each change of it, since no
/// record says what points to it.
#[derive(Default)]
pub(crate) struct Relations {
    known: ArcSwapOption<Known>,
}

#[derive(Default)]
struct Known {
    seq: Seq,
    names: HashMap<InterventionId, String>,
    /// By name, as the pages list them.
    parts: HashMap<InterventionId, Vec<InterventionId>>,
    successors: HashMap<InterventionId, Vec<InterventionId>>,
}

/// Names and ids of what one intervention is related to.
#[derive(Default)]
pub(super) struct Found {
    part_of: Vec<(String, InterventionId)>,
    parts: Vec<(String, InterventionId)>,
    succeeds: Vec<(String, InterventionId)>,
    successors: Vec<(String, InterventionId)>,
}

/// One kind of relation with links to the other pages.
pub(super) struct Related {
    pub(super) name: String,
    pub(super) links: Vec<(String, String)>,
    pub(super) is_successor: bool,
}

impl Relations {
    /// The relations of one record.
    pub(super) fn of(&self, snapshot: &Snapshot, record: &Intervention, today: Date) -> Result<Found, Problem> {
        let known = match self.known.load_full() {
            Some(known) if known.seq == snapshot.seq => known,
            _ => {
                let known = Arc::new(Known::read(snapshot, today)?);
                self.known.store(Some(Arc::clone(&known)));
                known
            }
        };
        let named = |ids: &[InterventionId]| {
            ids.iter().filter_map(|id| known.names.get(id).map(|name| (name.clone(), id.clone()))).collect()
        };
        let list = |map: &HashMap<InterventionId, Vec<InterventionId>>| {
            map.get(&record.id).map_or_else(Vec::new, |ids| named(ids))
        };
        Ok(Found {
            part_of: named(record.part_of.as_slice()),
            parts: list(&known.parts),
            succeeds: named(record.succeeds.as_slice()),
            successors: list(&known.successors),
        })
    }
}

impl Known {
    fn read(snapshot: &Snapshot, today: Date) -> Result<Self, Problem> {
        let everything = SearchQuery {
            ended: Ended::Include,
            sort: Sort::Name,
            per_page: usize::try_from(snapshot.len()).unwrap_or(usize::MAX).max(1),
            facets: BTreeSet::new(),
            ..SearchQuery::default()
        };
        let mut known = Self { seq: snapshot.seq, ..Self::default() };
        let mut named: BTreeSet<InterventionId> = BTreeSet::new();
        let records: Vec<Intervention> =
            snapshot.search(&everything, today)?.hits.into_iter().map(|hit| hit.record).collect();
        for record in &records {
            for (whole, map) in [(&record.part_of, &mut known.parts), (&record.succeeds, &mut known.successors)] {
                if let Some(whole) = whole {
                    map.entry(whole.clone()).or_default().push(record.id.clone());
                    named.extend([whole.clone(), record.id.clone()]);
                }
            }
        }
        known.names = records.into_iter().filter(|r| named.contains(&r.id)).map(|r| (r.id, r.name)).collect();
        Ok(known)
    }
}

impl Found {
    /// The relations in words, each with links.
    pub(super) fn into_links(self, t: &Translator) -> Vec<Related> {
        let links = |found: Vec<(String, InterventionId)>| {
            found.into_iter().map(|(name, id)| (t.record(&name), t.path(&intervention_page(&id)))).collect::<Vec<_>>()
        };
        [
            (t.text("related-part-of"), self.part_of, false),
            (t.text("related-parts"), self.parts, false),
            (t.text("related-succeeds"), self.succeeds, false),
            (t.text("related-successors"), self.successors, true),
        ]
        .into_iter()
        .filter(|(_, found, _)| !found.is_empty())
        .map(|(name, found, is_successor)| Related { name, links: links(found), is_successor })
        .collect()
    }
}
