//! The parsed search ([`SearchQuery`]), filter detection in its words ([`understand`]), and query expansion
//! ([`expand`]).

mod expand;
mod features;
mod parameter_fault;
pub mod parameter_name;
#[cfg(test)]
mod parameter_tests;
mod parameters;
mod understand;

pub use crate::lexicon::ExpansionKind;
pub(crate) use crate::lexicon::ProbableMeaning;
pub use expand::Situation;
pub(crate) use expand::{Expansion, MatchSpec, Plan, QueryUnit, UnitRole, corrected_text, plan};
pub use features::SearchFeatures;
pub(crate) use features::SearchSettings;
pub use parameter_fault::{FaultKind, ParameterFault};
pub use parameters::{Parameter, facets, parameters};
pub use understand::{DetectedFilter, DetectedValue};
pub(crate) use understand::{Reading, detector, read};

use self::parameter_name::{AGE_STRICT, ENDED, FACETS, INTERPRET, PAGE, PER_PAGE, Q, RELATED, SORT, UPDATED_SINCE};
use catalogue::field::parameter::AGE;
use catalogue::field::{self, Filter, NOT_STATED};
use catalogue::record::AgeRange;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Greatest length of the text of a query, in characters.
pub const MAX_TEXT: usize = 500;
/// Greatest number of values of one parameter.
pub const MAX_VALUES: usize = 50;
/// Greatest number of hits on one page.
pub const MAX_PER_PAGE: usize = 100;
/// Greatest number of related records of one search.
pub const MAX_RELATED: usize = 20;
/// Number of related records of a search by default.
pub const DEFAULT_RELATED: usize = 10;
/// Greatest number of hits that paging reaches; `export` and `changes` return all records.
pub const MAX_DEPTH: usize = 10_000;

/// The time zone in which the dates of a search are interpreted.
pub(crate) const ZONE: &str = "Europe/Stockholm";

/// The chosen values of one filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Codes, in the order given.
    pub codes: Vec<String>,
    /// Whether records that do not state the fact are also chosen.
    pub not_stated: bool,
}

impl Chosen {
    /// One value: a code, or `not_stated`.
    pub fn one(value: &str) -> Self {
        let not_stated = value == NOT_STATED;
        Self { codes: if not_stated { Vec::new() } else { vec![value.to_owned()] }, not_stated }
    }
}

/// Whether a search includes ended interventions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ended {
    /// Only interventions that have not ended.
    #[default]
    Exclude,
    /// All interventions.
    Include,
    /// Only ended interventions.
    Only,
}

/// Order of the hits. Ties break by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By score, the best first.
    #[default]
    Relevance,
    /// By name, in Swedish order.
    Name,
    /// Latest change first.
    Updated,
    /// Earliest start first, unknown starts last.
    Start,
}

impl Sort {
    /// Every order with its name in requests.
    pub const ALL: [(&'static str, Sort); 4] =
        [("relevance", Sort::Relevance), ("name", Sort::Name), ("updated", Sort::Updated), ("start", Sort::Start)];
}

/// A parsed and validated search, before its words are interpreted.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchQuery {
    /// The text, trimmed; empty for none.
    pub text: String,
    /// Chosen codes and statuses, by filter parameter.
    pub filters: BTreeMap<&'static str, Chosen>,
    /// Chosen ages; the ages of a hit overlap at least one of them.
    pub ages: Vec<AgeRange>,
    /// Whether records without a stated age are chosen.
    pub age_not_stated: bool,
    /// Whether chosen ages exclude records without a stated age.
    pub age_strict: bool,
    /// Parameters of the filter variants that are switched on (`reach`, `broader`).
    pub variants: BTreeSet<&'static str>,
    /// Whether ended interventions are included.
    pub ended: Ended,
    /// Earliest day of the latest change, in Europe/Stockholm.
    pub updated_since: Option<Date>,
    /// Order of the hits.
    pub sort: Sort,
    /// Page number, from 1.
    pub page: usize,
    /// Hits per page.
    pub per_page: usize,
    /// Parameters of the facets to count.
    pub facets: BTreeSet<&'static str>,
    /// Greatest number of related records with page 1; `None` for the default, which gives none beside enough hits.
    pub related: Option<usize>,
    /// Whether filters are detected in the text and words are corrected and expanded.
    pub interpret: bool,
}

/// Hits per page by default.
pub const DEFAULT_PER_PAGE: usize = 20;

impl Default for SearchQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            filters: BTreeMap::new(),
            ages: Vec::new(),
            age_not_stated: false,
            age_strict: false,
            variants: BTreeSet::new(),
            ended: Ended::default(),
            updated_since: None,
            sort: Sort::default(),
            page: 1,
            per_page: DEFAULT_PER_PAGE,
            facets: facets().collect(),
            related: None,
            interpret: true,
        }
    }
}

