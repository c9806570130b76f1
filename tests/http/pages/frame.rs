//! Head, menu and footer of every page.

use super::super::support::TestApp;
use super::super::support::pages::paths;
use super::{between, page};
use axum::http::StatusCode;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[tokio::test]
async fn paper_states_origin_and_date() {
    let app = TestApp::shipped().await;
    for (path, printed) in [
        ("/sok?age=20&q=praktik", "/sok?q=praktik&#38;age=20"),
        ("/kommun/0780", "/sok?municipality=0780"),
        ("/insats/skruvas?ll=1", "/insats/skruvas"),
        (
            "/jamfor?id=skruvas&id=kaa-vaxjo&only=differences",
            "/jamfor?id=skruvas&#38;id=kaa-vaxjo&#38;only=differences",
        ),
    ] {
        let page = page(&app, path).await;
        // The date in the tests is 2026-11-22.
        let text = format!(
            "<p class=\"page print-only\">Utskrivet från Insatskatalogen, http://localhost{printed}, 22 november 2026</p>"
        );
        assert!(page.html.contains(&text), "{path}");
    }
}

#[tokio::test]
async fn header_footer_and_policy_on_every_page() {
    let app = TestApp::shipped().await;
    for path in paths("sv").iter().filter(|path| !path.starts_with("/inbaddat/")) {
        let page = page(&app, path).await;
        assert_eq!(page.headers["content-security-policy"], POLICY, "{path}");
        assert!(page.title().ends_with(" – Insatskatalogen"), "{path}: {}", page.title());
        let menu = between(&page.html, r#"id="meny""#, "</nav>");
        for (address, text) in
            [("/sok", "Sök insatser"), ("/oversikt", "Översikt"), ("/om", "Om katalogen"), ("/lattlast", "Lättläst")]
        {
            assert!(menu.contains(&format!("href=\"{address}\"")) && menu.contains(text), "{path}: {menu}");
        }
        let footer = between(&page.html, "<footer", "</footer>");
        for address in [
            "/om#sok",
            "/lattlast",
            "/ordlista",
            "/kontakt",
            "/tillganglighet",
            "/personuppgifter",
            "/sa-granskas",
            "/jamfor",
            "/oversikt",
            "/oppna-data",
            "/inbaddat",
        ] {
            assert!(footer.contains(&format!("href=\"{address}\"")), "{path} lacks {address}");
        }
        page.has(&[
            r##"href="#innehall""##,
            r#"<main id="innehall" tabindex="-1">"#,
            r#"id="status" class="spoken" role="status""#,
        ]);
        // The site has no login.
        assert!(!page.html.contains("Logga in"), "{path}");
    }
}

#[tokio::test]
async fn the_menu_marks_the_current_page() {
    let app = TestApp::shipped().await;
    for (path, current) in [("/sok", "/sok"), ("/insats/skruvas", "/sok"), ("/om", "/om"), ("/lattlast", "/lattlast")] {
        let page = page(&app, path).await;
        page.has(&[&format!("href=\"{current}\" aria-current=\"page\"")]);
    }
}

#[tokio::test]
async fn error_pages_have_the_search_and_the_numbers() {
    let app = TestApp::with(&[]).await;
    let refused = format!("/{}", "%FF");
    for (path, status) in [("/finns-inte", StatusCode::NOT_FOUND), (refused.as_str(), StatusCode::NOT_FOUND)] {
        let page = page(&app, path).await;
        assert_eq!(page.status, status);
        page.has(&["Sidan finns inte", r#"role="search""#, "Ring 112", "noindex"]);
    }
}

#[tokio::test]
async fn an_empty_catalogue_has_a_notice_and_the_numbers() {
    let page = page(&TestApp::with(&[]).await, "/").await;
    page.has(&["Katalogen är tom just nu. Försök igen senare.", "Ring 112", "Hela Sverige"]);
    page.lacks(&["Vad stämmer in på dig?", "insatser i katalogen"]);
}

#[tokio::test]
async fn the_start_page_links_situations_and_municipalities() {
    let mut records = vec![super::complete()];
    records.push(super::changed(serde_json::json!({"id": "gammal", "name": "Gammal", "last_reviewed": null})));
    let app = TestApp::with(&records).await;
    let start = page(&app, "/").await;
    start.has(&[
        "Sök bland 2 insatser i hela Sverige.",
        "href=\"/kommun/0780\"",
        "<b>50 %</b> kontrollerade de senaste 6 månaderna",
        "href=\"/oversikt\"",
    ]);
    // A situation without hits is left out.
    start.lacks(&["/situation/ny-i-sverige"]);
    let shipped = page(&TestApp::shipped().await, "/").await;
    shipped.has_in_order(&[
        "Hitta stöd till arbete",
        "Vad vill du ha hjälp med?",
        "Var bor du?",
        "Till exempel:",
        "Är det akut?",
        "Vad stämmer in på dig?",
        "href=\"/situation/inget-jobb\"",
        "Behöver du hjälp nu?",
        "Stöd i din kommun",
        "Arbetar du med stöd?",
        "Så aktuella är uppgifterna",
    ]);
}
