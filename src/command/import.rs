//! `insatskatalog import`: records in, all or none, while a service runs or not.

use super::{open_store, report_faults};
use crate::clock::Clock;
use crate::config::Config;
use anyhow::Context;
use catalogue::Store;
use catalogue::exchange::{self, Batch};
use catalogue::folder::Origin;
use catalogue::store::{Author, Outcome};
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// Imports a file or folder and says what changed.
#[expect(clippy::print_stdout, reason = "what changed is the command's answer")]
pub(super) async fn run(config: &Config, source: &Path, dry_run: bool) -> anyhow::Result<ExitCode> {
    let (_, store) = open_store(config).await?;
    let batch = read(&store, source).await?;
    let author = Author { name: "import".into(), reason: format!("import of {}", source.display()) };
    let outcome = store.write(&batch, &author, Clock::system().now(), dry_run).await?;
    store.close().await;
    for (sign, ids) in [("+", &outcome.created), ("~", &outcome.updated)] {
        for id in ids {
            println!("{sign} {id}");
        }
    }
    println!("{}", summary(&outcome, dry_run));
    Ok(ExitCode::SUCCESS)
}

fn summary(outcome: &Outcome, dry_run: bool) -> String {
    let Outcome { created, updated, unchanged, vocabularies, .. } = outcome;
    let vocabularies = if *vocabularies { ", vocabularies differ" } else { "" };
    let done = if dry_run { " (dry run: nothing was changed)" } else { "" };
    format!("{} new, {} changed, {unchanged} unchanged{vocabularies}{done}", created.len(), updated.len())
}

async fn read(store: &Store, source: &Path) -> anyhow::Result<Batch> {
    if source.is_dir() {
        return exchange::read_catalogue(&Origin::Folder(source.to_owned())).map_err(|f| report_faults(&f));
    }
    let mut text = String::new();
    let name = source.display().to_string();
    if name == "-" {
        std::io::stdin().read_to_string(&mut text).context("standard input is not UTF-8 text")?;
    } else {
        text = std::fs::read_to_string(source).with_context(|| format!("{name} cannot be read as UTF-8 text"))?;
    }
    exchange::read_jsonl(&name, &text, &store.vocabularies().await?).map_err(|f| report_faults(&f))
}

/// Fills an empty store; a used one is never touched.
pub(super) async fn first_catalogue(store: &Store, origin: &Origin) -> anyhow::Result<()> {
    if !store.is_empty().await? {
        return Ok(());
    }
    let batch = exchange::read_catalogue(origin).map_err(|f| report_faults(&f))?;
    let author = Author { name: "first start".into(), reason: "the catalogue that the program came with".into() };
    let outcome = store.write(&batch, &author, Clock::system().now(), false).await?;
    tracing::info!(records = outcome.created.len(), "the first catalogue is in the database");
    Ok(())
}
