//! Faulty requests and their problem documents.

use super::{app, has_keys, holds_nothing_empty};
use crate::support::{TestApp, json, query, request, text};
use axum::body::Body;
use axum::http::{HeaderMap, Method, StatusCode, header};
use serde_json::{Value, json as value};

const SEARCH: &str = "/api/v1/interventions";

/// Checks a problem document: status, code, path and every required member.
#[track_caller]
fn problem(found: &(StatusCode, HeaderMap, Value), status: StatusCode, code: &str, instance: &str) {
    let (found_status, headers, body) = found;
    assert_eq!(*found_status, status, "{body}");
    assert_eq!(text(headers, "content-type"), "application/problem+json");
    holds_nothing_empty(body);
    has_keys(body, &["type", "title", "status", "detail", "instance", "code", "request_id"], &["errors", "successor"]);
    assert_eq!((body["status"].as_u64(), body["code"].as_str()), (Some(u64::from(status.as_u16())), Some(code)));
    assert_eq!(body["instance"], instance, "the path, without the query");
    assert_eq!(body["request_id"], text(headers, "x-request-id"));
    assert_eq!(body["title"], status.canonical_reason().unwrap());
    assert!(body["detail"].as_str().is_some_and(|d| d.len() > 10), "{body}");
    assert_eq!(text(headers, "access-control-allow-origin"), "*", "a page elsewhere may read what went wrong");
    assert_eq!(text(headers, "cache-control"), "no-store");
}

/// The only fault in the response to a search, as (parameter, value, allowed).
async fn fault(app: &TestApp, parameters: &[(&str, &str)]) -> (String, String, String) {
    let found = app.get(&format!("{SEARCH}?{}", query(parameters))).await;
    problem(&found, StatusCode::BAD_REQUEST, "invalid_parameter", SEARCH);
    let errors = found.2["errors"].as_array().unwrap().clone();
    assert_eq!(errors.len(), 1, "{parameters:?}: {errors:?}");
    has_keys(&errors[0], &["parameter", "reason", "value", "allowed"], &[]);
    let member = |key: &str| errors[0][key].as_str().unwrap().to_owned();
    (member("parameter"), member("value"), member("allowed"))
}

#[tokio::test]
async fn each_fault_names_the_value_and_what_is_allowed() {
    let app = app().await;
    let languages = catalogue::language::codes().join(", ");
    let long = "å".repeat(501);
    for (parameter, bad, allowed) in [
        ("municipalty", "0780", "municipality"),
        ("Age", "20", "age"),
        ("view", "table", ""),
        ("ll", "1", ""),
        ("only", "differences", ""),
        ("municipality", "Växjo kommunn", "0780 (Växjö)"),
        ("municipality", "0781x", "078"),
        ("county", "Kronebergs län", "07 (Kronobergs län)"),
        ("target_group", "uvass", "uvas (Unga som varken arbetar eller studerar)"),
        ("funder", "europeiska socialfondn", "esf"),
        ("kind", "municipl", "municipal"),
        ("kind", "qqqqqqqqqqqq", "not_stated"),
        ("status", "running", "ongoing, planned, ended, unknown"),
        ("level", "personer", "individual"),
        ("age", "abc", "0 to 120"),
        ("age", "121", "0 to 120"),
        ("age", "24-16", "16-24"),
        ("age", "-", "20-"),
        ("age", "1-2-3", "16-24"),
        ("age", "18.5", "0 to 120"),
        ("age_strict", "yes", "true"),
        ("reach", "indirect", "direct"),
        ("broader", "true", "include"),
        ("ended", "yes", "exclude, include, only"),
        ("sort", "score", "relevance, name, updated, start"),
        ("updated_since", "2026-13-01", "YYYY-MM-DD"),
        ("updated_since", "igår", "YYYY-MM-DD"),
        ("updated_since", "2026", "YYYY-MM-DD"),
        ("page", "0", "1 to"),
        ("page", "-1", "1 to"),
        ("page", "1.0", "1 to"),
        ("page", "+1", "1 to"),
        ("page", "99999999999999999999999", "1 to"),
        ("page", "501", "10000"),
        ("page", "10001", "10000"),
        ("per_page", "0", "1 to 100"),
        ("per_page", "101", "1 to 100"),
        ("facets", "kinds", "kind"),
        ("facets", "age", "kind"),
        ("interpret", "no", "false"),
        ("lang", "xx", languages.as_str()),
    ] {
        let (named, told, said) = fault(&app, &[(parameter, bad)]).await;
        assert_eq!((named.as_str(), told.as_str()), (parameter, bad));
        assert!(said.contains(allowed), "{parameter}={bad}: “{said}” does not say “{allowed}”");
    }
    let (named, told, said) = fault(&app, &[("q", &long)]).await;
    assert!(named == "q" && told.len() < 100 && said.contains("500"), "{told}: {said}");
}

#[tokio::test]
async fn a_date_is_a_date_and_nothing_else() {
    let app = app().await;
    for bad in
        ["20261122", "2026-11-22T10:00:00", "2026-11-22[Europe/Stockholm]", "2026-326", "-000001-01-01", "26-11-22"]
    {
        let (status, ..) = app.get(&format!("{SEARCH}?{}", query(&[("updated_since", bad)]))).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{bad}");
    }
}

