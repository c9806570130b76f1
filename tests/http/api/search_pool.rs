//! Searches run outside of the async threads, and their number is bounded.

use super::app;
use super::routes::filled;
use crate::support::{json, request, text};
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use insatskatalog::web;
use insatskatalog::web::http::error::Problem;
use insatskatalog::web::http::run_search::{SearchPool, run_search};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use tower::ServiceExt;

/// Routes without a search. The static text pages are added from their table.
const WITHOUT_SEARCH: [&str; 14] = [
    "/insats/{id}/andringar",
    "/jamfor",
    "/sprak/{code}",
    "/static/{*path}",
    "/favicon.ico",
    "/healthz",
    "/readyz",
    "/api/v1/changes",
    "/api/v1/vocabularies",
    "/api/v1/vocabularies/{name}",
    "/api/v1/openapi.json",
    "/api/v1/interventions/{id}/history",
    "/api/v1/interventions/{id}/history/{revision}",
    "/api/v1/import",
];

/// The test has a single thread: if a search ran on it, no other request could be processed.
#[tokio::test]
async fn a_slow_search_blocks_neither_health_nor_pages_without_a_search() {
    let app = app().await;
    let state = app.state(SearchPool::new(1, Duration::from_mins(5)).unwrap());
    let router = web::router(state.clone());
    let get = |path: &str| router.clone().oneshot(request(Method::GET, path, &[], Body::empty()));
    let (release, released) = mpsc::channel::<()>();
    let (begin, has_begun) = tokio::sync::oneshot::channel();
    let ended = Arc::new(AtomicBool::new(false));
    let has_ended = Arc::clone(&ended);
    let slow = tokio::spawn(async move {
        run_search(&state, move |_| {
            let _ = begin.send(());
            // The timeout ends the test if the search runs on the async thread.
            let end = released.recv_timeout(Duration::from_secs(10)).map_err(Problem::internal);
            has_ended.store(true, Ordering::SeqCst);
            end
        })
        .await
    });
    has_begun.await.unwrap();
    for path in ["/healthz", "/om", "/api/v1/vocabularies"] {
        assert_eq!(get(path).await.unwrap().status(), StatusCode::OK, "{path}");
        assert!(!ended.load(Ordering::SeqCst), "{path} waited for the search");
    }
    let waiting = tokio::spawn(get("/api/v1/facets"));
    tokio::task::yield_now().await;
    assert!(!waiting.is_finished(), "the only permit is taken");
    release.send(()).unwrap();
    slow.await.unwrap().unwrap();
    assert_eq!(waiting.await.unwrap().unwrap().status(), StatusCode::OK);
}

/// With no permits a search cannot start, so every route with a search must respond 503 at the deadline.
#[tokio::test]
async fn every_route_that_searches_takes_a_permit() {
    let app = app().await;
    let router = web::router(app.state(SearchPool::new(0, Duration::ZERO).unwrap()));
    let mut searches = 0;
    for route in web::routes().into_iter().filter(|route| route.method == Method::GET) {
        let path = filled(&route.path);
        let address = format!("{path}?q=praktik");
        let response = router.clone().oneshot(request(Method::GET, &address, &[], Body::empty())).await.unwrap();
        let is_exempt = WITHOUT_SEARCH.contains(&route.path.as_str()) || route.summary.starts_with("The text ");
        let is_busy = response.status() == StatusCode::SERVICE_UNAVAILABLE;
        assert_eq!(is_busy, !is_exempt, "{address}: {}", response.status());
        if is_busy {
            assert_eq!(text(response.headers(), "retry-after"), "1", "{address}");
            searches += 1;
        }
        if is_busy && path.starts_with("/api/") {
            let (.., body) = json(response).await;
            assert_eq!((body["code"].as_str(), body["instance"].as_str()), (Some("busy"), Some(path.as_str())));
        }
    }
    assert!(searches > 15, "{searches}");
    let body = Body::from("{\"q\": \"praktik\"}");
    let sent =
        request(Method::POST, "/api/v1/interventions/search", &[(header::CONTENT_TYPE, "application/json")], body);
    assert_eq!(router.oneshot(sent).await.unwrap().status(), StatusCode::SERVICE_UNAVAILABLE);
}
