//! The web: pages for people, JSON for programs. Each folder imports only those above it.
//!
//! - `links`: addresses that both name.
//! - [`http`]: what every response needs: errors, typed requests, access, caching, layers, files.
//! - `present`: what API and pages share: texts in the reader's language, labels, rich text.
//! - `api`: the JSON API. `pages`: the pages. Neither imports the other.
//! - [`router`](mod@router): every route.

mod api;
pub mod http;
mod links;
mod pages;
mod present;
mod router;

pub use router::{router, routes};
