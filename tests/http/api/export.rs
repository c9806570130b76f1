//! `GET /api/v1/export.{json,jsonl,csv,xlsx}`.

use super::super::support::{TestApp, bytes, generated, ids, request, text, vocabularies};
use super::app;
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use catalogue::vocabulary::{Vocabularies, VocabularyName};
use catalogue_exchange::{Format, read_jsonl};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

async fn export(app: &TestApp, path: &str) -> (axum::http::HeaderMap, Vec<u8>) {
    let response = app.send(request(Method::GET, path, &[], Body::empty())).await;
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    (response.headers().clone(), bytes(response).await)
}

/// The ids of an export in JSONL, in order.
async fn exported(app: &TestApp, query: &str) -> Vec<String> {
    let (_, body) = export(app, &format!("/api/v1/export.jsonl{query}")).await;
    let text = String::from_utf8(body).unwrap();
    text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn everything_public_by_id_ended_ones_too() {
    let app = app().await;
    assert_eq!(exported(&app, "").await, ["ersattaren", "gamla-vagen", "marken", "nya-vagen", "praktiktrappan"]);
    assert_eq!(exported(&app, "?lang=en").await.len(), 5);
}

#[tokio::test]
async fn what_a_search_leaves_is_what_it_finds() {
    let (app, _) = generated::app().await;
    for query in [
        "?municipality=V%C3%A4xj%C3%B6",
        "?q=praktik",
        "?age=20&age_strict=true",
        "?kind=esf&ended=include",
        "?ended=only",
        "?sort=name&target_group=unga",
        "?q=praktik+v%C3%A4xj%C3%B6+20+%C3%A5r",
        "?q=finnsinte",
    ] {
        let mut found = Vec::new();
        for page in 1.. {
            let answer = app.ok(&format!("/api/v1/interventions{query}&per_page=100&page={page}")).await;
            let items = ids(&answer);
            if items.is_empty() {
                break;
            }
            found.extend(items);
        }
        let mut exported = exported(&app, query).await;
        if !query.contains("q=") && !query.contains("sort=") {
            // Without words, an export is ordered by id, so that two exports can be compared.
            assert!(exported.is_sorted(), "{query}");
            found.sort();
            exported.sort();
        }
        assert_eq!(exported, found, "{query}");
    }
}

#[tokio::test]
async fn every_format_holds_the_same_records() {
    let (app, records) = generated::app().await;
    let (_, json) = export(&app, "/api/v1/export.json").await;
    let json: Vec<Value> = serde_json::from_slice(&json).unwrap();
    assert_eq!(json.len(), records.len());
    let (_, jsonl) = export(&app, "/api/v1/export.jsonl").await;
    let batch = read_jsonl("export", std::str::from_utf8(&jsonl).unwrap(), vocabularies()).unwrap();
    let lines: Vec<Value> =
        std::str::from_utf8(&jsonl).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, json);
    assert_eq!(batch.records.len(), records.len());
    for format in [Format::Csv, Format::Xlsx] {
        let (_, file) = export(&app, &format!("/api/v1/export.{}", format.name())).await;
        let read = insatskatalog::exchange::read(&app.store, "export", format, file, &Arc::default()).await.unwrap();
        assert_eq!(read.batch.records, batch.records, "{format:?}");
    }
}

#[tokio::test]
async fn a_line_is_the_record_that_its_page_of_the_api_shows_and_can_be_brought_in_anywhere() {
    let (app, _) = generated::app().await;
    let (_, jsonl) = export(&app, "/api/v1/export.jsonl").await;
    let jsonl = String::from_utf8(jsonl).unwrap();
    for line in jsonl.lines().take(20) {
        let exported: Value = serde_json::from_str(line).unwrap();
        let mut shown = app.ok(&format!("/api/v1/interventions/{}", exported["id"].as_str().unwrap())).await;
        shown.as_object_mut().unwrap().retain(|key, _| !catalogue::field::DERIVED.contains(&key.as_str()));
        assert_eq!(exported, shown);
    }
    let without_organizations = Vocabularies::new(
        VocabularyName::TERMS.into_iter().map(|name| (name, vocabularies().get(name).terms().to_vec())).collect(),
        Vec::new(),
        Vec::new(),
        Vec::new(),
    );
    let batch = read_jsonl("export", &jsonl, &without_organizations).unwrap();
    let of_records: BTreeSet<_> = batch.records.iter().flat_map(|r| &r.organizations).map(|o| &o.id).collect();
    assert!(!of_records.is_empty());
    assert!(batch.organizations.iter().map(|o| &o.id).collect::<BTreeSet<_>>() == of_records, "each came along");
}

#[tokio::test]
async fn files_have_names_types_and_tags() {
    let app = app().await;
    for (format, media_type) in [
        ("json", "application/json"),
        ("jsonl", "application/x-ndjson"),
        ("csv", "text/csv; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ] {
        let path = format!("/api/v1/export.{format}?kind=esf");
        let (headers, body) = export(&app, &path).await;
        assert_eq!(text(&headers, "content-type"), media_type);
        assert_eq!(
            text(&headers, "content-disposition"),
            format!("attachment; filename=\"insatser-2026-11-22.{format}\"")
        );
        assert!(!body.is_empty());
        let known = [(header::IF_NONE_MATCH, text(&headers, "etag"))];
        let again = app.send(request(Method::GET, &path, &known, Body::empty())).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    }
    let (_, csv) = export(&app, "/api/v1/export.csv").await;
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.starts_with("\u{feff}Identitet;Namn;Andra namn;"), "{}", &csv[..80]);
    assert!(csv.contains("\r\ngamla-vagen;Gamla vägen;") && csv.contains(";Växjö;") && !csv.contains("0780"), "{csv}");
    // Without hits, a CSV file has only the headings, and a JSON file is an empty array.
    let (_, empty) = export(&app, "/api/v1/export.csv?q=finnsinte").await;
    assert_eq!(String::from_utf8(empty).unwrap().lines().count(), 1);
    assert_eq!(export(&app, "/api/v1/export.json?q=finnsinte").await.1, b"[]\n");
}

#[tokio::test]
async fn faults_are_those_of_a_search() {
    let app = app().await;
    for format in Format::ALL {
        let (status, _, body) =
            app.get(&format!("/api/v1/export.{}?municipality=Atlantis&nonsense=1", format.name())).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        let named: BTreeSet<&str> =
            body["errors"].as_array().unwrap().iter().map(|e| e["parameter"].as_str().unwrap()).collect();
        assert_eq!(named, BTreeSet::from(["municipality", "nonsense"]));
    }
    assert_eq!(app.get("/api/v1/export.pdf").await.0, StatusCode::NOT_FOUND);
}
