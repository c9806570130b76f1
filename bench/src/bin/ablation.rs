//! Ablation: runs judged queries against plain analysis chains, then against the catalogue's search with one more
//! feature at a time, and prints quality and latency.
//!
//! `cargo run --release -p bench --bin ablation -- [--records FILE] [--texts FOLDER] JUDGED…`

use anyhow::Context;
use bench::plain::{self, Chain, Plain};
use catalogue::Intervention;
use catalogue_exchange::folder::Origin;
use clap::Parser;
use index::{Lexicon, SearchFeatures, SearchQuery, Snapshot};
use insatskatalog::clock::Clock;
use insatskatalog::relevance::{Judged, NO_RESULT, Scored, Shown, judge, mean, mean_precision, query, read};
use insatskatalog::temp_catalogue::{RecordSource, TempCatalogue};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Number of hits that are scored.
const LIMIT: usize = 20;
/// Number of timed runs of each query.
const ROUNDS: usize = 5;

/// Measures judged queries step by step.
#[derive(Parser)]
struct Arguments {
    /// Records that replace the shipped ones (JSONL).
    #[arg(long)]
    records: Option<PathBuf>,
    /// Writes texts and queries for other engines into this folder.
    #[arg(long)]
    texts: Option<PathBuf>,
    /// Judged files (JSONL).
    #[arg(required = true)]
    judged: Vec<PathBuf>,
}

/// A judged query with its search and the ids that pass its filters.
struct JudgedSearch {
    judged: Judged,
    query: SearchQuery,
    allowed: BTreeSet<String>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let records = arguments.records.clone().map_or(RecordSource::All, RecordSource::File);
    let catalogue = TempCatalogue::open(&Origin::Shipped, &records, Lexicon::shipped()).await?;
    let bench = Bench {
        snapshot: &*catalogue.snapshot()?,
        records: catalogue.records().await?,
        today: Clock::system().today(),
    };
    let mut files = Vec::new();
    for file in &arguments.judged {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let asked: Vec<JudgedSearch> =
            read(&text)?.into_iter().map(|j| bench.asked(j)).collect::<anyhow::Result<_>>()?;
        files.push((file.file_stem().unwrap_or_default().to_string_lossy().into_owned(), asked));
    }
    if let Some(folder) = &arguments.texts {
        bench.write_texts(folder, &files)?;
    }
    bench.print(&files)?;
    catalogue.close().await
}

struct Bench<'a> {
    snapshot: &'a Snapshot,
    records: Vec<Intervention>,
    today: Date,
}

