//! One term of a vocabulary.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A code with its labels, definition and place in the hierarchy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The stable code.
    pub code: String,
    /// The label in Swedish.
    pub label: String,
    /// The label in plain words, addressed to the reader ("Du är ung").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_easy: Option<String>,
    /// Labels in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Code of the broader term; of a municipality, code of its county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broader: Option<String>,
    /// The definition, where the label is not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Definitions in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub definitions: BTreeMap<String, String>,
    /// Synonyms and abbreviations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_words: Vec<String>,
    /// Codes of the adjacent municipalities; empty for other terms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neighbours: Vec<String>,
    /// Search parameters of a life situation, with their values; empty for other terms.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, Vec<String>>,
    /// Id of the picture of a life situation in `static/icons.svg`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
}

impl Term {
    /// The label in a language; the Swedish label when there is no translation.
    pub fn label_in(&self, lang: &str) -> &str {
        self.labels.get(lang).unwrap_or(&self.label)
    }
}
