//! A filter and a language that only these tests have. They are added in memory; the search and its index, the API and
//! its document, and all pages in all languages must support them.
//!
//! The filter is registered for the whole process, so these tests are a separate test binary.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod filter;
mod language;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "shared with other tests, which use more of it")]
mod support;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use catalogue::field;
use catalogue::language::{DateForm, Grouping, Language};
use insatskatalog::i18n::{Lang, Texts};
use std::sync::Once;
use support::{TestApp, bytes, request};

/// The added language. All its messages except a few are the Swedish ones.
static GREEK: Language =
    Language::new("el", "Ελληνικά").grouping(Grouping::Point).date_form(DateForm::MonthDayYear).multibyte();

/// The codes of the languages of the service, including the added one.
fn languages() -> impl Iterator<Item = &'static str> {
    Lang::all().map(Lang::code).chain([GREEK.code])
}

/// The locale file of a language of the program.
fn shipped_texts(code: &str) -> String {
    std::fs::read_to_string(format!("{}/locales/{code}.ftl", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The Swedish texts with the message `key` replaced.
fn translated(key: &str, text: &str) -> String {
    let line = |line: &str| match line.split_once(" =") {
        Some((other, _)) if other == key => format!("{key} = {text}"),
        _ => line.to_owned(),
    };
    shipped_texts("sv").lines().map(line).collect::<Vec<_>>().join("\n")
}

/// A service with the shipped catalogue and the added filter, without messages for it.
async fn service() -> TestApp {
    static REGISTERED: Once = Once::new();
    REGISTERED.call_once(|| field::register_filters(filter::ADDED));
    TestApp::shipped().await
}

/// A service with the added filter, the added language and the messages of both.
async fn service_with_texts() -> TestApp {
    let texts =
        Lang::all().map(|lang| (lang, format!("{}\n{}", shipped_texts(lang.code()), filter::texts(lang.code()))));
    let greek = format!("{}\n{}", translated("search-go", "Αναζήτηση"), filter::texts("el"));
    service().await.with_texts(Texts::of(texts.chain([(Lang::of(&GREEK), greek)])))
}

/// Gets a path. Returns status and body as text.
async fn get(app: &TestApp, path: &str) -> (StatusCode, String) {
    let answer = app.send(request(Method::GET, path, &[], Body::empty())).await;
    (answer.status(), String::from_utf8(bytes(answer).await).unwrap())
}

/// The text between `start` and `end`. Panics when one of them is missing.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}")) + start.len();
    let to = text[from..].find(end).unwrap_or_else(|| panic!("no {end} after {start}"));
    &text[from..from + to]
}

/// Asserts that a page contains every part.
fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
}
