//! The registry of fields and filters.
//!
//! An entry defines the accepted input ([`Shape`]), the search schema ([`Searched`]), the query parameter with its
//! facet, its documentation and its place in pages ([`Filter`]), and the JSON schema of the record. A new field is a
//! member of [`Intervention`], an entry here and its texts in `locales/`; a new filter on a field is an entry in its
//! `filters` and its texts.
//!
//! ```
//! use catalogue::field;
//!
//! let parameters: Vec<&str> = field::filters().map(|filter| filter.parameter).collect();
//! assert!(parameters.contains(&"target_group"));
//! let first = field::panel_filters()[0];
//! assert_eq!((first.parameter, first.group), ("municipality", "place"));
//! ```

mod filter;
mod money;
pub mod parameter;
mod people;
mod place;
mod practical;
mod provenance;
mod shape;
mod text;

pub use filter::{Axis, Codes, Control, DatedCodes, Filter, HitColumn, Match, PanelEntry, SuggestionGroup, Variant};
pub(crate) use shape::read_object;
pub use shape::{Member, Precision, Shape, ValueReader};

use crate::record::Intervention;
use crate::vocabulary::{Vocabularies, VocabularyName};
use std::sync::OnceLock;

/// One field of the record.
#[derive(Debug)]
pub struct Field {
    /// Its key in JSON and TOML.
    pub key: &'static str,
    /// Its meaning, for the documentation of the API.
    pub meaning: &'static str,
    /// The values that are accepted.
    pub shape: Shape,
    /// Whether a shipped record must cite a source for it.
    pub is_fact: bool,
    /// The texts that are searched; `None` when it is not searched.
    pub search: Option<Searched>,
    /// The query parameters that filter on it.
    pub filters: &'static [Filter],
}

impl Field {
    /// A field that needs no source, is not searched and has no filters.
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

/// Returns the texts of a field that are searched.
pub type FieldTexts = fn(&Intervention, &Vocabularies) -> Vec<String>;

/// How a field is searched.
#[derive(Debug, Clone, Copy)]
pub struct Searched {
    /// The zone of its texts, which determines their weight.
    pub zone: Zone,
    /// Returns its texts.
    pub text: FieldTexts,
}

/// A part of a record with its own weight in the ranking, defined in `index/lexicon/ranking.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Name and alternate names.
    Name,
    /// The summary.
    Summary,
    /// All other texts.
    Body,
    /// Labels and synonyms of its vocabulary terms.
    Labels,
    /// Organisations and places.
    Context,
}

impl Zone {
    /// Every zone, by descending weight in the shipped ranking.
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

/// The value of a filter that matches the records that do not state the fact.
pub const NOT_STATED: &str = "not_stated";

/// Keys of responses that are derived from the record. Writes ignore them.
pub const DERIVED: &[&str] =
    &["status", "municipalities", "target_group_labels", "revision", "created", "updated", "url", "similar", "match"];

/// Every field, in the order in which records are written.
pub fn fields() -> impl Iterator<Item = &'static Field> {
    [text::FIELDS, people::FIELDS, place::FIELDS, money::FIELDS, practical::FIELDS, provenance::FIELDS]
        .into_iter()
        .flatten()
}

/// The filters of this process: the filters of the fields, and any that a test has registered.
static FILTERS: OnceLock<Vec<&'static Filter>> = OnceLock::new();

fn filters_of_fields() -> impl Iterator<Item = &'static Filter> {
    fields().flat_map(|field| field.filters)
}

/// Every filter, in the order of the fields.
pub fn filters() -> impl Iterator<Item = &'static Filter> {
    FILTERS.get_or_init(|| filters_of_fields().collect()).iter().copied()
}

/// Registers further filters for the whole process. Only `tests/additions` calls it: the test adds a filter without
/// changing the program and checks that search, API and pages support it.
///
/// # Panics
/// When the registry has already been read, because the schema and the caches are built from it once.
#[doc(hidden)]
pub fn register_filters(added: &'static [Filter]) {
    let all = filters_of_fields().chain(added).collect();
    assert!(FILTERS.set(all).is_ok(), "the registry has been read before");
}

/// Every filter in the order of the filter panel.
pub fn panel_filters() -> Vec<&'static Filter> {
    let mut all: Vec<&'static Filter> = filters().collect();
    all.sort_by_key(|filter| filter.panel.order);
    all
}

/// The filters with a column in the result table, in the order of the columns.
pub fn table_columns() -> Vec<(&'static Filter, HitColumn)> {
    let mut all: Vec<_> = filters().filter_map(|filter| Some((filter, filter.table?))).collect();
    all.sort_by_key(|(_, column)| column.order);
    all
}

/// The filters that can be columns of the overview, each with its locale key, the default first.
pub fn overview_columns() -> Vec<(&'static Filter, &'static str)> {
    let mut all = Vec::new();
    for filter in filters() {
        if let Some(Axis::Columns { order, heading }) = filter.overview {
            all.push((order, filter, heading));
        }
    }
    all.sort_by_key(|(order, ..)| *order);
    all.into_iter().map(|(_, filter, heading)| (filter, heading)).collect()
}

/// The filters whose values are suggested, in the order of their groups.
pub fn suggestion_groups() -> Vec<(&'static Filter, SuggestionGroup)> {
    let mut all: Vec<_> = filters().filter_map(|filter| Some((filter, filter.suggestions?))).collect();
    all.sort_by_key(|(_, group)| group.order);
    all
}

/// The filter of a parameter; `None` when there is none.
pub fn filter(parameter: &str) -> Option<&'static Filter> {
    filters().find(|f| f.parameter == parameter)
}

/// Label, plain label and synonyms of every code, for the search.
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

    #[test]
    fn positions_are_unique_and_sections_begin_with_their_heading() {
        fn unique(orders: impl Iterator<Item = u16>) -> bool {
            let orders: Vec<u16> = orders.collect();
            orders.iter().collect::<BTreeSet<_>>().len() == orders.len()
        }
        let columns = filters().filter_map(|f| match f.overview? {
            Axis::Columns { order, .. } => Some(order),
            Axis::Rows => None,
        });
        assert!(unique(filters().map(|f| f.panel.order)));
        assert!(unique(filters().filter_map(|f| Some(f.table?.order))));
        assert!(unique(filters().filter_map(|f| Some(f.suggestions?.order))));
        assert!(unique(columns));
        for one in filters() {
            let head = filter(one.panel.section).unwrap();
            assert_eq!(head.panel.section, head.parameter, "{}", one.parameter);
            assert!(head.panel.order <= one.panel.order, "{}", one.parameter);
        }
    }

    #[test]
    fn filters_are_presented_in_order() {
        fn names<T>(all: Vec<(&'static Filter, T)>) -> Vec<&'static str> {
            all.into_iter().map(|(filter, _)| filter.parameter).collect()
        }
        let panel: Vec<&str> = panel_filters().into_iter().map(|f| f.parameter).collect();
        assert_eq!(panel[..4], ["municipality", "county", "age", "target_group"]);
        assert_eq!(names(table_columns()), ["target_group", "age", "municipality", "referral", "funder", "status"]);
        assert_eq!(
            names(overview_columns()),
            ["target_group", "method", "activity", "kind", "funder_type", "referral"]
        );
        assert_eq!(names(suggestion_groups()), ["target_group", "municipality", "method", "funder"]);
    }
}
