//! Import of a large file into a service under load: duration, memory, and latency of searches during the import.
//! Readers must see the catalogue before or after the import, never an intermediate state.
//!
//! `cargo build --release && cargo run --release -p bench --bin bulk -- records.jsonl`

use anyhow::{Context, ensure};
use bench::client::Client;
use bench::service::{TempDataDir, peak_memory, program, quantile, search, start, total};
use clap::Parser;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Sampling interval of memory and totals.
const SAMPLE_INTERVAL: Duration = Duration::from_millis(50);
/// Duration of the searches before and after the import.
const BASELINE_WAIT: Duration = Duration::from_secs(5);

/// Measures a large import.
#[derive(Parser)]
struct Arguments {
    /// The records (JSONL, CSV or XLSX).
    records: PathBuf,
    /// The program [default: the one built beside this].
    #[arg(long)]
    program: Option<PathBuf>,
    /// Number of concurrent readers.
    #[arg(long, default_value_t = 2)]
    readers: usize,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the figures are the program's answer")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let program = arguments.program.clone().map_or_else(program, Ok)?;
    let folder = TempDataDir::new()?;
    let (mut service, address) = start(&program, &folder.0).await?;
    let before = total(&mut Client::connect(&address, None).await?).await?;
    let done = Arc::new(AtomicBool::new(false));
    let watching = tokio::spawn(totals(address.clone(), Arc::clone(&done)));
    let reading: Vec<_> =
        (0..arguments.readers).map(|n| tokio::spawn(search(address.clone(), n, Arc::clone(&done)))).collect();
    tokio::time::sleep(BASELINE_WAIT).await;

    let begun = Instant::now();
    let mut import = tokio::process::Command::new(&program)
        .arg("--data-dir")
        .arg(&folder.0)
        .arg("import")
        .arg(&arguments.records)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let process = import.id().context("a process")?;
    let mut memory = 0;
    let status = loop {
        memory = memory.max(peak_memory(process).unwrap_or(0));
        if let Some(status) = import.try_wait()? {
            break status;
        }
        tokio::time::sleep(SAMPLE_INTERVAL).await;
    };
    ensure!(status.success(), "the import failed");
    let written = begun.elapsed();
    let mut client = Client::connect(&address, None).await?;
    let after = loop {
        let now = total(&mut client).await?;
        if now != before {
            break now;
        }
        tokio::time::sleep(SAMPLE_INTERVAL).await;
    };
    let shown = Instant::now();
    tokio::time::sleep(BASELINE_WAIT).await;
    done.store(true, Ordering::SeqCst);
    let seen = watching.await??;
    ensure!(seen == BTreeSet::from([before, after]), "totals between: {seen:?}");
    let mut searches = Vec::new();
    for reader in reading {
        searches.extend(reader.await??);
    }
    let of_service = peak_memory(service.id().context("a process")?).context("its memory")?;
    service.kill().await?;

    println!("{before} records before, {after} after, and no other total seen; {} readers", arguments.readers);
    println!(
        "in the database after {:.1} s, searchable after {:.1} s",
        written.as_secs_f64(),
        (shown - begun).as_secs_f64()
    );
    println!("peak memory, MiB: import {memory}, service {of_service}");
    println!("| searches | how many | p50 ms | p99 ms | longest ms |\n|---|--:|--:|--:|--:|");
    for (name, from, upto) in
        [("before", None, Some(begun)), ("meanwhile", Some(begun), Some(shown)), ("after", Some(shown), None)]
    {
        let within = |at: Instant| from.is_none_or(|from| at >= from) && upto.is_none_or(|upto| at < upto);
        let mut took: Vec<Duration> = searches.iter().filter(|(at, _)| within(*at)).map(|(_, took)| *took).collect();
        let number = took.len();
        let [half, most, all] = [0.5, 0.99, 1.0].map(|share| quantile(&mut took, share));
        println!("| {name} | {number} | {half} | {most} | {all} |");
    }
    Ok(())
}

/// Every total that a reader sees until `done`.
async fn totals(address: String, done: Arc<AtomicBool>) -> anyhow::Result<BTreeSet<u64>> {
    let mut client = Client::connect(&address, None).await?;
    let mut seen = BTreeSet::new();
    while !done.load(Ordering::SeqCst) {
        seen.insert(total(&mut client).await?);
        tokio::time::sleep(SAMPLE_INTERVAL).await;
    }
    Ok(seen)
}
