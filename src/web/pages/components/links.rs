//! Links and hidden fields of a page.

/// A link: text and URL.
#[derive(Clone)]
pub(crate) struct TextLink {
    pub(crate) text: String,
    pub(crate) url: String,
}

/// A link to a variant of the current search, such as another order or view.
pub(crate) struct SearchLink {
    pub(crate) text: String,
    pub(crate) url: String,
    /// Whether the page shows this variant.
    pub(crate) current: bool,
}

/// A sentence, optionally followed by a link.
pub(crate) struct Notice {
    pub(crate) text: String,
    pub(crate) link: Option<TextLink>,
}

/// A hidden form field: a parameter that the form sends without a visible control.
pub(crate) struct HiddenField {
    pub(crate) name: &'static str,
    pub(crate) value: String,
}

impl TextLink {
    pub(crate) fn new(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { text: text.into(), url: url.into() }
    }
}

impl From<(&'static str, String)> for HiddenField {
    fn from((name, value): (&'static str, String)) -> Self {
        Self { name, value }
    }
}
