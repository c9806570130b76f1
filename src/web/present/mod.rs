//! Presentation shared by the API and the pages. Each file may import only those listed before it.
//!
//! - `foreign_text`: Swedish text on pages in another language. `filters`: askama filters for it.
//! - `highlight`: highlights as HTML. `html`: HTML that templates insert without escaping. `markdown`: texts of records
//!   as HTML.
//! - `letter_case`: capital letters of labels.
//! - `translator`: messages and URLs of one request, in its language.
//! - `labels`: values of a record as text.
//! - `search_context`: a search as typed and as understood.
//! - `active_filters`: the active filters of a search. `criteria`: its criteria, and how a record meets them.
//!   `relaxation_label`: labels of relaxations.

pub(crate) mod active_filters;
pub(crate) mod criteria;
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
