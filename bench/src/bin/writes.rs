//! From an accepted edit to its being found, and writes per second: over HTTP against the real program
//! with its own data directory, while readers search.
//!
//! `cargo build --release && cargo run --release -p bench --bin writes -- [--records FILE]`

use anyhow::{Context, bail};
use bench::client::Client;
use clap::Parser;
use serde_json::json;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;

/// What readers ask for.
const SEARCHES: [&str; 4] = ["q=arbetstr%C3%A4ning", "q=praktik%2020%20%C3%A5r", "municipality=0780&age=19", "q=sfi"];

/// Measures writes.
#[derive(Parser)]
struct Arguments {
    /// The program [default: the one built beside this].
    #[arg(long)]
    program: Option<PathBuf>,
    /// Records beside the shipped ones (JSONL).
    #[arg(long)]
    records: Option<PathBuf>,
    /// Edits of each measurement.
    #[arg(long, default_value_t = 200)]
    edits: usize,
    /// Readers that search all the time.
    #[arg(long, default_value_t = 2)]
    readers: usize,
    /// How many write at the same time, one measurement for each number.
    #[arg(long, default_values_t = [1, 4, 16])]
    writers: Vec<usize>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let beside = std::env::current_exe()?.with_file_name("insatskatalog");
    let program = arguments.program.clone().unwrap_or(beside);
    let folder = Scratch::new()?;
    if let Some(records) = &arguments.records {
        command(&program, &folder.0, &["import", &records.display().to_string()])?;
    }
    let key = command(&program, &folder.0, &["key", "add", "--name", "bench", "--role", "admin"])?;
    let key = key.lines().last().context("a key")?.to_owned();
    let (mut service, address) = start(&program, &folder.0).await?;
    let records = Client::connect(&address, None).await?.send("GET", "/readyz", "", "").await?.1["records"].take();
    let mut out = std::io::stdout().lock();
    writeln!(out, "{records} records, {} readers, {} edits each", arguments.readers, arguments.edits)?;
    writeln!(
        out,
        "| writers | edits/s | p50 ms | p99 ms | 202 | search p50 ms | search p99 ms |\n|--:|--:|--:|--:|--:|--:|--:|"
    )?;
    for writers in arguments.writers {
        writeln!(out, "{}", measured(&address, &key, writers, arguments.edits, arguments.readers).await?)?;
    }
    service.kill().await?;
    Ok(())
}

/// One line of the table.
async fn measured(address: &str, key: &str, writers: usize, edits: usize, readers: usize) -> anyhow::Result<String> {
    let done = Arc::new(AtomicBool::new(false));
    let reading: Vec<_> =
        (0..readers).map(|n| tokio::spawn(search(address.to_owned(), n, Arc::clone(&done)))).collect();
    let start = Instant::now();
    let writing: Vec<_> = (0..writers)
        .map(|n| {
            tokio::spawn(edit(address.to_owned(), key.to_owned(), format!("bench-{writers}-{n}"), edits / writers))
        })
        .collect();
    let (mut took, mut late) = (Vec::new(), 0);
    for writer in writing {
        let (times, accepted) = writer.await??;
        took.extend(times);
        late += accepted;
    }
    let elapsed = start.elapsed();
    done.store(true, Ordering::SeqCst);
    let mut searches = Vec::new();
    for reader in reading {
        searches.extend(reader.await??);
    }
    let (edit, search) = (quantiles(&mut took), quantiles(&mut searches));
    let rate = took.len() as f64 / elapsed.as_secs_f64();
    Ok(format!("| {writers} | {rate:.0} | {} | {} | {late} | {} | {} |", edit.0, edit.1, search.0, search.1))
}

/// Changes a record of its own again and again. After every answer the new word must be found.
async fn edit(address: String, key: String, id: String, edits: usize) -> anyhow::Result<(Vec<Duration>, usize)> {
    let mut client = Client::connect(&address, Some(&key)).await?;
    let record = |n: usize| {
        let word = format!("zq{}x{n}", id.replace('-', ""));
        (
            json!({"id": id, "name": "Mätning", "summary": format!("Ordet {word}."), "state": "published"}).to_string(),
            word,
        )
    };
    let (status, answer) = client.send("POST", "/api/v1/interventions", "", &record(0).0).await?;
    if status != 201 && status != 202 {
        bail!("{status}: {answer}");
    }
    let (mut took, mut late) = (Vec::with_capacity(edits), 0);
    for n in 1..=edits {
        let (body, word) = record(n);
        let start = Instant::now();
        let path = format!("/api/v1/interventions/{id}");
        let (status, answer) = client.send("PUT", &path, &format!("\"{n}\""), &body).await?;
        took.push(start.elapsed());
        match status {
            200 => {
                let path = format!("/api/v1/interventions?q={word}&interpret=false&facets=none");
                let (_, found) = client.send("GET", &path, "", "").await?;
                if found["total"] != 1 {
                    bail!("{word} is not found: {found}");
                }
            }
            202 => late += 1,
            _ => bail!("{status}: {answer}"),
        }
    }
    Ok((took, late))
}

async fn search(address: String, from: usize, done: Arc<AtomicBool>) -> anyhow::Result<Vec<Duration>> {
    let mut client = Client::connect(&address, None).await?;
    let mut took = Vec::new();
    while !done.load(Ordering::SeqCst) {
        let query = SEARCHES[(from + took.len()) % SEARCHES.len()];
        let start = Instant::now();
        let (status, answer) = client.send("GET", &format!("/api/v1/interventions?{query}"), "", "").await?;
        took.push(start.elapsed());
        if status != 200 {
            bail!("{status}: {answer}");
        }
    }
    Ok(took)
}

/// Median and 99th percentile in milliseconds.
fn quantiles(took: &mut [Duration]) -> (String, String) {
    took.sort_unstable();
    let at = |share: f64| {
        let place = ((took.len() as f64 * share) as usize).min(took.len().saturating_sub(1));
        took.get(place).map_or_else(|| "-".to_owned(), |d| format!("{:.1}", d.as_secs_f64() * 1_000.0))
    };
    (at(0.5), at(0.99))
}

/// A data directory that is gone afterwards.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("insatskatalog-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left over is only space in a temporary folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn command(program: &Path, data: &Path, arguments: &[&str]) -> anyhow::Result<String> {
    let output = Command::new(program).arg("--data-dir").arg(data).args(arguments).stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("{} does not run", program.display()))?;
    if !output.status.success() {
        bail!("{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

async fn start(program: &Path, data: &Path) -> anyhow::Result<(Child, String)> {
    let mut child = tokio::process::Command::new(program)
        .arg("--data-dir")
        .arg(data)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().context("its output")?).read_line(&mut line).await?;
    let address = line.trim().strip_prefix("listening on http://").context("an address")?;
    Ok((child, address.to_owned()))
}
