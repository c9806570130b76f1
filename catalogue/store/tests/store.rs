//! The contract of the store: atomic batches, every change once and in order, no lost write.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use catalogue::vocabulary::VocabularyName;
use catalogue::{Batch, to_json_line};
use catalogue::{Intervention, InterventionId, Vocabularies};
use catalogue_exchange::folder::Origin;
use catalogue_exchange::{read_catalogue, read_jsonl};
use catalogue_store::{Author, BatchOutcome, Store, StoreError};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;

static SHIPPED: LazyLock<Batch> = LazyLock::new(|| read_catalogue(&Origin::Shipped).unwrap());

struct Opened {
    folder: TempDir,
    store: Store,
}

impl Opened {
    async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
        Self { folder, store }
    }

    /// With the shipped vocabularies and no record.
    async fn with_vocabularies() -> Self {
        let opened = Self::empty().await;
        opened.write(&Batch { vocabularies: SHIPPED.vocabularies.clone(), ..Batch::default() }).await.unwrap();
        opened
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("catalogue.sqlite")
    }

    async fn write(&self, batch: &Batch) -> Result<BatchOutcome, StoreError> {
        self.store.write(batch, &author(), at("2026-01-02T03:04:05Z"), false).await
    }

    async fn log(&self) -> Vec<(i64, String, String, i64)> {
        let changes = self.store.changes_since(0, 10_000).await.unwrap();
        changes.into_iter().map(|c| (c.seq, c.id, c.change, c.revision)).collect()
    }
}

fn author() -> Author {
    Author { name: "test".into(), reason: "a test".into() }
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn vocabularies() -> &'static Vocabularies {
    SHIPPED.vocabularies.as_ref().unwrap()
}

fn batch(records: &[Value]) -> Batch {
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    read_jsonl("test", &lines.join("\n"), vocabularies()).unwrap()
}

fn id(text: &str) -> InterventionId {
    text.parse().unwrap()
}

fn entry(seq: i64, id: &str, change: &str, revision: i64) -> (i64, String, String, i64) {
    (seq, id.to_owned(), change.to_owned(), revision)
}

#[tokio::test]
async fn a_written_batch_is_read_back_unchanged() {
    let opened = Opened::empty().await;
    assert!(opened.store.is_empty().await.unwrap());
    let outcome = opened.write(&SHIPPED).await.unwrap();
    assert_eq!(outcome.created.len(), SHIPPED.records.len());
    assert_eq!(outcome.seq, SHIPPED.records.len() as i64);
    assert!(!opened.store.is_empty().await.unwrap());
    let mut kept: Vec<Intervention> = Vec::new();
    loop {
        let after = kept.last().map_or(String::new(), |r| r.id.to_string());
        let page = opened.store.list_after(&after, 7).await.unwrap();
        if page.is_empty() {
            break;
        }
        kept.extend(page.into_iter().map(|s| s.record));
    }
    let mut expected = SHIPPED.records.clone();
    expected.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(kept, expected, "each once, by id");
    let (read, given) = (opened.store.vocabularies().await.unwrap(), vocabularies());
    for name in VocabularyName::TERMS {
        assert_eq!(read.get(name).terms(), given.get(name).terms());
    }
    assert!(read.organizations().eq(given.organizations()));
    assert_eq!((&read.help_numbers, &read.documents), (&given.help_numbers, &given.documents));
}

#[tokio::test]
async fn an_equal_batch_changes_nothing() {
    let opened = Opened::empty().await;
    opened.write(&SHIPPED).await.unwrap();
    let (log, version) = (opened.log().await, opened.store.vocabulary_version().await.unwrap());
    let again = opened.write(&SHIPPED).await.unwrap();
    assert_eq!((again.created.len(), again.updated.len(), again.unchanged), (0, 0, SHIPPED.records.len()));
    assert!(!again.vocabularies);
    assert_eq!(opened.log().await, log);
    assert_eq!(opened.store.vocabulary_version().await.unwrap(), version);
}