impl Bench<'_> {
    fn asked(&self, judged: Judged) -> anyhow::Result<JudgedSearch> {
        let query = query(&judged, &self.snapshot.vocabularies)?;
        let mut allowed = BTreeSet::new();
        let without_words = SearchQuery { text: String::new(), per_page: 100, ..query.clone() };
        for page in 1.. {
            let found = index::search(self.snapshot, &SearchQuery { page, ..without_words.clone() }, self.today)?.hits;
            if found.is_empty() {
                break;
            }
            allowed.extend(found.into_iter().map(|hit| hit.record.id.to_string()));
        }
        Ok(JudgedSearch { judged, query, allowed })
    }

    /// Runs every query of every file and returns a row of the table.
    fn row(
        &self,
        name: &str,
        files: &[(String, Vec<JudgedSearch>)],
        mut search: impl FnMut(&JudgedSearch) -> anyhow::Result<Shown>,
    ) -> anyhow::Result<String> {
        let mut out = format!("| {name} |");
        let mut times = Vec::new();
        for (_, asked) in files {
            let mut scored = Vec::new();
            for asked in asked {
                let found = search(asked)?;
                for _ in 0..ROUNDS {
                    let start = Instant::now();
                    std::hint::black_box(search(asked)?);
                    times.push(start.elapsed());
                }
                scored.push(judge(&asked.judged, &found, &self.records, &self.snapshot.vocabularies));
            }
            let answerable = || scored.iter().filter(|s| s.kind != NO_RESULT);
            let figure = |figure: fn(&Scored) -> f64| mean(answerable(), figure);
            let (ndcg, recall, mrr) = (figure(|s| s.ndcg), figure(|s| s.recall), figure(|s| s.reciprocal_rank));
            let precision = mean_precision(answerable());
            let nothing: Vec<&Scored> = scored.iter().filter(|s| s.kind == NO_RESULT).collect();
            let nothing = if nothing.is_empty() {
                "–".to_owned()
            } else {
                format!("{:.0} %", 100.0 * mean(nothing.into_iter(), |s| s.ndcg))
            };
            // Writing into a string cannot fail.
            let _ = write!(out, " {ndcg:.3} / {recall:.3} / {mrr:.3} / {:.0} % / {nothing} |", 100.0 * precision);
        }
        times.sort_unstable();
        let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or(Duration::ZERO);
        let _ = write!(out, " {:.2} / {:.2} |", millis(at(0.5)), millis(at(0.99)));
        Ok(out)
    }

    #[expect(clippy::print_stdout, reason = "the table is the program's answer")]
    fn print(&self, files: &[(String, Vec<JudgedSearch>)]) -> anyhow::Result<()> {
        let names: Vec<String> = files.iter().map(|(name, asked)| format!("{name} ({})", asked.len())).collect();
        println!(
            "{} records; nDCG@10 / recall@20 / MRR / hits that are relevant / nothing found where nothing is; ms p50 / p99",
            self.records.len()
        );
        println!("| step | {} | ms |\n|---{}|---|", names.join(" | "), "|---".repeat(names.len()));
        for (name, chain) in [("default tokenizer, BM25", Chain::Default), ("stop words + stem, BM25", Chain::Stemmed)]
        {
            let plain = Plain::new(&self.records, &self.snapshot.vocabularies, chain)?;
            println!("{}", self.row(name, files, |asked| found_by(&plain, asked))?);
        }
        for (name, features) in SearchFeatures::STEPS {
            println!("{}", self.row(&format!("+ {name}"), files, |asked| self.shown(&asked.query, features))?);
        }
        for (name, features) in SearchFeatures::WITHOUT {
            println!("{}", self.row(&format!("all but {name}"), files, |asked| self.shown(&asked.query, features))?);
        }
        let hits = |asked: &JudgedSearch| {
            let query = SearchQuery { related: Some(0), ..asked.query.clone() };
            self.shown(&query, SearchFeatures::ALL)
        };
        println!("{}", self.row("all but related records", files, hits)?);
        Ok(())
    }

    /// The first page of a search with some features.
    fn shown(&self, query: &SearchQuery, features: SearchFeatures) -> anyhow::Result<Shown> {
        Ok(Shown::of(&index::search_with(self.snapshot, query, self.today, features)?))
    }

    /// Writes `texts.jsonl` with the searched texts of each record, and `{file}.queries.jsonl` with the text, the
    /// allowed ids and the relevance grades of each query.
    fn write_texts(&self, folder: &std::path::Path, files: &[(String, Vec<JudgedSearch>)]) -> anyhow::Result<()> {
        std::fs::create_dir_all(folder)?;
        let mut out = std::fs::File::create(folder.join("texts.jsonl"))?;
        for record in &self.records {
            let [name, summary, rest] = plain::texts(record, &self.snapshot.vocabularies);
            let line = serde_json::json!({"id": record.id, "name": name, "summary": summary, "rest": rest});
            writeln!(out, "{line}")?;
        }
        for (name, asked) in files {
            let mut out = std::fs::File::create(folder.join(format!("{name}.queries.jsonl")))?;
            for asked in asked {
                let grades =
                    insatskatalog::relevance::grades(&asked.judged, &self.records, &self.snapshot.vocabularies).0;
                let (judged, allowed) = (&asked.judged, &asked.allowed);
                let all = allowed.len() == self.records.len();
                let allowed = (!all).then_some(allowed);
                let line =
                    serde_json::json!({"q": judged.q, "kind": judged.kind, "allowed": allowed, "grades": grades});
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    }
}

/// The hits of a plain chain, which has no related records.
fn found_by(plain: &Plain, asked: &JudgedSearch) -> anyhow::Result<Shown> {
    let ids = plain.search(&asked.judged.q, &asked.allowed, LIMIT)?;
    Ok(Shown { hits: ids.len(), ids })
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
