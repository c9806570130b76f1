//! Notices on the interpretation of the words of a search, with links to other interpretations.

use crate::web::pages::components::links::{Notice, SearchLink, TextLink};
use crate::web::present::active_filters::{age_label, filter_name};
use crate::web::present::letter_case::uncapitalized;
use crate::web::present::search_context::{SearchContext, TypedSearch, UnderstoodSearch};
use crate::web::present::translator::Translator;
use catalogue::field::{self, Filter, parameter};
use catalogue::vocabulary::VocabularyName;
use index::query::{DetectedFilter, DetectedValue};
use index::{Interpretation, SearchQuery, SearchResults};

/// Maximum number of query expansions that are named.
const MAX_EXPANSIONS: usize = 5;

/// Maximum number of words without a match that are named.
const MAX_UNMATCHED: usize = 3;

/// Maximum number of suggested filters: more would push the hits down the page.
const MAX_SUGGESTIONS: usize = 3;

/// The notices above the hits, for the search as typed.
pub(super) fn interpretation_notices(search: &TypedSearch<'_>, results: &SearchResults) -> Vec<Notice> {
    let (t, query) = (search.t, search.query);
    if !query.interpret && !query.text.is_empty() {
        let interpreted = SearchQuery { interpret: true, ..search.first_page() };
        return vec![Notice {
            text: t.text("told-exactly"),
            link: Some(TextLink::new(t.text("told-interpret"), t.search(&interpreted))),
        }];
    }
    let county_notice = whole_county(search);
    let Some(reading) = &results.interpretation else { return county_notice.into_iter().collect() };
    let literal_url = t.search(&SearchQuery { interpret: false, ..search.first_page() });
    let mut out: Vec<Notice> = reading.reversed_ages.iter().map(|words| reversed_age(t, words)).collect();
    if !reading.applied.is_empty() {
        let (words, filters) = (remaining_words(t, reading), applied_filters(search, &reading.applied));
        let text = t.args("told-applied", &[("words", words.into()), ("whom", filters.into())]);
        out.push(Notice { text, link: Some(TextLink::new(t.text("told-literally"), literal_url.clone())) });
    }
    out.extend(places_within(search, &reading.applied));
    for (typed, corrected) in &reading.corrected {
        let text = t.with("told-corrected", "word", corrected);
        out.push(Notice {
            text,
            link: Some(TextLink::new(t.with("told-instead", "word", typed), literal_url.clone())),
        });
    }
    // One link to the literal search is enough.
    let has_link = !reading.applied.is_empty() || !reading.corrected.is_empty();
    out.extend(unmatched_words(t, reading, results).map(|text| {
        let link = || TextLink::new(t.text("told-literally-typed"), literal_url.clone());
        Notice { text, link: (!has_link).then(link) }
    }));
    out.extend(unmatched_filter(search, reading, results));
    out.extend(county_notice);
    let mut expansions: Vec<String> = Vec::new();
    for (_, expanded) in reading.expanded.iter().take(MAX_EXPANSIONS) {
        let quoted = t.with("quoted", "text", expanded);
        if !expansions.contains(&quoted) {
            expansions.push(quoted);
        }
    }
    if !expansions.is_empty() {
        let text = t.with("told-expanded", "words", t.list(&expansions));
        let link = out.is_empty().then(|| TextLink::new(t.text("told-only-typed"), literal_url));
        out.push(Notice { text, link });
    }
    out
}

/// Names the words that nothing was found for, beside hits or related records for the others.
fn unmatched_words(t: &Translator, reading: &Interpretation, results: &SearchResults) -> Option<String> {
    if reading.unmatched.is_empty() || (results.total == 0 && results.related.is_empty()) {
        return None;
    }
    let words: Vec<String> =
        reading.unmatched.iter().take(MAX_UNMATCHED).map(|w| t.with("quoted", "text", w)).collect();
    Some(t.with("told-unmatched", "words", t.list(&words)))
}

/// Notice that words were not read as ages, because the first is the higher one.
fn reversed_age(t: &Translator, words: &str) -> Notice {
    Notice { text: t.with("told-reversed-age", "words", words), link: None }
}

/// Notices for places that are known but are no municipality or county: *Vislanda ligger i Alvesta kommun.*
fn places_within(search: &TypedSearch<'_>, applied: &[DetectedFilter]) -> Vec<Notice> {
    let t = search.t;
    let mut out: Vec<(&str, Vec<String>)> = Vec::new();
    for detected in applied {
        let Some(place) = detected.place.as_deref() else { continue };
        let name = detected_label(search, detected);
        let is_municipality = detected.value.parameter() == parameter::MUNICIPALITY;
        let name = if is_municipality { t.with("told-municipality", "name", name) } else { name };
        match out.iter_mut().find(|(other, _)| *other == place) {
            Some((_, names)) => names.push(name),
            None => out.push((place, vec![name])),
        }
    }
    let notice = |(place, names): (&str, Vec<String>)| {
        let args = [("place", t.record(place).into()), ("whole", t.list(&names).into())];
        Notice { text: t.args("told-place-within", &args), link: None }
    };
    out.into_iter().map(notice).collect()
}

