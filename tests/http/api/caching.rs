//! Caching: entity tags, identical bytes for identical requests, and CORS headers.

use super::{app, records};
use crate::support::{NOW, TestApp, bytes, request, text, vocabularies};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, StatusCode, header};
use catalogue::Batch;
use catalogue::Vocabularies;
use catalogue::vocabulary::VocabularyName;
use serde_json::json;
use tower::ServiceExt;

const SEARCH: &str = "/api/v1/interventions?q=praktik&age=20";
const FACETS: &str = "/api/v1/facets?kind=municipal";
const RECORD: &str = "/api/v1/interventions/praktiktrappan";

async fn raw(router: &Router, method: Method, path: &str, known: Option<&str>) -> (StatusCode, HeaderMap, Vec<u8>) {
    let headers: Vec<_> = known.iter().map(|tag| (header::IF_NONE_MATCH, *tag)).collect();
    let response = router.clone().oneshot(request(method, path, &headers, Body::empty())).await.unwrap();
    (response.status(), response.headers().clone(), bytes(response).await)
}

async fn tag(router: &Router, path: &str) -> String {
    text(&raw(router, Method::GET, path, None).await.1, "etag").to_owned()
}

#[tokio::test]
async fn the_same_request_gives_the_same_bytes() {
    let app = TestApp::shipped().await;
    let router = app.router_at(NOW);
    for path in [
        "/api/v1/interventions?q=arbetstr%C3%A4ning+f%C3%B6r+unga&per_page=100",
        SEARCH,
        FACETS,
        "/api/v1/interventions/skruvas",
        "/api/v1/organizations",
        "/api/v1/vocabularies",
        "/api/v1/vocabularies/target_groups",
        "/api/v1/openapi.json",
    ] {
        let (status, headers, first) = raw(&router, Method::GET, path, None).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert_eq!(text(&headers, "content-type"), "application/json");
        for _ in 0..3 {
            assert!(raw(&router, Method::GET, path, None).await.2 == first, "{path}");
        }
        // A newly built service at a later time returns the same bytes.
        assert!(raw(&app.router_at("2026-11-22T20:00:00Z"), Method::GET, path, None).await.2 == first, "{path}");
    }
}

#[tokio::test]
async fn a_known_entity_tag_is_answered_with_304() {
    let app = app().await;
    let router = app.router_at(NOW);
    for path in [SEARCH, FACETS, RECORD] {
        let etag = tag(&router, path).await;
        assert_eq!(etag.starts_with("W/\""), path != RECORD, "a search is weak, a record strong: {etag}");
        for known in
            [etag.clone(), format!("\"other\", {etag}"), "*".to_owned(), etag.trim_start_matches("W/").to_owned()]
        {
            let (status, headers, body) = raw(&router, Method::GET, path, Some(&known)).await;
            assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0), "{path} {known}");
            assert_eq!(text(&headers, "etag"), etag);
            assert_eq!(text(&headers, "access-control-allow-origin"), "*");
        }
        let (status, _, body) = raw(&router, Method::GET, path, Some("\"other\"")).await;
        assert!(status == StatusCode::OK && !body.is_empty());
    }
    let record = tag(&router, RECORD).await;
    assert!(record.starts_with("\"1-"), "revision and hash: {record}");
}

#[tokio::test]
async fn a_tag_changes_with_the_query_the_date_and_the_catalogue() {
    let app = app().await;
    let router = app.router_at(NOW);
    let before = tag(&router, SEARCH).await;
    assert_ne!(tag(&router, &SEARCH.replace("20", "21")).await, before);
    assert_ne!(tag(&app.router_at("2026-11-22T23:00:00Z"), SEARCH).await, before, "midnight in Stockholm");
    assert_eq!(tag(&app.router_at("2026-11-22T22:59:59Z"), SEARCH).await, before);
    app.put(&[json!({"name": "Ny praktik"})], NOW).await;
    assert_ne!(tag(&router, SEARCH).await, before);
}

