//! One form of text at every edge: combining marks, invisible signs, digits of other scripts, and ages as people write
//! them, in parameters, words and records.

use crate::html::page;
use crate::support::{TestApp, ids, text};
use axum::http::Method;
use catalogue::access::AccessRole;
use serde_json::{Value, json};

const SEARCH: &str = "/api/v1/interventions";

/// What a search found and how its words were understood, without its address and scores.
fn found(answer: &Value) -> (Vec<String>, Value) {
    let interpretation = &answer["interpretation"];
    let applied = interpretation["applied"].as_array().into_iter().flatten();
    let applied: Vec<Value> = applied.map(|filter| json!([filter["parameter"], filter["value"]])).collect();
    (ids(answer), json!([answer["total"], applied, interpretation["text"]]))
}

#[tokio::test]
async fn a_search_in_another_form_of_text_is_the_same_search() {
    let app = TestApp::shipped().await;
    for (written, plain) in [
        ("q=fo%CC%88ra%CC%88ldrar", "q=f%C3%B6r%C3%A4ldrar"),
        ("q=praktik+Va%CC%88xjo%CC%88", "q=praktik+V%C3%A4xj%C3%B6"),
        ("q=V%C3%A4x%C2%ADj%C3%B6", "q=V%C3%A4xj%C3%B6"),
        (
            "q=Inte+redo+f%C3%B6r+Arbets%C2%ADf%C3%B6rmedlingens+insatser",
            "q=Inte+redo+f%C3%B6r+Arbetsf%C3%B6rmedlingens+insatser",
        ),
        ("q=Arbets%C2%ADgivare", "q=Arbetsgivare"),
        ("q=%D9%A2%D9%A0+%C3%A5r", "q=20+%C3%A5r"),
        ("q=%EF%AC%81nsam", "q=finsam"),
        ("municipality=J%C3%B6nk%C3%B6ping%E2%80%8F", "municipality=0680"),
        ("municipality=%EF%BB%BFJ%C3%B6nk%C3%B6ping%E2%80%8B", "municipality=0680"),
        ("age=%D9%A2%D9%A0", "age=20"),
        ("age=%D9%A1%D9%A6-%D9%A2%D9%A4", "age=16-24"),
        ("age=%DB%B2%DB%B0", "age=20"),
        ("age=65%2B", "age=65-"),
        ("age=55+%C3%A5r+och+%C3%A4ldre", "age=55-"),
        ("q=%F0%9F%98%80", ""),
        ("q=???", ""),
        ("q=*", ""),
    ] {
        let answer = app.ok(&format!("{SEARCH}?{written}")).await;
        assert_eq!(found(&answer), found(&app.ok(&format!("{SEARCH}?{plain}")).await), "{written}");
    }
}

#[tokio::test]
async fn dots_in_abbreviations_change_no_hits() {
    let app = TestApp::shipped().await;
    for (written, plain) in [("K.A.A.", "KAA"), ("F.A.C.T.", "FACT"), ("t.ex.+praktik", "praktik")] {
        let hits = ids(&app.ok(&format!("{SEARCH}?q={plain}")).await);
        assert!(!hits.is_empty(), "{plain}");
        assert_eq!(ids(&app.ok(&format!("{SEARCH}?q={written}")).await), hits, "{written}");
    }
}

#[tokio::test]
async fn ages_in_words_are_the_age_filter() {
    let app = TestApp::shipped().await;
    for (words, age) in [
        ("st%C3%B6d+55%2B", "55-"),
        ("65-plussare", "65-"),
        ("55+%C3%A5r+och+upp%C3%A5t", "55-"),
        ("f.o.m.+16", "16-"),
        ("max+29", "-29"),
        ("16%E2%80%9024", "16-24"),
        ("st%C3%B6d+24-", "24-"),
        ("i+20-%C3%A5rs%C3%A5ldern", "20-29"),
    ] {
        let (_, understood) = found(&app.ok(&format!("{SEARCH}?q={words}")).await);
        assert_eq!(understood[1], json!([["age", age]]), "{words}");
    }
    let (_, understood) = found(&app.ok(&format!("{SEARCH}?q=50%2B+arbetsl%C3%B6s+Klippan")).await);
    let applied = understood[1].as_array().unwrap();
    assert!(applied.contains(&json!(["age", "50-"])) && applied.contains(&json!(["municipality", "1276"])));
    assert_eq!(understood[2], "arbetslös");
}

