//! Notices on the interpretation of the words, and reasons for a match.

use super::super::html::between;
use super::super::support::TestApp;
use super::page;

#[tokio::test]
async fn a_hit_without_a_highlight_has_a_reason() {
    let app = TestApp::shipped().await;
    // A synonym, an expression for a value, and the name of a value.
    for (words, reason) in [
        ("spelmissbruk", "Visas för att beroende liknar ditt sökord spelmissbruk."),
        ("jag+orkar+inte+mer", "Visas för det som står under För vem: Psykisk ohälsa"),
        ("riskbruk", "Visas för det som står under För vem: Beroende."),
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
async fn every_hit_has_a_highlight_or_a_reason() {
    let app = TestApp::shipped().await;
    for words in ["sjukskriven", "nyanl%C3%A4nd", "beroende", "praktik", "coach", "komvux", "unga+utan+jobb"] {
        let found = page(&app, &format!("/sok?q={words}")).await;
        for card in found.html.split("<article").skip(1) {
            let card = card.split("</article>").next().unwrap();
            assert!(card.contains("<mark>") || card.contains(r#"<p class="match-reason">"#), "{words}: {card}");
        }
    }
}

#[tokio::test]
async fn a_place_without_hits_is_named() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?q=hj%C3%A4lp+med+skulder+kiruna").await;
    found.has(&[
        "Inget av detta finns i Kiruna.",
        r#"<a href="/sok?municipality=2584">Visa det som finns i Kiruna</a>"#,
    ]);
}

#[tokio::test]
async fn a_place_is_named_as_without_hits_only_when_it_is() {
    let app = TestApp::shipped().await;
    for (words, place) in [
        ("jag+bor+i+Klippan", "Klippan"),
        ("jag+%C3%A4r+24+och+har+inget+jobb+i+Klippan", "Klippan"),
        ("jag+%C3%A4r+24+%C3%A5r+och+bor+i+Klippan", "Klippan"),
        ("arbetsl%C3%B6s+24+klippan", "Klippan"),
        ("klippan+skr%C3%A4ddare", "Klippan"),
        ("unga+skr%C3%A4ddare+i+G%C3%B6teborg", "Göteborg"),
    ] {
        let found = page(&app, &format!("/sok?q={words}&per_page=100")).await;
        if found.html.contains("Inget av detta finns i ") {
            let cards = found.html.split("<article").skip(1).map(|card| card.split("</article>").next().unwrap());
            let mut places = cards.map(|card| card.split("#plats").nth(1).unwrap_or_default());
            assert!(places.all(|there| !there.split("</dd>").next().unwrap().contains(place)), "{words}");
        }
    }
    // Words about the person are not part of the text search.
    let found = page(&app, "/sok?q=jag+%C3%A4r+24+%C3%A5r+och+bor+i+Klippan").await;
    found.has(&["för en person som är 24 år i Klippan"]);
    assert_eq!(found.html.matches("<article").count(), 20);
}

#[tokio::test]
async fn ineffective_municipalities_and_corrections_are_named() {
    let app = TestApp::shipped().await;
    page(&app, "/sok?county=07&municipality=0780&age=20")
        .await
        .has(&["Hela Kronobergs län räknas.", r#"<a href="/sok?age=20&#38;municipality=0780">Visa bara Växjö</a>"#]);
    for path in ["/sok?county=07", "/sok?municipality=0780", "/sok?county=12&municipality=0780"] {
        page(&app, path).await.lacks(&["räknas."]);
    }
    page(&app, "/sok?q=praktk&interpret=false").await.has(&["Menade du ”praktik”?"]);
    page(&app, "/sok?q=praktk").await.lacks(&["Menade du"]);
    for (age, words) in [("200", "Skriv en ålder mellan 0 och 120."), ("24-16", "ska den lägre stå först")] {
        page(&app, &format!("/sok?age={age}")).await.has(&[words, r##"<a href="#age">Ändra åldern</a>"##]);
    }
    page(&app, "/sok?municipality=vax").await.has(&["eller <a href="]);
}

#[tokio::test]
async fn words_of_an_emergency_put_the_numbers_before_the_hits() {
    let app = TestApp::shipped().await;
    let place = |html: &str, what: &str| html.find(what).unwrap_or(usize::MAX);
    for words in ["jag+orkar+inte+leva", "skada+mig+sj%C3%A4lv", "min+man+sl%C3%A5r+mig", "sj%C3%A4lvmord"] {
        for literally in ["", "&interpret=false"] {
            let found = page(&app, &format!("/sok?q={words}{literally}")).await;
            assert_eq!(found.html.matches("id=\"akut\"").count(), 1, "{words}");
            let first = ["<ul class=\"result-cards\"", "<div class=\"few-hits\""].map(|part| place(&found.html, part));
            assert!(place(&found.html, "id=\"akut\"") < first.into_iter().min().unwrap(), "{words}");
        }
    }
    for (words, number) in [
        ("vill+d%C3%B6", "90101"),
        ("sjalvmord", "90101"),
        ("I+want+to+die", "90101"),
        ("min+man+sl%C3%A5r+mig", "020505050"),
        ("my+husband+hits+me", "020505050"),
        ("%D8%A7%D9%86%D8%AA%D8%AD%D8%A7%D8%B1", "90101"),
    ] {
        let found = page(&app, &format!("/sok?q={words}")).await;
        let heading = between(&found.html, "<h1", "</h1>")[0];
        assert!(heading.contains("Du behöver inte vara ensam") && !heading.contains(|c: char| c.is_ascii_digit()));
        assert_eq!(between(&found.html, "href=\"tel:", "\"")[0], number, "{words}");
        assert_eq!(found.html.contains("Stöd på längre sikt"), found.html.contains("result-cards"), "{words}");
        found.lacks(&["<mark", "class=\"sorting\"", "liknar ditt sökord", "Passar 1", "Vi hittade inget om"]);
    }
    let shelter = page(&app, "/sok?q=har+ingenstans+att+sova+inatt").await;
    shelter.has(&["<h2 id=\"help-heading\">Behöver du hjälp nu?</h2>"]);
    shelter.has(&["<title>Du behöver inte vara ensam med det här – Insatskatalogen</title>"]);
    let poisoned = page(&app, "/sok?q=%C3%B6verdos").await;
    assert_eq!(between(&poisoned.html, "href=\"tel:", "\"")[0], "112");
    let faulty = page(&app, "/sok?q=vill+d%C3%B6&age=abc").await;
    let title = between(&faulty.html, "<title>", "</title>")[0];
    assert!(title.starts_with("Fel: Du behöver inte vara ensam"), "{title}");
    assert!(!page(&app, "/sok?q=skadat+mig+p%C3%A5+jobbet").await.html.contains("id=\"akut\""));
    // On a page with a fault or without hits, the emergency numbers are shown once.
    for path in ["/sok?age=abc", "/sok?q=xyzzy", "/situation/inget-jobb"] {
        assert_eq!(page(&app, path).await.html.matches("id=\"akut\"").count(), 1, "{path}");
    }
}

#[tokio::test]
async fn words_for_what_ends_soon_are_named_in_the_notice() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?q=slutar+snart+V%C3%A4xj%C3%B6").await;
    found.has(&["Vi letade efter insatser i Växjö som slutar inom 6 månader."]);
}

#[tokio::test]
async fn one_link_to_the_literal_search_and_one_back() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?q=praktik+20+%C3%A5r+v%C3%A4xj%C3%B6").await;
    assert_eq!(found.html.matches("interpret=false").count(), 1);
    let unmatched = page(&app, "/sok?q=praktik+20+%C3%A5r+v%C3%A4xj%C3%B6+qwrtzx").await;
    unmatched.has(&["Vi hittade inget om ”qwrtzx”"]);
    assert_eq!(unmatched.html.matches("interpret=false").count(), 1);
    let expanded = page(&app, "/sok?q=praktik").await;
    expanded.has(&["Sök bara på det du skrev"]);
    page(&app, "/sok?q=praktik&interpret=false")
        .await
        .has(&["Vi sökte på exakt de ord du skrev.", r#"<a href="/sok?q=praktik">Låt oss tolka orden</a>"#]);
}

#[tokio::test]
async fn the_shortlist_is_carried_to_a_hit_and_to_the_comparison() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?q=kaa&id=skruvas").await;
    found.has(&[r#"href="/insats/kaa-vaxjo?id=skruvas""#]);
    page(&app, "/insats/kaa-vaxjo?id=skruvas").await.has(&["/jamfor?id=skruvas&#38;id=kaa-vaxjo"]);
    page(&app, "/insats/skruvas?id=skruvas").await.has(&[r#"href="/jamfor?id=skruvas""#]);
}

#[tokio::test]
async fn the_place_of_the_search_is_named_first() {
    let app = TestApp::shipped().await;
    let found = page(&app, "/sok?municipality=0780&per_page=100").await;
    for card in found.html.split("<article").skip(1) {
        let card = card.split("</article>").next().unwrap();
        assert!(card.contains("Växjö") || card.contains("Kronobergs län") || card.contains("Hela Sverige"), "{card}");
    }
}
