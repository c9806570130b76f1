//! Similar interventions, and the explanation of a score.

use super::support::{TestApp, ids};
use serde_json::json;

#[tokio::test]
async fn common_words_of_the_texts_make_two_interventions_similar() {
    let bees = "Vi odlar bin och slungar honung tillsammans i kupor på taket.";
    let app = TestApp::with(&[
        json!({"id": "a", "name": "Bikupan", "description": bees}),
        json!({"id": "b", "name": "Honungsgruppen", "description": "Bin, kupor och honung: vi slungar på taket."}),
        json!({"id": "c", "name": "Snickeriet", "description": "Vi bygger bänkar och hyllor av trä."}),
        json!({"id": "d", "name": "Syateljén", "description": "Vi syr väskor och lagar kläder."}),
        json!({"id": "e", "name": "Gamla bikupan", "description": bees, "period": {"end": "2020"}}),
    ])
    .await;
    let similar = async |id: &str| ids(&app.ok(&format!("/api/v1/interventions/{id}/similar")).await);
    assert_eq!(similar("a").await, ["b"], "ended records, and those that share only frequent words, are left out");
    assert_eq!(similar("b").await, ["a"]);
    assert!(similar("c").await.is_empty());
}

#[tokio::test]
async fn of_interventions_with_equal_codes_the_one_with_the_nearest_text_is_first() {
    let record = |id: &str, text: &str| json!({"id": id, "name": id, "description": text, "target_groups": ["npf"]});
    let app = TestApp::with(&[
        record("x", "Du lagar cyklar i en verkstad och säljer dem."),
        record("far", "Du målar tavlor i en ateljé och ställer ut dem."),
        record("near", "En verkstad där vi lagar och säljer cyklar."),
    ])
    .await;
    let body = app.ok("/api/v1/interventions/x/similar").await;
    assert_eq!(ids(&body), ["near", "far"]);
}

#[tokio::test]
async fn the_parts_of_an_explanation_multiply_to_the_score() {
    let app = TestApp::shipped().await;
    let found = app.ok("/api/v1/interventions?q=praktik+emmaboda&age=20").await;
    let id = &ids(&found)[0];
    let explanation = app.ok(&format!("/api/v1/interventions/{id}/explain?q=praktik+emmaboda&age=20")).await;
    let number = |key: &str| explanation[key].as_f64().unwrap();
    let concepts: f64 = explanation["concepts"].as_array().unwrap().iter().map(|c| c["score"].as_f64().unwrap()).sum();
    let fit: f64 = explanation["fit"].as_object().unwrap().values().map(|f| f.as_f64().unwrap()).product();
    let sum = (concepts * number("completeness") + number("grams")) * fit;
    assert!((sum - number("score")).abs() < 0.02, "{sum}: {explanation}");
    let shown = found["items"][0]["match"]["score"].as_f64().unwrap();
    assert!((shown - number("score")).abs() < 0.02, "{shown}: {explanation}");
    assert_eq!(explanation["understood"]["municipality"], "0862");
    assert_eq!((&explanation["id"], &explanation["is_hit"]), (&json!(id), &json!(true)));

    let other = app.ok("/api/v1/interventions/skruvas/explain?q=parkeringstillst%C3%A5nd").await;
    assert_eq!((&other["is_hit"], &other["score"]), (&json!(false), &json!(0.0)));
    let (status, _, problem) = app.get(&format!("/api/v1/interventions/{id}/explain?age=20")).await;
    assert_eq!((status.as_u16(), &problem["errors"][0]["parameter"]), (400, &json!("q")));
    assert_eq!(app.get("/api/v1/interventions/aldrig/explain?q=praktik").await.0.as_u16(), 404);
}
