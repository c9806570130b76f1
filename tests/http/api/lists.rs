//! Facets, vocabularies, organisations, the OpenAPI document and health checks.

use super::{app, has_keys, holds_nothing_empty, keys};
use crate::reference_search::FILTERS;
use crate::support::{TestApp, query};
use axum::http::{Method, StatusCode};
use catalogue::access::AccessRole;
use catalogue::field;
use serde_json::{Value, json};

#[tokio::test]
async fn facets_are_those_of_the_search() {
    let app = TestApp::shipped().await;
    for pairs in [
        &[][..],
        &[("q", "praktik")],
        &[("age", "17"), ("municipality", "Älmhult"), ("target_group", "unga")],
        &[("ended", "only"), ("facets", "kind")],
        &[("facets", "none")],
    ] {
        let search = app.ok(&format!("/api/v1/interventions?{}", query(pairs))).await;
        let facets = app.ok(&format!("/api/v1/facets?{}", query(pairs))).await;
        holds_nothing_empty(&facets);
        has_keys(&facets, &["query", "total", "ended_left_out", "age_not_stated"], &["facets", "broader_left_out"]);
        for key in keys(&facets) {
            assert_eq!(facets[key], search[key], "{key} of {pairs:?}");
        }
    }
}

#[tokio::test]
async fn every_vocabulary_of_the_contract() {
    let app = app().await;
    let list = app.ok("/api/v1/vocabularies").await;
    holds_nothing_empty(&list);
    let listed: Vec<&str> = list["items"].as_array().unwrap().iter().map(|v| v["name"].as_str().unwrap()).collect();
    for name in [
        "target_groups",
        "municipalities",
        "counties",
        "methods",
        "activities",
        "kinds",
        "funder_types",
        "referral_routes",
        "life_situations",
    ] {
        assert!(listed.contains(&name), "{name}");
    }
    for name in listed {
        let body = app.ok(&format!("/api/v1/vocabularies/{name}")).await;
        holds_nothing_empty(&body);
        has_keys(&body, &["name", "label", "terms"], &[]);
        assert_eq!(body["name"], name);
        assert!(
            body["label"].as_str().is_some_and(|l| !l.is_empty() && !l.contains("vocabulary-")),
            "a text for people: {}",
            body["label"]
        );
        for term in body["terms"].as_array().unwrap() {
            let more = match name {
                "life_situations" => &["parameters", "icon", "definitions"][..],
                "municipalities" => &["neighbours"],
                _ => &[],
            };
            has_keys(
                term,
                &["code", "label"],
                &[&["label_easy", "labels", "broader", "definition", "other_words"], more].concat(),
            );
        }
    }
    assert_eq!(app.ok("/api/v1/vocabularies/municipalities").await["terms"].as_array().unwrap().len(), 290);
    assert_eq!(app.ok("/api/v1/vocabularies/counties").await["terms"].as_array().unwrap().len(), 21);
}

#[tokio::test]
async fn a_life_situation_is_a_search() {
    let app = TestApp::shipped().await;
    for term in app.ok("/api/v1/vocabularies/life_situations").await["terms"].as_array().unwrap() {
        let Some(parameters) = term.get("parameters") else { continue };
        let pairs: Vec<(&str, &str)> = parameters
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(name, values)| {
                values.as_array().unwrap().iter().map(move |v| (name.as_str(), v.as_str().unwrap()))
            })
            .collect();
        let answer = app.ok(&format!("/api/v1/interventions?{}", query(&pairs))).await;
        assert!(answer["total"].as_u64().unwrap() > 0, "{} leads nowhere", term["code"]);
    }
}

#[tokio::test]
async fn organisations_with_true_counts() {
    let app = TestApp::shipped().await;
    let list = app.ok("/api/v1/organizations").await;
    holds_nothing_empty(&list);
    let items = list["items"].as_array().unwrap();
    assert_eq!(list["total"].as_u64(), Some(items.len() as u64));
    for item in items {
        has_keys(
            item,
            &["id", "name", "type", "counts", "url"],
            &["other_names", "municipality", "members", "members_as_of", "source"],
        );
        let id = item["id"].as_str().unwrap();
        assert_eq!(app.ok(&format!("/api/v1/organizations/{id}")).await, *item);
        for parameter in ["organization", "funder"] {
            let found = app.ok(&format!("/api/v1/facets?facets=none&ended=include&{parameter}={id}")).await;
            assert_eq!(item["counts"][parameter], found["total"], "{parameter}={id}");
        }
    }
}

