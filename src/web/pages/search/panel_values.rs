//! The values of one filter in the panel, with their facet counts.

use crate::web::pages::components::links::{Notice, TextLink};
use crate::web::pages::components::parameter_errors::ParameterError;
use crate::web::present::active_filters::filter_name;
use crate::web::present::search_context::UnderstoodSearch;
use catalogue::field::{Control, Filter, NOT_STATED, parameter};
use catalogue::vocabulary::VocabularyName as V;
use index::{Facet, FacetValue, SearchResults};
use swedish::collation;

/// Number of values shown outside the collapsed part, for a filter with hundreds of values.
const MAX_SHOWN_OF_HUNDREDS: usize = 10;
/// Number of values shown outside the collapsed part, for any other filter: a page must stay small.
const MAX_SHOWN: usize = 8;
/// Maximum number of checkboxes in the collapsed part, because a page must stay small. More values are a `<select>`, or
/// a text field when there are hundreds.
const MAX_FURTHER_CHECKBOXES: usize = 8;

/// A checkbox.
pub(super) struct FilterCheckbox {
    pub(super) name: &'static str,
    pub(super) value: String,
    pub(super) label: String,
    pub(super) checked: bool,
    /// Number of hits of the search with this value.
    pub(super) count: Option<HitCount>,
    /// Whether it is a narrower term, indented below the chosen broader one.
    pub(super) sub: bool,
}

impl FilterCheckbox {
    /// Whether the search with this value has no hits. Such a value is shown only while it is chosen.
    pub(super) fn is_idle(&self) -> bool {
        self.count.as_ref().is_some_and(|count| count.is_zero)
    }
}

/// A number of hits, as displayed and as read by screen readers.
pub(super) struct HitCount {
    pub(super) shown: String,
    pub(super) read: String,
    is_zero: bool,
}

/// A `<select>` for a filter.
pub(super) struct FilterMenu {
    pub(super) name: &'static str,
    pub(super) label: String,
    /// Text of the option that chooses no value.
    pub(super) nothing: String,
    pub(super) items: Vec<FilterOption>,
}

/// A text field for a value.
pub(super) struct FilterField {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) fault: Option<String>,
}

impl FilterField {
    /// `given` is the current value; a faulty value replaces it, so that it can be corrected.
    pub(super) fn new(
        search: &UnderstoodSearch<'_>,
        name: &'static str,
        errors: &[ParameterError],
        given: Option<String>,
    ) -> Self {
        let fault = errors.iter().find(|error| error.parameter == name);
        Self {
            name,
            label: search.t.text(&format!("write-{name}")),
            hint: search.t.text(&format!("write-{name}-hint")),
            value: fault.map(|fault| fault.value.clone()).or(given).unwrap_or_default(),
            fault: fault.map(|fault| fault.text.clone()),
        }
    }
}

/// An `<option>`.
pub(super) struct FilterOption {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) selected: bool,
}

/// The values in the collapsed part.
pub(super) struct FurtherValues {
    pub(super) heading: String,
    pub(super) options: Vec<FilterCheckbox>,
    pub(super) picker: Option<FilterMenu>,
    pub(super) field: Option<FilterField>,
    /// Whether the part is expanded, because a value in it must be corrected.
    pub(super) open: bool,
}

/// The values of one filter.
pub(super) struct FilterValues {
    pub(super) legend: String,
    /// Whether the legend is visually hidden, because it repeats the heading of the section.
    pub(super) quiet: bool,
    pub(super) options: Vec<FilterCheckbox>,
    pub(super) more: Option<FurtherValues>,
    /// The number of hits that state no value.
    pub(super) not_stated: Option<Notice>,
}

