//! All routes of the program, and the middleware around them.

use crate::app::AppState;
use crate::web::api;
use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use crate::web::http::middleware::{self, CountedRequestId, REQUEST_ID};
use crate::web::http::route_table::{DELETE, GET, POST, PUT, Route, RouteTable};
use crate::web::http::{assets, limits};
use crate::web::pages::{self, changes, compare, intervention, overview, search, start, static_text};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_request};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Extension, Router};
use catalogue_exchange::Format;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::cors::{Any, CorsLayer};
use tower_http::request_id::{PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;

/// The routes of HTML pages.
fn page_routes() -> RouteTable {
    let table = RouteTable::default()
        .page("/", start::show, "The start page")
        .page("/sok", search::page::show, "The search and its hits")
        .page("/kommun/{code}", search::landing::municipality, "The search of a municipality")
        .page("/situation/{slug}", search::landing::situation, "The search of a life situation")
        .page("/insats/{id}", intervention::page::show, "An intervention")
        .page("/insats/{id}/andringar", changes::show, "The changes of an intervention")
        .page("/jamfor", compare::page::show, "Interventions side by side")
        .page("/oversikt", overview::page::show, "Counts by place and by one more filter, with the gaps")
        .file("/oversikt.csv", overview::page::download, "The table of the overview as CSV")
        .page("/inbaddat", search::embed::how_to, "How to embed the search in another site")
        .page("/inbaddat/sok", search::embed::show, "The embedded search")
        .page("/sprak/{code}", static_text::language, "About the catalogue, in one language");
    static_text::PAGES.iter().fold(table, |table, text| {
        let show = async |state, parameters| static_text::show(state, parameters, text).await;
        table.page(&format!("/{}", text.name), show, &format!("The text `{}`", text.name))
    })
}

/// The routes of the JSON API and the health checks.
fn api_routes() -> RouteTable {
    use crate::web::api::{
        changes, explain, export, facets, health, history, interventions, matrix, openapi, organizations, record,
        suggest, vocabularies, write,
    };
    let table = RouteTable::default()
        .api(GET, "/api/v1/interventions", interventions::list, interventions::list_operation())
        .api(POST, "/api/v1/interventions", write::create, write::create_operation())
        .api(POST, "/api/v1/interventions/search", interventions::search, interventions::search_operation())
        .api(GET, "/api/v1/interventions/{id}", record::show, record::show_operation())
        .api(PUT, "/api/v1/interventions/{id}", write::replace, write::replace_operation())
        .api(DELETE, "/api/v1/interventions/{id}", write::archive, write::archive_operation())
        .api(GET, "/api/v1/interventions/{id}/similar", record::similar, record::similar_operation())
        .api(GET, "/api/v1/interventions/{id}/explain", explain::show, explain::operation())
        .api(GET, "/api/v1/interventions/{id}/history", history::list, history::list_operation())
        .api(GET, "/api/v1/interventions/{id}/history/{revision}", history::show, history::show_operation())
        .api(
            POST,
            "/api/v1/interventions/{id}/history/{revision}/restore",
            history::restore,
            history::restore_operation(),
        )
        .api(GET, "/api/v1/facets", facets::show, facets::operation())
        .api(GET, "/api/v1/matrix", matrix::show, matrix::operation())
        .api(GET, "/api/v1/suggest", suggest::show, suggest::operation())
        .api(GET, "/api/v1/vocabularies", vocabularies::list, vocabularies::list_operation())
        .api(GET, "/api/v1/vocabularies/{name}", vocabularies::show, vocabularies::show_operation())
        .api(GET, "/api/v1/organizations", organizations::list, organizations::list_operation())
        .api(GET, "/api/v1/organizations/{id}", organizations::show, organizations::show_operation())
        .api(GET, "/api/v1/changes", changes::list, changes::operation())
        .api(GET, "/api/v1/openapi.json", openapi::show, openapi::operation())
        .api(GET, "/healthz", health::alive, health::alive_operation())
        .api(GET, "/readyz", health::ready, health::ready_operation());
    Format::ALL.into_iter().fold(table, |table, format| {
        let show = async move |State(state): State<AppState>, headers: HeaderMap, parameters: Parameters| {
            export::show(format, state, headers, parameters).await
        };
        table.api(GET, &format!("/api/v1/export.{}", format.name()), show, export::operation(format))
    })
}

/// The route of the import, which has limits of its own for the size of its body and for its duration.
fn import_routes() -> RouteTable {
    RouteTable::default().api(POST, "/api/v1/import", api::import::create, api::import::operation())
}

/// The routes of static files.
fn file_routes() -> RouteTable {
    RouteTable::default().file("/static/{*path}", assets::show, "Styles, script, font and icons").file(
        "/favicon.ico",
        assets::favicon,
        "The icon of the site",
    )
}

/// The router of the whole service. It needs no socket, so that tests can call it in process.
pub fn router(state: AppState) -> Router {
    let pages = page_routes().with_router(|router| router.fallback(|| async { Problem::not_found() }));
    let api = api_routes().with_router(|router| {
        router
            .route("/api/{*rest}", any(|| async { Problem::not_found() }))
            // Inside the CORS layer below, which answers preflight requests.
            .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
            .layer(any_origin())
    });
    let import = import_routes().with_router(|router| {
        router
            .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
            .layer(DefaultBodyLimit::max(limits::MAX_IMPORT))
            .layer(any_origin())
            .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, limits::IMPORT_TIMEOUT))
    });
    let table = pages.merge(api).merge(file_routes()).with_router(|router| {
        router
            .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
            .layer(DefaultBodyLimit::max(limits::MAX_BODY))
            .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, limits::TIMEOUT))
    });
    let table = table.merge(import);
    let document = api::openapi::OpenApiDocument::new(&table);
    table
        .router
        .layer(Extension(document))
        .layer(CatchPanicLayer::custom(|_| Problem::internal_logged().into_response()))
        .layer(from_fn(middleware::describe_problems))
        // Outside of all layers that refuse requests, so that a page never gets a problem document.
        .layer(from_fn_with_state(state.clone(), render_pages))
        .layer(from_fn(middleware::log))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID.clone()))
        .layer(SetRequestIdLayer::new(REQUEST_ID.clone(), CountedRequestId))
        .layer(map_request(middleware::remove_request_id))
        .layer(from_fn(middleware::security_headers))
        // The font is already compressed.
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(256).and(NotForContentType::new("font/"))))
        .with_state(state)
}

/// All routes, grouped as in this file.
pub fn routes() -> Vec<Route> {
    page_routes().merge(api_routes()).merge(import_routes()).merge(file_routes()).routes
}

/// Any site may read the API. There are no cookies that a site could misuse.
fn any_origin() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_methods(Any).allow_headers(Any).expose_headers(Any)
}

/// Path prefixes of responses for programs; all other paths are pages.
const FOR_PROGRAMS: [&str; 4] = ["/api/", "/healthz", "/readyz", "/static/"];

/// Path prefix of the pages that other sites may embed.
const FRAMEABLE: &str = "/inbaddat/";

/// Renders problems as HTML and adds the headers of pages, for the paths of pages.
async fn render_pages(state: State<AppState>, request: Request, next: Next) -> Response {
    if FOR_PROGRAMS.iter().any(|prefix| request.uri().path().starts_with(prefix)) {
        return next.run(request).await;
    }
    let may_be_framed = request.uri().path().starts_with(FRAMEABLE);
    middleware::page_headers(pages::render_errors(state, request, next).await, may_be_framed)
}
