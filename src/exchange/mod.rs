//! Import and export of record files with Swedish headings and reports, shared by the commands and the API.

mod export;
mod guide;
mod report_message;

pub use export::Export;
pub use report_message::{ReportLine, report_line};

use crate::i18n::{Lang, Texts};
use catalogue::progress::Progress;
use catalogue::record::StoredIntervention;
use catalogue::{Batch, InterventionId};
use catalogue_exchange::{Finding, Format, JsonlReader, Report, Table, TableWord};
use catalogue_store::{Author, BatchOutcome, Store, StoreError};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::sync::{Arc, LazyLock};
use tokio::task::{JoinError, spawn_blocking};

/// The columns with their Swedish headings. Files have Swedish headings in every language of the pages, so that every
/// installation can import them.
static TABLE: LazyLock<Table> = LazyLock::new(|| table(&Texts::load()));

fn table(texts: &Texts) -> Table {
    Table::new(|word| {
        let key = match word {
            TableWord::Field(key) => format!("field-{key}"),
            TableWord::Member(key) => format!("member-{key}"),
            TableWord::Value(value) => format!("value-{value}"),
            TableWord::Language(code) => format!("language-{code}"),
        };
        texts.has(Lang::SWEDISH, &key).then(|| texts.get(Lang::SWEDISH, &key, &[]))
    })
}

/// The error of an import. Nothing is written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file has findings with the severity `error`.
    #[error("{0}")]
    Faults(Report),
    /// The file could not be read to its end.
    #[error("the file cannot be read to its end: {0}")]
    Read(std::io::Error),
    /// The store failed.
    #[error(transparent)]
    Store(StoreError),
    /// The thread that read the file panicked or was cancelled.
    #[error("the thread that read the file: {0}")]
    Thread(#[from] JoinError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A parsed file, and the stored records that it would change.
#[derive(Debug)]
pub struct Incoming {
    /// The records of the file.
    pub batch: Batch,
    /// The stored records with the same ids.
    pub current: CurrentRecords,
}

/// Stored records by id.
type CurrentRecords = BTreeMap<InterventionId, StoredIntervention>;

/// Reads a whole file as a batch. `file` is the file name for reports; `progress` counts the bytes of JSON Lines and
/// the rows of tables.
///
/// # Errors
/// [`ImportError::Faults`] with every finding. Also when the thread or the store fails.
pub async fn read(
    store: &Store,
    file: &str,
    format: Format,
    bytes: Vec<u8>,
    progress: &Arc<Progress>,
) -> Result<Incoming, ImportError> {
    let vocabularies = store.vocabularies().await?;
    let (name, progress) = (file.to_owned(), Arc::clone(progress));
    let (batch, current) = if format == Format::Jsonl {
        progress.expect(bytes.len());
        let read = move || JsonlReader::new(bytes.as_slice(), vocabularies).read_all(&name, &progress);
        let batch = spawn_blocking(read).await?.map_err(ImportError::Faults)?;
        let ids: Vec<InterventionId> = batch.records.iter().map(|record| record.id.clone()).collect();
        let current = stored_records(store, &ids).await?;
        (batch, current)
    } else {
        let opened = spawn_blocking(move || TABLE.open(format, &bytes).map(|sheet| (TABLE.ids(&sheet), sheet))).await?;
        let (ids, sheet) = opened.map_err(|reason| ImportError::Faults(Report::unreadable(file, reason)))?;
        let current = stored_records(store, &ids).await?;
        let read = move || {
            let stored = |id: &InterventionId| current.get(id).map(|stored| &stored.record);
            TABLE.read(&name, &sheet, &stored, vocabularies, &progress).map(|batch| (batch, current))
        };
        spawn_blocking(read).await?.map_err(ImportError::Faults)?
    };
    let revision = |id: &InterventionId| current.get(id).map_or(0, |stored| stored.revision);
    let expected_revisions = batch.records.iter().map(|record| (record.id.clone(), revision(&record.id))).collect();
    Ok(Incoming { batch: Batch { expected_revisions, ..batch }, current })
}

/// Number of lines in a batch.
const PART_LINES: usize = 1_000;

/// Imports a JSON Lines file in one transaction, batch by batch, so that memory does not grow with the file. Other
/// writers wait during the import. `on_warnings` gets the warnings of each batch; `progress` counts the bytes.
///
/// # Errors
/// [`ImportError::Faults`] with every finding. Also when the input or the store fails. Nothing is written in these
/// cases.
pub async fn import_stream(
    store: &Store,
    (file, input): (&str, Box<dyn BufRead + Send>),
    (author, at): (&Author, Timestamp),
    dry_run: bool,
    (on_warnings, progress): (&mut dyn FnMut(Vec<Finding>), &Arc<Progress>),
) -> Result<BatchOutcome, ImportError> {
    let mut writer = Some(store.begin_batch(author, at).await?);
    // References are checked at the end; the referring records and their rows are kept for the report.
    let mut referring = Batch::default();
    let read_next = |mut reader: JsonlReader<Box<dyn BufRead + Send>>| {
        let progress = Arc::clone(progress);
        spawn_blocking(move || (reader.read_part(PART_LINES, &progress), reader))
    };
    let mut next_part = read_next(JsonlReader::new(input, store.vocabularies().await?));
    let reader = loop {
        let (part, reader) = next_part.await?;
        let Some(part) = part.map_err(ImportError::Read)? else { break reader };
        if reader.is_faulty() {
            // Nothing will be written, so other writers need not wait while the rest is checked.
            writer = None;
        }
        next_part = read_next(reader);
        let Some(writer) = &mut writer else { continue };
        on_warnings(catalogue_exchange::warnings(&part));
        // The next batch is read while this one is written.
        writer.write(&part, &Progress::default()).await?;
        for (record, row) in part.records.into_iter().zip(part.rows) {
            if record.part_of.is_some() || record.succeeds.is_some() {
                referring.records.push(record);
                referring.rows.push(row);
            }
        }
    };
    reader.finish(file).map_err(ImportError::Faults)?;
    match writer {
        Some(writer) => writer.finish(dry_run).await.map_err(|error| with_rows(error, file, &referring)),
        None => Ok(BatchOutcome::default()),
    }
}

/// Adds the rows of the file to an error of the store.
fn with_rows(error: StoreError, file: &str, batch: &Batch) -> ImportError {
    match error {
        StoreError::MissingReferences(missing) => {
            ImportError::Faults(Report::missing_references(file, batch, &missing))
        }
        StoreError::StaleRevision(ids) => ImportError::Faults(Report::stale_revisions(file, batch, &ids)),
        error => ImportError::Store(error),
    }
}

/// The stored records with these ids.
async fn stored_records(store: &Store, ids: &[InterventionId]) -> Result<CurrentRecords, StoreError> {
    let found = store.find_all(ids).await?;
    Ok(found.into_iter().map(|stored| (stored.record.id.clone(), stored)).collect())
}

/// Writes a batch that was read from a file. `progress` counts the records.
///
/// # Errors
/// [`ImportError::Faults`] with the rows of missing references, or of records that have changed since the file was
/// read. Also when the store fails. Nothing is written in these cases.
pub async fn write(
    store: &Store,
    (file, batch): (&str, &Batch),
    (author, at): (&Author, Timestamp),
    dry_run: bool,
    progress: &Progress,
) -> Result<BatchOutcome, ImportError> {
    progress.expect(batch.records.len());
    let write = async {
        let mut writer = store.begin_batch(author, at).await?;
        writer.write(batch, progress).await?;
        writer.finish(dry_run).await
    };
    write.await.map_err(|error| with_rows(error, file, batch))
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
