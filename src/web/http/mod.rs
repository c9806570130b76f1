//! Parts that both pages and API use: errors, typed requests, access, caching, limits, middleware, static files, the
//! search pool, and the table of routes.

pub mod assets;
pub(crate) mod auth;
pub(crate) mod cache;
pub mod error;
pub mod extract;
pub(crate) mod limits;
pub(crate) mod middleware;
pub(crate) mod operation;
pub mod problem_code;
pub mod problem_item;
pub(crate) mod record;
pub mod route_table;
pub mod run_search;
pub(crate) mod schema;
