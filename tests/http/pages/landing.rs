//! `/kommun/{code}` and `/situation/{slug}`.

use super::super::support::{TestApp, text};
use super::{between, page};
use axum::http::StatusCode;

#[tokio::test]
async fn a_municipality_has_a_page() {
    let app = TestApp::shipped().await;
    let found = app.ok("/api/v1/interventions?municipality=0780&per_page=1").await["total"].as_u64().unwrap();
    let page = page(&app, "/kommun/0780").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.title(), format!("Stöd i Växjö – {found} insatser – Insatskatalogen"));
    page.has_in_order(&["<h1 id=\"landing-title\">Stöd i Växjö</h1>", "bor i Växjö", "Kommun: Växjö"]);
    assert_eq!(page.html.matches("<h1").count(), 1);
    page.has(&[r#"<link rel="canonical" href="/kommun/0780">"#]);
    assert!(!page.html.contains("noindex"));
    // The municipality is checked in the form.
    let boxes = between(&page.html, r#"name="municipality" value="0780""#, ">");
    assert!(boxes.contains("checked"), "{boxes}");
}

#[tokio::test]
async fn a_name_redirects_to_the_code_and_keeps_the_parameters() {
    let app = TestApp::shipped().await;
    let answer = page(&app, "/kommun/V%C3%A4xj%C3%B6?sort=name").await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(text(&answer.headers, "location"), "/kommun/0780?sort=name");
    for path in ["/kommun/9999", "/kommun/Atlantis", "/situation/finns-inte"] {
        let page = page(&app, path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        page.has(&["Sidan finns inte"]);
    }
}

#[tokio::test]
async fn faults_are_in_the_title_and_links_do_not_keep_the_page_size() {
    let app = TestApp::shipped().await;
    for path in ["/kommun/1276?age=abc", "/situation/inget-jobb?age=abc", "/sok?age=abc"] {
        let faulty = page(&app, path).await;
        assert_eq!(faulty.status, StatusCode::BAD_REQUEST);
        assert!(faulty.title().starts_with("Fel: "), "{path}: {}", faulty.title());
    }
    let situation = page(&app, "/situation/inget-jobb").await;
    let links: Vec<&str> =
        situation.main().split("href=\"").skip(1).map(|link| link.split('"').next().unwrap()).collect();
    let few: Vec<&&str> = links.iter().filter(|link| link.contains("per_page=6")).collect();
    assert!(
        !few.is_empty() && few.iter().all(|link| link.contains("page=2") || link.contains("&#38;page=")),
        "{few:?}"
    );
}

#[tokio::test]
async fn every_situation_of_the_start_page_has_a_page_with_the_same_count() {
    let app = TestApp::shipped().await;
    let start = page(&app, "/").await;
    let tiles: Vec<&str> = start.html.split("href=\"/situation/").skip(1).collect();
    assert!(tiles.len() >= 5, "{}", tiles.len());
    for tile in tiles {
        let (slug, count) = (tile.split('"').next().unwrap(), between(tile, "class=\"tile-count\">", "<"));
        let name = between(tile, "<b>", "</b>");
        let page = page(&app, &format!("/situation/{slug}")).await;
        assert_eq!(page.status, StatusCode::OK, "{slug}");
        page.has_in_order(&[
            &format!("<h1 id=\"landing-title\">{name}</h1>"),
            &format!("<h2 id=\"page-heading\">{count} insats"),
        ]);
    }
}

#[tokio::test]
async fn a_changed_landing_page_is_not_indexed() {
    let app = TestApp::shipped().await;
    let page = page(&app, "/situation/inget-jobb?sort=name").await;
    page.has(&["noindex"]);
}
