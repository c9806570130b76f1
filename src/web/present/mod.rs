//! What API and pages share: texts in the reader's language, labels of records, filters and relaxations, rich
//! text as HTML.

pub(crate) mod active_filters;
pub(crate) mod foreign_text;
pub(crate) mod labels;
pub(crate) mod markdown;
pub(crate) mod relaxation_label;
pub(crate) mod translator;
pub(crate) mod understood_search;
