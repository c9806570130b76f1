//! The active filters of a search: one entry for each value, with the search that lacks it.

use crate::web::present::understood_search::UnderstoodSearch;
use catalogue::field::{self, Filter};
use catalogue::vocabulary::VocabularyName as V;
use index::SearchQuery;
use index::query::{Ended, Sort};

/// One chosen value.
pub(crate) struct ActiveFilter {
    /// Its name with the filter's: `Kommun: Växjö`.
    pub(crate) label: String,
    /// The search without it.
    pub(crate) url: String,
    /// The parameter that it is a value of.
    pub(crate) parameter: &'static str,
}

/// The filters in the order of the panel; those of the registry that it does not name come last.
pub(crate) fn filters_in_order() -> impl Iterator<Item = &'static Filter> {
    const ORDER: [&str; 13] = [
        "municipality",
        "county",
        "age",
        "target_group",
        "referral",
        "method",
        "activity",
        "organization",
        "funder_type",
        "funder",
        "kind",
        "status",
        "level",
    ];
    let named = ORDER.into_iter().filter_map(field::filter);
    named.chain(field::filters().filter(|f| !ORDER.contains(&f.parameter)))
}

/// Everything that is chosen, in the order of the panel.
pub(crate) fn choices(asked: &UnderstoodSearch<'_>) -> Vec<ActiveFilter> {
    let mut out = Vec::new();
    for filter in filters_in_order() {
        match filter.vocabulary() {
            Some(vocabulary) => of_codes(asked, filter, vocabulary, &mut out),
            None => of_ages(asked, filter, &mut out),
        }
    }
    of_switches(asked, &mut out);
    out
}

fn of_codes(asked: &UnderstoodSearch<'_>, filter: &'static Filter, vocabulary: V, out: &mut Vec<ActiveFilter>) {
    let (t, first) = (asked.t, SearchQuery { page: 1, ..asked.query.clone() });
    let Some(chosen) = first.filters.get(filter.parameter) else { return };
    let name = t.text(&format!("filter-{}", filter.parameter));
    for code in &chosen.codes {
        let label = asked.words().label(vocabulary, code);
        let url = t.search(&without_code(&first, filter.parameter, code));
        out.push(ActiveFilter { label: named(asked, &name, &label), url, parameter: filter.parameter });
    }
    if chosen.not_stated {
        let mut query = first.clone();
        change(&mut query, filter.parameter, |chosen| chosen.not_stated = false);
        let label = named(asked, &name, &t.text("value-not-stated"));
        out.push(ActiveFilter { label, url: t.search(&query), parameter: filter.parameter });
    }
}

fn of_ages(asked: &UnderstoodSearch<'_>, filter: &'static Filter, out: &mut Vec<ActiveFilter>) {
    let (t, first) = (asked.t, SearchQuery { page: 1, ..asked.query.clone() });
    let name = t.text(&format!("filter-{}", filter.parameter));
    for age in &first.ages {
        let mut query = first.clone();
        query.ages.retain(|other| other != age);
        // Without an age there is nothing to be strict about.
        query.age_strict &= query.asks_age();
        let label = named(asked, &name, &age_words(asked, *age));
        out.push(ActiveFilter { label, url: t.search(&query), parameter: filter.parameter });
    }
    if first.age_not_stated {
        let query = SearchQuery { age_not_stated: false, ..first.clone() };
        let label = named(asked, &name, &t.text("value-not-stated"));
        out.push(ActiveFilter { label, url: t.search(&query), parameter: filter.parameter });
    }
    if first.age_strict && first.asks_age() {
        let query = SearchQuery { age_strict: false, ..first.clone() };
        out.push(ActiveFilter { label: t.text("choice-age-strict"), url: t.search(&query), parameter: "age_strict" });
    }
}

/// An age asked for, as one says it.
pub(crate) fn age_words(asked: &UnderstoodSearch<'_>, age: catalogue::record::AgeRange) -> String {
    let written = age.to_string();
    match written.split_once('-') {
        None => asked.t.with("age-one", "age", u64::from(age.from.years())),
        Some((_, "")) => asked.t.with("age-from", "age", u64::from(age.from.years())),
        Some(("", _)) => asked.t.with("age-to", "age", u64::from(age.to.years())),
        Some((from, to)) => asked.t.args("age-range", &[("min", from.into()), ("max", to.into())]),
    }
}

fn of_switches(asked: &UnderstoodSearch<'_>, out: &mut Vec<ActiveFilter>) {
    let (t, first) = (asked.t, SearchQuery { page: 1, ..asked.query.clone() });
    for variant in &first.variants {
        let mut query = first.clone();
        query.variants.remove(variant);
        out.push(ActiveFilter {
            label: t.text(&format!("choice-{variant}")),
            url: t.search(&query),
            parameter: variant,
        });
    }
    let ended = match first.ended {
        Ended::Exclude => None,
        Ended::Include => Some("choice-ended-too"),
        Ended::Only => Some("choice-ended-only"),
    };
    if let Some(key) = ended {
        let query = SearchQuery { ended: Ended::Exclude, ..first.clone() };
        out.push(ActiveFilter { label: t.text(key), url: t.search(&query), parameter: "ended" });
    }
    if let Some(day) = first.updated_since {
        let query = SearchQuery { updated_since: None, ..first.clone() };
        out.push(ActiveFilter {
            label: t.with("choice-updated-since", "date", t.day(day)),
            url: t.search(&query),
            parameter: "updated_since",
        });
    }
}

fn named(asked: &UnderstoodSearch<'_>, name: &str, value: &str) -> String {
    asked.t.args("choice", &[("filter", name.into()), ("value", value.into())])
}

fn change(query: &mut SearchQuery, parameter: &'static str, how: impl FnOnce(&mut index::query::Chosen)) {
    if let Some(chosen) = query.filters.get_mut(parameter) {
        how(chosen);
        if chosen.codes.is_empty() && !chosen.not_stated {
            query.filters.remove(parameter);
        }
    }
}

fn without_code(query: &SearchQuery, parameter: &'static str, code: &str) -> SearchQuery {
    let mut query = query.clone();
    change(&mut query, parameter, |chosen| chosen.codes.retain(|c| c != code));
    query
}

/// The words alone, in the same order and page size.
pub(crate) fn none(query: &SearchQuery) -> SearchQuery {
    let sort: Sort = query.sort;
    SearchQuery { text: query.text.clone(), sort, per_page: query.per_page, ..SearchQuery::default() }
}

/// The places chosen, when they can be said in a few words.
pub(crate) fn places(asked: &UnderstoodSearch<'_>) -> Option<String> {
    const MANY: usize = 3;
    let mut names = Vec::new();
    for (parameter, vocabulary) in [("municipality", V::Municipalities), ("county", V::Counties)] {
        let Some(chosen) = asked.query.filters.get(parameter) else { continue };
        if chosen.not_stated {
            return None;
        }
        names.extend(chosen.codes.iter().map(|code| asked.words().label(vocabulary, code)));
    }
    (1..=MANY).contains(&names.len()).then(|| asked.t.list(&names))
}