#[tokio::test]
async fn a_tag_changes_with_the_vocabularies() {
    let app = app().await;
    let router = app.router_at(NOW);
    let mut before = Vec::new();
    for path in [SEARCH, FACETS, RECORD] {
        before.push((path, tag(&router, path).await, raw(&router, Method::GET, path, None).await.2));
    }
    let mut lists: std::collections::BTreeMap<_, _> =
        VocabularyName::TERMS.into_iter().map(|n| (n, vocabularies().get(n).terms().to_vec())).collect();
    for terms in lists.values_mut() {
        for term in terms {
            term.label.push_str(" (ny)");
        }
    }
    let organizations = vocabularies().organizations().cloned().collect();
    let renamed = Vocabularies::new(lists, organizations, Vec::new(), vocabularies().documents.clone());
    app.write(&Batch { vocabularies: Some(renamed), ..Batch::default() }, NOW).await;
    for (path, etag, body) in before {
        let (status, _, now) = raw(&router, Method::GET, path, Some(&etag)).await;
        assert!(now != body, "{path}: the labels are others now");
        assert_eq!(status, StatusCode::OK, "{path}: an old label was called still good");
    }
}

#[tokio::test]
async fn a_record_whose_status_has_changed_overnight_is_sent_again() {
    let app = app().await;
    let (today, later) = (app.router_at("2026-12-31T12:00:00Z"), app.router_at("2027-01-01T12:00:00Z"));
    let etag = tag(&today, RECORD).await;
    let (status, _, body) = raw(&later, Method::GET, RECORD, Some(&etag)).await;
    assert_eq!(status, StatusCode::OK, "the client would go on showing it as ongoing");
    assert!(String::from_utf8_lossy(&body).contains("\"status\":\"ended\""));
}

#[tokio::test]
async fn a_change_of_the_record_makes_another_tag() {
    let app = app().await;
    let router = app.router_at(NOW);
    let before = tag(&router, RECORD).await;
    let mut changed = records()[0].clone();
    changed["summary"] = json!("Ny text.");
    app.put(&[changed], NOW).await;
    let after = tag(&router, RECORD).await;
    assert!(after.starts_with("\"2-") && after != before, "{after}");
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let app = app().await;
    let router = app.router_at(NOW);
    for path in
        [SEARCH, RECORD, FACETS, "/api/v1/openapi.json", "/api/v1/vocabularies", "/healthz", "/readyz", "/api/v1/nope"]
    {
        let (get, get_headers, body) = raw(&router, Method::GET, path, None).await;
        let (head, head_headers, nothing) = raw(&router, Method::HEAD, path, None).await;
        assert_eq!(get, head, "{path}");
        assert!(!body.is_empty() && nothing.is_empty(), "{path}");
        for name in [header::CONTENT_TYPE, header::ETAG, header::CACHE_CONTROL] {
            assert_eq!(get_headers.get(&name), head_headers.get(&name), "{path} {name}");
        }
    }
}

#[tokio::test]
async fn any_origin_may_read() {
    let app = app().await;
    for path in
        [SEARCH, RECORD, "/api/v1/vocabularies", "/api/v1/openapi.json", "/api/v1/nope", "/api/v1/interventions?x=1"]
    {
        let (_, headers, _) = app.get_with(path, &[(header::ORIGIN, "https://kommun.example")]).await;
        assert_eq!(text(&headers, "access-control-allow-origin"), "*", "{path}");
        assert!(headers.get("access-control-allow-credentials").is_none());
    }
    let ask = [
        (header::ORIGIN, "https://kommun.example"),
        (header::ACCESS_CONTROL_REQUEST_METHOD, "POST"),
        (header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type"),
    ];
    let response = app.send(request(Method::OPTIONS, "/api/v1/interventions/search", &ask, Body::empty())).await;
    assert!(response.status().is_success());
    assert_eq!(text(response.headers(), "access-control-allow-origin"), "*");
    let listed = text(response.headers(), "access-control-allow-headers");
    assert!(listed == "*" || listed.to_lowercase().contains("content-type"), "{listed}");
}

#[tokio::test]
async fn the_duration_is_in_a_header_and_not_in_the_body() {
    let app = app().await;
    let (_, headers, body) = app.get(SEARCH).await;
    let timing = text(&headers, "server-timing");
    let milliseconds: f64 = timing.strip_prefix("search;dur=").unwrap().parse().unwrap();
    assert!((0.0..10_000.0).contains(&milliseconds), "{timing}");
    assert!(!body.to_string().contains("dur="));
}

#[tokio::test]
async fn responses_are_compressed_on_request() {
    let app = TestApp::shipped().await;
    for coding in ["gzip", "br"] {
        let response = app
            .send(request(Method::GET, "/api/v1/interventions", &[(header::ACCEPT_ENCODING, coding)], Body::empty()))
            .await;
        assert_eq!(text(response.headers(), "content-encoding"), coding);
        assert!(text(response.headers(), "vary").to_lowercase().contains("accept-encoding"));
    }
}
