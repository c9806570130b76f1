//! The JSON API, `/api/v1`. Each endpoint has one file with its handler, its response type and its description for the
//! OpenAPI document. The routes are in [`crate::web::router`](mod@crate::web::router).

mod checked_search;
mod counts;
mod echo;
mod interpretation;
mod parameters;
mod search_result;

pub(super) mod changes;
pub(super) mod explain;
pub(super) mod export;
pub(super) mod facets;
pub(super) mod health;
pub(super) mod history;
pub(super) mod import;
pub(super) mod interventions;
pub(super) mod matrix;
pub(super) mod openapi;
pub(super) mod organizations;
pub(super) mod record;
pub(super) mod suggest;
pub(super) mod vocabularies;
pub(super) mod write;
