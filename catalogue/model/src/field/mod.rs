//! THE REGISTRY: every field and every filter, once.
//!
//! From an entry here follow: what input is accepted ([`Shape`]), the search schema ([`Searched`]),
//! the query parameter, its facet and its documentation ([`Filter`]), and the JSON schema of the
//! record. A new field is a member of [`Intervention`], an entry here and its label in
//! `locales/sv.ftl`; a new filter on a field is an entry in its `filters` and its label.

mod money;
mod people;
mod place;
mod practical;
mod provenance;
mod shape;
mod text;

pub(crate) use shape::read_object;
pub use shape::{Member, Precision, Reading, Shape};

use crate::record::Intervention;
use crate::vocabulary::{Vocabularies, VocabularyName};

/// One field of the record.
#[derive(Debug)]
pub struct Field {
    /// Its key in JSON and TOML.
    pub key: &'static str,
    /// What it means, for the documentation of the API.
    pub meaning: &'static str,
    /// Which values are accepted.
    pub shape: Shape,
    /// Whether it states a fact that a shipped record must cite a source for.
    pub is_fact: bool,
    /// How its words are found, if they are.
    pub search: Option<Searched>,
    /// The query parameters that filter on it.
    pub filters: &'static [Filter],
}

impl Field {
    /// A field that is neither a fact nor searched nor filtered on.
    const fn new(key: &'static str, meaning: &'static str, shape: Shape) -> Self {
        Self { key, meaning, shape, is_fact: false, search: None, filters: &[] }
    }

    const fn fact(self) -> Self {
        Self { is_fact: true, ..self }
    }

    const fn searched(self, zone: Zone, text: FieldTexts) -> Self {
        Self { search: Some(Searched { zone, text }), ..self }
    }

    const fn filtered(self, filters: &'static [Filter]) -> Self {
        Self { filters, ..self }
    }
}

/// The words that a field gives to the search.
pub type FieldTexts = fn(&Intervention, &Vocabularies) -> Vec<String>;

/// The codes under which a record is found.
pub type Codes = fn(&Intervention, &Vocabularies) -> Vec<String>;

/// Where a field's words are found and what they weigh.
#[derive(Debug, Clone, Copy)]
pub struct Searched {
    /// The part of the record that they belong to.
    pub zone: Zone,
    /// The words themselves, one string for each separate text.
    pub text: FieldTexts,
}

/// Parts of a record that weigh differently in the search; their weights stand in
/// `index/lexicon/ranking.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Name and alternate names.
    Name,
    /// The one sentence that sums it up.
    Summary,
    /// Everything else that is told in sentences.
    Body,
    /// Labels and other words of the vocabulary terms that it carries.
    Labels,
    /// Organisations and places.
    Context,
}

impl Zone {
    /// Every zone, the weightiest first.
    pub const ALL: [Zone; 5] = [Zone::Name, Zone::Summary, Zone::Labels, Zone::Body, Zone::Context];

    /// Its name in the schema and in `ranking.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Zone::Name => "name",
            Zone::Summary => "summary",
            Zone::Labels => "labels",
            Zone::Body => "body",
            Zone::Context => "context",
        }
    }
}

/// One query parameter that filters on a field.
#[derive(Debug)]
pub struct Filter {
    /// Its name in a request, and of its facet.
    pub parameter: &'static str,
    /// What it finds, for the documentation of the API.
    pub meaning: &'static str,
    /// Filters of one group widen each other (OR); groups narrow each other (AND).
    pub group: &'static str,
    /// How a record is matched.
    pub matching: Match,
    /// Whether words that name a value find what carries it, and are offered as this filter.
    pub named: bool,
}

impl Filter {
    /// Where its values and their labels come from; `None` for ages, which are numbers.
    pub fn vocabulary(&self) -> Option<VocabularyName> {
        match &self.matching {
            Match::Codes { vocabulary, .. } => Some(*vocabulary),
            Match::Status => Some(VocabularyName::Statuses),
            Match::Age => None,
        }
    }
}

