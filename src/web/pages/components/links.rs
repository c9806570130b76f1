//! Links of a page, alone and in a sentence.

/// A link to the same search in another form.
pub(crate) struct SearchLink {
    pub(crate) text: String,
    pub(crate) url: String,
    /// Whether the page shows this form already.
    pub(crate) current: bool,
}

/// A sentence, with a link (text and address) that follows it.
pub(crate) struct Notice {
    pub(crate) text: String,
    pub(crate) link: Option<(String, String)>,
}
