//! Concurrent writers, and a mirror that follows the change log and must end with the same bytes.

use crate::support::TestApp;
use axum::http::Method;
use catalogue::access::AccessRole;
use catalogue::to_json_line;
use catalogue::{field, hash};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const WRITERS: u64 = 4;
const ROUNDS: u64 = 25;
/// Number of changes to reach. The number of requests is higher, because some conflict.
const ENOUGH: i64 = 30;
const RECORDS: u64 = 9;

/// A copy of the catalogue that uses only the public API.
#[derive(Default)]
struct Mirror {
    next: String,
    lines: BTreeMap<String, String>,
    hashes: BTreeMap<String, String>,
    seen: i64,
    read: usize,
}

impl Mirror {
    /// Applies one page of changes; `false` at the end of the log.
    async fn follow(&mut self, app: &TestApp) -> bool {
        if self.next.is_empty() {
            self.next = "/api/v1/changes?limit=7".into();
        }
        let page = app.ok(&self.next).await;
        let items = page["items"].as_array().unwrap();
        for change in items {
            let (seq, id) = (change["seq"].as_i64().unwrap(), change["id"].as_str().unwrap().to_owned());
            assert_eq!(seq, self.seen + 1, "no gap and nothing twice");
            self.seen = seq;
            let (status, _, record) = app.get(&format!("/api/v1/interventions/{id}")).await;
            self.read += 1;
            match status.as_u16() {
                200 => drop(self.lines.insert(id.clone(), line(record))),
                404 | 410 => drop(self.lines.remove(&id)),
                other => panic!("{other}"),
            }
            if change["change"] == "removed" {
                self.hashes.remove(&id);
            } else {
                self.hashes.insert(id, change["hash"].as_str().unwrap().to_owned());
            }
        }
        page["next"].as_str().unwrap().clone_into(&mut self.next);
        !items.is_empty()
    }
}

/// The JSON line from which the hash of a record is computed: without derived keys and names of organisations.
fn line(mut record: Value) -> String {
    let object = record.as_object_mut().unwrap();
    for key in field::DERIVED {
        object.shift_remove(*key);
    }
    for organization in object.get_mut("organizations").and_then(Value::as_array_mut).into_iter().flatten() {
        let organization = organization.as_object_mut().unwrap();
        organization.shift_remove("name");
        organization.shift_remove("type");
    }
    record.to_string()
}

async fn export(app: &TestApp) -> Vec<String> {
    let stored = app.store.list_after("", i64::MAX).await.unwrap();
    stored.iter().filter(|s| s.is_public()).map(|s| to_json_line(&s.record).unwrap()).collect()
}

/// A deterministic pseudo-random number generator.
struct WriterRandom(u64);

impl WriterRandom {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

async fn write(app: &TestApp, key: &str, dice: &mut WriterRandom, note: String) -> u16 {
    let id = format!("storm-{}", dice.roll(RECORDS));
    let path = format!("/api/v1/interventions/{id}");
    let state = ["published", "published", "published", "draft", "in_review"][dice.roll(5) as usize];
    let record = json!({"id": id, "name": "Storm", "summary": note, "coverage": ["0780"], "state": state,
        "goals": [{"text": "Deltagare", "target": 12.5}],
        "organizations": [{"id": "vaxjo-kommun", "role": "owner"}]});
    let known = format!("\"{}\"", app.store.find(&id.parse().unwrap()).await.unwrap().map_or(1, |s| s.revision));
    let answer = match dice.roll(10) {
        0 => app.call(Method::POST, "/api/v1/interventions", key, "", &record).await,
        1 => app.call(Method::DELETE, &path, key, &known, &Value::Null).await,
        2 => {
            let restore = format!("{path}/history/{}/restore", 1 + dice.roll(3));
            app.call(Method::POST, &restore, key, &known, &Value::Null).await
        }
        3 => app.call(Method::PUT, &path, key, "\"1\"", &record).await,
        4 => app.call(Method::PUT, &path, key, &known, &json!({"name": "", "ages": [{"min": -1}]})).await,
        _ if known == "\"1\"" => app.call(Method::POST, "/api/v1/interventions", key, "", &record).await,
        _ => app.call(Method::PUT, &path, key, &known, &record).await,
    };
    answer.0.as_u16()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_that_follows_a_storm_of_writes_equals_an_export() {
    let first: Vec<Value> =
        (0..RECORDS).step_by(2).map(|n| json!({"id": format!("storm-{n}"), "name": "Storm"})).collect();
    let app = Arc::new(TestApp::with(&first).await.with_indexer_task());
    let key = app.key(AccessRole::Admin, None).await;
    let mut writers = Vec::new();
    for writer in 0..WRITERS {
        let (app, key) = (Arc::clone(&app), key.clone());
        writers.push(tokio::spawn(async move {
            let mut dice = WriterRandom(writer + 1);
            let mut statuses = BTreeMap::new();
            for round in 0..20 * ROUNDS {
                if round >= ROUNDS && app.store.latest_seq().await.unwrap() > ENOUGH {
                    break;
                }
                let note = format!("Skrivare {writer}, varv {round}, å ä ö \" \\ <b>.");
                *statuses.entry(write(&app, &key, &mut dice, note).await).or_insert(0) += 1;
            }
            statuses
        }));
    }
    let done = Arc::new(AtomicBool::new(false));
    let mirroring = tokio::spawn({
        let (app, done) = (Arc::clone(&app), Arc::clone(&done));
        async move {
            let mut mirror = Mirror::default();
            loop {
                // Reads the flag before the page, so that the log contains all earlier writes.
                let last = done.load(Ordering::SeqCst);
                if !mirror.follow(&app).await && last {
                    return mirror;
                }
                tokio::task::yield_now().await;
            }
        }
    });
    let mut statuses: BTreeMap<u16, i32> = BTreeMap::new();
    for writer in writers {
        for (status, count) in writer.await.unwrap() {
            *statuses.entry(status).or_default() += count;
        }
    }
    done.store(true, Ordering::SeqCst);
    let mirror = mirroring.await.unwrap();
    let exported = export(&app).await;
    assert_eq!(mirror.lines.into_values().collect::<Vec<_>>().join("\n"), exported.join("\n"));
    for (id, hash) in &mirror.hashes {
        let line = exported.iter().find(|line| line.starts_with(&format!("{{\"id\":\"{id}\""))).unwrap();
        assert_eq!(hash, &hash::short(&[line]), "{id}");
    }
    assert_eq!(mirror.hashes.len(), exported.len());
    assert_eq!(mirror.seen, app.store.latest_seq().await.unwrap());
    assert!(mirror.seen > ENOUGH && mirror.read as i64 == mirror.seen, "{}", mirror.seen);
    // Most statuses occurred.
    for status in [200, 201, 409, 422] {
        assert!(statuses.contains_key(&status), "{status} in {statuses:?}");
    }
    assert!(statuses.keys().all(|s| [200, 201, 202, 204, 404, 409, 410, 422].contains(s)), "{statuses:?}");
    // The index has reached the same state as the store.
    app.indexer.catch_up().await.unwrap();
    let found = app.ok("/api/v1/interventions?q=storm&interpret=false&per_page=100").await;
    assert_eq!(found["total"].as_u64().unwrap() as usize, exported.len());
}
