//! The whole service in process: a real store and index in a temporary folder, a fixed clock, and requests that are
//! sent to the router without a socket.

pub(crate) mod generated;
pub(crate) mod pages;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use axum::{Router, response::Response};
use catalogue::Batch;
use catalogue::Vocabularies;
use catalogue::access::{Access, AccessRole};
use catalogue_exchange::folder::Origin;
use catalogue_exchange::{read_catalogue, read_jsonl};
use catalogue_store::Author;
use catalogue_store::Store;
use http_body_util::BodyExt;
use index::{Generations, Lexicon, Snapshot};
use insatskatalog::app::AppState;
use insatskatalog::clock::Clock;
use insatskatalog::config::Config;
use insatskatalog::i18n::Texts;
use insatskatalog::indexer::Indexer;
use insatskatalog::web;
use insatskatalog::web::http::run_search::SearchPool;
use serde_json::Value;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tempfile::TempDir;
use tower::ServiceExt;

/// The time of the clock in all tests that do not set another one. The date in Stockholm is the same.
pub(crate) const NOW: &str = "2026-11-22T12:00:00Z";

static SHIPPED: LazyLock<Batch> = LazyLock::new(|| read_catalogue(&Origin::Shipped).unwrap());

/// The shipped vocabularies.
pub(crate) fn vocabularies() -> &'static Vocabularies {
    SHIPPED.vocabularies.as_ref().unwrap()
}

/// The shipped records as JSON.
pub(crate) fn shipped_records() -> Vec<Value> {
    SHIPPED.records.iter().map(|r| serde_json::to_value(r).unwrap()).collect()
}

/// A service in a temporary folder, which is removed when the last service that uses it is dropped.
pub(crate) struct TestApp {
    folder: Arc<TempDir>,
    pub(crate) store: Store,
    pub(crate) indexer: Indexer,
    router: Router,
}

impl TestApp {
    /// A service with the shipped catalogue.
    pub(crate) async fn shipped() -> Self {
        let app = Self::with_vocabularies().await;
        app.write(&Batch { vocabularies: None, ..SHIPPED.clone() }, NOW).await;
        app
    }

    /// A service with the shipped vocabularies and these records.
    pub(crate) async fn with(records: &[Value]) -> Self {
        let app = Self::with_vocabularies().await;
        app.put(records, NOW).await;
        app
    }

