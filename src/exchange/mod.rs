//! Files of records in and out, in the words of Swedish pages: what the commands and the API share.

mod export;
mod guide;
mod told;

pub use export::Export;
pub use told::{Told, told};

use crate::i18n::{Lang, Texts};
use catalogue::exchange::{Batch, Finding, Format, Report, Table, Unreadable, What, Word, read_jsonl};
use catalogue::store::{Author, Outcome, StoreError, Stored};
use catalogue::{InterventionId, Store, Vocabularies};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tokio::task::{JoinError, spawn_blocking};

/// The columns with their Swedish headings. Files are Swedish whatever language a page is in, so that
/// one that was exported anywhere comes in everywhere.
static TABLE: LazyLock<Table> = LazyLock::new(|| table(&Texts::load()));

fn table(texts: &Texts) -> Table {
    Table::new(|word| {
        let key = match word {
            Word::Field(key) => format!("field-{key}"),
            Word::Member(key) => format!("member-{key}"),
            Word::Value(value) => format!("value-{value}"),
            Word::Language(code) => format!("language-{code}"),
        };
        texts.has(Lang::Sv, &key).then(|| texts.get(Lang::Sv, &key, &[]))
    })
}

/// Why a file was not brought in.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The file has faults.
    #[error("{0}")]
    Faults(Report),
    /// The store failed.
    #[error(transparent)]
    Store(StoreError),
    /// The thread that read the file was lost.
    #[error("the thread that read the file: {0}")]
    Thread(#[from] JoinError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A file that was read, and what it would change.
#[derive(Debug)]
pub struct Incoming {
    /// The records of the file.
    pub batch: Batch,
    /// Those of them that are there already, as they are now.
    pub current: Current,
}

/// Records by id.
type Current = BTreeMap<InterventionId, Stored>;

/// Reads a file as a batch that can be written. `file` is its name in reports.
pub async fn read(store: &Store, file: &str, format: Format, bytes: Vec<u8>) -> Result<Incoming, Refusal> {
    let vocabularies = store.vocabularies().await?;
    let name = file.to_owned();
    let (batch, current) = if format == Format::Jsonl {
        let batch = spawn_blocking(move || read_lines(&name, &bytes, &vocabularies)).await?.map_err(Refusal::Faults)?;
        let ids: Vec<InterventionId> = batch.records.iter().map(|record| record.id.clone()).collect();
        let current = current(store, &ids).await?;
        (batch, current)
    } else {
        let opened = spawn_blocking(move || TABLE.open(format, &bytes).map(|sheet| (TABLE.ids(&sheet), sheet))).await?;
        let (ids, sheet) = opened.map_err(|reason| Refusal::Faults(unreadable(file, reason)))?;
        let current = current(store, &ids).await?;
        let read = move || {
            let known = |id: &InterventionId| current.get(id).map(|stored| &stored.record);
            TABLE.read(&name, &sheet, &known, &vocabularies).map(|batch| (batch, current))
        };
        spawn_blocking(read).await?.map_err(Refusal::Faults)?
    };
    let revision = |id: &InterventionId| current.get(id).map_or(0, |stored| stored.revision);
    let seen = batch.records.iter().map(|record| (record.id.clone(), revision(&record.id))).collect();
    Ok(Incoming { batch: Batch { seen, ..batch }, current })
}

fn read_lines(file: &str, bytes: &[u8], vocabularies: &Vocabularies) -> Result<Batch, Report> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read_jsonl(file, text, vocabularies),
        Err(e) => Err(unreadable(file, Unreadable::NotText(e.to_string()))),
    }
}

fn unreadable(file: &str, reason: Unreadable) -> Report {
    Report { file: file.to_owned(), findings: vec![Finding { row: 1, what: What::Unreadable(reason) }] }
}

/// Those of the records that are there.
async fn current(store: &Store, ids: &[InterventionId]) -> Result<Current, StoreError> {
    let mut current = Current::new();
    for id in ids {
        if let Some(stored) = store.find(id).await? {
            current.insert(id.clone(), stored);
        }
    }
    Ok(current)
}

/// Writes a batch that was read from a file. References to records that are not there are told by row,
/// and records that somebody else has changed since the file was read.
pub async fn write(
    store: &Store,
    file: &str,
    batch: &Batch,
    author: &Author,
    at: Timestamp,
    dry_run: bool,
) -> Result<Outcome, Refusal> {
    store.write(batch, author, at, dry_run).await.map_err(|error| match error {
        StoreError::MissingReferences(missing) => Refusal::Faults(batch.missing(file, &missing)),
        StoreError::Moved(ids) => Refusal::Faults(batch.moved(file, &ids)),
        error => Refusal::Store(error),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_has_a_heading_of_its_own() {
        let headings: BTreeSet<&str> = TABLE.headings().collect();
        assert_eq!(headings.len(), TABLE.columns().len());
        assert!(headings.contains("Period: start") && headings.contains("Målgrupper"), "{headings:?}");
        for column in TABLE.columns() {
            assert!(!column.heading.contains('_') && column.heading != column.key, "{}", column.key);
        }
    }

    #[test]
    fn the_docs_list_every_column() {
        let docs = include_str!("../../docs/exchange.md");
        for column in TABLE.columns() {
            let line = format!("| {} | `{}` | ", column.heading, column.key);
            assert!(docs.lines().any(|l| l.starts_with(&line)), "{line}");
        }
    }
}
