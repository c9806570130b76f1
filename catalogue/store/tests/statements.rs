//! The statements that a write runs. The only test of this binary: it captures what sqlx logs.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use catalogue::{Batch, Intervention};
use catalogue_store::{Author, Edit, Store, StoreError};
use serde_json::{Value, json};
use sqlx::any::AnyConnectOptions;
use sqlx::{AnyConnection, Connection, Executor};
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

#[derive(Clone, Default)]
struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    /// The statements since the last call.
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// sqlx logs a short statement as `summary`, and a longer one whole as `db.statement`.
#[derive(Default)]
struct StatementText {
    summary: String,
    statement: String,
}

impl Visit for StatementText {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "summary" => value.clone_into(&mut self.summary),
            "db.statement" => value.clone_into(&mut self.statement),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

impl<S: tracing::Subscriber> Layer<S> for Statements {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() != "sqlx::query" {
            return;
        }
        let mut text = StatementText::default();
        event.record(&mut text);
        let whole = if text.statement.trim().is_empty() { text.summary } else { text.statement };
        self.0.lock().unwrap().push(whole.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// How many statements read rows of records, and how many of these read their JSON.
fn reads(statements: &[String]) -> (usize, usize) {
    let reads: Vec<&String> =
        statements.iter().filter(|s| s.starts_with("select") && s.contains("from intervention")).collect();
    (reads.len(), reads.iter().filter(|s| s.contains("body")).count())
}

fn record(value: Value) -> Intervention {
    serde_json::from_value(value).unwrap()
}

#[tokio::test]
async fn a_write_reads_a_row_once_and_parses_none() {
    let statements = Statements::default();
    tracing_subscriber::registry().with(statements.clone()).init();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("catalogue.sqlite");
    let store = Store::open(&file).await.unwrap();
    let author = Author { name: "test".into(), reason: String::new() };
    let at = "2026-01-02T03:04:05Z".parse().unwrap();
    let edit = |value: Value, expected| Edit {
        record: record(value),
        organizations: Vec::new(),
        expected,
        successor: None,
        author: author.clone(),
        at,
    };
    store.save(edit(json!({"id": "whole", "name": "Whole"}), 0)).await.unwrap();

    statements.take();
    store.save(edit(json!({"id": "a", "name": "A"}), 0)).await.unwrap();
    store.save(edit(json!({"id": "a", "name": "A 2"}), 1)).await.unwrap();
    let found = statements.take();
    assert_eq!(reads(&found), (2, 2), "once an edit: {found:#?}");

    store.save(edit(json!({"id": "a", "name": "A 2", "part_of": "whole"}), 2)).await.unwrap();
    let found = statements.take();
    assert_eq!(reads(&found), (2, 1), "the target is looked up by id: {found:#?}");
    store.save(edit(json!({"id": "a", "name": "A 2", "part_of": "whole"}), 3)).await.unwrap();
    let found = statements.take();
    assert_eq!(reads(&found), (1, 1), "the references of an unchanged record were checked before: {found:#?}");

    let records: Vec<Intervention> = (0..450).map(|n| record(json!({"id": format!("r-{n}"), "name": "R"}))).collect();
    let expected_revisions = records.iter().map(|record| (record.id.clone(), 0)).collect();
    let batch = Batch { records, expected_revisions, ..Batch::default() };
    store.write(&batch, &author, at, false).await.unwrap();
    let found = statements.take();
    assert_eq!(reads(&found), (3, 3), "200 rows a statement: {found:#?}");

    // What cannot be parsed can be replaced: a write parses no stored record.
    let options = AnyConnectOptions::from_str(&format!("sqlite://{}", file.display())).unwrap();
    let mut connection = AnyConnection::connect_with(&options).await.unwrap();
    connection.execute("update intervention set body = '{' where id = 'a'").await.unwrap();
    connection.close().await.unwrap();
    let saved = store.save(edit(json!({"id": "a", "name": "A 3"}), 3)).await.unwrap();
    assert_eq!(saved.stored, store.find(&saved.stored.record.id).await.unwrap().unwrap());
    let stale = store.save(edit(json!({"id": "a", "name": "A 4"}), 3)).await;
    assert!(matches!(stale, Err(StoreError::Conflict { current: Some(current) }) if *current == saved.stored));

    statements.take();
    assert_eq!(store.successor_of(&"a".parse().unwrap()).await.unwrap(), None);
    let found = statements.take();
    assert!(
        found.iter().any(|s| s.contains("from relation")) && found.iter().all(|s| !s.contains("like")),
        "{found:#?}"
    );
    store.close().await;
}
