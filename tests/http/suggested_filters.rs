//! Relaxations, suggested filters and suggestions have exactly the number of hits that they state.

use super::support::{NOW, TestApp, ids, query};
use catalogue::record::InterventionId;
use index::SearchQuery;
use serde_json::Value;

const SEARCH: &str = "/api/v1/interventions";

/// Searches with no, few and many hits, with and without filters.
const SEARCHES: &[&str] = &[
    "q=praktik",
    "q=praktik+finsam+unga",
    "q=unga+sfi",
    "q=nyanl%C3%A4nda+praktik",
    "q=coachning+unga",
    "q=npf",
    "q=asyls%C3%B6kande",
    "q=utbildning",
    "q=v%C3%A4gledning",
    "q=finsam",
    "q=esf-projekt+psykisk+oh%C3%A4lsa",
    "q=spr%C3%A5kcaf%C3%A9+kvinnor+ljungby",
    "q=yrkesutbildning+i+perstorp+f%C3%B6r+19-%C3%A5ring",
    "q=rehabilitering&municipality=Klippan",
    "q=praktk+emmaboda&age=20&funder_type=eu_fund",
    "q=coachning&municipality=Uppvidinge&referral=self&age=17",
    "q=supported+employment+p%C3%A5g%C3%A5ende",
    "target_group=bostadsloshet&municipality=Alvesta&age=70&age_strict=true",
    "q=tandl%C3%A4kare&municipality=V%C3%A4xj%C3%B6",
    "q=hela+v%C3%A4gen+svetsning&interpret=false",
    "q=sommarjobb+v%C3%A4xj%C3%B6&target_group=npf",
];

fn pairs(parameters: &Value) -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let all = parameters.as_object().unwrap().iter();
    all.flat_map(|(name, value)| match value {
        Value::Array(values) => values.iter().map(|v| (name.clone(), text(v))).collect(),
        one => vec![(name.clone(), text(one))],
    })
    .collect()
}

async fn total(app: &TestApp, pairs: &[(String, String)]) -> u64 {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    app.ok(&format!("{SEARCH}?{}", query(&pairs))).await["total"].as_u64().unwrap()
}

#[tokio::test]
async fn a_relaxation_has_the_stated_hits_and_more_than_the_search() {
    let app = TestApp::shipped().await;
    let mut seen = 0;
    for search in SEARCHES {
        let answer = app.ok(&format!("{SEARCH}?{search}")).await;
        let before = answer["total"].as_u64().unwrap();
        let relaxations = answer["widenings"].as_array().cloned().unwrap_or_default();
        assert!(relaxations.len() <= 5 && (before < 3 || relaxations.is_empty()), "{search}");
        for widening in &relaxations {
            let count = widening["count"].as_u64().unwrap();
            assert!(count > before, "{search}: {widening}");
            assert_eq!(total(&app, &pairs(&widening["parameters"])).await, count, "{search}: {widening}");
            assert!(!widening["label"].as_str().unwrap().is_empty());
            seen += 1;
        }
    }
    assert!(seen >= 8, "only {seen} widenings were tried");
}

#[tokio::test]
async fn a_suggested_filter_has_the_stated_hits() {
    let app = TestApp::shipped().await;
    let mut seen = 0;
    for search in SEARCHES {
        let answer = app.ok(&format!("{SEARCH}?{search}")).await;
        for offered in answer["interpretation"]["suggested"].as_array().into_iter().flatten() {
            let count = offered["count"].as_u64().unwrap();
            // A detected filter was not applied because the search would have no hits with it.
            if count == 0 {
                continue;
            }
            let (name, value) = (offered["parameter"].as_str().unwrap(), offered["value"].as_str().unwrap());
            let narrower = app.ok(&format!("{SEARCH}?{search}&{}", query(&[(name, value)]))).await;
            assert_eq!(narrower["total"], count, "{search}: {offered}");
            seen += 1;
        }
    }
    assert!(seen > 5, "only {seen} suggestions were tried");
}

#[tokio::test]
async fn every_word_for_a_value_is_suggested_as_its_filter() {
    let app = TestApp::shipped().await;
    let answer = app.ok(&format!("{SEARCH}?q=praktik+finsam+nyanl%C3%A4nda+p%C3%A5g%C3%A5ende")).await;
    let offered: Vec<String> = answer["interpretation"]["suggested"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|o| format!("{}={}", o["parameter"].as_str().unwrap(), o["value"].as_str().unwrap()))
        .collect();
    assert!(offered.contains(&"kind=finsam".to_owned()) || answer["total"] == 0, "{offered:?}");
    let praktik = app.ok(&format!("{SEARCH}?q=praktik")).await;
    assert_eq!(praktik["interpretation"]["suggested"][0]["parameter"], "activity");
    assert_eq!(praktik["interpretation"]["suggested"][0]["value"], "praktik");
    let chosen = app.ok(&format!("{SEARCH}?q=praktik&activity=praktik")).await;
    assert!(chosen["interpretation"]["suggested"].is_null(), "what is chosen is not offered");
}

#[tokio::test]
async fn a_value_within_another_of_the_same_words_is_not_suggested() {
    let app = TestApp::shipped().await;
    for words in ["finsam", "samordningsf%C3%B6rbund", "finansieras+av+samordningsf%C3%B6rbund"] {
        let answer = app.ok(&format!("{SEARCH}?q={words}")).await;
        let suggested = answer["interpretation"]["suggested"].as_array().unwrap();
        let values: Vec<&str> = suggested.iter().map(|filter| filter["value"].as_str().unwrap()).collect();
        assert_eq!(values, ["coordination_association"], "{words}");
    }
}

