//! The added language: every page needs only its entry and its messages.

use super::support::pages::{in_language, paths};
use super::{GREEK, between, get, has, service, service_with_texts};
use axum::http::StatusCode;
use insatskatalog::i18n::{Lang, Texts};

#[tokio::test]
async fn every_page_is_shown_in_it() {
    let app = service_with_texts().await;
    for (path, swedish_path) in paths("el").into_iter().zip(paths("sv")) {
        let (swedish_status, _) = get(&app, &swedish_path).await;
        let (status, greek) = get(&app, &in_language(&path, "el")).await;
        assert_eq!(status, swedish_status, "{path}");
        has(&greek, &[r#"<html lang="el" dir="ltr""#]);
        assert!(!greek.contains("class=\"ds-alert\" data-color=\"warning\" id=\"fel\""), "{path} has a fault");
        if path != "/inbaddat/sok" {
            let switcher = between(&greek, r#"id="sprak""#, "</nav>");
            for link in [r#"lang="sv" hreflang="sv" dir="ltr">Svenska"#, r#"lang="el" hreflang="el" dir="ltr""#] {
                assert!(switcher.contains(link), "{path}: {link} is missing in {switcher}");
            }
            assert!(switcher.contains("Ελληνικά"), "{path}");
        }
        if path.starts_with("/sok") || path == "/" {
            has(&greek, &["Αναζήτηση"]);
        }
    }
}

#[tokio::test]
async fn numbers_and_dates_have_its_form() {
    let app = service_with_texts().await;
    let (_, printed) = get(&app, "/insats/skruvas?lang=el").await;
    // The date in the tests is 2026-11-22.
    has(&printed, &["november 22, 2026"]);
    let texts = Texts::of([(Lang::of(&GREEK), "n = { $count }\n".to_owned())]);
    assert_eq!(texts.get(Lang::of(&GREEK), "n", &[("count", 1_284_u64.into())]), "1.284");
}

#[tokio::test]
async fn a_service_without_it_refuses_it() {
    let (status, page) = get(&service().await, "/sok?lang=el").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    has(&page, &[r#"<html lang="sv""#]);
}
