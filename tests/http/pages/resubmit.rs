//! Resubmission of the form of a search page, which shows detected filters as chosen.

use super::super::support::{TestApp, text};
use super::page;
use axum::http::StatusCode;

const WORDS: &str = "praktik+20+%C3%A5r+v%C3%A4xj%C3%B6";

/// The redirect of the form on the page of [`WORDS`], after its words and other fields were changed.
async fn redirect_of(app: &TestApp, words: &str, others: &str) -> String {
    let answer = page(app, &format!("/sok?q={words}&was={WORDS}&{others}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{words} {others}");
    text(&answer.headers, "location").to_owned()
}

#[tokio::test]
async fn the_form_carries_its_words_when_filters_were_detected() {
    let app = TestApp::shipped().await;
    page(&app, &format!("/sok?q={WORDS}"))
        .await
        .has(&[r#"<input type="hidden" name="was" value="praktik 20 år växjö" data-rest="praktik">"#]);
    for path in ["/sok", "/sok?q=praktik", "/sok?q=praktik&age=20", &format!("/sok?q={WORDS}&interpret=false")] {
        page(&app, path).await.lacks(&["name=\"was\""]);
    }
}

#[tokio::test]
async fn unchanged_detected_filters_stay_in_the_words() {
    let app = TestApp::shipped().await;
    let read = "municipality=0780&age=20";
    assert_eq!(redirect_of(&app, WORDS, read).await, format!("/sok?q={WORDS}"));
    assert_eq!(
        redirect_of(&app, WORDS, &format!("{read}&target_group=unga&view=table&id=skruvas&lang=en")).await,
        format!("/sok?q={WORDS}&target_group=unga&view=table&id=skruvas&lang=en")
    );
}

#[tokio::test]
async fn removed_and_changed_filters_are_removed_from_the_words() {
    let app = TestApp::shipped().await;
    for (others, left) in [
        ("age=20", "/sok?q=praktik&age=20"),
        ("municipality=0780&age=", "/sok?q=praktik&municipality=0780"),
        ("municipality=0780&age=25", "/sok?q=praktik&age=25&municipality=0780"),
        ("municipality=0862&age=20", "/sok?q=praktik&age=20&municipality=0862"),
        ("municipality=0780&municipality=0862&age=20", "/sok?q=praktik&age=20&municipality=0780&municipality=0862"),
        ("county=07&municipality=0780&age=20", "/sok?q=praktik&age=20&county=07&municipality=0780"),
        ("", "/sok?q=praktik"),
    ] {
        assert_eq!(redirect_of(&app, WORDS, others).await, left, "{others}");
    }
}

#[tokio::test]
async fn new_words_are_interpreted_and_no_words_keep_the_chosen_filters() {
    let app = TestApp::shipped().await;
    let read = "municipality=0780&age=20&method=ips";
    assert_eq!(
        redirect_of(&app, "jobb+45+%C3%A5r+emmaboda", read).await,
        "/sok?q=jobb+45+%C3%A5r+emmaboda&method=ips",
        "nothing of the one before, but what was chosen beside it"
    );
    assert_eq!(redirect_of(&app, "", read).await, "/sok?age=20&method=ips&municipality=0780");
    // Previous words that are too long for the search field are ignored.
    let long = "a+".repeat(300);
    assert_eq!(page(&app, &format!("/sok?q=praktik&was={long}")).await.status, StatusCode::OK);
    // Faulty parameters are shown on the page, without a redirect.
    let faulty = page(&app, &format!("/sok?q={WORDS}&was={WORDS}&age=abc")).await;
    assert_eq!(faulty.status, StatusCode::BAD_REQUEST);
}
