//! Time from an accepted edit until it is searchable, and writes per second: over HTTP against the real program with
//! a temporary data directory, while readers search.
//!
//! `cargo build --release && cargo run --release -p bench --bin writes -- [--records FILE]`

use anyhow::{Context, bail};
use bench::client::Client;
use bench::service::{TempDataDir, command, program, quantile, search, start};
use clap::Parser;
use serde_json::json;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Measures writes.
#[derive(Parser)]
struct Arguments {
    /// The program [default: the one built beside this].
    #[arg(long)]
    program: Option<PathBuf>,
    /// Records in addition to the shipped ones (JSONL).
    #[arg(long)]
    records: Option<PathBuf>,
    /// Edits of each measurement.
    #[arg(long, default_value_t = 200)]
    edits: usize,
    /// Number of concurrent readers.
    #[arg(long, default_value_t = 2)]
    readers: usize,
    /// Numbers of concurrent writers, one measurement for each.
    #[arg(long, default_values_t = [1, 4, 16])]
    writers: Vec<usize>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let program = arguments.program.clone().map_or_else(program, Ok)?;
    let folder = TempDataDir::new()?;
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

/// Runs one measurement and returns its row of the table.
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
        searches.extend(reader.await??.into_iter().map(|(_, took)| took));
    }
    let rate = took.len() as f64 / elapsed.as_secs_f64();
    let mut both = |share| (quantile(&mut took, share), quantile(&mut searches, share));
    let ((edit, search), (slow_edit, slow_search)) = (both(0.5), both(0.99));
    Ok(format!("| {writers} | {rate:.0} | {edit} | {slow_edit} | {late} | {search} | {slow_search} |"))
}

/// Edits a record repeatedly. After a response 200 the new word must be searchable. Returns the duration of each edit,
/// and the number of responses 202.
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
