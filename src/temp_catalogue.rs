//! A catalogue in a temporary data directory, for measurements.

use crate::clock::Clock;
use crate::indexer::Indexer;
use anyhow::{Context, ensure};
use catalogue::{Batch, Intervention, InterventionId};
use catalogue_exchange::folder::{self, Origin};
use catalogue_store::{Author, Store};
use index::{Generations, Lexicon, Snapshot};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// The source of the records of a temporary catalogue.
#[derive(Debug, Clone, Default)]
pub enum RecordSource {
    /// All records of the catalogue.
    #[default]
    All,
    /// The records of one collection of the catalogue: the folder below `interventions/`.
    Collection(String),
    /// The records of a JSONL file.
    File(PathBuf),
}

impl RecordSource {
    fn read(&self, origin: &Origin) -> anyhow::Result<Batch> {
        let catalogue = folder::read(origin).map_err(|faults| refused(faults.len(), faults.first()))?;
        let mut batch = Batch::default();
        match self {
            Self::All => catalogue.records.into_iter().for_each(|file| batch.push(file.valid)),
            Self::Collection(name) => {
                let files = catalogue.records.into_iter().filter(|file| file.collection.as_ref() == Some(name));
                files.for_each(|file| batch.push(file.valid));
                ensure!(!batch.records.is_empty(), "the catalogue has no collection {name}");
                drop_missing_relations(&mut batch.records);
            }
            Self::File(file) => {
                let name = file.display().to_string();
                let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
                let read = catalogue_exchange::read_jsonl(&name, &text, &catalogue.vocabularies);
                batch = read.map_err(|report| refused(report.findings.len(), report.findings.first()))?;
            }
        }
        Ok(Batch { vocabularies: Some(catalogue.vocabularies), ..batch })
    }
}

/// Removes relations to records that are not imported, which the store would refuse.
fn drop_missing_relations(records: &mut [Intervention]) {
    let ids: BTreeSet<InterventionId> = records.iter().map(|record| record.id.clone()).collect();
    for record in records {
        for relation in [&mut record.part_of, &mut record.succeeds] {
            relation.take_if(|id| !ids.contains(id));
        }
    }
}

/// A catalogue with its index in a temporary directory, which [`Self::close`] deletes.
pub struct TempCatalogue {
    store: Store,
    indexer: Indexer,
    _folder: tempfile::TempDir,
}

impl TempCatalogue {
    /// Imports records with the vocabularies of a catalogue and builds the index.
    ///
    /// # Errors
    /// When the catalogue or the records have faults, or the collection has no record.
    pub async fn open(catalogue: &Origin, records: &RecordSource, lexicon: Arc<Lexicon>) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let store = Store::open(&folder.path().join("catalogue.sqlite")).await?;
        let batch = records.read(catalogue)?;
        let author = Author { name: "measurement".into(), reason: "a catalogue to measure".into() };
        store.write(&batch, &author, Clock::system().now(), false).await?;
        Self::index(store, folder, lexicon).await
    }

    /// Builds a temporary index over a store that a service may use at the same time.
    ///
    /// # Errors
    /// When the index cannot be built.
    pub async fn over(store: Store, lexicon: Arc<Lexicon>) -> anyhow::Result<Self> {
        Self::index(store, tempfile::tempdir()?, lexicon).await
    }

    async fn index(store: Store, folder: tempfile::TempDir, lexicon: Arc<Lexicon>) -> anyhow::Result<Self> {
        let generations = Generations::new(folder.path().join("index"), lexicon)?;
        let indexer = Indexer::start(store.clone(), generations).await?;
        Ok(Self { store, indexer, _folder: folder })
    }

    /// The current state of the index.
    ///
    /// # Errors
    /// When there is no index.
    pub fn snapshot(&self) -> anyhow::Result<Arc<Snapshot>> {
        self.indexer.snapshot().context("there is no index")
    }

    /// All records.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn records(&self) -> anyhow::Result<Vec<Intervention>> {
        Ok(self.store.list_after("", i64::MAX).await?.into_iter().map(|s| s.record).collect())
    }

    /// Closes the index and the store and deletes their files.
    ///
    /// # Errors
    /// When the index cannot be closed.
    pub async fn close(self) -> anyhow::Result<()> {
        self.indexer.close().await?;
        self.store.close().await;
        Ok(())
    }
}

fn refused(faults: usize, first: Option<&impl ToString>) -> anyhow::Error {
    anyhow::anyhow!("{faults} faults, the first: {}", first.map(ToString::to_string).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collection_is_a_part_of_the_catalogue() {
        let all = RecordSource::All.read(&Origin::Shipped).unwrap();
        let documents = RecordSource::Collection("documents".into()).read(&Origin::Shipped).unwrap();
        assert!(!documents.records.is_empty() && documents.records.len() <= all.records.len());
        let ids: BTreeSet<&InterventionId> = documents.records.iter().map(|record| &record.id).collect();
        let relations = documents.records.iter().flat_map(|record| [&record.part_of, &record.succeeds]).flatten();
        assert!(relations.into_iter().all(|id| ids.contains(id)));
        let missing = RecordSource::Collection("missing".into()).read(&Origin::Shipped).unwrap_err();
        assert_eq!(missing.to_string(), "the catalogue has no collection missing");
    }

    #[test]
    fn relations_to_other_collections_are_dropped() {
        let mut records = RecordSource::All.read(&Origin::Shipped).unwrap().records;
        records.truncate(2);
        records[0].part_of = Some(records[1].id.clone());
        records[1].part_of = Some("elsewhere".parse().unwrap());
        drop_missing_relations(&mut records);
        assert_eq!(records[0].part_of, Some(records[1].id.clone()));
        assert_eq!(records[1].part_of, None);
    }
}
