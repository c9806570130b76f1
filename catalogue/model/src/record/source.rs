//! Sources of the facts of a record.

use crate::record::PartialDate;
use serde::{Deserialize, Serialize};

/// How directly a source states a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// The source states the fact about this intervention.
    #[default]
    Explicit,
    /// The source states the fact about the intervention that this one is part of.
    Inherited,
    /// The source does not state the fact, but the fact follows from its text.
    Inferred,
}

impl Stated {
    /// The name of every value in the record.
    pub const NAMES: &'static [&'static str] = &["explicit", "inherited", "inferred"];
}

/// A passage of a document that supports facts of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Id of a document of the vocabulary `documents`, or its title.
    pub document: String,
    /// Heading of the section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The document's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Web address of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Keys of the fields that it supports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<String>,
    /// Verbatim quote. The check of catalogue folders allows at most 25 words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// How directly the document states the facts.
    #[serde(default)]
    pub stated: Stated,
}