#[tokio::test]
async fn words_for_what_ends_soon_are_the_filter_only_beside_places_and_ages() {
    let app = TestApp::shipped().await;
    let expected = ids(&app.ok(&format!("{SEARCH}?ends=within_6_months")).await);
    assert_eq!(expected, ["skruvas"]);
    for words in [
        "slutar+snart",
        "insatser+som+slutar+snart",
        "insatser+i+V%C3%A4xj%C3%B6+som+slutar+snart",
        "avslutas+snart+i+V%C3%A4xj%C3%B6",
        "20+%C3%A5r+slutar+snart",
    ] {
        let answer = app.ok(&format!("{SEARCH}?q={words}")).await;
        assert_eq!(ids(&answer), expected, "{words}");
        let applied = answer["interpretation"]["applied"].as_array().unwrap();
        assert!(applied.iter().any(|filter| filter["parameter"] == "ends"), "{words}: {applied:?}");
    }
    for words in [
        "min+anst%C3%A4llning+slutar+snart",
        "jag+slutar+snart",
        "allt+%C3%A4r+snart+slut",
        "det+upph%C3%B6r+inte+snart",
        "jag+g%C3%A5r+ut+snart",
    ] {
        let answer = app.ok(&format!("{SEARCH}?q={words}")).await;
        assert!(answer["interpretation"]["applied"].is_null(), "{words}: {answer}");
    }
}

/// The parts of an explanation add up to the score in the response.
#[tokio::test]
async fn an_explanation_adds_up_to_the_score() {
    let app = TestApp::shipped().await;
    let snapshot = app.indexer.snapshot().unwrap();
    let today = NOW[..10].parse().unwrap();
    for search in SEARCHES {
        let answer = app.ok(&format!("{SEARCH}?{search}&ended=include")).await;
        let mut given: Vec<(String, String)> =
            form_urlencoded::parse(search.as_bytes()).map(|(n, v)| (n.into(), v.into())).collect();
        given.push(("ended".into(), "include".into()));
        let (asked, faults) = SearchQuery::parse(&given, &snapshot.vocabularies);
        assert!(faults.is_empty(), "{search}: {faults:?}");
        for (id, item) in ids(&answer).iter().zip(answer["items"].as_array().into_iter().flatten()) {
            let id: InterventionId = id.parse().unwrap();
            let Some(explained) = index::explain(&snapshot, &asked, &id, today).unwrap() else { continue };
            let text: f32 = explained.units.iter().map(|c| c.score).sum();
            let fit: f32 = explained.fit.iter().map(|(_, factor)| factor).product();
            let sum = (text * explained.completeness + explained.grams) * fit;
            assert!((sum - explained.score).abs() < 0.02, "{search} {id}: {sum} is not {}", explained.score);
            let shown = item["match"]["score"].as_f64().unwrap();
            assert!((shown - f64::from(explained.score)).abs() < 0.02, "{search} {id}: shown {shown}");
        }
    }
}

const SUGGEST: &str = "/api/v1/suggest";

#[tokio::test]
async fn a_suggestion_has_the_stated_hits() {
    let app = TestApp::shipped().await;
    let mut seen = 0;
    for asked in [
        "q=ung",
        "q=tr%C3%A4ning",
        "q=v%C3%A4xj%C3%B6",
        "q=vaxj",
        "q=supp&municipality=Klippan",
        "q=arbetsfor&age=19",
        "q=psyk&county=07&ended=include",
        "q=kaa&limit=3",
    ] {
        let answer = app.ok(&format!("{SUGGEST}?{asked}")).await;
        for (group, items) in answer.as_object().unwrap().iter().filter(|(name, _)| *name != "query") {
            for item in items.as_array().unwrap() {
                let pairs = pairs(&item["parameters"]);
                assert_eq!(total(&app, &pairs).await, item["count"].as_u64().unwrap(), "{asked} {group}: {item}");
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "only {seen} suggestions were tried");
}

#[tokio::test]
async fn suggestions_tolerate_diacritics_and_one_error_and_match_parts_of_compounds() {
    let app = TestApp::shipped().await;
    for (typed, group, label) in [
        ("väx", "municipalities", "Växjö"),
        ("vax", "municipalities", "Växjö"),
        ("vxjo", "municipalities", "Växjö"),
        ("neet", "target_groups", "Unga som varken arbetar eller studerar"),
        ("suported", "methods", "Supported Employment"),
        ("trappan", "interventions", "Praktiktrappan"),
        ("praktiktrapan", "interventions", "Praktiktrappan"),
    ] {
        let answer = app.ok(&format!("{SUGGEST}?{}", query(&[("q", typed)]))).await;
        let labels: Vec<&str> =
            answer[group].as_array().into_iter().flatten().filter_map(|i| i["label"].as_str()).collect();
        assert!(labels.contains(&label), "{typed}: {answer}");
    }
    let neet = app.ok(&format!("{SUGGEST}?q=neet")).await;
    assert_eq!(neet["target_groups"][0]["matched"], "NEET");
    let nothing = app.ok(&format!("{SUGGEST}?q=")).await;
    assert_eq!(nothing.as_object().unwrap().len(), 1, "nothing typed, nothing suggested: {nothing}");
    for wrong in ["q=a&limit=0", "q=a&limit=21", "q=a&limit=x", "q=a&colour=red"] {
        assert_eq!(app.get(&format!("{SUGGEST}?{wrong}")).await.0.as_u16(), 400, "{wrong}");
    }
}
