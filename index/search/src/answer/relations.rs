//! The relations of a record: its whole and its parts, its predecessor and its successors.

use crate::disk::document::StoredDocument;
use crate::disk::schema;
use crate::error::SearchError;
use crate::score::bm25f::docs_with_term;
use crate::snapshot::Snapshot;
use catalogue::{Intervention, InterventionId};
use tantivy::DocAddress;

/// The records that one record is related to. Only records of the index are listed.
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

/// Looks up the relations of a record, which itself need not be in the index.
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

/// The records with an id in a field, by name, then by id.
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
