//! `insatskatalog backup`: copies the whole database, also while a service runs.

use crate::config::Config;
use crate::data_dir::DataDir;
use anyhow::{Context, bail};
use catalogue_store::Store;
use std::path::Path;
use std::process::ExitCode;

/// Writes the copy to a temporary file in the same folder, and renames it when it is complete. Does not overwrite an
/// existing file.
#[expect(clippy::print_stdout, reason = "what was written is the command's answer")]
pub(super) async fn run(config: &Config, file: &Path) -> anyhow::Result<ExitCode> {
    let database = DataDir::open(&config.data_dir)?.database();
    if !database.exists() {
        bail!("there is no database in {}", config.data_dir.display());
    }
    if file.exists() {
        bail!("{} is there already; it is not overwritten", file.display());
    }
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let refused = || format!("{} cannot be written", file.display());
    let temporary = tempfile::NamedTempFile::new_in(folder).with_context(refused)?;
    let store = Store::open(&database).await?;
    store.backup_to(temporary.path()).await.with_context(refused)?;
    store.close().await;
    let size = temporary.path().metadata().with_context(refused)?.len();
    temporary.persist_noclobber(file).with_context(refused)?;
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).with_context(refused)?;
    println!("{}: {size} bytes", file.display());
    Ok(ExitCode::SUCCESS)
}
