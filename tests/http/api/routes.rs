//! The table of routes, the OpenAPI document and the router contain the same paths.

use super::app;
use crate::support::request;
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use insatskatalog::web;
use insatskatalog::web::http::route_table::RouteKind;
use std::collections::{BTreeMap, BTreeSet};

/// A path with values in place of its variable segments.
pub(super) fn filled(path: &str) -> String {
    let id = if path.contains("organizations") { "esf" } else { "praktiktrappan" };
    path.replace("{id}", id)
        .replace("{revision}", "1")
        .replace("{name}", "kinds")
        .replace("{slug}", "inget-jobb")
        .replace("{code}", if path.starts_with("/sprak/") { "en" } else { "0780" })
        .replace("{*path}", "app.css")
}

#[tokio::test]
async fn every_route_of_the_api_has_an_entry_and_every_entry_a_route() {
    let document = app().await.ok("/api/v1/openapi.json").await;
    let mut documented = BTreeSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            documented.insert((method.to_uppercase(), path.clone()));
            assert!(operation["responses"].get("default").is_some(), "{method} {path} names no problem");
            assert!(operation["summary"].as_str().is_some_and(|s| !s.is_empty()), "{method} {path} has no summary");
        }
    }
    let api = web::routes().into_iter().filter(|route| route.kind == RouteKind::Api);
    let routed: BTreeSet<_> = api.map(|route| (route.method.to_string(), route.path)).collect();
    assert_eq!(documented, routed);
    assert!(routed.len() > 20, "{routed:?}");
}

/// The router sends the allowed methods of a path (`Allow`) when it refuses another method.
#[tokio::test]
async fn the_router_takes_the_listed_methods_and_no_others() {
    let app = app().await;
    let mut methods: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for route in web::routes() {
        let of_path = methods.entry(route.path).or_default();
        if route.method == Method::GET {
            of_path.insert("HEAD".to_owned());
        }
        assert!(of_path.insert(route.method.to_string()), "a route is listed twice");
    }
    for (path, listed) in methods {
        let response = app.send(request(Method::TRACE, &filled(&path), &[], Body::empty())).await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{path} is listed and not routed");
        let allow = response.headers()[header::ALLOW].to_str().unwrap();
        let allowed: BTreeSet<String> = allow.split(',').map(|method| method.trim().to_owned()).collect();
        assert_eq!(allowed, listed, "{path}");
    }
}
