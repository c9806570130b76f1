//! `insatskatalog import`: imports records in one transaction, also while a service runs.

use super::progress::ProgressBar;
use super::{open_store, report_faults};
use crate::clock::Clock;
use crate::config::Config;
use crate::exchange::{self, ImportError, report_line};
use crate::i18n::Texts;
use anyhow::Context;
use catalogue::Batch;
use catalogue_exchange::folder::Origin;
use catalogue_exchange::{Finding, Format, read_catalogue};
use catalogue_store::{Author, BatchOutcome, Store};
use jiff::Timestamp;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::process::ExitCode;

/// Maximum number of printed warnings; further ones are counted.
const MAX_WARNINGS: usize = 100;

/// Imports a file or folder and prints the changes.
#[expect(clippy::print_stdout, reason = "what changed is the command's answer")]
pub(super) async fn run(
    config: &Config,
    source: &Path,
    format: Option<Format>,
    dry_run: bool,
) -> anyhow::Result<ExitCode> {
    let (_, store) = open_store(config).await?;
    let name = source.display().to_string();
    let author = Author { name: "import".into(), reason: format!("import of {name}") };
    let import = Import { store: &store, name, author: &author, at: Clock::system().now(), dry_run };
    let outcome = import.run(source, format).await?;
    store.close().await;
    for (sign, ids) in [("+", &outcome.created), ("~", &outcome.updated)] {
        for id in ids {
            println!("{sign} {id}");
        }
    }
    println!("{}", summary(&outcome, dry_run));
    Ok(ExitCode::SUCCESS)
}

fn summary(outcome: &BatchOutcome, dry_run: bool) -> String {
    let BatchOutcome { created, updated, unchanged, vocabularies, .. } = outcome;
    let vocabularies = if *vocabularies { ", vocabularies differ" } else { "" };
    let done = if dry_run { " (dry run: nothing was changed)" } else { "" };
    format!("{} new, {} changed, {unchanged} unchanged{vocabularies}{done}", created.len(), updated.len())
}

/// One import into a store.
struct Import<'a> {
    store: &'a Store,
    /// Name of the file in reports.
    name: String,
    author: &'a Author,
    at: Timestamp,
    dry_run: bool,
}

impl Import<'_> {
    async fn run(&self, source: &Path, format: Option<Format>) -> anyhow::Result<BatchOutcome> {
        let name = &self.name;
        if source.is_dir() {
            let batch = read_catalogue(&Origin::Folder(source.to_owned())).map_err(|f| report_faults(&f))?;
            return self.write(&batch).await;
        }
        let named = source.extension().and_then(|ending| ending.to_str()).and_then(Format::parse);
        let cannot = || format!("{name} cannot be read");
        let (mut input, length) = open(source).with_context(cannot)?;
        match format.or(named).unwrap_or(Format::Jsonl) {
            Format::Json => anyhow::bail!("{name}: a JSON array cannot be imported; use JSONL, one record a line"),
            Format::Jsonl => self.import_lines(input, length).await,
            format => {
                let mut bytes = Vec::new();
                input.read_to_end(&mut bytes).with_context(cannot)?;
                let bar = ProgressBar::start(&format!("reading {name}"), 0);
                let incoming = exchange::read(self.store, name, format, bytes, bar.progress()).await;
                drop(bar);
                let batch = incoming.map_err(refused)?.batch;
                let mut warnings = Warnings::default();
                warnings.add(catalogue_exchange::warnings(&batch));
                warnings.print(name);
                self.write(&batch).await
            }
        }
    }

    async fn import_lines(&self, input: Box<dyn BufRead + Send>, length: u64) -> anyhow::Result<BatchOutcome> {
        let bar = ProgressBar::start(&format!("importing {}", self.name), length);
        let mut warnings = Warnings::default();
        let (file, by) = ((self.name.as_str(), input), (self.author, self.at));
        let mut on_warnings = |findings| warnings.add(findings);
        let outcome =
            exchange::import_stream(self.store, file, by, self.dry_run, (&mut on_warnings, bar.progress())).await;
        drop(bar);
        warnings.print(&self.name);
        outcome.map_err(refused)
    }

    async fn write(&self, batch: &Batch) -> anyhow::Result<BatchOutcome> {
        let bar = ProgressBar::start("writing records", 0);
        let (file, by) = ((self.name.as_str(), batch), (self.author, self.at));
        let outcome = exchange::write(self.store, file, by, self.dry_run, bar.progress()).await;
        drop(bar);
        outcome.map_err(refused)
    }
}

/// Opens a file, or standard input for `-`, and returns the input with its length in bytes. Standard input is read
/// completely first, because other writers wait during the import.
fn open(source: &Path) -> std::io::Result<(Box<dyn BufRead + Send>, u64)> {
    let mut bytes = Vec::new();
    if source == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes)?;
    } else {
        let mut file = File::open(source)?;
        let metadata = file.metadata()?;
        if metadata.is_file() {
            return Ok((Box::new(BufReader::new(file)), metadata.len()));
        }
        file.read_to_end(&mut bytes)?;
    }
    let length = bytes.len() as u64;
    Ok((Box::new(Cursor::new(bytes)), length))
}

/// The warnings of a file, of which only the first are kept.
#[derive(Default)]
struct Warnings {
    printed: Vec<Finding>,
    /// Number of warnings that are not printed.
    more: usize,
}

impl Warnings {
    fn add(&mut self, findings: Vec<Finding>) {
        let fit = MAX_WARNINGS.saturating_sub(self.printed.len()).min(findings.len());
        self.more += findings.len() - fit;
        self.printed.extend(findings.into_iter().take(fit));
    }

    fn print(&self, file: &str) {
        report(file, &self.printed);
        if self.more > 0 {
            eprintln!("{file}: {} more of these", self.more);
        }
    }
}

/// Prints the report of a file that is refused.
fn refused(error: ImportError) -> anyhow::Error {
    match error {
        ImportError::Faults(found) => {
            report(&found.file, &found.findings);
            anyhow::anyhow!("{}: {} faults; nothing was changed", found.file, found.findings.len())
        }
        other => other.into(),
    }
}

/// Prints one line for each finding: `file:row: column: message`.
fn report(file: &str, findings: &[Finding]) {
    if findings.is_empty() {
        return;
    }
    let texts = Texts::load();
    for finding in findings {
        eprintln!("{file}:{}: {}", finding.row, report_line(&texts, finding));
    }
}

/// Imports the initial catalogue into an empty store. Does not change a store with records.
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
