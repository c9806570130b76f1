//! `insatskatalog relevance`: prints relevance figures of judged queries.

use super::read_lexicon;
use crate::clock::Clock;
use crate::config::Config;
use crate::relevance::{NO_RESULT, Scored, mean, mean_precision, read, score};
use crate::temp_catalogue::{RecordSource, TempCatalogue};
use anyhow::Context;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Prints a table for each file; the exit code is 1 when the mean nDCG@10 of a file is below `floor`. The catalogue is
/// the shipped one, or that of `--catalogue`, in a temporary data directory.
#[expect(clippy::print_stdout, reason = "the tables are the command's answer")]
pub(super) async fn run(
    config: &Config,
    files: &[PathBuf],
    records: &RecordSource,
    floor: Option<f64>,
    verbose: bool,
) -> anyhow::Result<ExitCode> {
    let catalogue = TempCatalogue::open(&config.catalogue, records, read_lexicon(config)?).await?;
    let (records, snapshot) = (catalogue.records().await?, catalogue.snapshot()?);
    let mut is_above_floor = true;
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let judged = read(&text).with_context(|| file.display().to_string())?;
        let today = Clock::system().today();
        let scored: Vec<Scored> =
            judged.iter().map(|j| score(j, &snapshot, &records, today)).collect::<anyhow::Result<_>>()?;
        println!("{}", table(file, &scored));
        if verbose {
            println!("{}", details(&scored));
        }
        is_above_floor &= floor.is_none_or(|floor| total(&scored) >= floor);
    }
    catalogue.close().await?;
    Ok(if is_above_floor { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn answerable(scored: &[Scored]) -> impl Iterator<Item = &Scored> {
    scored.iter().filter(|s| s.kind != NO_RESULT)
}

/// Mean nDCG@10 of the queries with relevant records.
fn total(scored: &[Scored]) -> f64 {
    mean(answerable(scored), |s| s.ndcg)
}

fn table(file: &Path, scored: &[Scored]) -> String {
    let kinds: BTreeSet<&str> = scored.iter().map(|s| s.kind.as_str()).collect();
    let mut lines = vec![
        format!("{}: {} queries", file.display(), scored.len()),
        format!("{:<16}{:>8}{:>9}{:>11}{:>7}", "kind", "queries", "nDCG@10", "recall@20", "MRR"),
    ];
    let line = |name: &str, of: Vec<&Scored>| {
        let figure = |f: fn(&Scored) -> f64| mean(of.iter().copied(), f);
        let (ndcg, recall, mrr) = (figure(|s| s.ndcg), figure(|s| s.recall), figure(|s| s.reciprocal_rank));
        format!("{name:<16}{:>8}{ndcg:>9.3}{recall:>11.3}{mrr:>7.3}", of.len())
    };
    for kind in kinds.iter().filter(|k| **k != NO_RESULT) {
        lines.push(line(kind, scored.iter().filter(|s| s.kind == *kind).collect()));
    }
    lines.push(line("all", answerable(scored).collect()));
    let nothing: Vec<&Scored> = scored.iter().filter(|s| s.kind == NO_RESULT).collect();
    if !nothing.is_empty() {
        lines.push(format!("{NO_RESULT:<16}{:>8}{:>9.3}", nothing.len(), mean(nothing.into_iter(), |s| s.ndcg)));
    }
    let dead_ends = answerable(scored).filter(|s| s.is_dead_end).count();
    let share = 100.0 * dead_ends as f64 / answerable(scored).count().max(1) as f64;
    lines.push(format!("dead ends: {dead_ends} ({share:.1} %)"));
    lines.push(format!("hits that are relevant: {:.0} %", 100.0 * mean_precision(answerable(scored))));
    if let Some(most) = scored.iter().max_by(|a, b| a.share_found.total_cmp(&b.share_found)) {
        let (mean, share) = (100.0 * mean(scored.iter(), |s| s.share_found), 100.0 * most.share_found);
        lines.push(format!("share of the catalogue found: mean {mean:.1} %, most {share:.1} % (“{}”)", most.q));
    }
    lines.join("\n")
}

fn details(scored: &[Scored]) -> String {
    let mut worst: Vec<&Scored> = scored.iter().filter(|s| s.ndcg < 0.995 || !s.unmatched.is_empty()).collect();
    worst.sort_by(|a, b| a.ndcg.total_cmp(&b.ndcg));
    let line = |s: &&Scored| {
        let unmatched =
            if s.unmatched.is_empty() { String::new() } else { format!("  NOT IN CATALOGUE: {:?}", s.unmatched) };
        let dead_end = if s.is_dead_end { "  DEAD END" } else { "" };
        format!("{:.3} {} {} “{}”{dead_end}\n      {}{unmatched}", s.ndcg, s.id, s.kind, s.q, s.found.join(" "))
    };
    worst.iter().map(line).collect::<Vec<_>>().join("\n")
}
