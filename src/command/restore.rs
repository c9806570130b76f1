//! `insatskatalog restore`: replaces the database by a backup.

use crate::clock::Clock;
use crate::config::Config;
use crate::data_dir::DataDir;
use anyhow::{Context, bail};
use catalogue_store::Store;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tempfile::NamedTempFile;

/// Checks the backup, moves it to the place of the database and keeps the previous database. Fails while a service
/// runs.
#[expect(clippy::print_stdout, reason = "what was restored is the command's answer")]
pub(super) async fn run(config: &Config, file: &Path) -> anyhow::Result<ExitCode> {
    let data_dir = DataDir::open(&config.data_dir)?;
    let lease = data_dir.lease()?;
    let (copy, seq) = checked_copy(file, &config.data_dir).await?;
    let database = data_dir.database();
    let former = if database.exists() { Some(set_aside(&database).await?) } else { None };
    copy.persist(&database).with_context(|| format!("{} cannot be replaced", database.display()))?;
    std::fs::File::open(&config.data_dir).and_then(|folder| folder.sync_all()).context("the data directory")?;
    lease.stopped_cleanly();
    println!("restored as of change {seq}; the index is built at the next start");
    if let Some(former) = former {
        println!("the former database is kept as {}", former.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Copies the backup into the data directory, migrates it, checks its integrity and gives it a new identity, so that
/// the index is rebuilt and mirrors start over. Returns the copy and the number of its latest change.
async fn checked_copy(file: &Path, folder: &Path) -> anyhow::Result<(NamedTempFile, i64)> {
    let refused = || format!("{} is no backup that can be restored", file.display());
    let copy = NamedTempFile::new_in(folder)?;
    std::fs::copy(file, copy.path()).with_context(|| format!("{} cannot be read", file.display()))?;
    let store = Store::open(copy.path()).await.with_context(refused)?;
    if let Some(integrity_error) = store.integrity_error().await.with_context(refused)? {
        bail!("{}: {integrity_error}", refused());
    }
    if store.is_empty().await.with_context(refused)? {
        bail!("{}: it holds no catalogue", refused());
    }
    store.renew_identity().await?;
    let seq = store.latest_seq().await?;
    store.close().await;
    copy.as_file().sync_all()?;
    Ok((copy, seq))
}

/// Creates a hard link to the current database under a second name, so that the database exists at every moment.
async fn set_aside(database: &Path) -> anyhow::Result<PathBuf> {
    // Opening and closing the database checkpoints the write-ahead log into it.
    match Store::open(database).await {
        Ok(store) => store.close().await,
        Err(error) => tracing::warn!(%error, "the former database cannot be opened; it is kept as it is"),
    }
    let time = Clock::system().now().strftime("%Y%m%dT%H%M%S%fZ");
    let former = database.with_extension(format!("before-{time}.sqlite"));
    let refused = || format!("{} cannot be kept aside", database.display());
    std::fs::hard_link(database, &former).with_context(refused)?;
    for suffix in ["-wal", "-shm"] {
        let with = |path: &Path| PathBuf::from(format!("{}{suffix}", path.display()));
        // A remaining write-ahead log belongs to the previous database; SQLite would apply it to the new one.
        if with(database).exists() {
            std::fs::rename(with(database), with(&former)).with_context(refused)?;
        }
    }
    Ok(former)
}