/// Notice for a chosen municipality in a chosen county: it does not narrow the search, because place filters are
/// combined with OR. The link removes the county.
fn whole_county(search: &TypedSearch<'_>) -> Option<Notice> {
    let (t, filters) = (search.t, &search.query.filters);
    let (counties, chosen) = (filters.get(parameter::COUNTY)?, filters.get(parameter::MUNICIPALITY)?);
    let municipalities = search.snapshot.vocabularies.get(VocabularyName::Municipalities);
    let county_of = |code: &String| municipalities.get(code).and_then(|term| term.broader.as_ref());
    let county = chosen.codes.iter().filter_map(county_of).find(|county| counties.codes.contains(county))?;
    let mut narrower = search.first_page();
    narrower.filters.remove(parameter::COUNTY);
    let labels =
        |name, codes: &[String]| codes.iter().map(|code| search.labels().label(name, code)).collect::<Vec<_>>();
    let places = t.list(&labels(VocabularyName::Municipalities, &chosen.codes));
    let county = search.labels().label(VocabularyName::Counties, county);
    let link = TextLink::new(t.with("told-only-place", "place", places), t.search(&narrower));
    Some(Notice { text: t.with("told-whole-county", "county", county), link: Some(link) })
}

/// Notice for a place or an age in the words with which there are no hits. The link searches for it alone.
fn unmatched_filter(search: &TypedSearch<'_>, reading: &Interpretation, results: &SearchResults) -> Option<Notice> {
    let offered = reading.dropped.iter().map(|(detected, _)| detected);
    let finds_nothing = results.total == 0 && results.related.is_empty() && !reading.text.is_empty();
    let applied = reading.applied.iter().filter(|_| finds_nothing);
    offered.chain(applied).find_map(|detected| unmatched_notice(search, detected))
}

fn unmatched_notice(search: &TypedSearch<'_>, detected: &DetectedFilter) -> Option<Notice> {
    let t = search.t;
    let mut query = SearchQuery { text: String::new(), ..search.first_page() };
    let value = detected_label(search, detected);
    match &detected.value {
        DetectedValue::Age(ages) => {
            query.ages.push(*ages);
            let link = TextLink::new(t.text("told-not-for-show"), t.search(&query));
            Some(Notice { text: t.with("told-not-for", "age", value), link: Some(link) })
        }
        DetectedValue::Code { parameter: place @ (parameter::MUNICIPALITY | parameter::COUNTY), code } => {
            query.filters.entry(place).or_default().codes.push(code.clone());
            let link = TextLink::new(t.with("told-not-there-show", "place", &value), t.search(&query));
            Some(Notice { text: t.with("told-not-there", "place", &value), link: Some(link) })
        }
        DetectedValue::Code { .. } => None,
    }
}

/// Filters that were detected in the words but not applied, each with the number of hits of the search with it.
pub(super) fn suggested_filters(search: &UnderstoodSearch<'_>, reading: Option<&Interpretation>) -> Vec<SearchLink> {
    let t = search.t;
    let link = |(detected, count): &(DetectedFilter, u64)| {
        let filter = field::filter(detected.value.parameter())?;
        let code = detected.value.to_string();
        let mut query = search.first_page();
        query.filters.entry(filter.parameter).or_default().codes.push(code.clone());
        let label = search.labels().label(filter.vocabulary()?, &code);
        let args = [("filter", filter_name(t, filter).into()), ("value", label.into()), ("count", (*count).into())];
        Some(SearchLink { text: t.args("told-suggestion", &args), url: t.search(&query), current: false })
    };
    let suggested = reading.into_iter().flat_map(|reading| reading.suggested.iter().chain(&reading.dropped));
    suggested.filter(|(_, count)| *count > 0).filter_map(link).take(MAX_SUGGESTIONS).collect()
}

/// The words that are not part of an applied filter, in quotation marks.
fn remaining_words(t: &Translator, reading: &Interpretation) -> String {
    if reading.text.is_empty() { t.text("told-anything") } else { t.with("quoted", "text", &reading.text) }
}

/// The applied filters as the end of a sentence: ` för en person som är 20 år i Växjö`.
fn applied_filters(search: &SearchContext<'_>, applied: &[DetectedFilter]) -> String {
    let t = search.t;
    let values = |parameter: &str| -> Vec<String> {
        applied.iter().filter(|one| one.value.parameter() == parameter).map(|one| detected_label(search, one)).collect()
    };
    let routes: Vec<String> = values(parameter::REFERRAL).iter().map(|label| uncapitalized(label)).collect();
    let places = [values(parameter::MUNICIPALITY), values(parameter::COUNTY)].concat();
    let mut out = String::new();
    for (key, name, values) in
        [("told-age", "age", values(parameter::AGE)), ("told-place", "place", places), ("told-route", "route", routes)]
    {
        if !values.is_empty() {
            out.push(' ');
            out.push_str(&t.with(key, name, t.list(&values)));
        }
    }
    // Each end has a clause of its own, since a label is no part of a sentence in every language.
    for one in applied.iter().filter(|one| one.value.parameter() == parameter::ENDS) {
        out.push(' ');
        out.push_str(&t.text(&format!("told-ends-{}", one.value)));
    }
    out
}

/// The value of a detected filter, in the language of the page.
fn detected_label(search: &SearchContext<'_>, detected: &DetectedFilter) -> String {
    match &detected.value {
        DetectedValue::Age(ages) => age_label(search.t, *ages),
        DetectedValue::Code { parameter, code } => {
            let vocabulary = field::filter(parameter).and_then(Filter::vocabulary);
            vocabulary.map_or_else(|| code.clone(), |vocabulary| search.labels().label(vocabulary, code))
        }
    }
}
