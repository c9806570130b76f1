//! Places in parameters and in the words of a search, by every name that they are written with.

use super::pages::page;
use super::support::{TestApp, query};
use axum::http::StatusCode;
use serde_json::{Value, json};

const SEARCH: &str = "/api/v1/interventions";

async fn search(app: &TestApp, pairs: &[(&str, &str)]) -> Value {
    app.ok(&format!("{SEARCH}?{}", query(pairs))).await
}

#[tokio::test]
async fn parameters_accept_every_name_of_a_place() {
    let app = TestApp::shipped().await;
    for (parameter, code, names) in [
        ("municipality", "0643", &["Habo", "habo", "HABO KOMMUN"][..]),
        ("municipality", "0305", &["Håbo"][..]),
        ("municipality", "1480", &["Göteborgs Stad", "goteborg"][..]),
        ("municipality", "0980", &["Visby", "Region Gotland"][..]),
        ("municipality", "0139", &["Upplands Bro", "upplands-bro", "Upplands-Bro kommun"][..]),
        ("municipality", "0764", &["0764 Alvesta", "Vislanda", "34250", "342 50"][..]),
        ("county", "12", &["Region Skåne", "Skåne", "skanes"][..]),
        ("county", "14", &["VGR", "Västra Götalandsregionen"][..]),
        ("county", "07", &["07 Kronobergs län"][..]),
    ] {
        let by_code = search(&app, &[(parameter, code), ("sort", "name")]).await;
        for name in names {
            let by_name = search(&app, &[(parameter, name), ("sort", "name")]).await;
            assert_eq!(by_name["items"], by_code["items"], "{parameter}={name}");
            assert_eq!(by_name["links"], by_code["links"], "{parameter}={name}");
        }
    }
    let landscape = search(&app, &[("county", "Småland"), ("sort", "name")]).await;
    let counties = search(&app, &[("county", "06"), ("county", "07"), ("county", "08"), ("sort", "name")]).await;
    assert_eq!(landscape["items"], counties["items"]);
}

#[tokio::test]
async fn faulty_places_say_what_holds() {
    let app = TestApp::shipped().await;
    for (parameter, value, reason, allowed) in [
        ("municipality", "1917", "no longer in use: now 0331 (Heby)", "0331 (Heby)"),
        ("municipality", "1623", "no longer in use: now 0643 (Habo)", "0643 (Habo)"),
        ("county", "11", "no longer in use: now 12 (Skåne län)", "12 (Skåne län)"),
        (
            "municipality",
            "0780 Alvesta",
            "the code and the name are of different places",
            "0780 (Växjö), 0764 (Alvesta)",
        ),
    ] {
        let (status, _, answer) = app.get(&format!("{SEARCH}?{}", query(&[(parameter, value)]))).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{value}");
        let error = &answer["errors"][0];
        assert_eq!((&error["reason"], &error["allowed"]), (&json!(reason), &json!(allowed)), "{value}");
        let text = if reason.starts_with("no longer") { "används inte längre" } else { "två olika platser" };
        page(&app, &format!("/sok?{}", query(&[(parameter, value)]))).await.has(&[text]);
    }
}

#[tokio::test]
async fn a_place_that_is_no_municipality_is_said() {
    let app = TestApp::shipped().await;
    let answer = search(&app, &[("q", "jobb vislanda")]).await;
    let expected = json!([
        {"parameter": "municipality", "value": "0764", "label": "Alvesta", "from": "vislanda", "place": "Vislanda"}
    ]);
    assert_eq!(answer["interpretation"]["applied"], expected);
    for (words, notice) in [
        ("jobb vislanda", "Vislanda ligger i Alvesta kommun."),
        ("jobb 342 50", "Vislanda ligger i Alvesta kommun."),
        ("stöd Småland", "Småland ligger i Jönköpings län, Kronobergs län och Kalmar län."),
    ] {
        page(&app, &format!("/sok?{}", query(&[("q", words)]))).await.has(&[notice]);
    }
    let english = query(&[("q", "jobb vislanda"), ("lang", "en")]);
    page(&app, &format!("/sok?{english}"))
        .await
        .has(&[r#"<span lang="sv">Vislanda</span> is in <span lang="sv">Alvesta</span> Municipality."#]);
}

#[tokio::test]
async fn a_place_in_the_name_of_a_record_is_offered() {
    let app = TestApp::shipped().await;
    for words in ["etableringskurs munka ljungby", "folkhogskola munka ljungby"] {
        let answer = search(&app, &[("q", words)]).await;
        assert!(answer["interpretation"].get("applied").is_none(), "{words}");
        assert_eq!(answer["items"][0]["id"], "etableringskurs-munka-ljungby-folkhogskola", "{words}");
    }
}

#[tokio::test]
async fn a_common_word_that_may_be_a_place_is_offered() {
    let app = TestApp::shipped().await;
    for (words, code) in [("praktik i vara", "1470"), ("stöd i vara", "1470")] {
        let answer = search(&app, &[("q", words)]).await;
        let interpretation = &answer["interpretation"];
        assert!(interpretation.get("applied").is_none(), "{words}");
        let suggested = interpretation["suggested"].as_array().unwrap();
        assert!(suggested.iter().any(|filter| filter["value"] == code), "{words}: {suggested:?}");
    }
}