#[tokio::test]
async fn a_dry_run_reports_changes_and_keeps_none() {
    let opened = Opened::with_vocabularies().await;
    opened.write(&batch(&[json!({"name": "A"}), json!({"name": "B"})])).await.unwrap();
    let before = (opened.log().await, opened.store.list_after("", 100).await.unwrap());
    let change = batch(&[
        json!({"name": "A", "summary": "Ny."}),
        json!({"name": "B"}),
        json!({"name": "C"}),
        json!({"name": "D", "organizations": [{"id": "ny", "name": "Ny", "type": "company", "role": "owner"}]}),
    ]);
    let dry = opened.store.write(&change, &author(), at("2026-02-02T00:00:00Z"), true).await.unwrap();
    assert_eq!((&before.0, &before.1), (&opened.log().await, &opened.store.list_after("", 100).await.unwrap()));
    assert!(opened.store.vocabularies().await.unwrap().organization(&"ny".parse().unwrap()).is_none());
    let wet = opened.write(&change).await.unwrap();
    assert_eq!(dry, wet, "a dry run says exactly what a write does");
    assert_eq!((wet.created, wet.updated, wet.unchanged), (vec![id("c"), id("d")], vec![id("a")], 1));
}

#[tokio::test]
async fn revisions_count_up_and_created_stays() {
    let opened = Opened::with_vocabularies().await;
    for (n, time) in ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"].iter().enumerate() {
        let records = batch(&[json!({"name": "A", "summary": format!("Version {n}.")})]);
        opened.store.write(&records, &author(), at(time), false).await.unwrap();
    }
    let stored = opened.store.find(&id("a")).await.unwrap().unwrap();
    assert_eq!(
        (stored.revision, stored.created.as_str(), stored.updated.as_str()),
        (3, "2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z")
    );
    assert_eq!(
        opened.log().await,
        [entry(1, "a", "created", 1), entry(2, "a", "updated", 2), entry(3, "a", "updated", 3)]
    );
    let last = opened.store.changes_since(2, 10).await.unwrap();
    assert_eq!((last.len(), last[0].hash.as_str()), (1, stored.hash.as_str()));
    assert_eq!(opened.store.changes_since(0, 2).await.unwrap().len(), 2, "the limit holds");
    assert!(opened.store.changes_since(3, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_log_records_public_changes() {
    let opened = Opened::with_vocabularies().await;
    for state in ["draft", "in_review", "published", "archived", "published", "draft"] {
        opened.write(&batch(&[json!({"name": "A", "state": state})])).await.unwrap();
    }
    let expected = [
        entry(1, "a", "created", 3),
        entry(2, "a", "removed", 4),
        entry(3, "a", "created", 5),
        entry(4, "a", "removed", 6),
    ];
    assert_eq!(opened.log().await, expected);
}

#[tokio::test]
async fn a_missing_reference_rolls_back_the_batch() {
    let opened = Opened::with_vocabularies().await;
    let before = opened.store.latest_seq().await.unwrap();
    for key in ["part_of", "succeeds"] {
        let records = batch(&[json!({"name": "A"}), json!({"name": "B", key: "nowhere"})]);
        let error = opened.write(&records).await.unwrap_err();
        assert!(matches!(&error, StoreError::MissingReferences(_)), "{error}");
        assert!(error.to_string().contains("nowhere") && error.to_string().contains(key), "{error}");
        assert!(opened.store.find(&id("a")).await.unwrap().is_none());
        assert_eq!(opened.store.latest_seq().await.unwrap(), before);
    }
    // All of them are reported, with their rows.
    let all = batch(&[
        json!({"name": "A", "succeeds": "nowhere"}),
        json!({"name": "B"}),
        json!({"name": "C", "part_of": "gone"}),
    ]);
    let StoreError::MissingReferences(missing) = opened.write(&all).await.unwrap_err() else { panic!("another error") };
    let report = catalogue_exchange::Report::missing_references("fil", &all, &missing);
    assert_eq!(
        report.to_string(),
        "fil:1: /succeeds: nowhere is not in the catalogue\nfil:3: /part_of: gone is not in the catalogue"
    );
    // The order in a batch does not matter, and stored records may be referred to.
    opened.write(&batch(&[json!({"name": "B", "part_of": "a"}), json!({"name": "A"})])).await.unwrap();
    opened.write(&batch(&[json!({"name": "C", "succeeds": "a"})])).await.unwrap();
}

/// A batch with an expected revision never overwrites a later one.
#[tokio::test]
async fn a_batch_with_stale_revisions_is_refused() {
    let opened = Opened::with_vocabularies().await;
    opened.write(&batch(&[json!({"name": "A"})])).await.unwrap();
    let mut change = batch(&[json!({"name": "A", "summary": "Min."}), json!({"name": "B"})]);
    change.expected_revisions = [(id("a"), 1), (id("b"), 0)].into();
    opened.write(&batch(&[json!({"name": "A", "summary": "Din."})])).await.unwrap();
    let StoreError::StaleRevision(moved) = opened.write(&change).await.unwrap_err() else { panic!("another error") };
    assert_eq!(moved, [id("a")]);
    assert_eq!(
        catalogue_exchange::Report::stale_revisions("fil", &change, &moved).to_string(),
        "fil:1: the record has been changed meanwhile"
    );
    assert!(opened.store.find(&id("b")).await.unwrap().is_none());
    change.expected_revisions = [(id("a"), 2), (id("b"), 0)].into();
    opened.write(&change).await.unwrap();
    assert!(matches!(opened.write(&change).await, Err(StoreError::StaleRevision(moved)) if moved.len() == 2));
}

#[tokio::test]
async fn the_successor_is_public() {
    let opened = Opened::with_vocabularies().await;
    let records = [
        json!({"name": "A", "state": "archived"}),
        json!({"name": "B", "succeeds": "a", "state": "draft"}),
        json!({"id": "x", "name": "a"}),
    ];
    opened.write(&batch(&records)).await.unwrap();
    assert_eq!(opened.store.successor_of(&id("a")).await.unwrap(), None);
    opened.write(&batch(&[json!({"name": "B", "succeeds": "a"})])).await.unwrap();
    assert_eq!(opened.store.successor_of(&id("a")).await.unwrap(), Some(id("b")));
    assert_eq!(opened.store.successor_of(&id("b")).await.unwrap(), None);
    // A text that looks like a reference is none.
    opened.write(&batch(&[json!({"name": "C", "summary": "\"succeeds\":\"b\""})])).await.unwrap();
    assert_eq!(opened.store.successor_of(&id("b")).await.unwrap(), None);
}

#[tokio::test]
async fn the_vocabulary_version_follows_what_records_use() {
    let opened = Opened::with_vocabularies().await;
    let version = opened.store.vocabulary_version().await.unwrap();
    let inline =
        json!({"name": "A", "organizations": [{"id": "ny", "name": "Ny", "type": "company", "role": "owner"}]});
    let outcome = opened.write(&batch(&[inline])).await.unwrap();
    assert!(outcome.vocabularies);
    assert_eq!(opened.store.vocabulary_version().await.unwrap(), version, "what no other record uses changes nothing");
    let mut terms: Vec<_> = vocabularies().get(VocabularyName::Methods).terms().to_vec();
    terms[0].label = "Annan etikett".into();
    let changed = Vocabularies::new([(VocabularyName::Methods, terms)].into(), Vec::new(), Vec::new(), Vec::new());
    opened.write(&Batch { vocabularies: Some(changed), ..Batch::default() }).await.unwrap();
    assert!(opened.store.vocabulary_version().await.unwrap() > version);
    let read = opened.store.vocabularies().await.unwrap();
    assert_eq!(read.get(VocabularyName::Methods).terms()[0].label, "Annan etikett");
    assert!(read.organization(&"ny".parse().unwrap()).is_some(), "organisations are never taken away");
}

#[tokio::test]
async fn a_new_organisation_without_records_changes_the_version() {
    let opened = Opened::with_vocabularies().await;
    let seen = (opened.store.latest_seq().await.unwrap(), opened.store.vocabulary_version().await.unwrap());
    let more = [serde_json::from_value(json!({"id": "ny", "name": "Ny", "type": "company"})).unwrap()];
    let mut vocabularies = vocabularies().clone();
    vocabularies.add_organizations(&more);
    opened.write(&Batch { vocabularies: Some(vocabularies), ..Batch::default() }).await.unwrap();
    let now = (opened.store.latest_seq().await.unwrap(), opened.store.vocabulary_version().await.unwrap());
    assert_ne!(seen, now, "a service that follows the store would never show it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_log_has_no_gap_under_concurrent_writers() {
    const WRITERS: usize = 8;
    const ROUNDS: usize = 6;
    let opened = Opened::with_vocabularies().await;
    let other = Store::open(&opened.file()).await.unwrap();
    let mut tasks = Vec::new();
    for writer in 0..WRITERS {
        let store = if writer % 2 == 0 { opened.store.clone() } else { other.clone() };
        tasks.push(tokio::spawn(async move {
            for round in 0..ROUNDS {
                let records = [
                    json!({"name": format!("Egen {writer}"), "summary": format!("{round}.")}),
                    json!({"name": "Delad", "summary": format!("{writer} {round}.")}),
                ];
                store.write(&batch(&records), &author(), at("2026-01-01T00:00:00Z"), round % 3 == 2).await.unwrap();
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let written = WRITERS * ROUNDS * 2 / 3;
    let log = opened.log().await;
    assert_eq!(log.iter().map(|c| c.0).collect::<Vec<_>>(), (1..=2 * written as i64).collect::<Vec<_>>());
    let shared: Vec<i64> = log.iter().filter(|c| c.1 == "delad").map(|c| c.3).collect();
    assert_eq!(shared, (1..=written as i64).collect::<Vec<_>>(), "each revision once, in order");
    other.close().await;
}

#[tokio::test]
async fn everything_is_stored_after_reopening() {
    let opened = Opened::empty().await;
    opened.write(&SHIPPED).await.unwrap();
    let before =
        (opened.store.identity().await.unwrap(), opened.log().await, opened.store.list_after("", 1_000).await.unwrap());
    opened.store.close().await;
    let store = Store::open(&opened.file()).await.unwrap();
    let reopened = Opened { folder: opened.folder, store };
    assert_eq!(reopened.store.identity().await.unwrap(), before.0);
    assert_eq!(reopened.log().await, before.1);
    assert_eq!(reopened.store.list_after("", 1_000).await.unwrap(), before.2);
    assert_ne!(Opened::empty().await.store.identity().await.unwrap(), before.0, "no two stores are alike");
}

#[tokio::test]
async fn exported_lines_bring_the_same_records_back() {
    let opened = Opened::empty().await;
    opened.write(&SHIPPED).await.unwrap();
    let stored = opened.store.list_after("", 1_000).await.unwrap();
    let lines: Vec<String> = stored.iter().map(|s| to_json_line(&s.record).unwrap()).collect();
    let back = read_jsonl("export", &lines.join("\n"), &opened.store.vocabularies().await.unwrap()).unwrap();
    let outcome = opened.write(&back).await.unwrap();
    assert_eq!((outcome.created.len(), outcome.updated.len(), outcome.unchanged), (0, 0, stored.len()));
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("catalogue.sqlite");
    std::fs::write(&file, "this is a letter, not a database. ".repeat(100)).unwrap();
    let error = Store::open(&file).await.unwrap_err();
    assert!(error.to_string().contains("not a database"), "{error}");
    let odd = folder.path().join("å b%20c?d#e.sqlite");
    let store = Store::open(&odd).await.unwrap();
    assert!(odd.exists(), "the file has the name that was asked for");
    store.close().await;
}
