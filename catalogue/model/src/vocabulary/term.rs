//! One term of a vocabulary.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A code with what it means and how people say it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The stable code.
    pub code: String,
    /// The label in Swedish.
    pub label: String,
    /// The same in plain words, said to the reader ("Du är ung").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_easy: Option<String>,
    /// Labels in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// The code above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broader: Option<String>,
    /// What it means, where the label does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// The same in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub definitions: BTreeMap<String, String>,
    /// Other words for it, abbreviations included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_words: Vec<String>,
    /// Municipalities only: the codes of those that border on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neighbours: Vec<String>,
    /// Life situations only: the search that it stands for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, Vec<String>>,
    /// Life situations only: which picture of `static/icons.svg` goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
}

impl Term {
    /// The label in a language, in Swedish where that language has none.
    pub fn label_in(&self, lang: &str) -> &str {
        self.labels.get(lang).unwrap_or(&self.label)
    }
}
