//! `/api/v1/vocabularies`: the code lists with their labels.

use crate::i18n::{Lang, Texts};
use crate::indexer::Indexer;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::PathSegment;
use axum::extract::State;
use axum::response::Response;
use catalogue::vocabulary::VocabularyName;
use serde_json::{Value, json as value};
use std::sync::Arc;

pub(super) async fn list(State(sync): State<Indexer>, State(texts): State<Arc<Texts>>) -> Result<Response, Problem> {
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let items: Vec<Value> = VocabularyName::TERMS
        .into_iter()
        .map(|name| {
            value!({
                "name": name.as_str(),
                "label": label(&texts, name),
                "terms": snapshot.vocabularies.get(name).terms().len(),
                "url": format!("/api/v1/vocabularies/{}", name.as_str()),
            })
        })
        .collect();
    Ok(json(&value!({"items": items})))
}

pub(super) async fn show(
    State(sync): State<Indexer>,
    State(texts): State<Arc<Texts>>,
    PathSegment(name): PathSegment,
) -> Result<Response, Problem> {
    let snapshot = sync.snapshot().ok_or_else(Problem::not_ready)?;
    let name = VocabularyName::parse(&name).ok_or_else(Problem::not_found)?;
    let terms = snapshot.vocabularies.get(name).terms();
    Ok(json(&value!({"name": name.as_str(), "label": label(&texts, name), "terms": terms})))
}

fn label(texts: &Texts, name: VocabularyName) -> String {
    texts.get(Lang::SWEDISH, &format!("vocabulary-{}", name.as_str().replace('_', "-")), &[])
}
