//! Small values that several templates share.

/// A link and its text.
#[derive(Clone)]
pub(super) struct TextLink {
    pub(super) text: String,
    pub(super) url: String,
}

impl TextLink {
    pub(super) fn new(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { text: text.into(), url: url.into() }
    }
}

/// A parameter that a form sends without showing it.
pub(super) struct HiddenField {
    pub(super) name: &'static str,
    pub(super) value: String,
}

impl From<(&'static str, String)> for HiddenField {
    fn from((name, value): (&'static str, String)) -> Self {
        Self { name, value }
    }
}
