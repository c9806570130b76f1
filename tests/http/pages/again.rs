//! A search that is sent again from its own page, where what was read out of the words stands as chosen.

use super::super::support::{TestApp, text};
use super::page;
use axum::http::StatusCode;

const WORDS: &str = "praktik+20+%C3%A5r+v%C3%A4xj%C3%B6";

/// Where a form with these words leads that was filled in on the page of [`WORDS`].
async fn sent(app: &TestApp, words: &str, others: &str) -> String {
    let answer = page(app, &format!("/sok?q={words}&was={WORDS}&{others}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{words} {others}");
    text(&answer.headers, "location").to_owned()
}

#[tokio::test]
async fn the_form_carries_its_words_where_something_was_read_out_of_them() {
    let app = TestApp::shipped().await;
    page(&app, &format!("/sok?q={WORDS}"))
        .await
        .has(&[r#"<input type="hidden" name="was" value="praktik 20 år växjö" data-rest="praktik">"#]);
    for path in ["/sok", "/sok?q=praktik", "/sok?q=praktik&age=20", &format!("/sok?q={WORDS}&interpret=false")] {
        page(&app, path).await.lacks(&["name=\"was\""]);
    }
}

#[tokio::test]
async fn what_is_left_as_it_was_read_stays_in_the_words() {
    let app = TestApp::shipped().await;
    let read = "municipality=0780&age=20";
    assert_eq!(sent(&app, WORDS, read).await, format!("/sok?q={WORDS}"));
    assert_eq!(
        sent(&app, WORDS, &format!("{read}&target_group=unga&view=table&id=skruvas&lang=en")).await,
        format!("/sok?q={WORDS}&target_group=unga&view=table&id=skruvas&lang=en")
    );
}

#[tokio::test]
async fn what_is_taken_away_or_changed_leaves_the_words_too() {
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
        assert_eq!(sent(&app, WORDS, others).await, left, "{others}");
    }
}

#[tokio::test]
async fn new_words_are_read_anew_and_no_words_leave_what_is_chosen() {
    let app = TestApp::shipped().await;
    let read = "municipality=0780&age=20&method=ips";
    assert_eq!(
        sent(&app, "jobb+45+%C3%A5r+emmaboda", read).await,
        "/sok?q=jobb+45+%C3%A5r+emmaboda&method=ips",
        "nothing of the one before, but what was chosen beside it"
    );
    assert_eq!(sent(&app, "", read).await, "/sok?age=20&method=ips&municipality=0780");
    // Words that no page can have had are none.
    let long = "a+".repeat(300);
    assert_eq!(page(&app, &format!("/sok?q=praktik&was={long}")).await.status, StatusCode::OK);
    // What cannot be understood is told on the page itself.
    let faulty = page(&app, &format!("/sok?q={WORDS}&was={WORDS}&age=abc")).await;
    assert_eq!(faulty.status, StatusCode::BAD_REQUEST);
}
