//! `POST /api/v1/interventions/search`: a search whose words are not in the URL.

use super::{app, holds_nothing_empty};
use crate::support::{TestApp, query, text};
use axum::http::StatusCode;
use serde_json::{Value, json};

const POST: &str = "/api/v1/interventions/search";

#[tokio::test]
async fn the_same_as_get_but_for_the_links() {
    let app = TestApp::shipped().await;
    for (body, pairs) in [
        (json!({}), &[][..]),
        (json!({"q": "arbetsträning"}), &[("q", "arbetsträning")][..]),
        (
            json!({"age": 17, "municipality": "Älmhult", "age_strict": true}),
            &[("age", "17"), ("municipality", "Älmhult"), ("age_strict", "true")][..],
        ),
        (
            json!({"municipality": ["Klippan", "1275"], "per_page": 5, "page": 2}),
            &[("municipality", "Klippan"), ("municipality", "1275"), ("per_page", "5"), ("page", "2")][..],
        ),
        (json!({"q": null, "kind": [], "ended": "only", "sort": "name"}), &[("ended", "only"), ("sort", "name")][..]),
    ] {
        let (status, headers, mut posted) = app.post_json(POST, &body).await;
        assert_eq!(status, StatusCode::OK, "{body}: {posted}");
        holds_nothing_empty(&posted);
        assert!(text(&headers, "server-timing").starts_with("search;dur="));
        let mut got = app.ok(&format!("/api/v1/interventions?{}", query(pairs))).await;
        let links = posted["links"].take();
        got["links"].take();
        assert_eq!(posted, got, "{body}");
        let links = links.to_string();
        assert!(!links.contains('?') && !links.contains("arbets"), "{links}");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read() {
    let app = app().await;
    for (body, why) in [
        ("", "nothing"),
        ("{", "broken"),
        ("{\"q\":}", "broken"),
        ("[]", "a list"),
        ("\"praktik\"", "a text"),
        ("null", "null"),
        ("7", "a number"),
        ("{\"q\":\"\u{1}\"}", "a control character"),
        ("{\"q\":\"a\"}{}", "two values"),
    ] {
        let (status, headers, problem) = app.post(POST, "application/json", body).await;
        assert_eq!(
            (status, problem["code"].as_str()),
            (StatusCode::BAD_REQUEST, Some("invalid_body")),
            "{why}: {problem}"
        );
        assert_eq!(text(&headers, "content-type"), "application/problem+json");
        assert_eq!(problem["instance"], POST);
    }
    let not_utf8: &[u8] = b"{\"q\":\"\xff\"}";
    assert_eq!(app.post(POST, "application/json", not_utf8).await.0, StatusCode::BAD_REQUEST);
    let deep = format!("{{\"q\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(app.post(POST, "application/json", deep).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn every_fault_of_a_body_at_once() {
    let app = app().await;
    let body = json!({"age": [{"min": 16}, "abc"], "kind": "x", "kund": "y", "q": {"text": "a"}, "municipality": [["0780"]], "per_page": 500});
    let (status, _, problem) = app.post_json(POST, &body).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    holds_nothing_empty(&problem);
    let errors = problem["errors"].as_array().unwrap();
    let mut pointers: Vec<&str> = errors.iter().filter_map(|e| e["pointer"].as_str()).collect();
    let mut parameters: Vec<&str> = errors.iter().filter_map(|e| e["parameter"].as_str()).collect();
    pointers.sort_unstable();
    parameters.sort_unstable();
    assert_eq!(pointers, ["/age/0", "/municipality/0", "/q"], "{problem}");
    assert_eq!(parameters, ["age", "kind", "kund", "per_page"], "{problem}");
    assert!(errors.iter().all(|e| e["reason"].is_string() && e["allowed"].is_string() && e["value"].is_string()));
}

#[tokio::test]
async fn only_json_and_not_too_much_of_it() {
    let app = app().await;
    for content_type in
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp"]
    {
        let (status, _, problem) = app.post(POST, content_type, "{}").await;
        assert_eq!(
            (status, problem["code"].as_str()),
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, Some("unsupported_media_type")),
            "{content_type}"
        );
    }
    assert_eq!(app.post(POST, "application/json; charset=utf-8", "{}").await.0, StatusCode::OK);
    let limit = 1 << 20;
    let padded = |size: usize| format!("{{\"q\":\"a\"{}}}", " ".repeat(size - 9));
    assert_eq!(app.post(POST, "application/json", padded(limit)).await.0, StatusCode::OK);
    let (status, _, problem) = app.post(POST, "application/json", padded(limit + 1)).await;
    assert_eq!((status, problem["code"].as_str()), (StatusCode::PAYLOAD_TOO_LARGE, Some("too_large")));
    assert!(problem["detail"].as_str().unwrap().contains("1048576"), "{problem}");
}

#[tokio::test]
async fn a_scalar_of_any_kind_is_a_value() {
    let app = app().await;
    let (_, _, number) = app.post_json(POST, &json!({"age": 20})).await;
    let (_, _, text): (_, _, Value) = app.post_json(POST, &json!({"age": "20"})).await;
    assert_eq!(number, text);
    let (status, _, problem) = app.post_json(POST, &json!({"age": 20.5})).await;
    assert_eq!((status, problem["errors"][0]["value"].as_str()), (StatusCode::BAD_REQUEST, Some("20.5")));
}
