//! The active filters of a search, each with a link that removes it.

use crate::web::present::search_context::{SearchContext, UnderstoodSearch};
use crate::web::present::translator::Translator;
use catalogue::field::{self, Filter, parameter};
use catalogue::record::AgeRange;
use catalogue::vocabulary::VocabularyName as V;
use index::SearchQuery;
use index::query::{Chosen, Ended, parameter_name};

/// One active value of a filter.
pub(crate) struct ActiveFilter {
    /// Filter and value, such as `Kommun: Växjö`.
    pub(crate) label: String,
    /// URL of the search without this value.
    pub(crate) url: String,
    /// The parameter of the filter.
    pub(crate) parameter: &'static str,
}

/// Every active filter, in the order of the filter panel.
pub(crate) fn active_filters(search: &UnderstoodSearch<'_>) -> Vec<ActiveFilter> {
    let mut out = Vec::new();
    for filter in field::panel_filters() {
        match filter.vocabulary() {
            Some(vocabulary) => push_codes(search, filter, vocabulary, &mut out),
            None => push_ages(search, filter, &mut out),
        }
    }
    push_switches(search, &mut out);
    out
}

fn push_codes(search: &UnderstoodSearch<'_>, filter: &'static Filter, vocabulary: V, out: &mut Vec<ActiveFilter>) {
    let (t, parameter) = (search.t, filter.parameter);
    let Some(chosen) = search.query.filters.get(parameter) else { return };
    let name = filter_name(t, filter);
    for code in &chosen.codes {
        let label = labelled(t, &name, &search.labels().label(vocabulary, code));
        let query = with_chosen(search, parameter, |chosen| chosen.codes.retain(|other| other != code));
        out.push(ActiveFilter { label, url: t.search(&query), parameter });
    }
    if chosen.not_stated {
        let query = with_chosen(search, parameter, |chosen| chosen.not_stated = false);
        let label = labelled(t, &name, &t.text("value-not-stated"));
        out.push(ActiveFilter { label, url: t.search(&query), parameter });
    }
}

fn push_ages(search: &UnderstoodSearch<'_>, filter: &'static Filter, out: &mut Vec<ActiveFilter>) {
    let (t, first, parameter) = (search.t, search.first_page(), filter.parameter);
    let name = filter_name(t, filter);
    for age in &first.ages {
        let mut query = first.clone();
        query.ages.retain(|other| other != age);
        // `age_strict` has no effect without an age.
        query.age_strict &= query.asks_age();
        out.push(ActiveFilter { label: labelled(t, &name, &age_label(t, *age)), url: t.search(&query), parameter });
    }
    if first.age_not_stated {
        let query = SearchQuery { age_not_stated: false, ..first.clone() };
        let label = labelled(t, &name, &t.text("value-not-stated"));
        out.push(ActiveFilter { label, url: t.search(&query), parameter });
    }
    if first.age_strict && first.asks_age() {
        let query = SearchQuery { age_strict: false, ..first.clone() };
        let (label, url) = (t.text("choice-age-strict"), t.search(&query));
        out.push(ActiveFilter { label, url, parameter: parameter_name::AGE_STRICT });
    }
}

fn push_switches(search: &UnderstoodSearch<'_>, out: &mut Vec<ActiveFilter>) {
    let (t, first) = (search.t, search.first_page());
    for variant in &first.variants {
        let mut query = first.clone();
        query.variants.remove(variant);
        let label = t.text(&format!("choice-{variant}"));
        out.push(ActiveFilter { label, url: t.search(&query), parameter: variant });
    }
    let ended = match first.ended {
        Ended::Exclude => None,
        Ended::Include => Some("choice-ended-too"),
        Ended::Only => Some("choice-ended-only"),
    };
    if let Some(key) = ended {
        let query = SearchQuery { ended: Ended::Exclude, ..first.clone() };
        out.push(ActiveFilter { label: t.text(key), url: t.search(&query), parameter: parameter_name::ENDED });
    }
    if let Some(day) = first.updated_since {
        let query = SearchQuery { updated_since: None, ..first.clone() };
        out.push(ActiveFilter {
            label: t.with("choice-updated-since", "date", t.day(day)),
            url: t.search(&query),
            parameter: parameter_name::UPDATED_SINCE,
        });
    }
}

/// The display name of a filter.
pub(crate) fn filter_name(t: &Translator, filter: &Filter) -> String {
    t.text(&format!("filter-{}", filter.parameter))
}

/// Filter and value as one label, such as `Kommun: Växjö`.
pub(crate) fn labelled(t: &Translator, filter: &str, value: &str) -> String {
    t.args("choice", &[("filter", filter.into()), ("value", value.into())])
}

/// The first page of the search with the values of one filter changed; a filter without values is removed.
fn with_chosen(search: &SearchContext<'_>, parameter: &str, change: impl FnOnce(&mut Chosen)) -> SearchQuery {
    let mut query = search.first_page();
    if let Some(chosen) = query.filters.get_mut(parameter) {
        change(chosen);
        if *chosen == Chosen::default() {
            query.filters.remove(parameter);
        }
    }
    query
}

/// A range of ages, such as `20 år`, `16–24 år`, `65 år och äldre`.
pub(crate) fn age_label(t: &Translator, age: AgeRange) -> String {
    let written = age.to_string();
    match written.split_once('-') {
        None => t.with("age-one", "age", u64::from(age.from.years())),
        Some((_, "")) => t.with("age-from", "age", u64::from(age.from.years())),
        Some(("", _)) => t.with("age-to", "age", u64::from(age.to.years())),
        Some((from, to)) => t.args("age-range", &[("min", from.into()), ("max", to.into())]),
    }
}

/// The search without filters; keeps words, sort order and page size.
pub(crate) fn without_filters(query: &SearchQuery) -> SearchQuery {
    SearchQuery { text: query.text.clone(), sort: query.sort, per_page: query.per_page, ..SearchQuery::default() }
}

/// The chosen places as one phrase. `None` when no place is chosen, when more than three are, or when records without a
/// stated place are included.
pub(crate) fn places_label(search: &SearchContext<'_>) -> Option<String> {
    const MAX_PLACES: usize = 3;
    let mut names = Vec::new();
    for (parameter, vocabulary) in [(parameter::MUNICIPALITY, V::Municipalities), (parameter::COUNTY, V::Counties)] {
        let Some(chosen) = search.query.filters.get(parameter) else { continue };
        if chosen.not_stated {
            return None;
        }
        names.extend(chosen.codes.iter().map(|code| search.labels().label(vocabulary, code)));
    }
    (1..=MAX_PLACES).contains(&names.len()).then(|| search.t.list(&names))
}
