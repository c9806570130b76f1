//! What the API and the pages share. Each file uses only those above it.
//!
//! - `foreign_text`: Swedish text on pages in another language. `filters`: its forms in templates.
//! - `highlight`: highlights of a search as HTML. `html`: HTML that templates insert as it is. `markdown`: texts of records as HTML.
//! - `letter_case`: labels inside sentences.
//! - `translator`: the texts and addresses of one request, in its language.
//! - `labels`: values of a record in words.
//! - `search_context`: a search as typed and as understood.
//! - `active_filters`: the filters of a search. `relaxation_label`: relaxations in words.

pub(crate) mod active_filters;
pub(crate) mod filters;
pub(crate) mod foreign_text;
pub(crate) mod highlight;
pub(crate) mod html;
pub(crate) mod labels;
pub(crate) mod letter_case;
pub(crate) mod markdown;
pub(crate) mod relaxation_label;
pub(crate) mod search_context;
pub(crate) mod translator;
