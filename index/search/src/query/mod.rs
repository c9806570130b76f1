//! A request as typed parameters.

pub(crate) mod diacritics;
mod expand;
mod features;
mod parameter_fault;
pub mod parameter_name;
mod parameters;
mod understand;

pub(crate) use expand::Sources;
pub use expand::{Expansion, ExpansionKind, MatchSpec, Plan, QueryUnit};
pub use features::SearchFeatures;
pub use parameter_fault::{FaultKind, ParameterFault};
pub use parameters::{PAGE_PARAMETERS, Parameter, SEARCH_PARAMETERS, facets, parameters};
pub use understand::DetectedFilter;
pub(crate) use understand::{FilterDetector, PlaceNames, Reading};

use catalogue::field::{self, Filter, NOT_STATED};
use catalogue::record::AgeRange;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Longest text of a query, in characters.
pub const MAX_TEXT: usize = 500;
/// Most values of one parameter.
pub const MAX_VALUES: usize = 50;
/// Most hits on one page.
pub const MAX_PER_PAGE: usize = 100;
/// How deep one can page, in hits; further down `export` and `changes` serve better.
pub const MAX_DEPTH: usize = 10_000;

/// The time zone in which a day begins.
pub(crate) const ZONE: &str = "Europe/Stockholm";

/// What is chosen of one filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Codes, in the order given.
    pub codes: Vec<String>,
    /// Whether "the record does not say" is chosen too.
    pub not_stated: bool,
}

impl Chosen {
    /// One value: a code, or `not_stated`.
    pub fn one(value: &str) -> Self {
        let not_stated = value == NOT_STATED;
        Self { codes: if not_stated { Vec::new() } else { vec![value.to_owned()] }, not_stated }
    }
}

/// What to do with interventions that are over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ended {
    /// Leave them out.
    #[default]
    Exclude,
    /// Find them too.
    Include,
    /// Find nothing else.
    Only,
}

/// In which order hits come. Ties break by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best first.
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
    /// Every order with its name in a request.
    pub const ALL: [(&'static str, Sort); 4] =
        [("relevance", Sort::Relevance), ("name", Sort::Name), ("updated", Sort::Updated), ("start", Sort::Start)];
}

/// A search, checked and complete.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchQuery {
    /// The words, trimmed; empty for none.
    pub text: String,
    /// Chosen codes and statuses, by filter parameter.
    pub filters: BTreeMap<&'static str, Chosen>,
    /// Ages asked for; any of them will do.
    pub ages: Vec<AgeRange>,
    /// Whether "no age stated" is asked for.
    pub age_not_stated: bool,
    /// Whether an asked age leaves out what states none.
    pub age_strict: bool,
    /// Variants of filters that are switched on, by their parameter (`reach`, `broader`).
    pub variants: BTreeSet<&'static str>,
    /// What to do with those that are over.
    pub ended: Ended,
    /// Only what changed on that day (in Europe/Stockholm) or later.
    pub updated_since: Option<Date>,
    /// The order.
    pub sort: Sort,
    /// The page, from 1.
    pub page: usize,
    /// Hits on a page.
    pub per_page: usize,
    /// Which facets to count, by parameter.
    pub facets: BTreeSet<&'static str>,
    /// Whether the words may be read as filters.
    pub interpret: bool,
}

/// Hits on a page when nothing is said.
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
            interpret: true,
        }
    }
}

impl SearchQuery {
    /// Whether any age is asked for.
    pub fn asks_age(&self) -> bool {
        !self.ages.is_empty() || self.age_not_stated
    }

    /// Whether anything narrows the search.
    pub fn is_everything(&self) -> bool {
        self.text.is_empty() && self.filters.is_empty() && !self.asks_age() && self.updated_since.is_none()
    }

    /// The search with one value of each of some filters, in place of what is chosen in their groups.
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

    /// The request that gives this search again: codes instead of labels, defaults left out.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut out: Vec<(&'static str, String)> = Vec::new();
        if !self.text.is_empty() {
            out.push(("q", self.text.clone()));
        }
        out.extend(self.ages.iter().map(|a| ("age", a.to_string())));
        if self.age_not_stated {
            out.push(("age", NOT_STATED.into()));
        }
        if self.age_strict {
            out.push(("age_strict", "true".into()));
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
            Ended::Include => out.push(("ended", "include".into())),
            Ended::Only => out.push(("ended", "only".into())),
        }
        out.extend(self.updated_since.map(|day| ("updated_since", day.to_string())));
        let sort = Sort::ALL.into_iter().find(|(_, sort)| *sort == self.sort && *sort != Sort::default());
        out.extend(sort.map(|(name, _)| ("sort", name.to_owned())));
        if self.page != 1 {
            out.push(("page", self.page.to_string()));
        }
        if self.per_page != DEFAULT_PER_PAGE {
            out.push(("per_page", self.per_page.to_string()));
        }
        if self.facets.is_empty() {
            out.push(("facets", "none".into()));
        } else if self.facets.len() != facets().count() {
            out.extend(self.facets.iter().map(|f| ("facets", (*f).to_owned())));
        }
        if !self.interpret {
            out.push(("interpret", "false".into()));
        }
        out
    }
}
