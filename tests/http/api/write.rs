//! `POST /api/v1/interventions`, `PUT` and `DELETE …/{id}`.

use super::{app, holds_nothing_empty};
use crate::support::{TestApp, ids, text};
use axum::http::Method;
use catalogue::access::AccessRole;
use serde_json::{Value, json};

const ALL: &str = "/api/v1/interventions";
const ONE: &str = "/api/v1/interventions/praktiktrappan";

async fn with_key() -> (TestApp, String) {
    let app = app().await.with_indexer_task();
    let key = app.key(AccessRole::Reviewer, None).await;
    (app, key)
}

#[tokio::test]
async fn a_new_record_is_there_and_found_when_the_answer_comes() {
    let (app, key) = with_key().await;
    let sent = json!({"name": "Zebraprojektet", "summary": "Zebror.", "state": "published"});
    let (status, headers, body) = app.call(Method::POST, ALL, &key, "", &sent).await;
    assert_eq!(status.as_u16(), 201, "{body}");
    holds_nothing_empty(&body);
    assert_eq!(text(&headers, "location"), "/api/v1/interventions/zebraprojektet");
    assert_eq!((body["id"].as_str(), body["revision"].as_i64()), (Some("zebraprojektet"), Some(1)));
    assert_eq!(ids(&app.ok("/api/v1/interventions?q=zebraprojektet").await), ["zebraprojektet"]);
    let (_, seen, shown) = app.get(text(&headers, "location")).await;
    assert_eq!(shown, body, "the answer is what everyone reads");
    assert_eq!(text(&seen, "etag"), text(&headers, "etag"));
}

#[tokio::test]
async fn a_new_record_is_a_draft_unless_it_says_otherwise_and_only_its_writers_see_it() {
    let (app, key) = with_key().await;
    let owned = json!({"name": "Zebra", "organizations": [{"id": "vaxjo-kommun", "role": "owner"}]});
    let (status, _, body) = app.call(Method::POST, ALL, &key, "", &owned).await;
    assert_eq!((status.as_u16(), body["state"].as_str()), (201, Some("draft")));
    let path = "/api/v1/interventions/zebra";
    assert_eq!(app.get(path).await.0.as_u16(), 404);
    let (own, other) = (
        app.key(AccessRole::Contributor, Some("vaxjo-kommun")).await,
        app.key(AccessRole::Editor, Some("emmaboda-kommun")).await,
    );
    for (key, expected) in [(&key, 200), (&own, 200), (&other, 404)] {
        let (status, headers, _) = app.call(Method::GET, path, key, "", &Value::Null).await;
        assert_eq!(status.as_u16(), expected);
        assert!(!text(&headers, "cache-control").contains("public"), "no cache may keep it for others");
    }
    assert_eq!(app.ok("/api/v1/interventions?q=zebra&interpret=false").await["total"], 0);
}

