//! `insatskatalog reindex`: rebuilds the search index from the database.

use super::{open_store, read_lexicon};
use crate::config::Config;
use crate::indexer::Indexer;
use index::Generations;
use std::process::ExitCode;

/// Builds the index. Fails while a service runs on the data directory.
#[expect(clippy::print_stdout, reason = "the count is the command's answer")]
pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let lexicon = read_lexicon(config)?;
    let (data_dir, store) = open_store(config).await?;
    let lease = data_dir.lease()?;
    let indexer = Indexer::without_index(store.clone(), Generations::new(data_dir.index(), lexicon)?);
    let records = indexer.rebuild().await?;
    indexer.close().await?;
    store.close().await;
    lease.stopped_cleanly();
    println!("{records} records indexed");
    Ok(ExitCode::SUCCESS)
}
