//! What every answer needs: errors, typed requests, access, caching, layers, files.

pub mod assets;
pub(crate) mod auth;
pub(crate) mod cache;
pub mod error;
pub mod extract;
pub(crate) mod limits;
pub(crate) mod middleware;
pub(crate) mod record;
