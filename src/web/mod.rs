//! The web: pages for people, JSON for programs. Each folder uses only those above it.
//!
//! - [`http`]: what every answer needs: errors, typed requests, access, caching, layers, files.
//! - [`present`]: what API and pages share: texts in the reader's language, labels, rich text.
//! - [`api`]: the JSON API. [`pages`]: the pages. Neither knows the other.
//! - [`router`](mod@router): every route.

pub mod api;
pub mod http;
pub mod pages;
mod present;
mod router;

pub use router::router;
