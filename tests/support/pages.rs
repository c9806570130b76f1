//! The paths of all pages.

use insatskatalog::web;
use insatskatalog::web::http::route_table::RouteKind;

/// Further states of pages: with words, with filters, with selected interventions, and without hits.
const STATES: [&str; 9] = [
    "/sok?q=praktik+20+%C3%A5r+v%C3%A4xj%C3%B6",
    "/sok?q=praktik&view=table",
    "/sok?q=xyzzy",
    "/insats/skruvas?ll=1",
    "/jamfor?id=skruvas",
    "/jamfor?id=skruvas&id=kaa-vaxjo",
    "/oversikt?county=07&columns=kind",
    "/inbaddat?municipality=0780",
    "/finns-inte",
];

/// All pages in the table of routes for the shipped catalogue, and further states of pages. `lang` is the language of
/// the page about a language.
pub(crate) fn paths(lang: &str) -> Vec<String> {
    let pages = web::routes().into_iter().filter(|route| route.kind == RouteKind::Page);
    let filled = |path: String| {
        let code = if path.starts_with("/sprak/") { lang } else { "0780" };
        path.replace("{code}", code).replace("{id}", "skruvas").replace("{slug}", "inget-jobb")
    };
    let paths: Vec<String> = pages.map(|route| filled(route.path)).collect();
    assert!(paths.len() > 15 && !paths.iter().any(|path| path.contains('{')), "{paths:?}");
    paths.into_iter().chain(STATES.map(str::to_owned)).collect()
}

/// A path with the parameter `lang`.
pub(crate) fn in_language(path: &str, lang: &str) -> String {
    let separator = if path.contains('?') { '&' } else { '?' };
    format!("{path}{separator}lang={lang}")
}
