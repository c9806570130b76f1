//! The web service: HTML pages and a JSON API. Each folder may import only those listed before it.
//!
//! - `links`: URLs that both the API and the pages refer to.
//! - [`http`]: parts that every response needs: errors, typed requests, access, caching, middleware, files.
//! - `present`: parts that the API and the pages share: translated texts, labels, rich text.
//! - `api`: the JSON API. `pages`: the pages. Neither imports the other.
//! - [`router`](mod@router): all routes.

mod api;
pub mod http;
mod links;
mod pages;
mod present;
mod router;

pub use router::{router, routes};
