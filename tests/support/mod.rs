//! The whole service in process: a real store and index in a temporary folder, a clock that stands
//! still, and requests straight into the router.

pub(crate) mod generated;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use axum::{Router, response::Response};
use catalogue::Batch;
use catalogue::Vocabularies;
use catalogue::access::{Access, Role};
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

/// The moment at which every test runs; the same day in Sweden.
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

/// A running service.
pub(crate) struct TestApp {
    folder: Arc<TempDir>,
    pub(crate) store: Store,
    pub(crate) sync: Indexer,
    router: Router,
}

impl TestApp {
    /// With the shipped catalogue.
    pub(crate) async fn shipped() -> Self {
        let app = Self::with_vocabularies().await;
        app.write(&Batch { vocabularies: None, ..SHIPPED.clone() }, NOW).await;
        app
    }

    /// With the shipped vocabularies and these records.
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
        let sync = Indexer::start(store.clone(), generations).await.unwrap();
        let router = router(&store, &sync, NOW);
        Self { folder, store, sync, router }
    }

    /// The same, with an index that follows the store by itself as in a running service. A writer waits
    /// until it has, however busy the machine is.
    pub(crate) fn following(self) -> Self {
        tokio::spawn(self.sync.clone().follow());
        self.patient(Duration::from_mins(5))
    }

    /// The same, where a writer waits so long for the search.
    pub(crate) fn patient(self, patience: Duration) -> Self {
        let sync = self.sync.with_visibility_timeout(patience);
        Self { router: router(&self.store, &sync, NOW), sync, ..self }
    }

    /// A key that opens.
    pub(crate) async fn key(&self, role: Role, organization: Option<&str>) -> String {
        let access = Access::new(role, organization.map(|id| id.parse().unwrap())).unwrap();
        let today = Clock::fixed(NOW.parse().unwrap()).today();
        self.store.add_key("test", &access, today).await.unwrap().1
    }

    /// Any request with a key and a JSON body (none when it is null).
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
        let sent = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        if !body.is_null() {
            headers.push((header::CONTENT_TYPE, "application/json"));
        }
        json(self.send(request(method, path, &headers, sent)).await).await
    }

    /// Another store or index behind the same front.
    pub(crate) fn in_place_of(&self, store: &Store, sync: &Indexer) -> Self {
        let folder = Arc::clone(&self.folder);
        Self { folder, store: store.clone(), sync: sync.clone(), router: router(store, sync, NOW) }
    }

    /// The same service with other texts.
    pub(crate) fn speaking(self, texts: Texts) -> Self {
        let router = web::router(AppState { texts: Arc::new(texts), ..state(&self.store, &self.sync, NOW) });
        Self { router, ..self }
    }

    /// The same service with other settings.
    pub(crate) fn configured(self, config: Config) -> Self {
        let router = web::router(AppState { config: Arc::new(config), ..state(&self.store, &self.sync, NOW) });
        Self { router, ..self }
    }

    /// What its requests can reach, with another pool for searches.
    pub(crate) fn state(&self, search_pool: SearchPool) -> AppState {
        AppState { search_pool, ..state(&self.store, &self.sync, NOW) }
    }

    /// The same service at another time.
    pub(crate) fn at(&self, time: &str) -> Router {
        router(&self.store, &self.sync, time)
    }

    /// Writes records as of a time; the index has followed when this returns.
    pub(crate) async fn put(&self, records: &[Value], at: &str) {
        let lines: Vec<String> = records.iter().map(Value::to_string).collect();
        let batch = read_jsonl("test", &lines.join("\n"), vocabularies()).unwrap();
        self.write(&batch, at).await;
    }

    pub(crate) async fn write(&self, batch: &Batch, at: &str) {
        write(&self.store, batch, at).await;
        self.sync.catch_up().await.unwrap();
    }

    /// The index as it is now.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        self.sync.snapshot().unwrap()
    }

    /// Which of the indexes on the disk is in use.
    pub(crate) fn index_in_use(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("index/current")).unwrap()
    }

    /// A second index of the same store, built anew.
    pub(crate) async fn rebuilt(&self) -> Indexer {
        let generations = Generations::new(self.folder.path().join("another"), Lexicon::shipped()).unwrap();
        Indexer::start(self.store.clone(), generations).await.unwrap()
    }

    /// Any request, its answer as it comes.
    pub(crate) async fn send(&self, request: Request<Body>) -> Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// A `GET` whose answer is JSON.
    pub(crate) async fn get(&self, path: &str) -> (StatusCode, HeaderMap, Value) {
        self.get_with(path, &[]).await
    }

    /// A `GET` with headers.
    pub(crate) async fn get_with(&self, path: &str, headers: &[(HeaderName, &str)]) -> (StatusCode, HeaderMap, Value) {
        json(self.send(request(Method::GET, path, headers, Body::empty())).await).await
    }

    /// A `GET` that must succeed.
    pub(crate) async fn ok(&self, path: &str) -> Value {
        let (status, _, body) = self.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}: {body}");
        body
    }

    /// A `POST` of JSON.
    pub(crate) async fn post_json(&self, path: &str, body: &Value) -> (StatusCode, HeaderMap, Value) {
        self.post(path, "application/json", body.to_string()).await
    }

    /// A `POST` of anything.
    pub(crate) async fn post(
        &self,
        path: &str,
        content_type: &str,
        body: impl Into<Body>,
    ) -> (StatusCode, HeaderMap, Value) {
        json(self.send(request(Method::POST, path, &[(header::CONTENT_TYPE, content_type)], body.into())).await).await
    }
}

fn router(store: &Store, sync: &Indexer, time: &str) -> Router {
    web::router(state(store, sync, time))
}

fn state(store: &Store, sync: &Indexer, time: &str) -> AppState {
    AppState {
        store: store.clone(),
        sync: sync.clone(),
        search_pool: SearchPool::new(4, Duration::from_mins(5)),
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

/// The body of an answer.
pub(crate) async fn bytes(response: Response) -> Vec<u8> {
    response.into_body().collect().await.unwrap().to_bytes().to_vec()
}

/// An answer whose body is JSON, or empty.
pub(crate) async fn json(response: Response) -> (StatusCode, HeaderMap, Value) {
    let (status, headers) = (response.status(), response.headers().clone());
    let body = bytes(response).await;
    if body.is_empty() {
        return (status, headers, Value::Null);
    }
    let value = serde_json::from_slice(&body);
    (status, headers, value.unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&body))))
}

/// The ids of the items of an answer, in order.
pub(crate) fn ids(answer: &Value) -> Vec<String> {
    let items = answer["items"].as_array().into_iter().flatten();
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

/// Parameters as a query string.
pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The header's text.
pub(crate) fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).unwrap_or_else(|| panic!("no header {name}")).to_str().unwrap()
}

/// How many cases a property test runs; `PROPTEST_CASES` wins. Nothing is written beside the tests.
pub(crate) fn cases(cases: u32) -> proptest::test_runner::Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(cases);
    proptest::test_runner::Config { cases, failure_persistence: None, ..Default::default() }
}
