//! The shipped catalogue (or `--catalogue`) in a temporary data directory, for measuring.

use crate::config::Config;
use crate::sync::Sync;
use anyhow::Context;
use catalogue::{Intervention, Store};
use index::{Generations, Snapshot};
use std::sync::Arc;

/// A catalogue with its index; gone when it is closed.
pub(super) struct Scratch {
    store: Store,
    sync: Sync,
    _folder: tempfile::TempDir,
}

impl Scratch {
    /// Imports the catalogue and builds its index.
    pub(super) async fn open(config: &Config) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let store = Store::open(&folder.path().join("catalogue.sqlite")).await?;
        super::import::first_catalogue(&store, &config.catalogue).await?;
        let sync = Sync::start(store.clone(), Generations::new(folder.path().join("index"))?).await?;
        Ok(Self { store, sync, _folder: folder })
    }

    /// The index.
    pub(super) fn snapshot(&self) -> anyhow::Result<Arc<Snapshot>> {
        self.sync.snapshot().context("there is no index")
    }

    /// Every record.
    pub(super) async fn records(&self) -> anyhow::Result<Vec<Intervention>> {
        Ok(self.store.list_after("", i64::MAX).await?.into_iter().map(|s| s.record).collect())
    }

    /// Ends it.
    pub(super) async fn close(self) -> anyhow::Result<()> {
        self.sync.close().await?;
        self.store.close().await;
        Ok(())
    }
}
