//! The table of relations equals the records after every write.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use catalogue::record::{Intervention, InterventionId, State};
use catalogue::{Batch, MissingReference};
use catalogue_store::{Author, Edit, Relation, RelationKind, Store, StoreError};
use proptest::prelude::*;
use serde_json::json;
use sqlx::any::AnyConnectOptions;
use sqlx::{AnyConnection, Connection, Executor};
use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;
use tempfile::TempDir;

const IDS: [&str; 5] = ["a", "b", "c", "d", "e"];

fn id(text: &str) -> InterventionId {
    text.parse().unwrap()
}

fn author() -> Author {
    Author { name: "test".into(), reason: String::new() }
}

fn record(id: &str, part_of: Option<&str>, succeeds: Option<&str>, state: State) -> Intervention {
    let value = json!({"id": id, "name": id, "part_of": part_of, "succeeds": succeeds, "state": state.name()});
    serde_json::from_value(value).unwrap()
}

async fn open() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
    (folder, store)
}

async fn save(store: &Store, record: Intervention, successor: Option<&str>) -> Result<(), StoreError> {
    let expected = store.find(&record.id).await?.map_or(0, |stored| stored.revision);
    let at = "2026-01-02T03:04:05Z".parse().unwrap();
    let (organizations, successor) = (Vec::new(), successor.map(id));
    store.save(Edit { record, organizations, expected, successor, author: author(), at }).await.map(|_| ())
}

async fn write(store: &Store, records: Vec<Intervention>) -> Result<(), StoreError> {
    let batch = Batch { records, ..Batch::default() };
    store.write(&batch, &author(), "2026-01-02T03:04:05Z".parse().unwrap(), false).await.map(|_| ())
}

/// Every relation of the table, asked for from both ends.
async fn relations(store: &Store) -> Vec<Relation> {
    let (mut stated, mut received) = (Vec::new(), Vec::new());
    for one in IDS.map(id) {
        for relation in store.relations_of(&one).await.unwrap() {
            assert!(relation.id == one || relation.target == one);
            if relation.id == one {
                stated.push(relation.clone());
            }
            if relation.target == one {
                received.push(relation);
            }
        }
    }
    received.sort();
    stated.sort();
    assert_eq!(stated, received, "both ends know the relation");
    stated
}

/// The relations that the stored records state, with those to successors.
async fn expected(store: &Store, successors: &BTreeMap<InterventionId, InterventionId>) -> Vec<Relation> {
    let mut out = Vec::new();
    for Intervention { id, part_of, succeeds, .. } in
        store.list_after("", 100).await.unwrap().into_iter().map(|s| s.record)
    {
        let mut add = |kind, target: Option<InterventionId>| {
            out.extend(target.map(|target| Relation { id: id.clone(), kind, target }));
        };
        add(RelationKind::PartOf, part_of);
        add(RelationKind::Succeeds, succeeds);
        add(RelationKind::Successor, successors.get(&id).cloned());
    }
    out.sort();
    out
}

#[derive(Debug, Clone)]
struct WriteStep {
    record: Intervention,
    successor: Option<&'static str>,
    in_batch: bool,
}

fn steps() -> impl Strategy<Value = Vec<WriteStep>> {
    let ids = || proptest::sample::select(&IDS[..]);
    let some_id = || proptest::option::of(ids());
    let states = proptest::sample::select(&State::ALL[..]);
    let step = (ids(), some_id(), some_id(), states, some_id(), any::<bool>());
    let step = step.prop_map(|(id, part_of, succeeds, state, successor, in_batch)| {
        let other = |target: Option<&'static str>| target.filter(|target| *target != id);
        WriteStep { record: record(id, other(part_of), other(succeeds), state), successor: other(successor), in_batch }
    });
    proptest::collection::vec(step, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_table_equals_the_records_after_every_write(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (_folder, store) = open().await;
            let mut successors = BTreeMap::new();
            for WriteStep { record, successor, in_batch } in steps {
                let (id, is_archived) = (record.id.clone(), record.state == State::Archived);
                let done = if in_batch {
                    write(&store, vec![record]).await
                } else {
                    save(&store, record, successor).await
                };
                match done {
                    Ok(()) if !is_archived => {
                        successors.remove(&id);
                    }
                    Ok(()) => {
                        let successor = successor.filter(|_| !in_batch).map(self::id);
                        successors.extend(successor.map(|successor| (id, successor)));
                    }
                    Err(StoreError::MissingReferences(_)) => {}
                    Err(error) => panic!("{error}"),
                }
                assert_eq!(relations(&store).await, expected(&store, &successors).await);
            }
            store.close().await;
        });
    }
}

