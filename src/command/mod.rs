//! The commands of the program, one file for each.

mod backup;
mod check;
mod explain;
mod export;
mod import;
mod key;
mod progress;
mod reindex;
mod relevance;
mod restore;
mod routes;
pub mod serve;

use crate::config::{Cli, Command};
use crate::data_dir::{DataDir, lexicon_folder};
use crate::telemetry;
use crate::temp_catalogue::RecordSource;
use anyhow::Context;
use catalogue_exchange::folder::{FileFault, Origin};
use catalogue_store::Store;
use index::Lexicon;
use std::process::ExitCode;
use std::sync::Arc;

/// Runs the command that was parsed from the command line.
///
/// # Errors
/// When the command fails; the message is addressed to the operator.
pub fn run(cli: &Cli) -> anyhow::Result<ExitCode> {
    let config = cli.config().map_err(anyhow::Error::msg)?;
    let command = cli.command.as_ref().unwrap_or(&Command::Serve);
    if let Command::Check { folder } = command {
        let origin = folder.clone().map_or(Origin::Shipped, Origin::Folder);
        return Ok(check::run(&origin, &lexicon_folder(&config.data_dir)));
    }
    if let Command::Routes = command {
        return Ok(routes::run());
    }
    telemetry::start(config.log_format);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let result = runtime.block_on(async {
        match command {
            Command::Serve => serve::run(config).await,
            Command::Import { source, format, dry_run } => import::run(&config, source, *format, *dry_run).await,
            Command::Export { format, output } => export::run(&config, *format, output.as_deref()).await,
            Command::Backup { file } => backup::run(&config, file).await,
            Command::Restore { file } => restore::run(&config, file).await,
            Command::Key { action } => key::run(&config, action).await,
            Command::Reindex => reindex::run(&config).await,
            Command::Explain { words, filters, ids } => explain::run(&config, words, filters, ids).await,
            Command::Relevance { files, records, collection, floor, verbose } => {
                let records = match (records, collection) {
                    (Some(file), _) => RecordSource::File(file.clone()),
                    (None, Some(name)) => RecordSource::Collection(name.clone()),
                    (None, None) => RecordSource::All,
                };
                relevance::run(&config, files, &records, *floor, *verbose).await
            }
            Command::Check { .. } | Command::Routes => Ok(ExitCode::SUCCESS),
        }
    });
    // Blocking threads that still read the index must not delay the exit.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    result
}

/// Opens the data directory and its store; imports the initial catalogue into an empty store.
async fn open_store(config: &crate::config::Config) -> anyhow::Result<(DataDir, Store)> {
    let data_dir = DataDir::open(&config.data_dir)?;
    let store = Store::open(&data_dir.database()).await;
    let store = store.with_context(|| format!("{} cannot be opened", data_dir.database().display()))?;
    import::first_catalogue(&store, &config.catalogue).await?;
    Ok((data_dir, store))
}

/// Reads the lexicon of a data directory; the error contains every fault.
fn read_lexicon(config: &crate::config::Config) -> anyhow::Result<Arc<Lexicon>> {
    let to_error = |faults: Vec<index::LexiconFault>| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("the word lists have faults; `insatskatalog check` shows them too\n{}", lines.join("\n"))
    };
    Lexicon::read(&lexicon_folder(&config.data_dir)).map_err(to_error)
}

/// Prints one line for each fault, and returns an error with their number.
fn report_faults(faults: &[FileFault]) -> anyhow::Error {
    for fault in faults {
        eprintln!("{fault}");
    }
    anyhow::anyhow!("{} faults; nothing was changed", faults.len())
}
