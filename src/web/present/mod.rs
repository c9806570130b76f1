//! What API and pages share: texts in the reader's language, labels of records, rich text as HTML.

pub(crate) mod foreign_text;
pub(crate) mod labels;
pub(crate) mod markdown;
pub(crate) mod translator;
