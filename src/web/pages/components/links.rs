//! Links and hidden fields of a page.

/// A link.
#[derive(Clone)]
pub(crate) struct TextLink {
    pub(crate) text: String,
    pub(crate) url: String,
}

/// A link to the same search in another form.
pub(crate) struct SearchLink {
    pub(crate) text: String,
    pub(crate) url: String,
    /// Whether the page shows this form already.
    pub(crate) current: bool,
}

/// A sentence, with a link that follows it.
pub(crate) struct Notice {
    pub(crate) text: String,
    pub(crate) link: Option<TextLink>,
}

/// A parameter that a form sends without a control.
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
