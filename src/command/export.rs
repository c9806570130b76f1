//! `insatskatalog export`: every public record as JSONL.

use super::open_store;
use crate::config::Config;
use catalogue::exchange::to_line;
use std::io::Write;
use std::process::ExitCode;

/// Records read at a time.
const PAGE: i64 = 1_000;

/// Writes one record a line to standard output, by id.
pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let (_, store) = open_store(config).await?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut after = String::new();
    loop {
        let page = store.list_after(&after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.record.id.to_string();
        for stored in page.iter().filter(|s| s.is_public()) {
            writeln!(out, "{}", to_line(&stored.record)?)?;
        }
    }
    out.flush()?;
    store.close().await;
    Ok(ExitCode::SUCCESS)
}
