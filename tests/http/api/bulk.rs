//! Searches during large writes continue to work and see only consistent states.

use crate::support::{NOW, TestApp};
use catalogue::Batch;
use catalogue_store::Author;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Number of records that trigger a rebuild (`REBUILD_THRESHOLD` in `src/indexer`).
const VERY_MANY: usize = 5_000;
/// Number of records that need more than one page of changes, but no rebuild.
const MANY: usize = 1_500;

fn batch(name: &str, count: usize) -> Batch {
    let lines: Vec<String> =
        (0..count).map(|n| json!({"id": format!("{name}-{n}"), "name": format!("Massan {n}")}).to_string()).collect();
    catalogue_exchange::read_jsonl("bulk", &lines.join("\n"), crate::support::vocabularies()).unwrap()
}

/// Writes a batch while readers search. Returns the totals that the readers saw.
async fn seen_during(app: &Arc<TestApp>, batch: Batch) -> BTreeSet<u64> {
    let done = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let (app, done) = (Arc::clone(app), Arc::clone(&done));
            tokio::spawn(async move {
                let mut seen = BTreeSet::new();
                loop {
                    let last = done.load(Ordering::SeqCst);
                    let answer = app.ok("/api/v1/interventions?q=massan&facets=none&per_page=1").await;
                    seen.insert(answer["total"].as_u64().unwrap());
                    if last {
                        return seen;
                    }
                    tokio::task::yield_now().await;
                }
            })
        })
        .collect();
    let author = Author { name: "test".into(), reason: "very many".into() };
    let outcome = app.store.write(&batch, &author, NOW.parse().unwrap(), false).await.unwrap();
    assert!(app.indexer.wait_until_searchable(outcome.seq).await);
    done.store(true, Ordering::SeqCst);
    let mut seen = BTreeSet::new();
    for reader in readers {
        seen.extend(reader.await.unwrap());
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn readers_see_all_or_nothing_of_it() {
    let app = Arc::new(TestApp::with(&[json!({"name": "Massan"})]).await.with_indexer_task());
    let first = app.current_generation();
    assert_eq!(seen_during(&app, batch("a", MANY)).await, BTreeSet::from([1, 1 + MANY as u64]));
    assert_eq!(app.current_generation(), first, "the index has followed");
    let all = 1 + (MANY + VERY_MANY) as u64;
    assert_eq!(seen_during(&app, batch("b", VERY_MANY)).await, BTreeSet::from([1 + MANY as u64, all]));
    assert_ne!(app.current_generation(), first, "a new index has taken its place");
}
