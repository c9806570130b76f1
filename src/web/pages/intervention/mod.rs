//! `/insats/{id}`.
//!
//! - `page`: the page. `facts`, `contact`, `sources`, `relations`: its sections. `structured`: the record as JSON-LD.

mod contact;
mod facts;
pub(crate) mod page;
pub(crate) mod relations;
mod sources;
mod structured;
