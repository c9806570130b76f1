//! Time and peak memory of export and import in each format.
//!
//! `cargo run --release -p bench --bin exchange -- records.jsonl`
//!
//! Each step runs in its own process, so that none reuses the memory of another.

use anyhow::{Context, ensure};
use bench::service::peak_memory;
use catalogue::Batch;
use catalogue::progress::Progress;
use catalogue::record::Organization;
use catalogue_exchange::folder::Origin;
use catalogue_exchange::{Format, read_catalogue};
use catalogue_store::Author;
use catalogue_store::Store;
use clap::{Parser, ValueEnum};
use insatskatalog::clock::Clock;
use insatskatalog::exchange::{self, Export};
use insatskatalog::i18n::Texts;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

/// Measures export and import of the records of a JSONL file.
#[derive(Parser)]
struct Arguments {
    /// The records (JSONL).
    records: PathBuf,
    /// Runs only this step, in the folder with the files of the steps before it.
    #[arg(long, requires = "format", hide = true)]
    step: Option<Step>,
    #[arg(long, hide = true)]
    format: Option<String>,
    #[arg(long, hide = true, default_value = ".")]
    folder: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Step {
    Export,
    Import,
    Again,
}

const STEPS: [(Step, &str); 3] = [(Step::Export, "export"), (Step::Import, "import"), (Step::Again, "again")];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    match (arguments.step, &arguments.format) {
        (Some(step), Some(format)) => {
            let format = Format::parse(format).context("no such format")?;
            run(step, format, &arguments.folder).await
        }
        _ => measure_all(&arguments.records).await,
    }
}

#[expect(clippy::print_stdout, reason = "the figures are the program's answer")]
async fn measure_all(records: &Path) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let full = vocabularies_only(&folder.path().join("full.sqlite"), Vec::new()).await?;
    let batch = exchange::read(&full, "records", Format::Jsonl, std::fs::read(records)?, &Arc::default()).await?.batch;
    full.write(&batch, &author(), Clock::system().now(), false).await?;
    full.close().await;
    println!("{} records", batch.records.len());
    println!("| format | step | seconds | peak memory, MiB | file, MiB |\n|---|---|---:|---:|---:|");
    for format in [Format::Jsonl, Format::Csv, Format::Xlsx] {
        for (_, name) in STEPS {
            let mut step = Command::new(std::env::current_exe()?);
            step.arg(records).args(["--step", name, "--format", format.name(), "--folder"]).arg(folder.path());
            ensure!(step.status()?.success(), "{name} of {} failed", format.name());
        }
    }
    Ok(())
}

/// Runs one step and prints its row of the table.
#[expect(clippy::print_stdout, reason = "the figures are the program's answer")]
async fn run(step: Step, format: Format, folder: &Path) -> anyhow::Result<()> {
    let file = folder.join(format!("records.{}", format.name()));
    let database = folder.join(format!("{}.sqlite", format.name()));
    let store = match step {
        Step::Export => Store::open(&folder.join("full.sqlite")).await?,
        // A JSON line contains names and types of its organisations; a table may refer to organisations by name only.
        Step::Import if format == Format::Jsonl => vocabularies_only(&database, Vec::new()).await?,
        Step::Import => {
            let full = Store::open(&folder.join("full.sqlite")).await?.vocabularies().await?;
            vocabularies_only(&database, full.organizations().cloned().collect()).await?
        }
        Step::Again => Store::open(&database).await?,
    };
    let start = Instant::now();
    match step {
        Step::Export => export(&store, format, &file).await?,
        Step::Import | Step::Again => {
            let (progress, author, now) = (Arc::default(), author(), Clock::system().now());
            let outcome = if format == Format::Jsonl {
                let input = Box::new(BufReader::new(File::open(&file)?));
                exchange::import_stream(&store, ("records", input), (&author, now), false, (&mut |_| {}, &progress))
                    .await?
            } else {
                let batch = exchange::read(&store, "records", format, std::fs::read(&file)?, &progress).await?.batch;
                exchange::write(&store, ("records", &batch), (&author, now), false, &Progress::default()).await?
            };
            let changed = outcome.created.len() + outcome.updated.len();
            ensure!(matches!(step, Step::Import) == (changed > 0), "{changed} records have changed");
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let name = STEPS.into_iter().find(|(s, _)| *s as u8 == step as u8).map_or("", |(_, name)| name);
    let size = std::fs::metadata(&file)?.len() as f64 / f64::from(1 << 20);
    println!(
        "| {} | {name} | {seconds:.2} | {} | {size:.1} |",
        format.name(),
        peak_memory(std::process::id()).context("its memory")?
    );
    Ok(())
}

async fn export(store: &Store, format: Format, file: &Path) -> anyhow::Result<()> {
    let (texts, vocabularies) = (Texts::load(), store.vocabularies().await?);
    let mut out = std::io::BufWriter::new(File::create(file)?);
    let mut export = Export::new(format, &texts)?;
    let mut after = String::new();
    loop {
        let page = store.list_after(&after, 1_000).await?;
        let Some(last) = page.last() else { break };
        after = last.record.id.to_string();
        out.write_all(&export.add(page.iter().map(|s| &s.record), &vocabularies)?)?;
    }
    out.write_all(&export.finish(&texts, &vocabularies)?)?;
    Ok(out.flush()?)
}

async fn vocabularies_only(database: &Path, organizations: Vec<Organization>) -> anyhow::Result<Store> {
    let store = Store::open(database).await?;
    let shipped = read_catalogue(&Origin::Shipped).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let only = Batch { vocabularies: shipped.vocabularies, organizations, ..Batch::default() };
    store.write(&only, &author(), Clock::system().now(), false).await?;
    Ok(store)
}

fn author() -> Author {
    Author { name: "measurement".into(), reason: "records to measure".into() }
}