impl FilterValues {
    /// `None` when the filter has no value to choose from.
    pub(super) fn new(
        search: &UnderstoodSearch<'_>,
        results: &SearchResults,
        filter: &'static Filter,
        errors: &[ParameterError],
    ) -> Option<Self> {
        let values = PanelFacet {
            search,
            filter,
            facet: results.facets.iter().find(|facet| facet.parameter == filter.parameter)?,
            vocabulary: filter.vocabulary()?,
        };
        let (shown, rest) = values.split();
        let mut options: Vec<FilterCheckbox> =
            shown.iter().map(|(value, is_narrower)| values.checkbox(value, *is_narrower)).collect();
        let chosen = search.query.filters.get(filter.parameter);
        if chosen.is_some_and(|chosen| chosen.not_stated) {
            options.push(FilterCheckbox {
                name: filter.parameter,
                value: NOT_STATED.into(),
                label: search.t.text("value-not-stated-long"),
                checked: true,
                count: Some(HitCount::new(search, values.facet.not_stated)),
                sub: false,
            });
        }
        let not_stated = values.not_stated();
        if options.is_empty() && not_stated.is_none() {
            return None;
        }
        Some(Self {
            legend: filter_name(search.t, filter),
            quiet: filter.parameter == filter.panel.section,
            options,
            more: (!rest.is_empty()).then(|| values.further(&rest, errors)),
            not_stated,
        })
    }
}

impl HitCount {
    fn new(search: &UnderstoodSearch<'_>, count: u64) -> Self {
        Self { shown: search.t.number(count), read: search.t.count("hits-read", count), is_zero: count == 0 }
    }
}

/// The facet of one filter, with the search.
#[derive(Clone, Copy)]
struct PanelFacet<'a> {
    search: &'a UnderstoodSearch<'a>,
    filter: &'static Filter,
    facet: &'a Facet,
    vocabulary: V,
}

impl<'a> PanelFacet<'a> {
    /// Whether the filter has hundreds of values.
    fn has_hundreds(&self) -> bool {
        self.filter.panel.control == Control::CheckboxesAndText
    }

    /// The values to show, each with `true` when it is narrower than the chosen value above it; then the values to
    /// collapse.
    fn split(&self) -> (Vec<(&'a FacetValue, bool)>, Vec<&'a FacetValue>) {
        let (facet, vocabulary) = (self.facet, self.search.snapshot.vocabularies.get(self.vocabulary));
        let in_reach = self.values_in_reach();
        let chosen_above = |value: &FacetValue| {
            let above = vocabulary.with_broader(&value.code);
            facet.values.iter().find(|v| v.selected && above.iter().skip(1).any(|code| *code == v.code))
        };
        let mut values: Vec<&FacetValue> = in_reach.iter().copied().filter(|v| chosen_above(v).is_none()).collect();
        let max_shown = if self.has_hundreds() { MAX_SHOWN_OF_HUNDREDS } else { MAX_SHOWN };
        if in_reach.len() <= max_shown {
            // A list that is shown in full does not change its order with the counts: it has the order of the
            // vocabulary, or is ordered by name.
            let place = |v: &&FacetValue| vocabulary.terms().iter().position(|term| term.code == v.code);
            values.sort_by_key(place);
            if self.has_hundreds() {
                let lang = self.search.t.lang.code();
                values.sort_by_cached_key(|v| collation::sort_key(vocabulary.label(&v.code, lang)));
            }
        } else {
            values.sort_by_key(|v| !v.selected);
        }
        let shown_count = values.iter().filter(|v| v.selected).count().max(max_shown);
        let rest = values.split_off(values.len().min(shown_count));
        let mut shown = Vec::new();
        for value in values {
            shown.push((value, false));
            let is_below = |v: &&FacetValue| chosen_above(v).is_some_and(|above| above.code == value.code);
            shown.extend(in_reach.iter().copied().filter(is_below).map(|v| (v, true)));
        }
        (shown, rest)
    }

    /// All values. Of municipalities, only chosen ones and those in a chosen county; all when no county is chosen.
    fn values_in_reach(&self) -> Vec<&'a FacetValue> {
        let counties = self.search.query.filters.get(parameter::COUNTY);
        let counties = counties.map(|chosen| chosen.codes.as_slice()).unwrap_or_default();
        let is_in_reach = |v: &&FacetValue| {
            self.filter.parameter != parameter::MUNICIPALITY
                || counties.is_empty()
                || v.selected
                || counties.iter().any(|county| v.code.starts_with(county))
        };
        self.facet.values.iter().filter(is_in_reach).collect()
    }