#[tokio::test]
async fn limits_name_the_largest_value() {
    let app = app().await;
    let terms = crate::support::vocabularies().get(catalogue::vocabulary::VocabularyName::Municipalities).terms();
    let many: Vec<(&str, &str)> = terms.iter().take(51).map(|t| ("municipality", t.code.as_str())).collect();
    let (named, _, said) = fault(&app, &many).await;
    assert!(named == "municipality" && said.contains("50"), "{said}");
    let (named, _, said) = fault(&app, &[("page", "101"), ("per_page", "100")]).await;
    assert!(named == "page" && said.contains("10000") && said.contains("export"), "{said}");
    app.ok(&format!("{SEARCH}?page=100&per_page=100")).await;
    let (named, ..) = fault(&app, &[("sort", "name"), ("sort", "start")]).await;
    assert_eq!(named, "sort");
    let (named, ..) = fault(&app, &[("q", "praktik"), ("q", "stöd")]).await;
    assert_eq!(named, "q");
}

#[tokio::test]
async fn every_fault_at_once_and_nothing_is_searched() {
    let app = app().await;
    let bad = [
        ("age", "abc"),
        ("age", "200"),
        ("kind", "x"),
        ("kund", "y"),
        ("sort", "z"),
        ("page", "0"),
        ("kind", "municipal"),
        ("q", "praktik"),
    ];
    for path in [SEARCH, "/api/v1/facets"] {
        let found = app.get(&format!("{path}?{}", query(&bad))).await;
        problem(&found, StatusCode::BAD_REQUEST, "invalid_parameter", path);
        let named: Vec<(&str, &str)> = found.2["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| (e["parameter"].as_str().unwrap(), e["value"].as_str().unwrap()))
            .collect();
        assert_eq!(named, [("age", "abc"), ("age", "200"), ("kind", "x"), ("kund", "y"), ("sort", "z"), ("page", "0")]);
        assert!(found.2.get("items").is_none() && found.2.get("total").is_none());
    }
}

#[tokio::test]
async fn unknown_addresses_are_not_found() {
    let app = app().await;
    for path in [
        "/api/v1/interventions/nope",
        "/api/v1/interventions/Praktiktrappan",
        "/api/v1/interventions/a_b",
        "/api/v1/interventions/utkast",
        "/api/v1/interventions/granskas",
        "/api/v1/vocabularies/nope",
        "/api/v1/organizations/nope",
        "/api/v1/nope",
        "/api/v1/",
        "/api/v1/interventions/",
        "/api/v1/interventions/nope/nope",
        "/api/v1/vocabularies/organizations",
    ] {
        problem(&app.get(path).await, StatusCode::NOT_FOUND, "not_found", path);
    }
}

#[tokio::test]
async fn a_path_that_is_not_utf_8_is_not_found() {
    let app = app().await;
    for path in ["/api/v1/interventions/%FF", "/api/v1/organizations/%C3", "/api/v1/vocabularies/%FF%FE"] {
        let found = app.get(path).await;
        assert!(found.0.is_client_error());
        problem(&found, StatusCode::NOT_FOUND, "not_found", path);
    }
    let found = app.get("/api/v1/interventions?kind=%FF").await;
    problem(&found, StatusCode::BAD_REQUEST, "invalid_parameter", SEARCH);
}

#[tokio::test]
async fn an_archived_intervention_names_its_successor() {
    let app = app().await;
    let path = "/api/v1/interventions/borttagen";
    let found = app.get(path).await;
    problem(&found, StatusCode::GONE, "gone", path);
    assert_eq!(found.2["successor"], value!({"id": "ersattaren", "name": "Ersättaren", "url": "/insats/ersattaren"}));
    let path = "/api/v1/interventions/ensam";
    let alone = app.get(path).await;
    problem(&alone, StatusCode::GONE, "gone", path);
    assert!(alone.2.get("successor").is_none());
}

#[tokio::test]
async fn a_refused_method_lists_the_allowed_ones() {
    let app = app().await;
    for (method, path, allow) in [
        (Method::PUT, SEARCH, "GET"),
        (Method::GET, "/api/v1/interventions/search", "POST"),
        (Method::DELETE, "/api/v1/facets", "GET"),
        (Method::PATCH, "/api/v1/interventions/praktiktrappan", "GET"),
        (Method::POST, "/healthz", "GET"),
        (Method::PUT, "/api/v1/openapi.json", "GET"),
    ] {
        let found = json(app.send(request(method.clone(), path, &[], Body::empty())).await).await;
        problem(&found, StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", path);
        assert!(
            text(&found.1, "allow").split(',').any(|m| m.trim() == allow),
            "{method} {path}: {:?}",
            found.1.get(header::ALLOW)
        );
    }
}

#[tokio::test]
async fn request_ids_are_unique() {
    let app = app().await;
    let (one, other) = (app.get("/api/v1/nope").await, app.get("/api/v1/nope").await);
    assert_ne!(one.2["request_id"], other.2["request_id"]);
    assert_ne!(text(&app.get(SEARCH).await.1, "x-request-id"), text(&one.1, "x-request-id"));
    let sent = [(axum::http::HeaderName::from_static("x-request-id"), "of-the-client")];
    let answered = app.get_with("/api/v1/nope", &sent).await;
    assert_ne!(text(&answered.1, "x-request-id"), "of-the-client");
    assert_eq!(answered.2["request_id"], text(&answered.1, "x-request-id"));
}

#[tokio::test]
async fn a_problem_repeats_no_part_of_the_query_but_the_faulty_value() {
    let app = app().await;
    let (_, headers, body) = app.get(&format!("{SEARCH}?q=hemligt&age=x")).await;
    assert!(!body.to_string().contains("hemligt"), "{body}");
    assert!(headers.values().all(|v| !String::from_utf8_lossy(v.as_bytes()).contains("hemligt")));
}
