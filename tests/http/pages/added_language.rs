//! A language that only a test has: its entry and its locale file are all that every page needs.

use super::super::support::TestApp;
use super::{between, page};
use axum::http::StatusCode;
use catalogue::language::{DateForm, Grouping, Language};
use insatskatalog::i18n::{Lang, Texts};

static GREEK: Language =
    Language::new("el", "Ελληνικά").grouping(Grouping::Point).date_form(DateForm::MonthDayYear).multibyte();

/// Every page.
pub(super) const PATHS: [&str; 24] = [
    "/",
    "/sok",
    "/sok?q=praktik+20+%C3%A5r+v%C3%A4xj%C3%B6",
    "/sok?q=praktik&view=table",
    "/sok?q=xyzzy",
    "/kommun/0780",
    "/situation/inget-jobb",
    "/insats/skruvas",
    "/insats/skruvas/andringar",
    "/jamfor?id=skruvas&id=kaa-vaxjo",
    "/oversikt",
    "/oversikt?county=07&columns=kind",
    "/inbaddat",
    "/inbaddat/sok",
    "/om",
    "/lattlast",
    "/ordlista",
    "/kontakt",
    "/sa-granskas",
    "/personuppgifter",
    "/tillganglighet",
    "/oppna-data",
    "/sprak/el",
    "/finns-inte",
];

/// The Swedish texts with the message `key` replaced.
fn translated(key: &str, text: &str) -> String {
    let line = |line: &str| match line.split_once(" =") {
        Some((other, _)) if other == key => format!("{key} = {text}"),
        _ => line.to_owned(),
    };
    include_str!("../../../locales/sv.ftl").lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The service in Swedish and in the added language.
async fn with_greek() -> TestApp {
    let swedish = include_str!("../../../locales/sv.ftl").to_owned();
    let greek = translated("search-go", "Αναζήτηση");
    TestApp::shipped().await.with_texts(Texts::of([(Lang::SWEDISH, swedish), (Lang::of(&GREEK), greek)]))
}

#[tokio::test]
async fn every_page_is_shown_in_it() {
    let app = with_greek().await;
    for path in PATHS {
        let separator = if path.contains('?') { '&' } else { '?' };
        let swedish = page(&app, &path.replace("/sprak/el", "/sprak/sv")).await;
        let greek = page(&app, &format!("{path}{separator}lang=el")).await;
        assert_eq!(greek.status, swedish.status, "{path}");
        greek.has(&[r#"<html lang="el" dir="ltr""#]);
        assert!(!greek.html.contains("class=\"ds-alert\" data-color=\"warning\" id=\"fel\""), "{path} has a fault");
        if path != "/inbaddat/sok" {
            let switcher = between(&greek.html, r#"id="sprak""#, "</nav>");
            for link in [r#"lang="sv" hreflang="sv" dir="ltr">Svenska"#, r#"lang="el" hreflang="el" dir="ltr""#] {
                assert!(switcher.contains(link), "{path}: {link} is missing in {switcher}");
            }
            assert!(switcher.contains("Ελληνικά"), "{path}");
        }
        if path.starts_with("/sok") || path == "/" {
            greek.has(&["Αναζήτηση"]);
        }
    }
}

#[tokio::test]
async fn numbers_and_dates_have_its_form() {
    let app = with_greek().await;
    let printed = page(&app, "/insats/skruvas?lang=el").await;
    // The day of the tests is 2026-11-22.
    printed.has(&["november 22, 2026"]);
    let texts = Texts::of([(Lang::of(&GREEK), "n = { $count }\n".to_owned())]);
    assert_eq!(texts.get(Lang::of(&GREEK), "n", &[("count", 1_284_u64.into())]), "1.284");
}

#[tokio::test]
async fn a_service_without_it_refuses_it() {
    let answer = page(&TestApp::shipped().await, "/sok?lang=el").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    answer.has(&[r#"<html lang="sv""#]);
}