/// How a filter matches a record.
#[derive(Debug)]
pub enum Match {
    /// The record carries the code.
    Codes {
        /// Where the codes and their labels come from.
        vocabulary: VocabularyName,
        /// The codes a record is found under; none means that the record does not state the fact.
        codes: Codes,
        /// What another parameter changes about that.
        variant: Option<Variant>,
    },
    /// Some band of the record holds an age asked for.
    Age,
    /// The status derived for today.
    Status,
}

/// Another set of codes, chosen by a parameter of its own.
#[derive(Debug)]
pub struct Variant {
    /// The parameter that chooses it.
    pub parameter: &'static str,
    /// The only value that parameter takes.
    pub value: &'static str,
    /// What it changes, for the documentation of the API.
    pub meaning: &'static str,
    /// The codes a record is then found under.
    pub codes: Codes,
}

/// The value that every filter takes for "the record does not say".
pub const NOT_STATED: &str = "not_stated";

/// Keys that answers carry and a write ignores: they are derived from the record.
pub const DERIVED: &[&str] =
    &["status", "municipalities", "target_group_labels", "revision", "created", "updated", "url", "similar", "match"];

/// Every field, in the order in which records are written.
pub fn fields() -> impl Iterator<Item = &'static Field> {
    [text::FIELDS, people::FIELDS, place::FIELDS, money::FIELDS, practical::FIELDS, provenance::FIELDS]
        .into_iter()
        .flatten()
}

/// Every filter with its field, in the order of the fields.
pub fn filters() -> impl Iterator<Item = &'static Filter> {
    fields().flat_map(|field| field.filters)
}

/// The filter of a parameter.
pub fn filter(parameter: &str) -> Option<&'static Filter> {
    filters().find(|f| f.parameter == parameter)
}

/// The label, plain label and other words of every code, for the search.
pub fn term_words(codes: &[String], vocabulary: VocabularyName, vocabularies: &Vocabularies) -> Vec<String> {
    let vocabulary = vocabularies.get(vocabulary);
    codes
        .iter()
        .filter_map(|code| vocabulary.get(code))
        .flat_map(|t| std::iter::once(&t.label).chain(&t.label_easy).chain(&t.other_words).cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A member of the record without an entry, or an entry without a member, fails here.
    #[test]
    fn the_registry_and_the_record_name_the_same_keys() {
        let full = serde_json::json!({
            "id": "a", "name": "A", "alternate_names": ["B"], "summary": "s", "description": "d", "eligibility": "e",
            "steps": ["s"], "good_to_know": "g", "for_staff": "f", "easy_read": "e", "kind": "esf", "level": "individual",
            "target_groups": ["unga"], "ages": [{"min": 1}], "coverage": ["07"], "organizations": [{"id": "o", "role": "owner"}],
            "methods": ["m"], "activities": ["a"], "goals": [{"text": "t"}], "indicators": ["i"], "period": {"start": "2024"},
            "part_of": "p", "succeeds": "s", "referral": {"routes": ["self"]}, "contacts": [{"name": "n"}],
            "locations": [{"name": "n"}], "schedules": [{"text": "t"}], "languages": ["sv"], "interpreter": true,
            "cost": {"free": true}, "capacity": {"places": 1}, "waiting_time": "w", "duration": "d", "accessibility": "a",
            "sources": [{"document": "d"}], "as_of": "2024", "last_reviewed": "2024-01-01", "review_by": "2025-01-01",
            "state": "published"
        });
        let record: Intervention = serde_json::from_value(full).unwrap();
        let written = serde_json::to_value(&record).unwrap();
        let members: BTreeSet<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
        let entries: BTreeSet<&str> = fields().map(|f| f.key).collect();
        assert_eq!(members, entries);
        assert_eq!(entries.len(), fields().count(), "no key twice");
    }

    #[test]
    fn parameters_are_unique() {
        let all: BTreeSet<&str> = filters().map(|f| f.parameter).collect();
        assert_eq!(all.len(), filters().count());
    }
}