#[tokio::test]
async fn archived_records_lead_to_the_public_one_that_replaces_them() {
    let (_folder, store) = open().await;
    for name in IDS {
        save(&store, record(name, None, None, State::Published), None).await.unwrap();
    }
    save(&store, record("a", None, None, State::Archived), Some("b")).await.unwrap();
    assert_eq!(store.successor_of(&id("a")).await.unwrap(), Some(id("b")));
    save(&store, record("b", None, None, State::Archived), Some("c")).await.unwrap();
    assert_eq!(store.successor_of(&id("a")).await.unwrap(), Some(id("c")), "an archived successor is followed");
    save(&store, record("e", None, Some("a"), State::Published), None).await.unwrap();
    assert_eq!(store.successor_of(&id("a")).await.unwrap(), Some(id("e")), "one that continues it comes first");
    save(&store, record("d", None, Some("a"), State::Published), None).await.unwrap();
    assert_eq!(store.successor_of(&id("a")).await.unwrap(), Some(id("d")), "the first by id");
    save(&store, record("d", None, Some("a"), State::Archived), None).await.unwrap();
    assert_eq!(store.successor_of(&id("a")).await.unwrap(), Some(id("e")), "only public ones count");
    assert_eq!(store.successor_of(&id("c")).await.unwrap(), None);
}

#[tokio::test]
async fn a_missing_reference_leaves_no_relation() {
    let (_folder, store) = open().await;
    let missing = |key, other: &str| MissingReference { id: id("a"), key, other: id(other) };
    let found = save(&store, record("a", Some("b"), Some("c"), State::Draft), None).await;
    let expected = vec![missing("part_of", "b"), missing("succeeds", "c")];
    assert!(matches!(found, Err(StoreError::MissingReferences(m)) if m == expected));
    let found = save(&store, record("a", None, None, State::Archived), Some("d")).await;
    assert!(matches!(found, Err(StoreError::MissingReferences(m)) if m == vec![missing("successor", "d")]));
    assert!(relations(&store).await.is_empty());
    assert!(store.find(&id("a")).await.unwrap().is_none());
}

async fn execute(file: &Path, sql: &'static str) {
    let options = AnyConnectOptions::from_str(&format!("sqlite://{}", file.display())).unwrap();
    let mut connection = AnyConnection::connect_with(&options).await.unwrap();
    connection.execute(sql).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn a_database_of_before_the_table_is_filled_when_it_is_opened() {
    let (folder, store) = open().await;
    let records = vec![
        record("a", None, None, State::Archived),
        record("b", Some("a"), None, State::Published),
        record("c", Some("b"), Some("a"), State::Draft),
        record("d", None, None, State::Published),
    ];
    write(&store, records).await.unwrap();
    save(&store, record("a", None, None, State::Archived), Some("b")).await.unwrap();
    let before = relations(&store).await;
    assert_eq!(before.len(), 4);
    store.close().await;
    let file = folder.path().join("catalogue.sqlite");
    execute(&file, "delete from relation where kind <> 'successor'; delete from meta where name = 'relations'").await;
    execute(&file, "update intervention set body = '{' where id = 'd'").await;
    for _ in 0..2 {
        let store = Store::open(&file).await.unwrap();
        assert_eq!(relations(&store).await, before, "a record that cannot be read is left out");
        store.close().await;
    }
}
