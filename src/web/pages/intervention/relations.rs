//! Relations of an intervention: the whole that it is part of, its parts, its predecessor and its successors.

use crate::web::http::error::Problem;
use crate::web::http::record::page_of;
use crate::web::pages::components::links::TextLink;
use crate::web::present::translator::Translator;
use arc_swap::ArcSwapOption;
use catalogue::Seq;
use catalogue::{Intervention, InterventionId};
use index::query::{Ended, Sort};
use index::{SearchQuery, Snapshot};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The relations of all interventions, read once for each state of the index: a record states only the relations
/// that start at it.
#[derive(Default)]
pub(crate) struct RelationCache {
    current: ArcSwapOption<AllRelations>,
}

#[derive(Default)]
struct AllRelations {
    seq: Seq,
    names: HashMap<InterventionId, String>,
    /// Ids in the order of their names.
    parts: HashMap<InterventionId, Vec<InterventionId>>,
    successors: HashMap<InterventionId, Vec<InterventionId>>,
}

/// Names and ids of related interventions.
#[derive(Default)]
pub(super) struct RecordRelations {
    part_of: Vec<(String, InterventionId)>,
    parts: Vec<(String, InterventionId)>,
    succeeds: Vec<(String, InterventionId)>,
    successors: Vec<(String, InterventionId)>,
}

/// One kind of relation, with links.
pub(super) struct RelationLinks {
    pub(super) name: String,
    pub(super) links: Vec<TextLink>,
    pub(super) is_successor: bool,
}

impl RelationCache {
    /// The relations of one record.
    pub(super) fn of(
        &self,
        snapshot: &Snapshot,
        record: &Intervention,
        today: Date,
    ) -> Result<RecordRelations, Problem> {
        let all = match self.current.load_full() {
            Some(all) if all.seq == snapshot.seq => all,
            _ => {
                let all = Arc::new(AllRelations::read(snapshot, today)?);
                self.current.store(Some(Arc::clone(&all)));
                all
            }
        };
        let named = |ids: &[InterventionId]| {
            ids.iter().filter_map(|id| all.names.get(id).map(|name| (name.clone(), id.clone()))).collect()
        };
        let list = |map: &HashMap<InterventionId, Vec<InterventionId>>| {
            map.get(&record.id).map_or_else(Vec::new, |ids| named(ids))
        };
        Ok(RecordRelations {
            part_of: named(record.part_of.as_slice()),
            parts: list(&all.parts),
            succeeds: named(record.succeeds.as_slice()),
            successors: list(&all.successors),
        })
    }
}

impl AllRelations {
    fn read(snapshot: &Snapshot, today: Date) -> Result<Self, Problem> {
        let everything = SearchQuery {
            ended: Ended::Include,
            sort: Sort::Name,
            per_page: usize::try_from(snapshot.len()).unwrap_or(usize::MAX).max(1),
            facets: BTreeSet::new(),
            ..SearchQuery::default()
        };
        let mut all = Self { seq: snapshot.seq, ..Self::default() };
        let mut named: BTreeSet<InterventionId> = BTreeSet::new();
        let records: Vec<Intervention> =
            snapshot.search(&everything, today)?.hits.into_iter().map(|hit| hit.record).collect();
        for record in &records {
            for (target, map) in [(&record.part_of, &mut all.parts), (&record.succeeds, &mut all.successors)] {
                if let Some(target) = target {
                    map.entry(target.clone()).or_default().push(record.id.clone());
                    named.extend([target.clone(), record.id.clone()]);
                }
            }
        }
        all.names = records.into_iter().filter(|r| named.contains(&r.id)).map(|r| (r.id, r.name)).collect();
        Ok(all)
    }
}

impl RecordRelations {
    /// The relations in words; those without a record are left out.
    pub(super) fn into_links(self, t: &Translator) -> Vec<RelationLinks> {
        let links = |records: Vec<(String, InterventionId)>| {
            records
                .into_iter()
                .map(|(name, id)| TextLink::new(t.record(&name), t.path(&page_of(&id))))
                .collect::<Vec<_>>()
        };
        [
            (t.text("related-part-of"), self.part_of, false),
            (t.text("related-parts"), self.parts, false),
            (t.text("related-succeeds"), self.succeeds, false),
            (t.text("related-successors"), self.successors, true),
        ]
        .into_iter()
        .filter(|(_, records, _)| !records.is_empty())
        .map(|(name, records, is_successor)| RelationLinks { name, links: links(records), is_successor })
        .collect()
    }
}
