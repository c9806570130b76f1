//! Fragments of HTML that templates insert without escaping.

use crate::web::http::assets;
use askama::filters::{Html, HtmlSafe, escape};
use std::fmt;

/// Text that is HTML already: made by [`crate::web::present::markdown`], by the highlighter, or escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Safe(String);

impl Safe {
    /// Takes HTML that the caller has made safe.
    pub(crate) fn trusted(html: String) -> Self {
        Self(html)
    }

    /// Escapes plain text.
    pub(crate) fn escaped(text: &str) -> Self {
        match escape(text, Html) {
            Ok(html) => Self(html.to_string()),
            Err(never) => match never {},
        }
    }
}

impl HtmlSafe for Safe {}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One picture of `static/icons.svg`, hidden from screen readers.
pub(crate) struct Icon<'a>(pub(super) &'a str);

impl HtmlSafe for Icon<'_> {}

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The name may come from a vocabulary file.
        let name = self.0.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>();
        write!(
            f,
            r#"<svg class="icon" width="24" height="24" aria-hidden="true" focusable="false"><use href="{}#{name}"/></svg>"#,
            assets::icons_url()
        )
    }
}
