//! What API and pages share: texts in the reader's language, labels of records, rich text and highlights as HTML.

pub(crate) mod foreign_text;
pub(crate) mod highlight;
pub(crate) mod labels;
pub(crate) mod markdown;
pub(crate) mod translator;
