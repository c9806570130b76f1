//! What the search page tells of the words, and why a hit is there.

use super::super::support::TestApp;
use super::page;

#[tokio::test]
async fn a_hit_without_a_mark_says_why_it_is_there() {
    let app = TestApp::shipped().await;
    // What was found instead, a value that stands for the words, and words of a value's label.
    for (words, reason) in [
        ("spelmissbruk", "Visas för att beroende liknar ditt sökord spelmissbruk."),
        ("jag+orkar+inte+mer", "Visas för det som står under För vem: Psykisk ohälsa"),
        ("bidrag", "Visas för det som står under Aktivitet: Ekonomiskt stöd."),
    ] {
        let found = page(&app, &format!("/sok?q={words}")).await;
        found.has(&[reason]);
        for card in found.html.split("<article").skip(1) {
            let card = card.split("</article>").next().unwrap();
            assert!(card.contains("<mark>") || card.contains("Visas för"), "{words}: {card}");
        }
    }
}

#[tokio::test]
async fn words_that_no_text_shows_are_told_for_every_shipped_name_of_a_group() {
    let app = TestApp::shipped().await;
    for words in ["sjukskriven", "nyanl%C3%A4nd", "beroende", "praktik", "coach", "komvux", "unga+utan+jobb"] {
        let found = page(&app, &format!("/sok?q={words}")).await;
        for card in found.html.split("<article").skip(1) {
            let card = card.split("</article>").next().unwrap();
            assert!(card.contains("<mark>") || card.contains(r#"<p class="why">"#), "{words}: {card}");
        }
    }
}

#[tokio::test]
async fn a_place_that_nothing_fits_is_named() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?q=hj%C3%A4lp+med+skulder+kiruna").await;
    found.has(&[
        "Inget av detta finns i Kiruna.",
        r#"<a href="/sok?municipality=2584">Visa det som finns i Kiruna</a>"#,
    ]);
}

#[tokio::test]
async fn one_way_to_the_words_themselves_and_one_back() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?q=praktik+20+%C3%A5r+v%C3%A4xj%C3%B6").await;
    assert_eq!(found.html.matches("interpret=false").count(), 1);
    let expanded = page(&app, "/sok?q=praktik").await;
    expanded.has(&["Sök bara på det du skrev"]);
    page(&app, "/sok?q=praktik&interpret=false")
        .await
        .has(&["Vi sökte på exakt de ord du skrev.", r#"<a href="/sok?q=praktik">Låt oss tolka orden</a>"#]);
}

#[tokio::test]
async fn what_is_picked_goes_along_to_a_hit_and_on_to_the_comparison() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?q=kaa&id=skruvas").await;
    found.has(&[r#"href="/insats/kaa-vaxjo?id=skruvas""#]);
    page(&app, "/insats/kaa-vaxjo?id=skruvas").await.has(&["/jamfor?id=skruvas&#38;id=kaa-vaxjo"]);
    page(&app, "/insats/skruvas?id=skruvas").await.has(&[r#"href="/jamfor?id=skruvas""#]);
}

#[tokio::test]
async fn the_place_that_is_asked_for_is_named_first() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?municipality=0780&per_page=100").await;
    for card in found.html.split("<article").skip(1) {
        let card = card.split("</article>").next().unwrap();
        assert!(card.contains("Växjö") || card.contains("Kronobergs län") || card.contains("Hela Sverige"), "{card}");
    }
}
