//! The real program with a temporary data directory.

use crate::client::Client;
use anyhow::{Context, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;

/// Query strings that the readers send in turn.
const SEARCHES: [&str; 4] = ["q=arbetstr%C3%A4ning", "q=praktik%2020%20%C3%A5r", "municipality=0780&age=19", "q=sfi"];

/// The request for the total.
const EVERYTHING: &str = "/api/v1/interventions?ended=include&facets=none&per_page=1";

/// Path of `insatskatalog` in the folder of this program.
pub fn program() -> anyhow::Result<PathBuf> {
    Ok(std::env::current_exe()?.with_file_name("insatskatalog"))
}

/// The percentile `share` (0–1) of durations, in milliseconds; `-` without durations.
pub fn quantile(took: &mut [Duration], share: f64) -> String {
    took.sort_unstable();
    let place = ((took.len() as f64 * share) as usize).min(took.len().saturating_sub(1));
    took.get(place).map_or_else(|| "-".to_owned(), |d| format!("{:.1}", d.as_secs_f64() * 1_000.0))
}

/// Peak memory of a process, in MiB (Linux); `None` when it has ended.
pub fn peak_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").trim().parse().ok()?;
    Some(kibibytes >> 10)
}

/// A data directory that is deleted when dropped.
pub struct TempDataDir(pub PathBuf);

impl TempDataDir {
    /// Creates one in the temporary folder of the system.
    pub fn new() -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("insatskatalog-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for TempDataDir {
    fn drop(&mut self) {
        // A folder that cannot be deleted only takes up space.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs a command and returns its output.
pub fn command(program: &Path, data: &Path, arguments: &[&str]) -> anyhow::Result<String> {
    let output = Command::new(program).arg("--data-dir").arg(data).args(arguments).stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("{} does not run", program.display()))?;
    if !output.status.success() {
        bail!("{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Starts the service and returns its address.
pub async fn start(program: &Path, data: &Path) -> anyhow::Result<(Child, String)> {
    let mut child = tokio::process::Command::new(program)
        .arg("--data-dir")
        .arg(data)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let address = printed_address(&mut child).await?;
    Ok((child, address))
}

/// The address that a server prints first (`listening on http://…`), without the scheme.
pub async fn printed_address(child: &mut Child) -> anyhow::Result<String> {
    let mut line = String::new();
    BufReader::new(child.stdout.take().context("its output")?).read_line(&mut line).await?;
    Ok(line.trim().strip_prefix("listening on http://").context("an address")?.to_owned())
}

/// Number of records that a search finds.
pub async fn total(client: &mut Client) -> anyhow::Result<u64> {
    let (status, answer) = client.send("GET", EVERYTHING, "", "").await?;
    ensure!(status == 200, "{status}: {answer}");
    answer["total"].as_u64().context("a total")
}

/// Searches until `done`, beginning with query `from`. Returns start and duration of each search. A failed search is
/// an error.
pub async fn search(address: String, from: usize, done: Arc<AtomicBool>) -> anyhow::Result<Vec<(Instant, Duration)>> {
    let mut client = Client::connect(&address, None).await?;
    let mut took = Vec::new();
    while !done.load(Ordering::SeqCst) {
        let query = SEARCHES[(from + took.len()) % SEARCHES.len()];
        let start = Instant::now();
        let (status, answer) = client.send("GET", &format!("/api/v1/interventions?{query}"), "", "").await?;
        took.push((start, start.elapsed()));
        ensure!(status == 200, "{status}: {answer}");
    }
    Ok(took)
}
