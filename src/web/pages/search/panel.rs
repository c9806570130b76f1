//! The filter panel: one section for each group of filters in the registry.

use crate::web::pages::components::parameter_errors::ParameterError;
use crate::web::pages::search::panel_values::{FilterCheckbox, FilterField, FilterMenu, FilterValues};
use crate::web::present::active_filters::{age_label, filter_name};
use crate::web::present::search_context::UnderstoodSearch;
use catalogue::field::{self, Control, Filter, Match, NOT_STATED, parameter};
use index::SearchResults;
use index::query::Ended;
use index::query::parameter_name::ENDED;

/// Number of sections that are expanded by default.
const OPEN_SECTIONS: usize = 4;

/// Path of the API that the script calls to count the hits before the form is sent.
const FACETS_PATH: &str = "/api/v1/facets";

pub(super) struct Panel {
    /// The number of chosen values, as text; `None` for none.
    pub(super) chosen: Option<String>,
    pub(super) groups: Vec<FilterSection>,
    pub(super) apply: ApplyButton,
}

/// Texts of the submit button; the script replaces `#` by a number.
pub(super) struct ApplyButton {
    pub(super) url: &'static str,
    pub(super) one: String,
    pub(super) many: String,
    pub(super) show: String,
}

/// A collapsible section.
pub(super) struct FilterSection {
    pub(super) heading: String,
    /// The number of chosen values, as text; `None` for none.
    pub(super) chosen: Option<String>,
    pub(super) open: bool,
    /// Filters that are menus.
    pub(super) menus: Vec<FilterMenu>,
    pub(super) age: Option<AgeFields>,
    pub(super) lists: Vec<FilterValues>,
    /// Checkboxes for parameters other than the values of a filter.
    pub(super) switches: Vec<FilterCheckbox>,
}

/// The controls for ages.
pub(super) struct AgeFields {
    pub(super) field: FilterField,
    /// Checkboxes for further ages, because the text field holds one.
    pub(super) more: Vec<FilterCheckbox>,
    pub(super) strict: bool,
    /// The number of hits that state no age, as text.
    pub(super) note: Option<String>,
}

impl Panel {
    /// `chosen` is the number of active filters.
    pub(super) fn new(
        search: &UnderstoodSearch<'_>,
        results: &SearchResults,
        errors: &[ParameterError],
        chosen: usize,
    ) -> Self {
        let t = search.t;
        let all = field::panel_filters();
        let heads = all.iter().filter(|filter| filter.panel.section == filter.parameter);
        let section = |head: &&'static Filter| {
            let filters: Vec<_> = all.iter().copied().filter(|f| f.panel.section == head.parameter).collect();
            FilterSection::new(search, results, head, &filters, errors)
        };
        let mut groups: Vec<FilterSection> = heads.map(section).collect();
        for (number, group) in groups.iter_mut().enumerate() {
            group.open = number < OPEN_SECTIONS || group.chosen.is_some();
        }
        groups.retain(|group| !group.is_empty());
        Self {
            chosen: (chosen > 0).then(|| t.count("chosen", chosen)),
            groups,
            apply: ApplyButton {
                url: FACETS_PATH,
                one: t.count("hits", 1_u64),
                many: t.with("hits-number", "number", "#"),
                show: t.with("apply-count", "hits", "#"),
            },
        }
    }
}

impl FilterSection {
    fn new(
        search: &UnderstoodSearch<'_>,
        results: &SearchResults,
        head: &'static Filter,
        filters: &[&'static Filter],
        errors: &[ParameterError],
    ) -> Self {
        let mut section = Self {
            heading: filter_name(search.t, head),
            chosen: None,
            open: false,
            menus: Vec::new(),
            age: None,
            lists: Vec::new(),
            switches: Vec::new(),
        };
        let mut chosen = 0;
        for filter in filters.iter().copied() {
            match (&filter.matching, filter.panel.control) {
                (Match::Age, _) => section.age = Some(AgeFields::new(search, results, filter, errors)),
                (_, Control::Menu) => section.menus.extend(FilterMenu::of_filter(search, results, filter)),
                _ => section.lists.extend(FilterValues::new(search, results, filter, errors)),
            }
            if filter.parameter == parameter::STATUS {
                section.switches.push(ended_switch(search));
            }
            chosen += chosen_count(search, filter);
        }
        chosen += section.switches.iter().filter(|switch| switch.checked).count();
        section.chosen = (chosen > 0).then(|| search.t.count("chosen", chosen));
        section
    }

    /// Whether the section has no control.
    fn is_empty(&self) -> bool {
        self.lists.is_empty() && self.switches.is_empty() && self.menus.is_empty() && self.age.is_none()
    }
}

/// The number of chosen values of a filter.
fn chosen_count(search: &UnderstoodSearch<'_>, filter: &Filter) -> usize {
    let query = search.query;
    if matches!(filter.matching, Match::Age) {
        return query.ages.len()
            + usize::from(query.age_not_stated)
            + usize::from(query.age_strict && query.asks_age());
    }
    query.filters.get(filter.parameter).map_or(0, |chosen| chosen.codes.len() + usize::from(chosen.not_stated))
}

fn ended_switch(search: &UnderstoodSearch<'_>) -> FilterCheckbox {
    let (value, key, checked) = match search.query.ended {
        Ended::Only => ("only", "choice-ended-only", true),
        Ended::Include => ("include", "switch-ended", true),
        Ended::Exclude => ("include", "switch-ended", false),
    };
    FilterCheckbox { name: ENDED, value: value.into(), label: search.t.text(key), checked, count: None, sub: false }
}

impl AgeFields {
    fn new(
        search: &UnderstoodSearch<'_>,
        results: &SearchResults,
        filter: &'static Filter,
        errors: &[ParameterError],
    ) -> Self {
        let (t, query) = (search.t, search.query);
        let (first, further) = query.ages.split_at(query.ages.len().min(1));
        let checkbox = |value: String, label: String| FilterCheckbox {
            name: filter.parameter,
            value,
            label,
            checked: true,
            count: None,
            sub: false,
        };
        let mut more: Vec<FilterCheckbox> =
            further.iter().map(|age| checkbox(age.to_string(), age_label(t, *age))).collect();
        if query.age_not_stated {
            more.push(checkbox(NOT_STATED.into(), t.text("age-not-stated")));
        }
        let has_note = query.asks_age() && !query.age_strict && results.age_not_stated > 0;
        Self {
            field: FilterField::new(search, filter.parameter, errors, first.first().map(ToString::to_string)),
            more,
            strict: query.age_strict,
            note: has_note.then(|| t.count("age-note", results.age_not_stated)),
        }
    }
}
