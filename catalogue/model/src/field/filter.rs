//! The filters of a field: how they match records, and where pages show them.

use super::NOT_STATED;
use crate::record::{Intervention, StatusDays};
use crate::vocabulary::{Vocabularies, VocabularyName};
use jiff::civil::Date;

/// Returns the codes of a record that a filter matches against the requested ones.
pub type Codes = fn(&Intervention, &Vocabularies) -> Vec<String>;

/// One query parameter that filters on a field.
#[derive(Debug)]
pub struct Filter {
    /// Name of the query parameter and of the facet.
    pub parameter: &'static str,
    /// What it finds, for the documentation of the API.
    pub meaning: &'static str,
    /// Filters of the same group are combined with OR, groups with AND.
    pub group: &'static str,
    /// How a record is matched.
    pub matching: Match,
    /// Whether a query that contains the name of a value also matches the records with that value, and suggests this
    /// filter.
    pub named: bool,
    /// Where the filter panel shows it.
    pub panel: PanelEntry,
    /// The column of the result table that shows its values; `None` when no column does.
    pub table: Option<HitColumn>,
    /// The axis that it can form in the overview; `None` when it cannot form one.
    pub overview: Option<Axis>,
    /// The group of suggestions that its values form; `None` when its values are not suggested.
    pub suggestions: Option<SuggestionGroup>,
}

/// Position of a filter in the filter panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PanelEntry {
    /// Parameter of the filter that heads the section: its own, or that of a filter with a lower `order`.
    pub section: &'static str,
    /// Position among all filters, ascending and unique. Active filters are listed in the same order.
    pub order: u16,
    /// The form control.
    pub control: Control,
}

/// The form control of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// Checkboxes for the values with the most hits; further values in a `<details>` element, or in a `<select>` when
    /// there are many.
    Checkboxes,
    /// Checkboxes, and a text field for further values: for vocabularies of hundreds of terms.
    CheckboxesAndText,
    /// A `<select>` with a single choice.
    Menu,
    /// A text field.
    Text,
}

/// A column of the result table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HitColumn {
    /// Position among the columns of filters, ascending and unique.
    pub order: u16,
    /// Locale key of its heading.
    pub heading: &'static str,
}

/// An axis of the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// The rows, one for each place.
    Rows,
    /// A facet that can be chosen as columns; the one with the lowest `order` is the default.
    Columns {
        /// Position in the menu of facets, ascending and unique.
        order: u16,
        /// Locale key of its name in the menu.
        heading: &'static str,
    },
}

/// A group of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestionGroup {
    /// Position among the groups of filters, ascending and unique. Interventions come before all of them.
    pub order: u16,
    /// Name of the group in the JSON response.
    pub name: &'static str,
}

impl Filter {
    /// The vocabulary of its values; `None` for ages, which are numbers.
    pub fn vocabulary(&self) -> Option<VocabularyName> {
        match &self.matching {
            Match::Codes { vocabulary, .. } => Some(*vocabulary),
            Match::Dated(dated) => Some(dated.vocabulary),
            Match::Age => None,
        }
    }

    /// Whether a record can have a code.
    pub fn knows_code(&self, vocabularies: &Vocabularies, code: &str) -> bool {
        match &self.matching {
            Match::Codes { vocabulary, .. } => vocabularies.get(*vocabulary).get(code).is_some(),
            Match::Dated(dated) => dated.codes.contains(&code),
            Match::Age => false,
        }
    }

    /// Whether one of the values means that the fact is not stated.
    pub fn has_code_for_not_stated(&self) -> bool {
        matches!(&self.matching, Match::Dated(dated) if dated.has_code_for_not_stated)
    }
}

/// How a filter matches a record.
#[derive(Debug)]
pub enum Match {
    /// By a code of a vocabulary.
    Codes {
        /// The vocabulary of the codes.
        vocabulary: VocabularyName,
        /// Returns the codes of a record; empty when the record does not state the fact.
        codes: Codes,
        /// Another set of codes, selected by another parameter.
        variant: Option<Variant>,
    },
    /// By an age band that overlaps the requested range.
    Age,
    /// By a code that follows from the dates of the record and today.
    Dated(DatedCodes),
}

/// Codes that follow from the dates of a record and today. The index derives them, so that records need not be indexed
/// again when the date changes.
#[derive(Debug)]
pub struct DatedCodes {
    /// The vocabulary of the codes.
    pub vocabulary: VocabularyName,
    /// The codes that a record can have. A vocabulary may have more, which no record has.
    pub codes: &'static [&'static str],
    /// The code of a record on a day (in Europe/Stockholm); `None` when it has none.
    pub code_on: fn(StatusDays, Date) -> Option<&'static str>,
    /// Whether the record states the fact.
    pub is_stated: fn(StatusDays, Date) -> bool,
    /// Whether one of the codes means that the fact is not stated.
    pub has_code_for_not_stated: bool,
}

impl DatedCodes {
    /// The values that the parameter accepts.
    pub fn allowed(&self) -> Vec<&'static str> {
        let not_stated = (!self.has_code_for_not_stated).then_some(NOT_STATED);
        self.codes.iter().copied().chain(not_stated).collect()
    }
}

/// Another set of codes for a filter, selected by a separate parameter.
#[derive(Debug)]
pub struct Variant {
    /// The parameter that selects it.
    pub parameter: &'static str,
    /// The only value that the parameter accepts.
    pub value: &'static str,
    /// What it changes, for the documentation of the API.
    pub meaning: &'static str,
    /// Returns the codes of a record when the variant is selected.
    pub codes: Codes,
}
