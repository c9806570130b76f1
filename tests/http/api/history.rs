//! `/api/v1/interventions/{id}/history`, and the page of changes.

use super::app;
use crate::support::{TestApp, bytes, text};
use axum::body::Body;
use axum::http::Method;
use catalogue::access::AccessRole;
use serde_json::{Value, json};

const ONE: &str = "/api/v1/interventions/praktiktrappan";

/// A record with three revisions: created, renamed, archived.
async fn changed() -> (TestApp, String) {
    let app = app().await.with_indexer_task();
    let key = app.key(AccessRole::Reviewer, None).await;
    let mut record = app.ok(ONE).await;
    record["name"] = json!("Praktikstegen");
    record.as_object_mut().unwrap().shift_remove("waiting_time");
    let path = format!("{ONE}?reason=Nytt%20namn%20sedan%20maj");
    assert_eq!(app.call(Method::PUT, &path, &key, "\"1\"", &record).await.0.as_u16(), 200);
    assert_eq!(app.call(Method::DELETE, ONE, &key, "", &Value::Null).await.0.as_u16(), 204);
    (app, key)
}

#[tokio::test]
async fn who_when_why_and_what() {
    let (app, key) = changed().await;
    let (status, headers, body) = app.call(Method::GET, &format!("{ONE}/history"), &key, "", &Value::Null).await;
    assert_eq!(status.as_u16(), 200, "{body}");
    assert!(text(&headers, "cache-control").contains("private"));
    let items = body["items"].as_array().unwrap();
    assert_eq!(items.iter().map(|i| i["revision"].as_i64().unwrap()).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(items[0]["differences"], json!([{"field": "state", "before": "published", "after": "archived"}]));
    assert_eq!(
        items[1]["differences"],
        json!([{"field": "name", "before": "Praktiktrappan", "after": "Praktikstegen"},
            {"field": "waiting_time", "before": "Två veckor"}])
    );
    assert_eq!(items[1]["reason"], "Nytt namn sedan maj");
    assert!(items[1]["author"].as_str().unwrap().starts_with("key "), "{}", items[1]["author"]);
    assert_eq!(items[1]["at"], "2026-11-22T12:00:00Z");
    assert!(items[2]["differences"].as_array().unwrap().iter().all(|d| d.get("before").is_none()));
    // Paging returns each revision once, with the same differences.
    let mut paged = Vec::new();
    let mut path = format!("{ONE}/history?limit=1");
    loop {
        let (_, _, page) = app.call(Method::GET, &path, &key, "", &Value::Null).await;
        paged.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut path),
            None => break,
        }
    }
    assert_eq!(&paged, items);
    let (_, _, old) = app.call(Method::GET, &format!("{ONE}/history/1"), &key, "", &Value::Null).await;
    assert_eq!((old["record"]["name"].as_str(), old["revision"].as_i64()), (Some("Praktiktrappan"), Some(1)));
    for missing in ["0", "4", "x", "99999999999999999999"] {
        let path = format!("{ONE}/history/{missing}");
        assert_eq!(app.call(Method::GET, &path, &key, "", &Value::Null).await.0.as_u16(), 404, "{missing}");
    }
}

#[tokio::test]
async fn any_revision_comes_back_as_a_new_one() {
    let (app, key) = changed().await;
    let restore = async |n: u32, known: &str| {
        app.call(Method::POST, &format!("{ONE}/history/{n}/restore"), &key, known, &Value::Null).await
    };
    assert_eq!(restore(1, "").await.0.as_u16(), 428);
    let (status, _, problem) = restore(1, "\"2\"").await;
    assert_eq!((status.as_u16(), problem["current"]["revision"].as_i64()), (409, Some(3)));
    let (status, _, body) = restore(1, "\"3\"").await;
    assert_eq!((status.as_u16(), body["revision"].as_i64(), body["state"].as_str()), (200, Some(4), Some("published")));
    let shown = app.ok(ONE).await;
    assert_eq!((shown["name"].as_str(), shown["waiting_time"].as_str()), (Some("Praktiktrappan"), Some("Två veckor")));
    assert_eq!(app.ok("/api/v1/interventions?q=praktiktrappan").await["items"][0]["id"], "praktiktrappan");
    // No revision is removed.
    let (_, _, body) = app.call(Method::GET, &format!("{ONE}/history"), &key, "", &Value::Null).await;
    assert_eq!(
        (body["items"].as_array().unwrap().len(), body["items"][0]["reason"].as_str()),
        (4, Some("revision 1 restored"))
    );
}

