//! `convert records < generated.jsonl > records.jsonl`: converts records of the bench generator for `insatskatalog import`.
//! `convert queries < queries.jsonl > paths.txt`: converts its queries into paths of search requests.

use anyhow::Context;
use bench::generated::{convert, request_path};
use clap::{Parser, ValueEnum};
use std::io::{BufRead, BufWriter, Write};

/// Converts lines of the bench generator from standard input.
#[derive(Parser)]
struct Arguments {
    /// What the lines are.
    kind: Kind,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Records,
    Queries,
}

fn main() -> anyhow::Result<()> {
    let Arguments { kind } = Arguments::parse();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line?;
        let converted = match kind {
            Kind::Records => convert(&line).map(|record| record.to_string()),
            Kind::Queries => request_path(&line),
        };
        writeln!(out, "{}", converted.with_context(|| format!("line {}", number + 1))?)?;
    }
    Ok(out.flush()?)
}
