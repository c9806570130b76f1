//! How the words were understood, and how to search otherwise.

use crate::web::pages::search::active_filters::age_words;
use crate::web::pages::search::{Link, Note, UnderstoodSearch};
use crate::web::present::labels::uncapitalized;
use crate::web::present::translator::Translator;
use catalogue::field::{self, Filter};
use catalogue::vocabulary::VocabularyName;
use index::query::{DetectedFilter, DetectedValue};
use index::{Interpretation, SearchQuery, SearchResults};

/// Most synonyms that are named.
const MOST_EXPANSIONS: usize = 5;

/// Most filters that are offered: the hits must not slide down the page.
const MOST_OFFERS: usize = 3;

/// What is told above the hits. `asked.query` is the search as it was typed.
pub(super) fn told(asked: &UnderstoodSearch<'_>, results: &SearchResults) -> Vec<Note> {
    let (t, query) = (asked.t, asked.query);
    if !query.interpret && !query.text.is_empty() {
        let interpreted = SearchQuery { interpret: true, page: 1, ..query.clone() };
        return vec![Note {
            text: t.text("told-exactly"),
            link: Some((t.text("told-interpret"), t.search(&interpreted))),
        }];
    }
    let whole = whole_county(asked);
    let Some(told) = &results.interpretation else { return whole.into_iter().collect() };
    let literally = t.search(&SearchQuery { interpret: false, page: 1, ..query.clone() });
    let mut out = Vec::new();
    if !told.applied.is_empty() {
        let whom = whom(asked, &told.applied);
        let text = t.args("told-applied", &[("words", sought(t, told).into()), ("whom", whom.into())]);
        out.push(Note { text, link: Some((t.text("told-literally"), literally.clone())) });
    }
    for (typed, meant) in &told.corrected {
        let text = t.with("told-corrected", "word", meant);
        out.push(Note { text, link: Some((t.with("told-instead", "word", typed), literally.clone())) });
    }
    out.extend(not_there(asked, told));
    out.extend(whole);
    let mut found: Vec<String> = Vec::new();
    for (_, to) in told.expanded.iter().take(MOST_EXPANSIONS) {
        let quoted = t.with("quoted", "text", to);
        if !found.contains(&quoted) {
            found.push(quoted);
        }
    }
    if !found.is_empty() {
        let text = t.with("told-expanded", "words", t.list(&found));
        // One way back to the words themselves is enough.
        let link = out.is_empty().then(|| (t.text("told-only-typed"), literally));
        out.push(Note { text, link });
    }
    out
}

/// A municipality beside the county that it lies in narrows nothing: either place will do.
fn whole_county(asked: &UnderstoodSearch<'_>) -> Option<Note> {
    let (t, filters) = (asked.t, &asked.query.filters);
    let (counties, chosen) = (filters.get("county")?, filters.get("municipality")?);
    let municipalities = asked.snapshot.vocabularies.get(VocabularyName::Municipalities);
    let lies_in = |code: &String| municipalities.get(code).and_then(|term| term.broader.as_ref());
    let county = chosen.codes.iter().filter_map(lies_in).find(|county| counties.codes.contains(county))?;
    let mut narrower = SearchQuery { page: 1, ..asked.query.clone() };
    narrower.filters.remove("county");
    let of = |name, codes: &[String]| codes.iter().map(|code| asked.words().label(name, code)).collect::<Vec<_>>();
    let places = t.list(&of(VocabularyName::Municipalities, &chosen.codes));
    let whole = of(VocabularyName::Counties, std::slice::from_ref(county)).concat();
    let link = (t.with("told-only-place", "place", places), t.search(&narrower));
    Some(Note { text: t.with("told-whole-county", "county", whole), link: Some(link) })
}

/// A place or an age that was read out of the words and that nothing with the other words fits.
fn not_there(asked: &UnderstoodSearch<'_>, told: &Interpretation) -> Option<Note> {
    told.dropped.iter().filter(|(_, count)| *count == 0).find_map(|(named, _)| lacking(asked, named))
}

fn lacking(asked: &UnderstoodSearch<'_>, named: &DetectedFilter) -> Option<Note> {
    let t = asked.t;
    let mut query = SearchQuery { text: String::new(), page: 1, ..asked.query.clone() };
    let name = in_words(asked, named);
    match &named.value {
        DetectedValue::Age(ages) => {
            query.ages.push(*ages);
            let link = (t.text("told-not-for-show"), t.search(&query));
            Some(Note { text: t.with("told-not-for", "age", name), link: Some(link) })
        }
        DetectedValue::Code { parameter: parameter @ ("municipality" | "county"), code } => {
            query.filters.entry(parameter).or_default().codes.push(code.clone());
            let link = (t.with("told-not-there-show", "place", &name), t.search(&query));
            Some(Note { text: t.with("told-not-there", "place", &name), link: Some(link) })
        }
        DetectedValue::Code { .. } => None,
    }
}

/// The filters that the words name, each with the hits that it leaves. `asked.query` is the search as
/// it was understood.
pub(super) fn suggested(asked: &UnderstoodSearch<'_>, interpretation: Option<&Interpretation>) -> Vec<Link> {
    let t = asked.t;
    let link = |(named, count): &(DetectedFilter, u64)| {
        let filter = field::filter(named.value.parameter())?;
        let code = named.value.to_string();
        let mut query = SearchQuery { page: 1, ..asked.query.clone() };
        query.filters.entry(filter.parameter).or_default().codes.push(code.clone());
        let name = t.text(&format!("filter-{}", filter.parameter));
        let label = asked.words().label(filter.vocabulary()?, &code);
        let text =
            t.args("told-suggestion", &[("filter", name.into()), ("value", label.into()), ("count", (*count).into())]);
        Some(Link { text, url: t.search(&query), current: false })
    };
    let offered = interpretation.into_iter().flat_map(|told| told.suggested.iter().chain(&told.dropped));
    offered.filter(|(_, count)| *count > 0).filter_map(link).take(MOST_OFFERS).collect()
}

fn sought(t: &Translator, told: &Interpretation) -> String {
    if told.text.is_empty() { t.text("told-anything") } else { t.with("quoted", "text", &told.text) }
}

/// For whom and where: ` för en person som är 20 år i Växjö`.
fn whom(asked: &UnderstoodSearch<'_>, applied: &[DetectedFilter]) -> String {
    let t = asked.t;
    let of = |parameter: &str| -> Vec<String> {
        applied.iter().filter(|u| u.value.parameter() == parameter).map(|u| in_words(asked, u)).collect()
    };
    let routes: Vec<String> = of("referral").iter().map(|label| uncapitalized(label)).collect();
    let mut out = String::new();
    let places: Vec<String> = of("municipality").into_iter().chain(of("county")).collect();
    for (key, name, values) in
        [("told-age", "age", of("age")), ("told-place", "place", places), ("told-route", "route", routes)]
    {
        if !values.is_empty() {
            out.push(' ');
            out.push_str(&t.with(key, name, t.list(&values)));
        }
    }
    out
}

/// What was understood, in the language of the page.
fn in_words(asked: &UnderstoodSearch<'_>, understood: &DetectedFilter) -> String {
    match &understood.value {
        DetectedValue::Age(ages) => age_words(asked, *ages),
        DetectedValue::Code { parameter, code } => {
            let vocabulary = field::filter(parameter).and_then(Filter::vocabulary);
            vocabulary.map_or_else(|| code.clone(), |vocabulary| asked.words().label(vocabulary, code))
        }
    }
}
