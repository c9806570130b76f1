//! Notices of records that a default of the search leaves out, each with a link to the search that includes them.

use crate::web::pages::components::links::{Notice, TextLink};
use crate::web::present::search_context::UnderstoodSearch;
use catalogue::field::parameter::BROADER;
use index::query::Ended;
use index::{SearchQuery, SearchResults};

/// One notice for each default that leaves records out.
pub(super) fn left_out(search: &UnderstoodSearch<'_>, results: &SearchResults) -> Vec<Notice> {
    let t = search.t;
    let first = search.first_page();
    let notice = |key: &str, count: u64, wider: &SearchQuery| Notice {
        text: t.count(key, count),
        link: Some(TextLink::new(t.count("left-out-show", count), t.search(wider))),
    };
    let mut out = Vec::new();
    if results.ended_left_out > 0 && results.total > 0 {
        let wider = SearchQuery { ended: Ended::Include, ..first.clone() };
        out.push(notice("left-out-ended", results.ended_left_out, &wider));
    }
    if let Some(count) = results.broader_left_out.filter(|count| *count > 0) {
        let mut wider = first.clone();
        wider.variants.insert(BROADER);
        out.push(notice("left-out-broader", count, &wider));
    }
    if search.query.age_strict && search.query.asks_age() && results.age_not_stated > 0 {
        let wider = SearchQuery { age_strict: false, ..first };
        out.push(notice("left-out-age", results.age_not_stated, &wider));
    }
    out
}
