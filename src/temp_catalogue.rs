//! A catalogue in a temporary data directory, for measuring.

use crate::clock::Clock;
use crate::indexer::Indexer;
use anyhow::Context;
use catalogue::Batch;
use catalogue::Intervention;
use catalogue_exchange;
use catalogue_exchange::folder::Origin;
use catalogue_store::Author;
use catalogue_store::Store;
use index::{Generations, Lexicon, Snapshot};
use std::path::Path;
use std::sync::Arc;

/// A catalogue with its index; gone when it is closed.
pub struct TempCatalogue {
    store: Store,
    sync: Indexer,
    _folder: tempfile::TempDir,
}

impl TempCatalogue {
    /// Imports a catalogue, or the vocabularies of that and the records of a JSONL file instead of its
    /// own, and builds the index.
    pub async fn open(catalogue: &Origin, records: Option<&Path>, lexicon: Arc<Lexicon>) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let store = Store::open(&folder.path().join("catalogue.sqlite")).await?;
        let mut batch =
            catalogue_exchange::read_catalogue(catalogue).map_err(|faults| refused(faults.len(), faults.first()))?;
        if let Some(file) = records {
            let name = file.display().to_string();
            let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
            let vocabularies = batch.vocabularies.clone().context("the catalogue has no vocabularies")?;
            let read = catalogue_exchange::read_jsonl(&name, &text, &vocabularies);
            let read = read.map_err(|report| refused(report.findings.len(), report.findings.first()))?;
            batch = Batch { vocabularies: Some(vocabularies), ..read };
        }
        let author = Author { name: "measurement".into(), reason: "a catalogue to measure".into() };
        store.write(&batch, &author, Clock::system().now(), false).await?;
        Self::index(store, folder, lexicon).await
    }

    /// A temporary index over records that are kept elsewhere, which a service may use meanwhile.
    pub async fn over(store: Store, lexicon: Arc<Lexicon>) -> anyhow::Result<Self> {
        Self::index(store, tempfile::tempdir()?, lexicon).await
    }

    async fn index(store: Store, folder: tempfile::TempDir, lexicon: Arc<Lexicon>) -> anyhow::Result<Self> {
        let generations = Generations::new(folder.path().join("index"), lexicon)?;
        let sync = Indexer::start(store.clone(), generations).await?;
        Ok(Self { store, sync, _folder: folder })
    }

    /// The index.
    pub fn snapshot(&self) -> anyhow::Result<Arc<Snapshot>> {
        self.sync.snapshot().context("there is no index")
    }

    /// Every record.
    pub async fn records(&self) -> anyhow::Result<Vec<Intervention>> {
        Ok(self.store.list_after("", i64::MAX).await?.into_iter().map(|s| s.record).collect())
    }

    /// Ends it.
    pub async fn close(self) -> anyhow::Result<()> {
        self.sync.close().await?;
        self.store.close().await;
        Ok(())
    }
}

fn refused(faults: usize, first: Option<&impl ToString>) -> anyhow::Error {
    anyhow::anyhow!("{faults} faults, the first: {}", first.map(ToString::to_string).unwrap_or_default())
}
