//! Where the facts of a record come from.

use crate::record::PartialDate;
use serde::{Deserialize, Serialize};

/// How a source says what it is cited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// In so many words, of this intervention.
    #[default]
    Explicit,
    /// Of the whole that it belongs to.
    Inherited,
    /// It follows from the text.
    Inferred,
}

impl Stated {
    /// Every way, by its name in the record.
    pub const NAMES: &'static [&'static str] = &["explicit", "inherited", "inferred"];
}

/// One place in one document that supports facts of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The document: a key of the vocabulary `documents`, or its title.
    pub document: String,
    /// The heading it stands under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The document's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where the document is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Which keys of the record it supports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<String>,
    /// At most 25 words, as the document has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// How the document says it.
    #[serde(default)]
    pub stated: Stated,
}
