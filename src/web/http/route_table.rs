//! The table of routes. Each entry has its method, path and handler once; the router, the OpenAPI document and the list
//! that `insatskatalog routes` prints are generated from it.

use crate::app::AppState;
use crate::web::http::operation::ApiOperation;
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, on};
use std::collections::BTreeMap;
use utoipa::openapi::path::{HttpMethod, PathItem, Paths};
use utoipa::openapi::{RefOr, Schema};

/// The kind of response of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteKind {
    /// An HTML page.
    Page,
    /// A static file.
    File,
    /// The JSON API; every route of this kind is in the OpenAPI document.
    Api,
}

impl RouteKind {
    /// The name in the list of routes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::File => "file",
            Self::Api => "api",
        }
    }
}

/// One route, for the list of routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The HTTP method; a `GET` route also answers `HEAD`.
    pub method: Method,
    /// The path, with `{name}` for a variable segment.
    pub path: String,
    /// The kind of response.
    pub kind: RouteKind,
    /// Summary in English.
    pub summary: String,
}

/// One method as a type of HTTP, axum and OpenAPI.
pub(crate) type MethodNames = (Method, MethodFilter, HttpMethod);

pub(crate) const GET: MethodNames = (Method::GET, MethodFilter::GET, HttpMethod::Get);
pub(crate) const POST: MethodNames = (Method::POST, MethodFilter::POST, HttpMethod::Post);
pub(crate) const PUT: MethodNames = (Method::PUT, MethodFilter::PUT, HttpMethod::Put);
pub(crate) const DELETE: MethodNames = (Method::DELETE, MethodFilter::DELETE, HttpMethod::Delete);

/// Routes with their handlers and OpenAPI descriptions.
#[derive(Default)]
pub(crate) struct RouteTable {
    /// The handlers.
    pub(crate) router: Router<AppState>,
    /// The entries in insertion order.
    pub(crate) routes: Vec<Route>,
    /// The OpenAPI operations, by path.
    pub(crate) paths: Paths,
    /// The schemas that the operations refer to, by name.
    pub(crate) schemas: BTreeMap<String, RefOr<Schema>>,
}

impl RouteTable {
    /// Adds `GET` of a page.
    pub(crate) fn page<H: Handler<T, AppState>, T: 'static>(self, path: &str, handler: H, summary: &str) -> Self {
        self.add(GET, path, handler, RouteKind::Page, summary)
    }

    /// Adds `GET` of a file.
    pub(crate) fn file<H: Handler<T, AppState>, T: 'static>(self, path: &str, handler: H, summary: &str) -> Self {
        self.add(GET, path, handler, RouteKind::File, summary)
    }

    /// Appends the routes of another table.
    pub(crate) fn merge(mut self, other: Self) -> Self {
        self.routes.extend(other.routes);
        self.paths.merge(other.paths);
        self.schemas.extend(other.schemas);
        Self { router: self.router.merge(other.router), ..self }
    }

    /// Applies `change` to the router, to add layers and fallbacks.
    pub(crate) fn with_router(self, change: impl FnOnce(Router<AppState>) -> Router<AppState>) -> Self {
        Self { router: change(self.router), ..self }
    }

    /// Adds an API route and its description for the OpenAPI document.
    pub(crate) fn api<H: Handler<T, AppState>, T: 'static>(
        mut self,
        method: MethodNames,
        path: &str,
        handler: H,
        operation: ApiOperation,
    ) -> Self {
        let summary = operation.summary.clone();
        let (operation, schemas) = operation.build();
        self.schemas.extend(schemas);
        let item = self.paths.paths.entry(path.to_owned()).or_default();
        item.merge_operations(PathItem::new(method.2.clone(), operation));
        self.add(method, path, handler, RouteKind::Api, &summary)
    }

    fn add<H: Handler<T, AppState>, T: 'static>(
        mut self,
        (method, filter, _): MethodNames,
        path: &str,
        handler: H,
        kind: RouteKind,
        summary: &str,
    ) -> Self {
        self.router = self.router.route(path, on(filter, handler));
        self.routes.push(Route { method, path: path.to_owned(), kind, summary: summary.to_owned() });
        self
    }
}
