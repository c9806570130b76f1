//! The relations of a record: its whole and its parts, its predecessor and its successors.

use crate::disk::document::StoredDocument;
use crate::disk::schema;
use crate::error::SearchError;
use crate::score::matches::docs_with_term;
use crate::snapshot::Snapshot;
use catalogue::{Intervention, InterventionId};
use tantivy::DocAddress;

/// The records that one record is related to. Records that are not in the index are omitted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relations {
    /// The record that it is a part of.
    pub whole: Option<RelatedRecord>,
    /// Its parts, by name in Swedish order.
    pub parts: Vec<RelatedRecord>,
    /// The record that it succeeds.
    pub predecessor: Option<RelatedRecord>,
    /// The records that succeed it, by name in Swedish order.
    pub successors: Vec<RelatedRecord>,
}

/// A related record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedRecord {
    /// Its id.
    pub id: InterventionId,
    /// Its name.
    pub name: String,
}

/// Looks up the relations of a record, which need not be in the index itself.
///
/// # Errors
/// The index could not be read.
pub fn relations(snapshot: &Snapshot, record: &Intervention) -> Result<Relations, SearchError> {
    let by_id = |id: &Option<InterventionId>| match id {
        Some(id) => Ok(records_with(snapshot, schema::ID, id)?.into_iter().next()),
        None => Ok::<_, SearchError>(None),
    };
    Ok(Relations {
        whole: by_id(&record.part_of)?,
        parts: records_with(snapshot, schema::PART_OF, &record.id)?,
        predecessor: by_id(&record.succeeds)?,
        successors: records_with(snapshot, schema::SUCCEEDS, &record.id)?,
    })
}

/// The records with an id in a field, ordered by name, then by id.
fn records_with(snapshot: &Snapshot, field: &str, id: &InterventionId) -> Result<Vec<RelatedRecord>, SearchError> {
    let field = schema::get(snapshot.searcher.schema(), field)?;
    let mut addresses = Vec::new();
    for (number, docs) in docs_with_term(snapshot, field, id.as_str())?.into_iter().enumerate() {
        addresses.extend(docs.into_iter().map(|doc| (number, doc)));
    }
    addresses.sort_unstable_by_key(|(number, doc)| {
        let columns = &snapshot.segments[*number].columns;
        (columns.names.get(*doc), columns.ids.get(*doc))
    });
    let load = |(number, doc): (usize, u32)| {
        let stored = StoredDocument::load(&snapshot.searcher, DocAddress::new(number as u32, doc))?;
        Ok(RelatedRecord { id: stored.record.id, name: stored.record.name })
    };
    addresses.into_iter().map(load).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generation::{Generations, Identity};
    use crate::lexicon::Lexicon;
    use catalogue::record::StoredIntervention;
    use catalogue_exchange::folder::{Origin, read};
    use std::sync::Arc;

    #[test]
    fn relations_are_those_of_the_live_records() {
        let catalogue = read(&Origin::Shipped).unwrap();
        let vocabularies = Arc::new(catalogue.vocabularies);
        let mut records = catalogue.records.into_iter().map(|file| file.valid.record);
        let mut stored = |name: &str| {
            let mut record = records.next().unwrap();
            (record.part_of, record.succeeds, record.name) = (None, None, name.to_owned());
            let at = "2026-11-30T12:00:00Z".to_owned();
            StoredIntervention { record, revision: 1, hash: String::new(), created: at.clone(), updated: at }
        };
        let (whole, mut part, mut other_part) = (stored("Whole"), stored("Östra"), stored("Åby"));
        let mut successor = stored("Next");
        part.record.part_of = Some(whole.record.id.clone());
        other_part.record.part_of = Some(whole.record.id.clone());
        successor.record.succeeds = Some(whole.record.id.clone());

        let folder = tempfile::tempdir().unwrap();
        let generations = Generations::new(folder.path().join("index"), Lexicon::shipped()).unwrap();
        let generation = generations.begin(Identity::new("test".into(), 1), Arc::clone(&vocabularies)).unwrap();
        let all = [whole.clone(), part.clone(), other_part.clone(), successor.clone()];
        generation.put(&all, &vocabularies).unwrap();
        generation.commit(1, Arc::clone(&vocabularies)).unwrap();

        let related = |s: &StoredIntervention| RelatedRecord { id: s.record.id.clone(), name: s.record.name.clone() };
        let of_whole = relations(&generation.snapshot(), &whole.record).unwrap();
        assert_eq!(of_whole.parts, [related(&other_part), related(&part)], "in Swedish order");
        assert_eq!(of_whole.successors, [related(&successor)]);
        assert_eq!((of_whole.whole, of_whole.predecessor), (None, None));
        let of_part = relations(&generation.snapshot(), &part.record).unwrap();
        assert_eq!((of_part.whole, of_part.parts), (Some(related(&whole)), Vec::new()));
        let of_successor = relations(&generation.snapshot(), &successor.record).unwrap();
        assert_eq!(of_successor.predecessor, Some(related(&whole)));

        other_part.record.part_of = None;
        generation.put(&[other_part], &vocabularies).unwrap();
        generation.commit(2, Arc::clone(&vocabularies)).unwrap();
        assert_eq!(relations(&generation.snapshot(), &whole.record).unwrap().parts, [related(&part)]);
        generation.close().unwrap();
    }
}
