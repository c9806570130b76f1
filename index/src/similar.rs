//! Interventions like another one: the same people, ways of working and places, and not over.

use crate::columns::Docs;
use crate::hit::{self, Hit};
use crate::query::SearchQuery;
use crate::selection::View;
use crate::{SearchError, Snapshot, schema};
use catalogue::model::Status;
use catalogue::{Intervention, field};
use jiff::civil::Date;
use std::collections::BTreeMap;
use tantivy::DocAddress;

/// What sharing a code of a filter counts, times how rare the code is.
const SHARED: &[(&str, f32)] = &[
    ("target_group", 2.0),
    ("method", 1.5),
    ("activity", 1.5),
    ("municipality", 2.0),
    ("county", 1.5),
    ("kind", 0.2),
    ("level", 1.0),
];

impl Snapshot {
    /// The interventions most like this one, the most alike first, at most `limit`; what is over is
    /// left out. Only what shares a group, a method or an activity counts as alike.
    pub fn similar(&self, record: &Intervention, limit: usize, today: Date) -> Result<Vec<Hit>, SearchError> {
        let mut scores: BTreeMap<(usize, u32), f32> = BTreeMap::new();
        let mut alike: Vec<Docs> = vec![Docs::new(); self.segments.len()];
        for (parameter, weight) in SHARED {
            let Some(filter) = field::filter(parameter) else { continue };
            let field::Match::Codes { codes, .. } = &filter.matching else { continue };
            let own = codes(record, &self.vocabularies);
            // What reaches everyone has nothing in common with a place.
            let share = 1.0 / (own.len() as f32).sqrt().max(1.0);
            let column = schema::code_field(filter, false);
            for code in own {
                let found = |number: usize| self.segments[number].columns.codes(&column)?.by_code.get(&code);
                let total: u64 = (0..self.segments.len()).filter_map(found).map(Docs::len).sum();
                let rarity = self.rarity(total);
                for (number, alike) in alike.iter_mut().enumerate() {
                    let Some(docs) = found(number) else { continue };
                    for doc in docs & &self.segments[number].alive {
                        *scores.entry((number, doc)).or_default() += weight * rarity * share;
                    }
                    if ["target_group", "method", "activity"].contains(parameter) {
                        *alike |= docs;
                    }
                }
            }
        }
        let id = record.id.as_str().as_bytes();
        let counts = |(number, doc): &(usize, u32)| {
            let segment = &self.segments[*number];
            alike[*number].contains(*doc)
                && segment.columns.ids.get(*doc) != id
                && !segment.columns.with_status(Status::Ended, today).contains(*doc)
        };
        let mut ranked: Vec<((usize, u32), f32)> = scores.into_iter().filter(|(at, _)| counts(at)).collect();
        let key = |(number, doc): (usize, u32)| self.segments[number].columns.ids.get(doc);
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| key(a.0).cmp(key(b.0))));
        let query = SearchQuery::default();
        let load = |((number, doc), _): ((usize, u32), f32)| {
            let segment = &self.segments[number];
            let view = View { columns: &segment.columns, alive: &segment.alive, today };
            hit::load(&self.searcher, DocAddress::new(number as u32, doc), None, view, &query, None)
        };
        ranked.into_iter().take(limit).map(load).collect()
    }
}
