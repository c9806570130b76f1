//! `GET /api/v1/interventions/{id}`.

use super::{app, has_keys, holds_nothing_empty, keys, records};
use crate::support::{NOW, TestApp, shipped_records, text};
use catalogue::field;
use serde_json::{Value, json};

#[tokio::test]
async fn the_whole_record_with_what_is_derived() {
    let app = app().await;
    let (_, headers, body) = app.get("/api/v1/interventions/praktiktrappan").await;
    holds_nothing_empty(&body);
    let fields: Vec<&str> = field::fields().map(|f| f.key).filter(|k| *k != "succeeds").collect();
    let derived = ["status", "municipalities", "target_group_labels", "created", "updated", "revision", "url"];
    has_keys(&body, &[fields.as_slice(), &derived].concat(), &["similar"]);
    let given = &records()[0];
    for key in keys(given).into_iter().filter(|k| *k != "organizations") {
        assert_eq!(body[key], given[key], "{key}");
    }
    assert_eq!(
        body["organizations"],
        json!([
            {"id": "emmaboda-kommun", "name": "Emmaboda kommun", "type": "municipality", "role": "owner"},
            {"id": "esf", "name": crate::support::vocabularies().organization(&"esf".parse().unwrap()).unwrap().name, "type": "eu_fund", "role": "funder"},
        ])
    );
    assert_eq!(
        (body["status"].as_str(), body["level"].as_str(), body["state"].as_str()),
        (Some("ongoing"), Some("individual"), Some("published"))
    );
    assert_eq!(
        (body["created"].as_str(), body["updated"].as_str(), body["revision"].as_u64()),
        (Some("2026-11-22T12:00:00Z"), Some("2026-11-22T12:00:00Z"), Some(1))
    );
    assert_eq!(body["municipalities"].as_array().unwrap().len(), 9);
    assert!(text(&headers, "etag").starts_with("\"1-"));
}

#[tokio::test]
async fn a_record_of_which_little_is_known_says_little() {
    let app = app().await;
    let body = app.ok("/api/v1/interventions/ersattaren").await;
    holds_nothing_empty(&body);
    let must = [
        "id", "name", "kind", "level", "status", "state", "revision", "created", "updated", "url", "succeeds", "ages",
        "referral",
    ];
    has_keys(&body, &must, &["similar"]);
    assert_eq!((body["status"].as_str(), body["kind"].as_str()), (Some("unknown"), Some("other")));
    let nation = app.ok("/api/v1/interventions/nya-vagen").await;
    assert!(nation.get("municipalities").is_none() && nation["coverage"] == json!(["national"]));
}

#[tokio::test]
async fn every_shipped_record_holds_the_contract_and_comes_back_as_it_was() {
    let app = TestApp::shipped().await;
    for record in shipped_records() {
        let id = record["id"].as_str().unwrap();
        let mut body = app.ok(&format!("/api/v1/interventions/{id}")).await;
        holds_nothing_empty(&body);
        let status = body["status"].as_str().unwrap();
        assert_eq!(status, crate::reference_search::ReferenceRecord::new(&record, NOW).status, "{id}");
        // The body of a response can be sent back: derived keys and names of organisations are ignored.
        let read = catalogue::validate::record(&body, crate::support::vocabularies()).unwrap();
        assert_eq!(serde_json::to_value(&read.record).unwrap(), record, "{id}");
        let labels = body["target_group_labels"].take();
        assert_eq!(labels.as_array().map_or(0, Vec::len), record["target_groups"].as_array().map_or(0, Vec::len));
    }
}

#[tokio::test]
async fn a_change_is_seen_by_record_and_search_together() {
    let app = app().await;
    let mut changed = records()[0].clone();
    changed["name"] = json!("Praktikstegen");
    app.put(&[changed], "2026-11-23T08:00:00Z").await;
    let body = app.ok("/api/v1/interventions/praktiktrappan").await;
    assert_eq!((body["name"].as_str(), body["revision"].as_u64()), (Some("Praktikstegen"), Some(2)));
    assert_eq!(
        (body["created"].as_str(), body["updated"].as_str()),
        (Some("2026-11-22T12:00:00Z"), Some("2026-11-23T08:00:00Z"))
    );
    let search = app.ok("/api/v1/interventions?q=praktikstegen").await;
    assert_eq!(search["items"][0]["id"], "praktiktrappan");
    let old = app.ok("/api/v1/interventions?q=praktiktrappan&interpret=false").await;
    assert!(
        !crate::support::ids(&old).contains(&"praktiktrappan".to_owned()) || old["items"][0]["name"] == "Praktikstegen"
    );
    app.put(&[json!({"id": "praktiktrappan", "name": "Praktikstegen", "state": "archived"})], NOW).await;
    assert_eq!(app.get("/api/v1/interventions/praktiktrappan").await.0.as_u16(), 410);
    assert_eq!(app.ok("/api/v1/interventions?q=praktikstegen").await["total"], 0);
    app.put(&[json!({"id": "praktiktrappan", "name": "Praktikstegen"})], NOW).await;
    assert_eq!(app.ok("/api/v1/interventions?q=praktikstegen").await["total"], 1);
    let back = app.ok("/api/v1/interventions/praktiktrappan").await;
    assert_eq!(back["revision"], Value::from(4), "revisions go on counting");
}

#[tokio::test]
async fn similar_ones_are_others_that_the_public_sees() {
    let app = TestApp::shipped().await;
    for record in shipped_records().iter().step_by(9) {
        let id = record["id"].as_str().unwrap();
        for limit in [1, 5, 20] {
            let answer = app.ok(&format!("/api/v1/interventions/{id}/similar?limit={limit}")).await;
            holds_nothing_empty(&answer);
            has_keys(&answer, &[], &["items"]);
            let found = crate::support::ids(&answer);
            assert!(found.len() <= limit && !found.contains(&id.to_owned()), "{id}: {found:?}");
            assert_eq!(found.iter().collect::<std::collections::BTreeSet<_>>().len(), found.len(), "each once");
        }
        let beside = app.ok(&format!("/api/v1/interventions/{id}")).await;
        for item in beside["similar"].as_array().into_iter().flatten() {
            has_keys(item, super::search::ITEM_WITHOUT_MATCH, super::search::ITEM_MAY);
        }
    }
    let five = app.ok("/api/v1/interventions/skruvas/similar").await;
    assert_eq!(five, app.ok("/api/v1/interventions/skruvas/similar?limit=5").await, "five when nothing is said");
}

#[tokio::test]
async fn faults_of_similar() {
    let app = app().await;
    for limit in ["0", "21", "x", "-1", "5.0"] {
        let (status, _, problem) =
            app.get(&format!("/api/v1/interventions/praktiktrappan/similar?limit={limit}")).await;
        assert_eq!(
            (status.as_u16(), problem["errors"][0]["parameter"].as_str()),
            (400, Some("limit")),
            "{limit}: {problem}"
        );
        assert!(problem["errors"][0]["allowed"].as_str().unwrap().contains("20"));
    }
    for (id, status) in [("nope", 404), ("utkast", 404), ("borttagen", 410), ("%FF", 404)] {
        assert_eq!(app.get(&format!("/api/v1/interventions/{id}/similar")).await.0.as_u16(), status, "{id}");
    }
    // In a catalogue of one record, no record is similar.
    let alone = TestApp::with(&[json!({"name": "Ensam"})]).await;
    holds_nothing_empty(&alone.ok("/api/v1/interventions/ensam/similar").await);
    holds_nothing_empty(&alone.ok("/api/v1/interventions/ensam").await);
}
