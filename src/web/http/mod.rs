//! What every response needs, whether a page or JSON: errors, typed requests, access, caching, limits,
//! layers, files, the pool in which searches run, and the table of routes.

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
