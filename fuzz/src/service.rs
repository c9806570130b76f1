//! The whole service in process: no request is answered with a server error.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, header};
use catalogue_exchange::folder::Origin;
use catalogue_exchange::read_catalogue;
use catalogue_store::Author;
use catalogue_store::Store;
use http_body_util::BodyExt;
use index::{Generations, Lexicon};
use insatskatalog::app::AppState;
use insatskatalog::clock::Clock;
use insatskatalog::config::Config;
use insatskatalog::i18n::Texts;
use insatskatalog::indexer::Indexer;
use insatskatalog::web;
use insatskatalog::web::http::run_search::SearchPool;
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Seeds: the URL on the first line, the body on the lines after it.
pub(super) const SEEDS: &[&str] = &[
    "/sok?q=praktik+20+%C3%A5r+v%C3%A4xj%C3%B6&age=16-24&municipality=Klippan&view=table",
    "/api/v1/interventions?q=hoppat+av+skolan&target_group=unga&facets=all&lang=ar",
    "/oversikt?county=07&columns=method&reach=direct&wide=true",
    "/jamfor?id=skruvas&id=kaa-vaxjo&only=differences",
    "/insats/skruvas?ll=1&lang=en",
    "/inbaddat/sok?municipality=0764&q=%22",
    "/api/v1/matrix?rows=municipality&columns=target_group",
    "/api/v1/suggest?q=pra&limit=8",
    "/api/v1/interventions\n{\"q\":\"praktik\",\"age\":[20]}",
];

struct TestService {
    runtime: Runtime,
    router: Router,
    _folder: TempDir,
}

static SERVICE: LazyLock<TestService> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let now = "2026-11-22T12:00:00Z".parse().expect("a time");
    let router = runtime.block_on(async {
        let store = Store::open(&folder.path().join("catalogue.sqlite")).await.expect("a store");
        let shipped = read_catalogue(&Origin::Shipped).unwrap_or_else(|faults| panic!("{} faults", faults.len()));
        let author = Author { name: "fuzz".into(), reason: "seed".into() };
        store.write(&shipped, &author, now, false).await.expect("written");
        let generations = Generations::new(folder.path().join("index"), Lexicon::shipped()).expect("a place");
        let indexer = Indexer::start(store.clone(), generations).await.expect("an index");
        let (texts, config) = (Arc::new(Texts::load()), Arc::new(Config::default()));
        let search_pool = SearchPool::of_this_machine().expect("threads");
        web::router(AppState { store, indexer, search_pool, clock: Clock::fixed(now), texts, config })
    });
    TestService { runtime, router, _folder: folder }
});

/// Sends a request and reads its response to the end. Panics on a server error.
pub(super) fn request(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (address, body) = text.split_once('\n').unwrap_or((&text, ""));
    let method = if body.is_empty() { Method::GET } else { Method::POST };
    let request = Request::builder().method(method).uri(address).header(header::CONTENT_TYPE, "application/json");
    // A request with an invalid URL never reaches the router.
    let Ok(request) = request.body(Body::from(body.to_owned())) else { return };
    let TestService { runtime, router, .. } = &*SERVICE;
    let (status, body) = runtime.block_on(async {
        let Ok(response) = router.clone().oneshot(request).await;
        let status = response.status();
        (status, response.into_body().collect().await.map(|body| body.to_bytes()))
    });
    let body = body.unwrap_or_else(|error| panic!("{address}: {error}"));
    assert!(!status.is_server_error(), "{address}: {status} {}", String::from_utf8_lossy(&body));
    assert!(std::str::from_utf8(&body).is_ok() || address.contains("static") || address.contains("xlsx"), "{address}");
}