#[tokio::test]
async fn a_reversed_range_of_ages_is_neither_an_age_nor_searched_for() {
    let app = TestApp::shipped().await;
    for (words, typed) in [("st%C3%B6d+24-16+%C3%A5r", "24-16 år"), ("st%C3%B6d+30%E2%80%9325+%C3%A5r", "30–25 år")]
    {
        let answer = app.ok(&format!("{SEARCH}?q={words}")).await;
        let (hits, understood) = found(&answer);
        assert_eq!((&understood[1], &understood[2]), (&json!([]), &json!("stöd")), "{words}");
        assert_eq!(answer["query"]["q"], format!("stöd {typed}"));
        assert_eq!(hits, ids(&app.ok(&format!("{SEARCH}?q=st%C3%B6d")).await));
        let page = page(&app, &format!("/sok?q={words}")).await.html;
        assert!(page.contains(&format!("Vi förstod inte åldern ”{typed}”.")), "{words}");
        assert!(!page.contains("16 år</"), "no age is shown as chosen");
    }
}

#[tokio::test]
async fn words_without_a_letter_are_no_words_on_the_page() {
    let app = TestApp::shipped().await;
    for words in ["%F0%9F%98%80", "???", "*"] {
        let page = page(&app, &format!("/sok?q={words}")).await.html;
        let heading = page.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap();
        assert!(!heading.contains('”') && heading.contains("insatser"), "{heading}");
    }
    let page = page(&app, "/sok?lang=ar&age=%D9%A2%D9%A0").await.html;
    assert!(!page.contains("لم نفهم"), "an age in Arabic digits is understood");
}

#[tokio::test]
async fn a_record_keeps_no_sign_that_deceives() {
    let app = TestApp::with(&[]).await.with_indexer_task();
    let key = app.key(AccessRole::Admin, None).await;
    let record = json!({
        "name": "Jobb\u{202e}etkejorp", "summary": "Ett \u{fb01}nsamt st\u{2066}\u{f6}d", "state": "published",
        "description": "٢٠ år, می\u{200c}خواهم",
        "organizations": [{"id": "ny", "name": "Ny\u{202d} förening", "type": "civil_society", "role": "owner"}],
    });
    let (status, headers, body) =
        app.call(Method::POST, &format!("{SEARCH}?reason=F%E2%80%AEel"), &key, "", &record).await;
    assert_eq!(status.as_u16(), 201, "{body}");
    assert_eq!((&body["id"], &body["name"]), (&json!("jobbetkejorp"), &json!("Jobbetkejorp")));
    assert_eq!(body["summary"], "Ett finsamt stöd");
    assert_eq!(body["description"], "٢٠ år, می\u{200c}خواهم");
    assert_eq!(body["organizations"][0]["name"], "Ny förening");
    for words in ["finsamt", "%EF%AC%81nsamt", "%D9%A2%D9%A0+%C3%A5r&interpret=false", "20+%C3%A5r&interpret=false"] {
        assert_eq!(ids(&app.ok(&format!("{SEARCH}?q={words}")).await), ["jobbetkejorp"], "{words}");
    }
    let history = format!("{}/history", text(&headers, "location"));
    let (_, _, history) = app.call(Method::GET, &history, &key, "", &Value::Null).await;
    assert!(history.to_string().contains(r#""reason":"Fel""#), "{history}");
}
