//! Batches in parts, and with more records than one statement holds.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use catalogue::Batch;
use catalogue::progress::Progress;
use catalogue::vocabulary::Vocabularies;
use catalogue_exchange::folder::Origin;
use catalogue_exchange::{read_catalogue, read_jsonl};
use catalogue_store::Author;
use catalogue_store::Store;
use jiff::Timestamp;
use std::fmt::Write;
use std::sync::LazyLock;
use tempfile::TempDir;

static VOCABULARIES: LazyLock<Vocabularies> =
    LazyLock::new(|| read_catalogue(&Origin::Shipped).unwrap().vocabularies.unwrap());

async fn empty() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
    (folder, store)
}

fn author() -> Author {
    Author { name: "test".into(), reason: "a test".into() }
}

fn now() -> Timestamp {
    "2026-01-02T03:04:05Z".parse().unwrap()
}

/// Records of these numbers, each with a summary that `summary` gives.
fn batch(numbers: impl Iterator<Item = usize>, summary: impl Fn(usize) -> String) -> Batch {
    let mut lines = String::new();
    for n in numbers {
        writeln!(lines, r#"{{"id": "r-{n:04}", "name": "R", "summary": "{}"}}"#, summary(n)).unwrap();
    }
    read_jsonl("test", &lines, &VOCABULARIES).unwrap()
}

#[tokio::test]
async fn large_batches_tell_new_changed_and_equal_records_apart() {
    let (_folder, store) = empty().await;
    let first = store.write(&batch(0..1_001, |_| "Först.".into()), &author(), now(), false).await.unwrap();
    assert_eq!((first.created.len(), first.seq), (1_001, 1_001));
    let next = batch(0..1_100, |n| if n.is_multiple_of(3) { "Sedan." } else { "Först." }.into());
    let second = store.write(&next, &author(), now(), false).await.unwrap();
    assert_eq!((second.created.len(), second.updated.len(), second.unchanged), (99, 334, 667));
    let changes = store.changes_since(0, i64::MAX).await.unwrap();
    assert!(changes.iter().map(|change| change.seq).eq(1..=1_434), "no number is left out or stands twice");
    for change in &changes[1_001..] {
        let number: usize = change.id[2..].parse().unwrap();
        let expected = if number > 1_000 { ("created", 1) } else { ("updated", 2) };
        assert_eq!((change.change.as_str(), change.revision), expected, "{}", change.id);
        assert!(number > 1_000 || number.is_multiple_of(3), "{} is as it was", change.id);
        assert_eq!(store.find(&change.id.parse().unwrap()).await.unwrap().unwrap().hash, change.hash);
    }
    let ids: Vec<_> = next.records.iter().map(|record| record.id.clone()).chain(["saknas".parse().unwrap()]).collect();
    let found = store.find_all(&ids).await.unwrap();
    assert_eq!(found.len(), 1_100);
    assert_eq!(found.iter().filter(|stored| stored.revision == 2).count(), 334);
}

#[tokio::test]
async fn the_parts_of_a_batch_are_atomic() {
    let (_folder, store) = empty().await;
    let (author, progress) = (author(), Progress::of(500));
    for keep in [false, true] {
        let mut writer = store.begin_batch(&author, now()).await.unwrap();
        for part in [0..300, 300..500] {
            writer.write(&batch(part, |_| "Text.".into()), &progress).await.unwrap();
            assert_eq!(store.latest_seq().await.unwrap(), 0, "readers see nothing of it");
        }
        if keep {
            assert_eq!(writer.finish(false).await.unwrap().created.len(), 500);
        }
    }
    assert_eq!(progress.now(), (1_000, 500), "every record of both rounds is counted");
    assert_eq!(store.latest_seq().await.unwrap(), 500);
}

#[tokio::test]
async fn a_store_opens_while_another_process_writes() {
    let (folder, store) = empty().await;
    let author = author();
    let mut writer = store.begin_batch(&author, now()).await.unwrap();
    writer.write(&batch(0..10, |_| "Text.".into()), &Progress::default()).await.unwrap();
    let other = Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
    assert_eq!(other.latest_seq().await.unwrap(), 0);
    assert_eq!(other.identity().await.unwrap(), store.identity().await.unwrap());
}
