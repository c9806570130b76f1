//! Files of records in and out, in the words of Swedish pages: what the commands and the API share.

mod export;
mod guide;
mod report_message;

pub use export::Export;
pub use report_message::{ReportLine, report_line};

use crate::i18n::{Lang, Texts};
use catalogue::Batch;
use catalogue::InterventionId;
use catalogue::progress::Progress;
use catalogue::record::StoredIntervention;
use catalogue_exchange::{Finding, Format, JsonlReader, Report, Table, Word};
use catalogue_store::Store;
use catalogue_store::{Author, BatchOutcome, StoreError};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::sync::{Arc, LazyLock};
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
        texts.has(Lang::SWEDISH, &key).then(|| texts.get(Lang::SWEDISH, &key, &[]))
    })
}

/// Why a file was not brought in.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The file has faults.
    #[error("{0}")]
    Faults(Report),
    /// The file could not be read to its end.
    #[error("the file cannot be read to its end: {0}")]
    Read(std::io::Error),
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
type Current = BTreeMap<InterventionId, StoredIntervention>;

/// Reads a file as a batch that can be written. `file` is its name in reports; `progress` counts the
/// bytes of JSON Lines and the rows of tables.
pub async fn read(
    store: &Store,
    file: &str,
    format: Format,
    bytes: Vec<u8>,
    progress: &Arc<Progress>,
) -> Result<Incoming, Refusal> {
    let vocabularies = store.vocabularies().await?;
    let (name, progress) = (file.to_owned(), Arc::clone(progress));
    let (batch, current) = if format == Format::Jsonl {
        progress.expect(bytes.len());
        let read = move || JsonlReader::new(bytes.as_slice(), vocabularies).whole(&name, &progress);
        let batch = spawn_blocking(read).await?.map_err(Refusal::Faults)?;
        let ids: Vec<InterventionId> = batch.records.iter().map(|record| record.id.clone()).collect();
        let current = current(store, &ids).await?;
        (batch, current)
    } else {
        let opened = spawn_blocking(move || TABLE.open(format, &bytes).map(|sheet| (TABLE.ids(&sheet), sheet))).await?;
        let (ids, sheet) = opened.map_err(|reason| Refusal::Faults(Report::unreadable(file, reason)))?;
        let current = current(store, &ids).await?;
        let read = move || {
            let known = |id: &InterventionId| current.get(id).map(|stored| &stored.record);
            TABLE.read(&name, &sheet, &known, vocabularies, &progress).map(|batch| (batch, current))
        };
        spawn_blocking(read).await?.map_err(Refusal::Faults)?
    };
    let revision = |id: &InterventionId| current.get(id).map_or(0, |stored| stored.revision);
    let expected_revisions = batch.records.iter().map(|record| (record.id.clone(), revision(&record.id))).collect();
    Ok(Incoming { batch: Batch { expected_revisions, ..batch }, current })
}

/// Lines of a file that are read and written together.
const PART: usize = 1_000;

/// Brings in a file of JSON Lines, all or none, part by part: memory does not depend on how long it is.
/// Other writers wait meanwhile. `found` is given what may be taken in but wants a look; `progress`
/// counts the bytes.
pub async fn import_stream(
    store: &Store,
    (file, input): (&str, Box<dyn BufRead + Send>),
    (author, at): (&Author, Timestamp),
    dry_run: bool,
    (found, progress): (&mut dyn FnMut(Vec<Finding>), &Arc<Progress>),
) -> Result<BatchOutcome, Refusal> {
    let mut writing = Some(store.begin(author, at).await?);
    // References are looked at when everything is there: which rows they stand in.
    let mut referring = Batch::default();
    let read_on = |mut lines: JsonlReader<Box<dyn BufRead + Send>>| {
        let progress = Arc::clone(progress);
        spawn_blocking(move || (lines.part(PART, &progress), lines))
    };
    let mut reading = read_on(JsonlReader::new(input, store.vocabularies().await?));
    let lines = loop {
        let (part, lines) = reading.await?;
        let Some(part) = part.map_err(Refusal::Read)? else { break lines };
        if lines.is_faulty() {
            // Nothing will be kept: others need not wait while the rest is checked.
            writing = None;
        }
        reading = read_on(lines);
        let Some(writing) = &mut writing else { continue };
        found(catalogue_exchange::warnings(&part));
        // The next part is read while this one is written.
        writing.add(&part, &Progress::default()).await?;
        for (record, row) in part.records.into_iter().zip(part.rows) {
            if record.part_of.is_some() || record.succeeds.is_some() {
                referring.records.push(record);
                referring.rows.push(row);
            }
        }
    };
    lines.finish(file).map_err(Refusal::Faults)?;
    match writing {
        Some(writing) => writing.end(dry_run).await.map_err(|error| told_by_row(error, file, &referring)),
        None => Ok(BatchOutcome::default()),
    }
}

/// What a batch was refused for, by the rows of its file.
fn told_by_row(error: StoreError, file: &str, batch: &Batch) -> Refusal {
    match error {
        StoreError::MissingReferences(missing) => Refusal::Faults(Report::missing_references(file, batch, &missing)),
        StoreError::StaleRevision(ids) => Refusal::Faults(Report::stale_revisions(file, batch, &ids)),
        error => Refusal::Store(error),
    }
}

/// Those of the records that are there.
async fn current(store: &Store, ids: &[InterventionId]) -> Result<Current, StoreError> {
    let found = store.find_all(ids).await?;
    Ok(found.into_iter().map(|stored| (stored.record.id.clone(), stored)).collect())
}

/// Writes a batch that was read from a file. References to records that are not there are told by row,
/// and records that somebody else has changed since the file was read. `progress` counts the records.
pub async fn write(
    store: &Store,
    (file, batch): (&str, &Batch),
    (author, at): (&Author, Timestamp),
    dry_run: bool,
    progress: &Progress,
) -> Result<BatchOutcome, Refusal> {
    progress.expect(batch.records.len());
    let write = async {
        let mut writing = store.begin(author, at).await?;
        writing.add(batch, progress).await?;
        writing.end(dry_run).await
    };
    write.await.map_err(|error| told_by_row(error, file, batch))
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
