//! HTML fragments that templates insert without escaping.

use crate::web::http::assets;
use crate::web::present::foreign_text::ForeignTextEscaper;
use askama::filters;
use std::fmt;

/// HTML that needs no escaping: output of [`crate::web::present::markdown`], of the highlighter, or escaped text.
pub(crate) type Safe = filters::Safe<String>;

/// Marks HTML as safe. The caller guarantees that it is.
pub(crate) fn trusted(html: String) -> Safe {
    filters::Safe(html)
}

/// Escapes plain text. Delimited Swedish parts become elements, see [`crate::web::present::foreign_text`].
pub(crate) fn escaped(text: &str) -> Safe {
    match filters::escape(text, ForeignTextEscaper) {
        Ok(html) => trusted(html.0.to_string()),
        Err(never) => match never {},
    }
}

/// One icon of `static/icons.svg`, hidden from screen readers.
pub(crate) struct Icon<'a>(pub(super) &'a str);

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