#[tokio::test]
async fn alive_and_ready() {
    let app = app().await;
    assert_eq!(app.ok("/healthz").await["status"], "alive");
    let ready = app.ok("/readyz").await;
    assert_eq!(ready, json!({"status": "ready", "store_seq": 5, "index_seq": 5, "records": 5}));
}

#[tokio::test]
async fn without_an_index_every_search_answers_not_ready() {
    let folder = tempfile::tempdir().unwrap();
    let store = catalogue_store::Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
    let generations = index::Generations::new(folder.path().join("index"), index::Lexicon::shipped()).unwrap();
    let indexer = insatskatalog::indexer::Indexer::without_index(store.clone(), generations);
    let app = app().await.with_store(&store, &indexer);
    for path in ["/readyz", "/api/v1/interventions", "/api/v1/facets", "/api/v1/vocabularies", "/api/v1/organizations"]
    {
        let (status, headers, body) = app.get(path).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::SERVICE_UNAVAILABLE, Some("not_ready")), "{path}");
        assert!(headers.contains_key("retry-after"), "{path}");
    }
    app.ok("/healthz").await;
}

#[tokio::test]
async fn the_document_names_every_parameter_field_and_address() {
    let app = app().await;
    let key = app.key(AccessRole::Reviewer, None).await;
    let document = app.ok("/api/v1/openapi.json").await;
    holds_no_null(&document);
    assert_eq!(document["openapi"].as_str().unwrap().split('.').take(2).collect::<Vec<_>>(), ["3", "1"]);
    let search = &document["paths"]["/api/v1/interventions"]["get"]["parameters"];
    let named: Vec<&str> = search.as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    let rest = [
        "q",
        "age",
        "age_strict",
        "reach",
        "broader",
        "ended",
        "updated_since",
        "sort",
        "page",
        "per_page",
        "facets",
        "related",
        "interpret",
        "lang",
    ];
    for name in FILTERS.map(|(p, _)| p).iter().chain(&rest) {
        assert_eq!(named.iter().filter(|n| n == &name).count(), 1, "{name}");
        assert_ne!(
            app.get(&format!("/api/v1/interventions?{name}=%01")).await.2["errors"][0]["reason"],
            "no parameter has this name"
        );
    }
    assert_eq!(named.len(), FILTERS.len() + rest.len());
    let post = &document["paths"]["/api/v1/interventions/search"]["post"]["requestBody"]["content"]["application/json"]
        ["schema"]["properties"];
    assert_eq!(keys(post), named.iter().copied().collect());
    let record = keys(&document["components"]["schemas"]["Intervention"]["properties"]);
    for field in field::fields() {
        assert!(record.contains(field.key), "{}", field.key);
    }
    for path in keys(&document["paths"]) {
        let real = path
            .replace("{id}", if path.contains("organizations") { "esf" } else { "praktiktrappan" })
            .replace("{name}", "kinds")
            .replace("{revision}", "1");
        let Some(operation) = document["paths"][path].get("get") else { continue };
        if operation.get("security").is_some() {
            assert_eq!(app.get(&real).await.0.as_u16(), 401, "{path} says that it needs a key");
            assert_eq!(app.call(Method::GET, &real, &key, "", &Value::Null).await.0.as_u16(), 200, "{path}");
        } else if operation["responses"]["200"]["content"].get("application/json").is_some() {
            // CSV, workbooks and JSON Lines are tested elsewhere.
            let words = if path.ends_with("/explain") { "?q=praktik" } else { "" };
            app.ok(&format!("{real}{words}")).await;
        }
    }
}

/// A schema may contain an empty list, but no `null`.
fn holds_no_null(value: &Value) {
    match value {
        Value::Null => panic!("null in the document"),
        Value::Array(all) => all.iter().for_each(holds_no_null),
        Value::Object(all) => all.values().for_each(holds_no_null),
        _ => {}
    }
}

#[tokio::test]
async fn references_of_the_document_resolve() {
    let document = app().await.ok("/api/v1/openapi.json").await;
    let text = document.to_string();
    let mut found = 0;
    for part in text.split("\"$ref\":\"#").skip(1) {
        let pointer = part.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
        found += 1;
    }
    assert!(found > 3);
}
