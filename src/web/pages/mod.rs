//! Pages for people, complete without scripts; every text is in `locales/`.
//!
//! - `respond`: templates as responses. `errors`: error pages. `head`: head, menu and footer of every page.
//! - `components`: parts that several pages share.
//! - A folder or a file for each page; none uses another one's folder.

pub(super) mod changes;
pub(super) mod compare;
mod components;
mod errors;
mod glossary;
mod head;
pub(super) mod intervention;
pub(super) mod overview;
mod respond;
pub(super) mod search;
pub(super) mod start;
pub(super) mod static_text;

pub(crate) use errors::render_errors;