    fn checkbox(&self, value: &FacetValue, is_narrower: bool) -> FilterCheckbox {
        FilterCheckbox {
            name: self.filter.parameter,
            value: value.code.clone(),
            label: self.search.labels().label(self.vocabulary, &value.code),
            checked: value.selected,
            count: Some(HitCount::new(self.search, value.count)),
            sub: is_narrower,
        }
    }

    fn menu_item(&self, value: &FacetValue, selected: bool) -> FilterOption {
        let label = self.search.labels().label(self.vocabulary, &value.code);
        let label = self.search.t.args("option-count", &[("label", label.into()), ("count", value.count.into())]);
        FilterOption { value: value.code.clone(), label, selected }
    }

    fn further(&self, rest: &[&FacetValue], errors: &[ParameterError]) -> FurtherValues {
        let (t, name) = (self.search.t, self.filter.parameter);
        let heading = t.count(&format!("more-{name}"), rest.len());
        let mut further = FurtherValues { heading, options: Vec::new(), picker: None, field: None, open: false };
        if rest.len() <= MAX_FURTHER_CHECKBOXES {
            further.options = rest.iter().map(|value| self.checkbox(value, false)).collect();
        } else if self.has_hundreds() {
            let field = FilterField::new(self.search, name, errors, None);
            further.open = field.fault.is_some();
            further.field = Some(field);
        } else {
            further.picker = Some(FilterMenu {
                name,
                label: t.text(&format!("pick-{name}")),
                nothing: t.text("pick-nothing"),
                items: rest.iter().map(|value| self.menu_item(value, false)).collect(),
            });
        }
        further
    }

    /// The number of hits that state no value, with a link to them. `None` when it is 0, when "not stated" is chosen,
    /// and when a value means it.
    fn not_stated(&self) -> Option<Notice> {
        let (t, parameter, count) = (self.search.t, self.filter.parameter, self.facet.not_stated);
        let is_chosen = self.search.query.filters.get(parameter).is_some_and(|chosen| chosen.not_stated);
        if count == 0 || is_chosen || self.filter.has_code_for_not_stated() {
            return None;
        }
        let what = t.text(&format!("about-{parameter}"));
        let mut query = self.search.first_page();
        query.filters.entry(parameter).or_default().not_stated = true;
        Some(Notice {
            text: t.args("lacking", &[("count", count.into()), ("what", what.into())]),
            link: Some(TextLink::new(t.count("lacking-show", count), t.search(&query))),
        })
    }
}

impl FilterMenu {
    /// The values in the order of the vocabulary; `None` when there is none. The menu selects the first chosen value.
    pub(super) fn of_filter(
        search: &UnderstoodSearch<'_>,
        results: &SearchResults,
        filter: &'static Filter,
    ) -> Option<Self> {
        let facet = results.facets.iter().find(|facet| facet.parameter == filter.parameter)?;
        let vocabulary = filter.vocabulary()?;
        let values = PanelFacet { search, filter, facet, vocabulary };
        let chosen = search.query.filters.get(filter.parameter).and_then(|chosen| chosen.codes.first());
        let terms = search.snapshot.vocabularies.get(vocabulary).terms().iter();
        let with_hits = terms.filter_map(|term| facet.values.iter().find(|value| value.code == term.code));
        let items: Vec<FilterOption> =
            with_hits.map(|value| values.menu_item(value, chosen == Some(&value.code))).collect();
        (!items.is_empty()).then(|| Self {
            name: filter.parameter,
            label: filter_name(search.t, filter),
            nothing: search.t.text(&format!("pick-all-{}", filter.parameter)),
            items,
        })
    }
}
