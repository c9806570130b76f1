//! HTML pages. They work without scripts, and every text is in `locales/`.
//!
//! - `respond`: renders templates. `errors`: error pages. `head`: head, menu and footer of every page.
//! - `components`: parts that several pages share.
//! - One folder or file for each page; a page imports nothing from the folder of another page.

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
