//! Snapshots of whole responses, so that every change of the contract is visible in a review. Values that differ
//! between runs are replaced.

use super::app;
use serde_json::{Value, json};

/// Replaces scores and interpretations, which change with the word lists and weights.
fn without_scores(mut answer: Value) -> Value {
    for key in ["interpretation", "widenings", "similar"] {
        if let Some(changing) = answer.get_mut(key) {
            *changing = json!(format!("[{key}]"));
        }
    }
    for item in answer["items"].as_array_mut().into_iter().flatten() {
        if let Some(score) = item["match"].get_mut("score") {
            *score = json!("[score]");
        }
    }
    answer
}

#[tokio::test]
async fn a_search() {
    let answer = app()
        .await
        .ok("/api/v1/interventions?q=praktiktrappan&age=20&municipality=Emmaboda&facets=kind&facets=municipality")
        .await;
    insta::assert_json_snapshot!("search", without_scores(answer));
}

#[tokio::test]
async fn a_record() {
    insta::assert_json_snapshot!(
        "record",
        without_scores(app().await.ok("/api/v1/interventions/praktiktrappan").await)
    );
}

#[tokio::test]
async fn facets() {
    insta::assert_json_snapshot!(
        "facets",
        app()
            .await
            .ok("/api/v1/facets?ended=include&target_group=unga&facets=target_group&facets=status&facets=funder")
            .await
    );
}

#[tokio::test]
async fn a_problem() {
    let (_, _, mut body) = app().await.get("/api/v1/interventions?municipality=V%C3%A4xj&ages=20&age=x").await;
    body["request_id"] = json!("[request id]");
    insta::assert_json_snapshot!("problem", body);
}

#[tokio::test]
async fn something_that_is_gone() {
    let (_, _, mut body) = app().await.get("/api/v1/interventions/borttagen").await;
    body["request_id"] = json!("[request id]");
    insta::assert_json_snapshot!("gone", body);
}

#[tokio::test]
async fn the_openapi_document() {
    insta::assert_json_snapshot!("openapi", app().await.ok("/api/v1/openapi.json").await);
}
