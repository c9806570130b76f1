//! All states of `/insats/{id}`.

use super::super::support::{TestApp, text};
use super::{between, changed, complete, page};
use axum::http::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn every_section_in_its_order() {
    let app = TestApp::with(&[complete()]).await;
    let page = page(&app, "/insats/komplett").await;
    page.has_in_order(&[
        "Du är här",
        "Pågår",
        "<h1>",
        "Du får en coach.",
        "För vem",
        "Kostnad",
        "Kontrollerad",
        "Så kommer du med",
        "Du kan anmäla dig själv",
        "Ring 0470-00 00 00",
        "Läs på lättläst",
        "Skriv ut",
        "Kopiera länk",
        "href=\"/jamfor?id=komplett\"",
        "Det här får du",
        "För vem",
        "Steg för steg",
        "Bra att veta",
        "Plats och kontakt",
        "Provgatan 11, 352 30 Växjö",
        "För dig som är handläggare",
        "href=\"/ordlista#methods-ips\"",
        "Källa och granskning",
        "De kontrollerades 1 november 2026 av",
        "Nästa kontroll görs senast 1 maj 2027.",
        "Utskrivet från Insatskatalogen, http",
    ]);
    page.has(&[r#"<link rel="canonical" href="/insats/komplett">"#]);
    page.lacks(&["kan vara inaktuella", "Vi saknar kontaktuppgift"]);
}

#[tokio::test]
async fn the_data_block_is_json_and_cannot_be_closed_early() {
    let app = TestApp::with(&[complete()]).await;
    let page = page(&app, "/insats/komplett").await;
    let data: Value =
        serde_json::from_str(between(&page.html, r#"<script type="application/ld+json">"#, "</script>")).unwrap();
    assert_eq!(data["@type"], "GovernmentService");
    assert_eq!(data["name"], "Verkstaden </script> & Co");
    assert_eq!(data["provider"][0]["name"], "Växjö kommun");
    assert_eq!(data["areaServed"][0]["name"], "Växjö");
    assert_eq!(data["availableChannel"][0]["servicePhone"]["telephone"], "0470-00 00 00");
    assert!(data["url"].as_str().unwrap().ends_with("/insats/komplett"));
    assert_eq!(page.html.matches("</script>").count(), 2);
}

#[tokio::test]
async fn easy_read_only_when_there_is_one() {
    let app = TestApp::with(&[complete(), changed(json!({"id": "utan", "easy_read": null}))]).await;
    let easy = page(&app, "/insats/komplett?ll=1").await;
    easy.has(&["Du får hjälp av en coach.", "Läs hela texten", "noindex"]);
    easy.lacks(&["Det här får du"]);
    let without = page(&app, "/insats/utan?ll=1").await;
    without.has(&["Det här får du"]);
    without.lacks(&["Läs på lättläst"]);
}

#[tokio::test]
async fn an_ended_intervention_links_similar_ones() {
    let ended = changed(json!({"id": "slut", "name": "Slut", "period": {"end": "2026-06-30"}}));
    let app = TestApp::with(&[ended, complete()]).await;
    let page = page(&app, "/insats/slut").await;
    assert!(page.title().starts_with("Avslutad: Slut"), "{}", page.title());
    page.has(&[
        "Insatsen är avslutad",
        "Den slutade 30 juni 2026. Du kan inte anmäla dig längre.",
        r##"<a href="#liknande">Se liknande insatser som pågår</a>"##,
        "noindex",
    ]);
    page.lacks(&["class=\"join-box\"", "Du kan anmäla dig själv</span>", "ld+json"]);
}

#[tokio::test]
async fn stale_and_missing_facts_are_named() {
    let stale = changed(json!({"id": "gammal", "last_reviewed": "2025-01-01", "review_by": null}));
    let bare = json!({"id": "mager", "name": "Mager", "as_of": "2015-11",
        "organizations": [{"id": "vaxjo-kommun", "role": "owner"}]});
    let app = TestApp::with(&[stale, bare]).await;
    page(&app, "/insats/gammal").await.has(&["Uppgifterna kan vara inaktuella", "Ring innan du åker dit."]);
    let bare = page(&app, "/insats/mager").await;
    bare.has(&[
        "Period ej angiven",
        "Ålder ej angiven",
        "Vi saknar kontaktuppgift. Fråga Växjö kommun.",
        "Källan säger inte hur du kommer med.",
        "Ingen källa är angiven.",
    ]);
    bare.lacks(&["Det här får du", "Steg för steg", "Bra att veta", "Plats och kontakt", "Liknande insatser"]);
}

#[tokio::test]
async fn an_archived_intervention_links_its_successor_or_similar_ones() {
    let gone = |id: &str| changed(json!({"id": id, "name": id, "state": "archived"}));
    let next = changed(json!({"id": "arvtagare", "name": "Arvtagare", "succeeds": "borta"}));
    let app = TestApp::with(&[gone("borta"), gone("borta-utan"), next]).await;
    let followed = page(&app, "/insats/borta").await;
    assert_eq!(followed.status, StatusCode::GONE);
    assert_eq!(text(&followed.headers, "content-type"), "text/html; charset=utf-8");
    followed.has(&["Insatsen finns inte kvar", "Den fortsätter som", "href=\"/insats/arvtagare\"", "Ring 112"]);
    let alone = page(&app, "/insats/borta-utan").await;
    assert_eq!(alone.status, StatusCode::GONE);
    alone.has(&["Liknande insatser", "href=\"/insats/arvtagare\"", r#"role="search""#]);
    let draft = changed(json!({"id": "utkast", "state": "draft"}));
    app.put(&[draft], super::super::support::NOW).await;
    for path in ["/insats/utkast", "/insats/aldrig"] {
        assert_eq!(page(&app, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