#[tokio::test]
async fn the_draft_of_something_public_comes_back_as_public() {
    let app = app().await.with_indexer_task();
    let key = app.key(AccessRole::Reviewer, None).await;
    let path = "/api/v1/interventions/utkast";
    let published = json!({"name": "Utkast praktik", "summary": "Nu.", "state": "published"});
    assert_eq!(app.call(Method::PUT, path, &key, "\"1\"", &published).await.0.as_u16(), 200);
    let (status, _, body) =
        app.call(Method::POST, &format!("{path}/history/1/restore"), &key, "\"2\"", &Value::Null).await;
    assert_eq!((status.as_u16(), body["state"].as_str()), (200, Some("published")), "{body}");
    assert!(body.get("summary").is_none());
}

async fn page(app: &TestApp, path: &str) -> (u16, String) {
    let answer = app.send(crate::support::request(Method::GET, path, &[], Body::empty())).await;
    (answer.status().as_u16(), String::from_utf8(bytes(answer).await).unwrap())
}

#[tokio::test]
async fn the_public_page_shows_changed_fields_and_no_names() {
    let app = app().await.with_indexer_task();
    let key = app.key(AccessRole::Reviewer, None).await;
    let mut record = app.ok(ONE).await;
    record["summary"] = json!("Hemlig rättelse.");
    let path = format!("{ONE}?reason=Internt%20skal");
    assert_eq!(app.call(Method::PUT, &path, &key, "\"1\"", &record).await.0.as_u16(), 200);
    record["summary"] = json!("Praktik i fyra steg.");
    record.as_object_mut().unwrap().shift_remove("duration");
    assert_eq!(app.call(Method::PUT, ONE, &key, "\"2\"", &record).await.0.as_u16(), 200);
    let (status, html) = page(&app, "/insats/praktiktrappan/andringar").await;
    assert_eq!(status, 200);
    for part in
        ["Praktiktrappan", "22 november 2026", "kort om insatsen", "Borttaget: hur länge", "/insats/praktiktrappan\""]
    {
        assert!(html.contains(part), "{part} in {html}");
    }
    for secret in ["key ", "Internt", "test", "Hemlig"] {
        assert!(!html.contains(secret), "{secret} in {html}");
    }
    let (_, record) = page(&app, "/insats/praktiktrappan").await;
    assert!(record.contains("/insats/praktiktrappan/andringar"));
    for (id, expected) in [("utkast", 404), ("borttagen", 410), ("finns-inte", 404)] {
        assert_eq!(page(&app, &format!("/insats/{id}/andringar")).await.0, expected, "{id}");
    }
}

#[tokio::test]
async fn changes_before_publication_are_not_shown() {
    let app = app().await.with_indexer_task();
    let key = app.key(AccessRole::Reviewer, None).await;
    let path = "/api/v1/interventions/utkast";
    for (n, state) in [(1, "draft"), (2, "published")] {
        let record = json!({"name": "Utkast praktik", "summary": format!("Version {n}."), "state": state});
        assert_eq!(app.call(Method::PUT, path, &key, &format!("\"{n}\""), &record).await.0.as_u16(), 200);
    }
    let (status, html) = page(&app, "/insats/utkast/andringar").await;
    assert_eq!(status, 200);
    assert_eq!(html.matches("<li class=\"revision\"").count(), 1, "{html}");
}
