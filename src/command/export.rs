//! `insatskatalog export`: exports all public records in any format.

use super::open_store;
use super::progress::ProgressBar;
use crate::config::Config;
use crate::exchange::Export;
use crate::i18n::Texts;
use anyhow::Context;
use catalogue_exchange::Format;
use catalogue_store::Store;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Number of records read in one batch.
const PAGE: i64 = 1_000;

/// Writes the records in ascending order of id, to a file or to standard output. The format is `format`, or else that
/// of the file extension, or else JSON Lines.
pub(super) async fn run(config: &Config, format: Option<Format>, output: Option<&Path>) -> anyhow::Result<ExitCode> {
    let ending = output.and_then(Path::extension).and_then(|ending| ending.to_str());
    let format = format.or_else(|| Format::parse(ending?)).unwrap_or(Format::Jsonl);
    let (_, store) = open_store(config).await?;
    match output {
        None => write(&store, format, &mut std::io::BufWriter::new(std::io::stdout().lock())).await?,
        Some(path) => {
            // A temporary file in the same folder is renamed at the end, so that an existing file is never partly
            // written.
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let cannot = || format!("{} cannot be written", path.display());
            let mut file =
                tempfile::Builder::new().permissions(file_permissions()).tempfile_in(folder).with_context(cannot)?;
            write(&store, format, &mut std::io::BufWriter::new(file.as_file_mut())).await?;
            file.persist(path).with_context(cannot)?;
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Permissions of an ordinary file; a temporary file is readable only by its owner.
fn file_permissions() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    std::fs::Permissions::from_mode(0o644)
}

async fn write(store: &Store, format: Format, out: &mut impl Write) -> anyhow::Result<()> {
    let mut read_transaction = store.read_transaction().await?;
    let (texts, vocabularies) = (Texts::load(), read_transaction.vocabularies().await?);
    let bar = ProgressBar::start("writing records", read_transaction.record_count().await?);
    let mut export = Export::new(format, &texts)?;
    let mut after = String::new();
    loop {
        let page = read_transaction.list_after(&after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.record.id.to_string();
        let public = page.iter().filter(|stored| stored.is_public()).map(|stored| &stored.record);
        out.write_all(&export.add(public, &vocabularies)?)?;
        bar.progress().add(page.len());
    }
    out.write_all(&export.finish(&texts, &vocabularies)?)?;
    Ok(out.flush()?)
}
