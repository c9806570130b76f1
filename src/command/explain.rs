//! `insatskatalog explain`: prints the interpretation and the scores of a search.

use super::read_lexicon;
use crate::clock::Clock;
use crate::config::Config;
use crate::data_dir::DataDir;
use crate::temp_catalogue::{RecordSource, TempCatalogue};
use anyhow::{Context, bail};
use catalogue::record::InterventionId;
use catalogue_store::Store;
use index::query::parameter_name::Q;
use index::{Explanation, SearchQuery};
use std::fmt::Write;
use std::process::ExitCode;

/// Number of explained hits when no record is named.
const FIRST: usize = 5;

/// Prints the interpretation of a search and the explanation of each record.
#[expect(clippy::print_stdout, reason = "the explanation is the command's answer")]
pub(super) async fn run(config: &Config, words: &str, filters: &[String], ids: &[String]) -> anyhow::Result<ExitCode> {
    let mut pairs = vec![(Q.to_owned(), words.to_owned())];
    for filter in filters {
        let (name, value) = filter.split_once('=').with_context(|| format!("{filter}: write name=value"))?;
        pairs.push((name.to_owned(), value.to_owned()));
    }
    let catalogue = open(config).await?;
    let snapshot = catalogue.snapshot()?;
    let (query, faults) = SearchQuery::parse(&pairs, &snapshot.vocabularies);
    if let Some(fault) = faults.first() {
        bail!("{fault}");
    }
    let today = Clock::system().today();
    let results = index::search(&snapshot, &query, today)?;
    println!("{} hits; searched for {:?}", results.total, results.query.to_pairs());
    if let Some(read) = &results.interpretation {
        println!("corrected {:?}; also looked for {:?}", read.corrected, read.expanded);
    }
    let ids: Vec<InterventionId> = if ids.is_empty() {
        results.hits.iter().take(FIRST).map(|hit| hit.record.id.clone()).collect()
    } else {
        ids.iter().map(|id| id.parse().with_context(|| format!("{id} is no id"))).collect::<Result<_, _>>()?
    };
    for id in ids {
        match index::explain(&snapshot, &query, &id, today)? {
            Some(explanation) => println!("\n{id}{}", text(&explanation)),
            None => println!("\n{id}: no such record, or no words"),
        }
    }
    catalogue.close().await?;
    Ok(ExitCode::SUCCESS)
}

/// Indexes the records of the data directory, also while a service runs; without a database, the catalogue that a first
/// start imports.
async fn open(config: &Config) -> anyhow::Result<TempCatalogue> {
    let lexicon = read_lexicon(config)?;
    match DataDir::existing(&config.data_dir) {
        Some(data_dir) => TempCatalogue::over(Store::open(&data_dir.database()).await?, lexicon).await,
        None => TempCatalogue::open(&config.catalogue, &RecordSource::All, lexicon).await,
    }
}

/// Formats an explanation as indented lines.
fn text(explanation: &Explanation) -> String {
    let Explanation { met_weight, total_weight, threshold, completeness, grams, .. } = explanation;
    let mut out = format!("  score {:.2}", explanation.score);
    if explanation.full_name {
        out.push_str("  (its complete name)");
    }
    for unit in &explanation.units {
        let kind = if unit.required { "" } else { " (filler)" };
        let (from, score, weight) = (&unit.from, unit.score, unit.weight);
        // Writing to a string cannot fail.
        let _ = write!(out, "\n  {score:>6.2}  \u{201c}{from}\u{201d}{kind}, weighs {weight:.2}");
        for expansion in &unit.expansions {
            let (kind, to) = (expansion.kind.as_str(), &expansion.to);
            let _ = write!(out, "\n          {:>6.2}  {kind} {to}", expansion.score);
            for (zone, score) in &expansion.zones {
                let _ = write!(out, "  {} {score:.2}", zone.as_str());
            }
        }
    }
    let _ = write!(
        out,
        "\n  holds {met_weight:.2} of {total_weight:.2}, a hit from {threshold:.2}; completeness × {completeness:.2}"
    );
    let _ = write!(out, "\n  grams + {grams:.2}");
    for (name, factor) in explanation.fit.iter().filter(|(_, factor)| *factor < 1.0) {
        let _ = write!(out, "\n  {name} × {factor}");
    }
    out
}