#[tokio::test]
async fn an_invalid_key_is_refused() {
    let (app, key) = with_key().await;
    let body = json!({"name": "Z"});
    for wrong in ["", "insats_00", "å"] {
        let (status, headers, problem) = app.call(Method::POST, ALL, wrong, "", &body).await;
        assert_eq!((status.as_u16(), problem["code"].as_str()), (401, Some("unauthorized")), "{wrong:?}");
        assert!(text(&headers, "www-authenticate").starts_with("Bearer"));
    }
    // Applies to public records too: a program must notice that its key is revoked.
    assert_eq!(app.call(Method::GET, ONE, "insats_00", "", &Value::Null).await.0.as_u16(), 401);
    assert_eq!(app.call(Method::GET, ONE, &key, "", &Value::Null).await.0.as_u16(), 200);
    let keys = app.store.keys().await.unwrap();
    assert_eq!(keys[0].last_used.unwrap().to_string(), "2026-11-22", "a day, no time");
    assert!(app.store.revoke_key(&keys[0].id, "2026-11-22".parse().unwrap()).await.unwrap());
    assert_eq!(app.call(Method::POST, ALL, &key, "", &body).await.0.as_u16(), 401);
    assert!(app.store.find(&"z".parse().unwrap()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_change_names_the_revision_that_it_is_made_from() {
    let (app, key) = with_key().await;
    let (_, headers, mut body) = app.get(ONE).await;
    let etag = text(&headers, "etag").to_owned();
    body["name"] = json!("Praktikstegen");
    let (status, _, problem) = app.call(Method::PUT, ONE, &key, "", &body).await;
    assert_eq!((status.as_u16(), problem["code"].as_str()), (428, Some("precondition_required")));
    for bad in ["*", "1", "\"x\"", "\"0\"", "\"1\", \"2\"", "\"1-xyz\""] {
        let (status, _, problem) = app.call(Method::PUT, ONE, &key, bad, &body).await;
        assert_eq!((status.as_u16(), problem["code"].as_str()), (400, Some("invalid_precondition")), "{bad}");
    }
    // The body of a response can be sent back: derived keys are ignored.
    let (status, headers, changed) = app.call(Method::PUT, ONE, &key, &etag, &body).await;
    assert_eq!((status.as_u16(), changed["revision"].as_i64()), (200, Some(2)), "{changed}");
    assert_eq!(changed["name"], "Praktikstegen");
    assert!(ids(&app.ok("/api/v1/interventions?q=praktikstegen").await).contains(&"praktiktrappan".to_owned()));
    // Sending an equal record creates no revision. A weak entity tag and the bare revision are accepted too.
    for known in [text(&headers, "etag"), "\"2\"", &format!("W/{}", text(&headers, "etag"))] {
        let (status, _, same) = app.call(Method::PUT, ONE, &key, known, &changed).await;
        assert_eq!((status.as_u16(), same["revision"].as_i64()), (200, Some(2)), "{known}");
    }
}

#[tokio::test]
async fn a_lost_race_shows_both_versions() {
    let (app, key) = with_key().await;
    let mut first = app.ok(ONE).await;
    let mut second = first.clone();
    first["summary"] = json!("Först.");
    second["summary"] = json!("Sedan.");
    assert_eq!(app.call(Method::PUT, ONE, &key, "\"1\"", &first).await.0.as_u16(), 200);
    let (status, _, problem) = app.call(Method::PUT, ONE, &key, "\"1\"", &second).await;
    assert_eq!((status.as_u16(), problem["code"].as_str()), (409, Some("conflict")), "{problem}");
    assert_eq!((problem["current"]["revision"].as_i64(), problem["yours"]["revision"].as_i64()), (Some(2), Some(1)));
    assert_eq!(problem["current"]["record"]["summary"], "Först.");
    assert_eq!(problem["yours"]["record"]["summary"], "Sedan.");
    assert_eq!(problem["differences"], json!([{"field": "summary", "before": "Först.", "after": "Sedan."}]));
    // The same number with another hash (after a restore) is another revision.
    assert_eq!(app.call(Method::PUT, ONE, &key, "\"2-0000000000000000\"", &second).await.0.as_u16(), 409);
    assert_eq!(app.ok(ONE).await["summary"], "Först.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_change_the_same_revision_one_succeeds() {
    let (app, key) = with_key().await;
    let app = std::sync::Arc::new(app);
    let record = app.ok(ONE).await;
    let mut tasks = Vec::new();
    for n in 0..12 {
        let (app, key, mut record) = (app.clone(), key.clone(), record.clone());
        record["summary"] = json!(format!("Nummer {n}."));
        tasks.push(tokio::spawn(async move { app.call(Method::PUT, ONE, &key, "\"1\"", &record).await.0.as_u16() }));
    }
    let mut statuses = Vec::new();
    for task in tasks {
        statuses.push(task.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200);
    assert!(statuses[1..].iter().all(|s| *s == 409), "{statuses:?}");
    assert_eq!(app.ok(ONE).await["revision"], 2);
}

#[tokio::test]
async fn every_fault_of_a_record_at_once_and_nothing_half_done() {
    let (app, key) = with_key().await;
    let seq = app.store.latest_seq().await.unwrap();
    let faulty = json!({"name": "Z", "ages": [{"min": 300}], "kind": "x", "colour": 1, "coverage": ["9999"],
        "contacts": [{"phone": "070-123 45 67 x"}], "status": "ended", "revision": 7});
    let (status, _, problem) = app.call(Method::POST, ALL, &key, "", &faulty).await;
    assert_eq!((status.as_u16(), problem["code"].as_str()), (422, Some("invalid_record")), "{problem}");
    let errors = problem["errors"].as_array().unwrap();
    let pointers: Vec<&str> = errors.iter().filter_map(|e| e["pointer"].as_str()).collect();
    for pointer in ["/colour", "/ages/0/min", "/kind", "/coverage/0"] {
        assert!(pointers.contains(&pointer), "{pointer} in {pointers:?}");
    }
    assert!(!pointers.contains(&"/status") && !pointers.contains(&"/revision"), "derived keys are ignored");
    for (body, pointer) in [
        (json!({"name": "Z", "part_of": "finns-inte"}), "/part_of"),
        (json!({"summary": "Utan namn."}), "/name"),
        (json!([]), ""),
    ] {
        let (status, _, problem) = app.call(Method::POST, ALL, &key, "", &body).await;
        assert_eq!((status.as_u16(), problem["errors"][0]["pointer"].as_str()), (422, Some(pointer)), "{problem}");
    }
    let renamed = json!({"id": "annan", "name": "Z"});
    let (status, _, problem) = app.call(Method::PUT, ONE, &key, "\"1\"", &renamed).await;
    assert_eq!((status.as_u16(), problem["errors"][0]["pointer"].as_str()), (422, Some("/id")), "{problem}");
    let withdrawn = json!({"name": "Z", "state": "draft"});
    let (status, _, problem) = app.call(Method::PUT, ONE, &key, "\"1\"", &withdrawn).await;
    assert_eq!((status.as_u16(), problem["errors"][0]["pointer"].as_str()), (422, Some("/state")), "{problem}");
    assert_eq!(problem["errors"][0]["allowed"], "published, archived");
    assert_eq!(app.store.latest_seq().await.unwrap(), seq);
    assert!(app.store.find(&"z".parse().unwrap()).await.unwrap().is_none());
}

#[tokio::test]
async fn bodies_that_are_no_json_and_parameters_that_are_none() {
    let (app, key) = with_key().await;
    let bearer = format!("Bearer {key}");
    let send = async |content_type: &str, body: String| {
        let headers =
            [(axum::http::header::AUTHORIZATION, bearer.as_str()), (axum::http::header::CONTENT_TYPE, content_type)];
        let request = crate::support::request(Method::POST, ALL, &headers, body.into());
        crate::support::json(app.send(request).await).await.0.as_u16()
    };
    assert_eq!(send("text/plain", "{}".into()).await, 415);
    assert_eq!(send("application/json", "{".into()).await, 400);
    let padded = |size: usize| format!("{{\"name\":\"Z\"{}}}", " ".repeat(size - 12));
    assert_eq!(send("application/json", padded((1 << 20) + 1)).await, 413);
    assert_eq!(send("application/json", padded(1 << 20)).await, 201);
    let path = "/api/v1/interventions?resaon=x";
    assert_eq!(app.call(Method::POST, path, &key, "", &json!({"name": "Y"})).await.0.as_u16(), 400);
    let path = "/api/v1/interventions?reason=ring%20070-123%2045%2067";
    let (status, _, problem) = app.call(Method::POST, path, &key, "", &json!({"name": "Y"})).await;
    assert_eq!((status.as_u16(), problem["errors"][0]["parameter"].as_str()), (400, Some("reason")));
}

#[tokio::test]
async fn an_archived_record_is_gone_and_names_its_successor() {
    let (app, key) = with_key().await;
    let (status, headers, _) =
        app.call(Method::DELETE, &format!("{ONE}?successor=marken"), &key, "", &Value::Null).await;
    assert_eq!(status.as_u16(), 204);
    let etag = text(&headers, "etag").to_owned();
    let (status, _, problem) = app.get(ONE).await;
    assert_eq!((status.as_u16(), problem["successor"]["id"].as_str()), (410, Some("marken")), "{problem}");
    assert_eq!(app.ok("/api/v1/interventions?q=praktiktrappan&interpret=false&ended=include").await["total"], 0);
    // Ids are never reused.
    let taken = json!({"id": "praktiktrappan", "name": "Ny"});
    let (status, _, problem) = app.call(Method::POST, ALL, &key, "", &taken).await;
    assert_eq!((status.as_u16(), problem["code"].as_str()), (409, Some("id_taken")));
    // A successor that is archived itself leads to its own successor.
    let path = "/api/v1/interventions/marken?successor=nya-vagen";
    assert_eq!(app.call(Method::DELETE, path, &key, "\"1\"", &Value::Null).await.0.as_u16(), 204);
    assert_eq!(app.get(ONE).await.2["successor"]["id"], "nya-vagen");
    // After it is published again, the record is returned under its own id.
    let back = json!({"name": "Praktiktrappan", "state": "published"});
    let (status, _, body) = app.call(Method::PUT, ONE, &key, &etag, &back).await;
    assert_eq!((status.as_u16(), body["revision"].as_i64()), (200, Some(3)), "{body}");
    assert_eq!(app.get(ONE).await.0.as_u16(), 200);
    for wrong in ["successor=finns-inte", "successor=utkast", "successor=praktiktrappan", "successor=%C3%85"] {
        let (status, _, problem) = app.call(Method::DELETE, &format!("{ONE}?{wrong}"), &key, "", &Value::Null).await;
        assert_eq!((status.as_u16(), problem["errors"][0]["parameter"].as_str()), (400, Some("successor")), "{wrong}");
    }
    assert_eq!(app.call(Method::DELETE, ONE, &key, "\"2\"", &Value::Null).await.0.as_u16(), 409);
}

#[tokio::test]
async fn a_draft_that_is_dropped_was_never_there_for_the_public() {
    let (app, key) = with_key().await;
    let path = "/api/v1/interventions/utkast";
    assert_eq!(app.call(Method::DELETE, path, &key, "", &Value::Null).await.0.as_u16(), 204);
    assert_eq!(app.get(path).await.0.as_u16(), 404);
    assert_eq!(app.get("/api/v1/interventions/ensam").await.0.as_u16(), 410, "what came in archived was public once");
}

#[tokio::test]
async fn a_write_that_is_not_searchable_in_time_answers_202() {
    // In this service, no task updates the index.
    let app = app().await.with_visibility_timeout(std::time::Duration::ZERO);
    let key = app.key(AccessRole::Admin, None).await;
    let sent = json!({"name": "Zebra", "state": "published"});
    let (status, headers, body) = app.call(Method::POST, ALL, &key, "", &sent).await;
    assert_eq!((status.as_u16(), body["id"].as_str()), (202, Some("zebra")));
    assert_eq!(text(&headers, "location"), "/api/v1/interventions/zebra");
    assert_eq!(app.get("/api/v1/interventions/zebra").await.0.as_u16(), 200, "it is kept all the same");
    app.indexer.catch_up().await.unwrap();
    assert_eq!(app.ok("/api/v1/interventions?q=zebra").await["total"], 1);
}

#[tokio::test]
async fn organisations_come_along_but_not_with_a_contributor() {
    let (app, key) = with_key().await;
    let record = |name: &str, org: &str| {
        json!({"name": name, "state": "published", "organizations": [
            {"id": org, "name": "Ny förening", "type": "civil_society", "role": "partner"},
            {"id": "vaxjo-kommun", "role": "owner"}]})
    };
    let (status, _, body) = app.call(Method::POST, ALL, &key, "", &record("Zebra", "ny-forening")).await;
    assert_eq!((status.as_u16(), body["organizations"][0]["name"].as_str()), (201, Some("Ny förening")), "{body}");
    assert_eq!(app.ok("/api/v1/organizations/ny-forening").await["counts"]["organization"], 0);
    let contributor = app.key(AccessRole::Contributor, Some("vaxjo-kommun")).await;
    let (status, _, problem) = app.call(Method::POST, ALL, &contributor, "", &record("Giraff", "annan-forening")).await;
    assert_eq!(status.as_u16(), 403, "{problem}");
    assert_eq!(app.get("/api/v1/organizations/annan-forening").await.0.as_u16(), 404);
}
