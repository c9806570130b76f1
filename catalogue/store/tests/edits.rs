//! Single edits, keys, read transactions and copies.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use catalogue::access::{Access, AccessRole};
use catalogue::record::State;
use catalogue::{Intervention, InterventionId};
use catalogue_store::{Author, Edit, SavedEdit, Store, StoreError};
use serde_json::{Value, json};
use tempfile::TempDir;

async fn opened() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
    (folder, store)
}

fn edit(record: Value, expected: i64) -> Edit {
    Edit {
        record: serde_json::from_value(record).unwrap(),
        organizations: Vec::new(),
        expected,
        successor: None,
        author: Author { name: "test".into(), reason: "a test".into() },
        at: "2026-01-02T03:04:05Z".parse().unwrap(),
    }
}

fn id(text: &str) -> InterventionId {
    text.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn edits_of_one_group_succeed_or_fail_by_themselves() {
    const EDITS: i64 = 150;
    let (_folder, store) = opened().await;
    store.save(edit(json!({"id": "delad", "name": "Delad"}), 0)).await.unwrap();
    let mut tasks = Vec::new();
    for n in 0..EDITS {
        let store = store.clone();
        let edit = match n % 3 {
            0 => edit(json!({"id": format!("egen-{n}"), "name": "Egen"}), 0),
            1 => edit(json!({"id": format!("vilse-{n}"), "name": "Vilse", "part_of": "finns-inte"}), 0),
            _ => edit(json!({"id": "delad", "name": format!("Delad {n}")}), 1),
        };
        tasks.push(tokio::spawn(async move { store.save(edit).await }));
    }
    let mut results: Vec<Result<SavedEdit, StoreError>> = Vec::new();
    for task in tasks {
        results.push(task.await.unwrap());
    }
    for (n, result) in results.iter().enumerate().filter(|(n, _)| n % 3 != 2) {
        match (n % 3, result) {
            (0, Ok(saved)) => assert_eq!((saved.stored.revision, saved.changed), (1, true)),
            (1, Err(StoreError::MissingReferences(missing))) if missing[0].key == "part_of" => {}
            other => panic!("{n}: {other:?}"),
        }
    }
    let shared: Vec<_> = results.iter().skip(2).step_by(3).collect();
    assert_eq!(shared.iter().filter(|r| r.is_ok()).count(), 1, "one wins");
    for lost in shared.iter().filter_map(|r| r.as_ref().err()) {
        assert!(matches!(lost, StoreError::Conflict { current: Some(c) } if c.revision == 2), "{lost:?}");
    }
    let log = store.changes_since(0, 1_000).await.unwrap();
    let kept = 1 + EDITS / 3 + 1;
    assert_eq!(log.iter().map(|c| c.seq).collect::<Vec<_>>(), (1..=kept).collect::<Vec<_>>());
    assert!(log.iter().all(|c| !c.id.starts_with("vilse")));
    assert_eq!(store.list_after("", 1_000).await.unwrap().len() as i64, kept - 1);
    // Each edit returns the number of its own change.
    for saved in results.iter().flatten().filter(|s| s.stored.record.id.as_str().starts_with("egen")) {
        assert_eq!(log[saved.seq as usize - 1].id, saved.stored.record.id.as_str());
    }
}

#[tokio::test]
async fn a_cancelled_save_does_not_cancel_others() {
    let (_folder, store) = opened().await;
    let mut gone = Box::pin(store.save(edit(json!({"id": "gone", "name": "Gone"}), 0)));
    // Polled once, then dropped while it waits.
    let asked = std::future::poll_fn(|context| std::task::Poll::Ready(gone.as_mut().poll(context))).await;
    assert!(asked.is_pending());
    drop(gone);
    store.save(edit(json!({"id": "stays", "name": "Stays"}), 0)).await.unwrap();
    assert!(store.find(&id("stays")).await.unwrap().is_some());
    assert!(store.find(&id("gone")).await.unwrap().is_some(), "what was sent is written");
}

#[tokio::test]
async fn an_equal_record_makes_no_revision() {
    let (_folder, store) = opened().await;
    let record = json!({"id": "a", "name": "A"});
    let first = store.save(edit(record.clone(), 0)).await.unwrap();
    let again = store.save(edit(record, 1)).await.unwrap();
    assert_eq!((again.changed, &again.stored, again.seq), (false, &first.stored, first.seq));
    assert_eq!(store.revisions_before(&id("a"), i64::MAX, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_read_transaction_is_consistent() {
    let (_folder, store) = opened().await;
    store.save(edit(json!({"id": "a", "name": "A"}), 0)).await.unwrap();
    let mut read_transaction = store.read_transaction().await.unwrap();
    store.save(edit(json!({"id": "a", "name": "A 2"}), 1)).await.unwrap();
    store.save(edit(json!({"id": "b", "name": "B"}), 0)).await.unwrap();
    assert_eq!(read_transaction.latest_seq().await.unwrap(), 1);
    let names = |stored: Vec<catalogue::record::StoredIntervention>| -> Vec<String> {
        stored.into_iter().map(|s| s.record.name).collect()
    };
    assert_eq!(names(read_transaction.list_after("", 10).await.unwrap()), ["A"]);
    assert_eq!(names(read_transaction.changed_between(0, 1).await.unwrap()), ["A"]);
    drop(read_transaction);
    let mut later = store.read_transaction().await.unwrap();
    assert_eq!(later.latest_seq().await.unwrap(), 3);
    assert_eq!(names(later.changed_between(1, 3).await.unwrap()), ["A 2", "B"], "each once, as it is now");
}

#[tokio::test]
async fn a_dropped_draft_was_never_public() {
    let (_folder, store) = opened().await;
    let with_state = |id: &str, state: State| {
        let mut record: Intervention = serde_json::from_value(json!({"id": id, "name": "A"})).unwrap();
        record.state = state;
        serde_json::to_value(record).unwrap()
    };
    for (id, states) in [
        ("never", &[State::Draft, State::InReview, State::Archived][..]),
        ("once", &[State::Draft, State::Published, State::Archived]),
        ("came-archived", &[State::Archived]),
    ] {
        for (n, state) in states.iter().enumerate() {
            store.save(edit(with_state(id, *state), n as i64)).await.unwrap();
        }
    }
    for (name, expected) in [("never", true), ("once", false), ("came-archived", false)] {
        assert_eq!(store.was_never_public(&id(name)).await.unwrap(), expected, "{name}");
    }
}

#[tokio::test]
async fn keys_are_valid_until_revoked_and_record_the_day_of_use() {
    let (_folder, store) = opened().await;
    let access = Access::new(AccessRole::Editor, Some("a".parse().unwrap())).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let (key, token) = store.add_key("En nyckel", &access, day("2026-01-01")).await.unwrap();
    let (other, other_token) = store.add_key("En annan", &access, day("2026-01-01")).await.unwrap();
    assert!(token != other_token && key.id != other.id);
    assert!(store.authenticate("insats_", day("2026-01-02")).await.unwrap().is_none());
    assert!(store.authenticate(&token.to_uppercase(), day("2026-01-02")).await.unwrap().is_none());
    for used in ["2026-01-02", "2026-01-05", "2026-01-03"] {
        assert_eq!(store.authenticate(&token, day(used)).await.unwrap().unwrap().access, access);
    }
    let kept = store.keys().await.unwrap();
    let kept = kept.iter().find(|k| k.id == key.id).unwrap();
    assert_eq!((kept.last_used, kept.revoked), (Some(day("2026-01-05")), None), "the latest day");
    assert!(store.revoke_key(&key.id, day("2026-01-06")).await.unwrap());
    assert!(store.revoke_key(&key.id, day("2026-01-09")).await.unwrap(), "twice is once");
    assert!(!store.revoke_key("none", day("2026-01-06")).await.unwrap());
    assert!(store.authenticate(&token, day("2026-01-07")).await.unwrap().is_none());
    assert!(store.authenticate(&other_token, day("2026-01-07")).await.unwrap().is_some(), "the other one still opens");
    assert_eq!(store.keys().await.unwrap().iter().find(|k| k.id == key.id).unwrap().revoked, Some(day("2026-01-06")));
}

#[tokio::test]
async fn a_backup_is_complete_and_gets_a_new_identity() {
    let (folder, store) = opened().await;
    store.save(edit(json!({"id": "a", "name": "A"}), 0)).await.unwrap();
    let file = folder.path().join("copy.sqlite");
    store.backup_to(&file).await.unwrap();
    assert!(store.backup_to(&file).await.is_err(), "what is there is not overwritten");
    let copy = Store::open(&file).await.unwrap();
    assert_eq!(copy.integrity_error().await.unwrap(), None);
    assert_eq!(copy.list_after("", 10).await.unwrap(), store.list_after("", 10).await.unwrap());
    assert_eq!(copy.identity().await.unwrap(), store.identity().await.unwrap());
    copy.renew_identity().await.unwrap();
    assert_ne!(copy.identity().await.unwrap(), store.identity().await.unwrap());
    copy.close().await;
}