    async fn with_vocabularies() -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let store = Store::open(&folder.path().join("catalogue.sqlite")).await.unwrap();
        let only_vocabularies = Batch { vocabularies: SHIPPED.vocabularies.clone(), ..Batch::default() };
        write(&store, &only_vocabularies, NOW).await;
        let generations = Generations::new(folder.path().join("index"), Lexicon::shipped()).unwrap();
        let indexer = Indexer::start(store.clone(), generations).await.unwrap();
        let router = router(&store, &indexer, NOW);
        Self { folder, store, indexer, router }
    }

    /// The same service with a task that updates the index from the store, as in production. The visibility timeout is
    /// five minutes, so that a busy machine fails no test.
    pub(crate) fn with_indexer_task(self) -> Self {
        tokio::spawn(self.indexer.clone().follow());
        self.with_visibility_timeout(Duration::from_mins(5))
    }

    /// The same service with another visibility timeout.
    pub(crate) fn with_visibility_timeout(self, timeout: Duration) -> Self {
        let indexer = self.indexer.with_visibility_timeout(timeout);
        Self { router: router(&self.store, &indexer, NOW), indexer, ..self }
    }

    /// Adds a key with this role, for one organisation or for all, and returns its secret.
    pub(crate) async fn key(&self, role: AccessRole, organization: Option<&str>) -> String {
        let access = Access::new(role, organization.map(|id| id.parse().unwrap())).unwrap();
        let today = Clock::fixed(NOW.parse().unwrap()).today();
        self.store.add_key("test", &access, today).await.unwrap().1
    }

    /// Sends a request with a key, `If-Match` and a JSON body. An empty string or `null` leaves the part out.
    pub(crate) async fn call(
        &self,
        method: Method,
        path: &str,
        key: &str,
        if_match: &str,
        body: &Value,
    ) -> (StatusCode, HeaderMap, Value) {
        let bearer = format!("Bearer {key}");
        let mut headers = Vec::new();
        if !key.is_empty() {
            headers.push((header::AUTHORIZATION, bearer.as_str()));
        }
        if !if_match.is_empty() {
            headers.push((header::IF_MATCH, if_match));
        }
        let content = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        if !body.is_null() {
            headers.push((header::CONTENT_TYPE, "application/json"));
        }
        json(self.send(request(method, path, &headers, content)).await).await
    }

    /// A service in the same folder with another store and index.
    pub(crate) fn with_store(&self, store: &Store, indexer: &Indexer) -> Self {
        let folder = Arc::clone(&self.folder);
        Self { folder, store: store.clone(), indexer: indexer.clone(), router: router(store, indexer, NOW) }
    }

    /// The same service with other messages.
    pub(crate) fn with_texts(self, texts: Texts) -> Self {
        let router = web::router(AppState { texts: Arc::new(texts), ..state(&self.store, &self.indexer, NOW) });
        Self { router, ..self }
    }

    /// The same service with other settings.
    pub(crate) fn with_config(self, config: Config) -> Self {
        let router = web::router(AppState { config: Arc::new(config), ..state(&self.store, &self.indexer, NOW) });
        Self { router, ..self }
    }

    /// The state of the request handlers, with another search pool.
    pub(crate) fn state(&self, search_pool: SearchPool) -> AppState {
        AppState { search_pool, ..state(&self.store, &self.indexer, NOW) }
    }

    /// A router of this service with the clock at another time.
    pub(crate) fn router_at(&self, time: &str) -> Router {
        router(&self.store, &self.indexer, time)
    }

    /// Writes records with the time `at`, and updates the index.
    pub(crate) async fn put(&self, records: &[Value], at: &str) {
        let lines: Vec<String> = records.iter().map(Value::to_string).collect();
        let batch = read_jsonl("test", &lines.join("\n"), vocabularies()).unwrap();
        self.write(&batch, at).await;
    }

    /// Writes a batch with the time `at`, and updates the index.
    pub(crate) async fn write(&self, batch: &Batch, at: &str) {
        write(&self.store, batch, at).await;
        self.indexer.catch_up().await.unwrap();
    }

    /// The current snapshot of the index.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        self.indexer.snapshot().unwrap()
    }

    /// The name of the current index generation.
    pub(crate) fn current_generation(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("index/current")).unwrap()
    }

    /// A second index of the same store, built at once in another folder.
    pub(crate) async fn rebuild_index(&self) -> Indexer {
        let generations = Generations::new(self.folder.path().join("another"), Lexicon::shipped()).unwrap();
        Indexer::start(self.store.clone(), generations).await.unwrap()
    }

    /// Sends a request. The body of the response is not read yet.
    pub(crate) async fn send(&self, request: Request<Body>) -> Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// Sends a `GET` and parses the response as JSON.
    pub(crate) async fn get(&self, path: &str) -> (StatusCode, HeaderMap, Value) {
        self.get_with(path, &[]).await
    }

    /// Like [`Self::get`], with headers.
    pub(crate) async fn get_with(&self, path: &str, headers: &[(HeaderName, &str)]) -> (StatusCode, HeaderMap, Value) {
        json(self.send(request(Method::GET, path, headers, Body::empty())).await).await
    }

    /// Like [`Self::get`], but panics unless the status is 200.
    pub(crate) async fn ok(&self, path: &str) -> Value {
        let (status, _, body) = self.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}: {body}");
        body
    }

    /// Sends a `POST` with a JSON body.
    pub(crate) async fn post_json(&self, path: &str, body: &Value) -> (StatusCode, HeaderMap, Value) {
        self.post(path, "application/json", body.to_string()).await
    }

    /// Sends a `POST` with any content type.
    pub(crate) async fn post(
        &self,
        path: &str,
        content_type: &str,
        body: impl Into<Body>,
    ) -> (StatusCode, HeaderMap, Value) {
        json(self.send(request(Method::POST, path, &[(header::CONTENT_TYPE, content_type)], body.into())).await).await
    }
}

fn router(store: &Store, indexer: &Indexer, time: &str) -> Router {
    web::router(state(store, indexer, time))
}

fn state(store: &Store, indexer: &Indexer, time: &str) -> AppState {
    AppState {
        store: store.clone(),
        indexer: indexer.clone(),
        search_pool: SearchPool::new(4, Duration::from_mins(5)).unwrap(),
        clock: Clock::fixed(time.parse().unwrap()),
        texts: Arc::new(Texts::load()),
        config: Arc::new(Config::default()),
    }
}

async fn write(store: &Store, batch: &Batch, at: &str) {
    let author = Author { name: "test".into(), reason: "a test".into() };
    store.write(batch, &author, at.parse().unwrap(), false).await.unwrap();
}

pub(crate) fn request(method: Method, path: &str, headers: &[(HeaderName, &str)], body: Body) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).body(body).unwrap();
    for (name, value) in headers {
        request.headers_mut().append(name, HeaderValue::from_str(value).unwrap());
    }
    request
}

/// The whole body of a response.
pub(crate) async fn bytes(response: Response) -> Vec<u8> {
    response.into_body().collect().await.unwrap().to_bytes().to_vec()
}

/// The parts of a response with a JSON body; the body is `null` when it is empty.
pub(crate) async fn json(response: Response) -> (StatusCode, HeaderMap, Value) {
    let (status, headers) = (response.status(), response.headers().clone());
    let body = bytes(response).await;
    if body.is_empty() {
        return (status, headers, Value::Null);
    }
    let value = serde_json::from_slice(&body);
    (status, headers, value.unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&body))))
}

/// The ids of the items in a response, in order.
pub(crate) fn ids(answer: &Value) -> Vec<String> {
    let items = answer["items"].as_array().into_iter().flatten();
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

/// Parameters as a query string.
pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The value of a header. Panics when it is absent.
pub(crate) fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).unwrap_or_else(|| panic!("no header {name}")).to_str().unwrap()
}

/// Configuration of a property test: this number of cases, or `PROPTEST_CASES`. Failures are not saved to files.
pub(crate) fn cases(cases: u32) -> proptest::test_runner::Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(cases);
    proptest::test_runner::Config { cases, failure_persistence: None, ..Default::default() }
}
