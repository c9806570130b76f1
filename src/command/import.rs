//! `insatskatalog import`: records in, all or none, while a service runs or not.

use super::progress::Progress;
use super::{open_store, report_faults};
use crate::clock::Clock;
use crate::config::Config;
use crate::exchange::{self, Refusal, told};
use crate::i18n::Texts;
use anyhow::Context;
use catalogue::Store;
use catalogue::exchange::{Batch, Finding, Format, read_catalogue};
use catalogue::folder::Origin;
use catalogue::store::{Author, Outcome};
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// Imports a file or folder and says what changed.
#[expect(clippy::print_stdout, reason = "what changed is the command's answer")]
pub(super) async fn run(
    config: &Config,
    source: &Path,
    format: Option<Format>,
    dry_run: bool,
) -> anyhow::Result<ExitCode> {
    let (_, store) = open_store(config).await?;
    let name = source.display().to_string();
    let batch = read(&store, source, &name, format).await?;
    report(&name, &batch.warnings());
    let author = Author { name: "import".into(), reason: format!("import of {name}") };
    let writing = Progress::start(&format!("writing {} records", batch.records.len()), 0);
    let outcome = exchange::write(&store, &name, &batch, &author, Clock::system().now(), dry_run).await;
    drop(writing);
    let outcome = outcome.map_err(refused)?;
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

async fn read(store: &Store, source: &Path, name: &str, format: Option<Format>) -> anyhow::Result<Batch> {
    let _reading = Progress::start(&format!("reading {name}"), 0);
    if source.is_dir() {
        return read_catalogue(&Origin::Folder(source.to_owned())).map_err(|f| report_faults(&f));
    }
    let named = source.extension().and_then(|ending| ending.to_str()).and_then(Format::parse);
    let format = format.or(named).unwrap_or(Format::Jsonl);
    anyhow::ensure!(format != Format::Json, "{name}: a JSON array cannot be imported; use JSONL, one record a line");
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin().read_to_end(&mut bytes).context("standard input cannot be read")?;
    } else {
        bytes = std::fs::read(source).with_context(|| format!("{name} cannot be read"))?;
    }
    Ok(exchange::read(store, name, format, bytes).await.map_err(refused)?.batch)
}

/// Prints the report of a file that was not taken in.
fn refused(refusal: Refusal) -> anyhow::Error {
    match refusal {
        Refusal::Faults(found) => {
            report(&found.file, &found.findings);
            anyhow::anyhow!("{}: {} faults; nothing was changed", found.file, found.findings.len())
        }
        other => other.into(),
    }
}

/// Prints each finding on a line of its own, as `file:row: column: what is wrong`.
fn report(file: &str, findings: &[Finding]) {
    if findings.is_empty() {
        return;
    }
    let texts = Texts::load();
    for finding in findings {
        eprintln!("{file}:{}: {}", finding.row, told(&texts, finding));
    }
}

/// Fills an empty store; a used one is never touched.
pub(super) async fn first_catalogue(store: &Store, origin: &Origin) -> anyhow::Result<()> {
    if !store.is_empty().await? {
        return Ok(());
    }
    let batch = read_catalogue(origin).map_err(|f| report_faults(&f))?;
    let author = Author { name: "first start".into(), reason: "the catalogue that the program came with".into() };
    let outcome = store.write(&batch, &author, Clock::system().now(), false).await?;
    tracing::info!(records = outcome.created.len(), "the first catalogue is in the database");
    Ok(())
}
