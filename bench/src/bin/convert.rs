//! `convert < generated.jsonl > records.jsonl`: converts records of the bench generator for `insatskatalog import`.

use anyhow::Context;
use std::io::{BufRead, BufWriter, Write};

fn main() -> anyhow::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let record = bench::generated::convert(&line?).with_context(|| format!("line {}", number + 1))?;
        writeln!(out, "{record}")?;
    }
    Ok(out.flush()?)
}