impl SearchQuery {
    /// Whether the age filter is set.
    pub fn asks_age(&self) -> bool {
        !self.ages.is_empty() || self.age_not_stated
    }

    /// Whether the search has no text, filter, age or date. `ended` is not considered.
    pub fn is_everything(&self) -> bool {
        self.text.is_empty() && self.filters.is_empty() && !self.asks_age() && self.updated_since.is_none()
    }

    /// The search with these values chosen, as (filter, value). They replace the choices in the groups of the filters.
    #[must_use]
    pub fn choosing(&self, values: &[(&'static Filter, &str)]) -> Self {
        let mut out = self.clone();
        out.filters.retain(|parameter, _| {
            let group = field::filter(parameter).map(|f| f.group);
            values.iter().all(|(filter, _)| group != Some(filter.group))
        });
        out.filters.extend(values.iter().map(|(filter, value)| (filter.parameter, Chosen::one(value))));
        out
    }

    /// The request parameters of this search as (name, value), with codes instead of labels and without defaults.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut out: Vec<(&'static str, String)> = Vec::new();
        if !self.text.is_empty() {
            out.push((Q, self.text.clone()));
        }
        out.extend(self.ages.iter().map(|a| (AGE, a.to_string())));
        if self.age_not_stated {
            out.push((AGE, NOT_STATED.into()));
        }
        if self.age_strict {
            out.push((AGE_STRICT, "true".into()));
        }
        for (parameter, chosen) in &self.filters {
            out.extend(chosen.codes.iter().map(|code| (*parameter, code.clone())));
            if chosen.not_stated {
                out.push((parameter, NOT_STATED.into()));
            }
        }
        for variant in field::filters().filter_map(parameters::variant_of) {
            let pair = (variant.parameter, variant.value.to_owned());
            if self.variants.contains(variant.parameter) && !out.contains(&pair) {
                out.push(pair);
            }
        }
        match self.ended {
            Ended::Exclude => {}
            Ended::Include => out.push((ENDED, "include".into())),
            Ended::Only => out.push((ENDED, "only".into())),
        }
        out.extend(self.updated_since.map(|day| (UPDATED_SINCE, day.to_string())));
        let sort = Sort::ALL.into_iter().find(|(_, sort)| *sort == self.sort && *sort != Sort::default());
        out.extend(sort.map(|(name, _)| (SORT, name.to_owned())));
        if self.page != 1 {
            out.push((PAGE, self.page.to_string()));
        }
        if self.per_page != DEFAULT_PER_PAGE {
            out.push((PER_PAGE, self.per_page.to_string()));
        }
        if self.facets.is_empty() {
            out.push((FACETS, "none".into()));
        } else if self.facets.len() != facets().count() {
            out.extend(self.facets.iter().map(|f| (FACETS, (*f).to_owned())));
        }
        out.extend(self.related.map(|limit| (RELATED, limit.to_string())));
        if !self.interpret {
            out.push((INTERPRET, "false".into()));
        }
        out
    }
}
