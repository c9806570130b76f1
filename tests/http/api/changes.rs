//! `GET /api/v1/changes`.

use super::{app, has_keys};
use crate::support::{NOW, TestApp, text};
use axum::http::header;
use serde_json::{Value, json};

async fn all(app: &TestApp, limit: usize) -> Vec<Value> {
    let mut path = format!("/api/v1/changes?limit={limit}");
    let mut out = Vec::new();
    loop {
        let body = app.ok(&path).await;
        let items = body["items"].as_array().unwrap().clone();
        if items.is_empty() {
            return out;
        }
        out.extend(items);
        body["next"].as_str().unwrap().clone_into(&mut path);
    }
}

#[tokio::test]
async fn in_order_without_gaps_and_with_deletions() {
    let app = app().await;
    app.put(&[json!({"id": "marken", "name": "Marken", "state": "archived"})], NOW).await;
    app.put(&[json!({"id": "nya-vagen", "name": "Nya vägen 2"})], NOW).await;
    let changes = all(&app, 1_000).await;
    let seqs: Vec<i64> = changes.iter().map(|c| c["seq"].as_i64().unwrap()).collect();
    assert_eq!(seqs, (1..=changes.len() as i64).collect::<Vec<_>>());
    for limit in [1, 2, 3] {
        assert_eq!(all(&app, limit).await, changes, "pages of {limit}");
    }
    for change in &changes {
        has_keys(change, &["seq", "id", "change", "revision", "at", "hash"], &[]);
    }
    let last = &changes[changes.len() - 2..];
    assert_eq!((last[0]["id"].as_str(), last[0]["change"].as_str()), (Some("marken"), Some("removed")));
    assert_eq!((last[1]["change"].as_str(), last[1]["revision"].as_i64()), (Some("updated"), Some(2)));
    assert!(changes.iter().all(|c| c["id"] != "utkast" && c["id"] != "granskas"), "drafts are not in it");
}

#[tokio::test]
async fn tags_and_faults() {
    let app = app().await;
    let (_, headers, body) = app.get("/api/v1/changes?since=2").await;
    assert!(text(&headers, "cache-control").contains("no-cache"));
    let tag = text(&headers, "etag");
    let (status, _, _) = app.get_with("/api/v1/changes?since=2", &[(header::IF_NONE_MATCH, tag)]).await;
    assert_eq!(status.as_u16(), 304);
    app.put(&[json!({"id": "nya-vagen", "name": "Nya vägen 2"})], NOW).await;
    let (status, _, later) = app.get_with("/api/v1/changes?since=2", &[(header::IF_NONE_MATCH, tag)]).await;
    assert_eq!((status.as_u16(), later["log"].as_str()), (200, body["log"].as_str()));
    for wrong in ["since=-1", "since=x", "since=1000", "limit=0", "limit=1001", "sinse=1"] {
        let (status, _, problem) = app.get(&format!("/api/v1/changes?{wrong}")).await;
        let named = wrong.split('=').next();
        assert_eq!((status.as_u16(), problem["errors"][0]["parameter"].as_str()), (400, named), "{wrong}");
    }
}
