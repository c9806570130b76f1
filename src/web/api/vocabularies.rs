//! `/api/v1/vocabularies`: the code lists with their labels.

use crate::i18n::{Lang, Texts};
use crate::indexer::Indexer;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::PathSegment;
use crate::web::http::operation::{ApiOperation, path_parameter};
use crate::web::http::schema;
use crate::web::links;
use axum::extract::State;
use axum::response::Response;
use catalogue::vocabulary::{Term, VocabularyName};
use serde::Serialize;
use serde_json::json as value;
use std::sync::Arc;
use utoipa::ToSchema;

/// Every vocabulary.
#[derive(Serialize, ToSchema)]
struct VocabularyList {
    items: Vec<VocabularySummary>,
}

/// One vocabulary in the list.
#[derive(Serialize, ToSchema)]
struct VocabularySummary {
    name: &'static str,
    /// Its name in Swedish.
    label: String,
    /// Number of its terms.
    terms: usize,
    url: String,
}

/// One vocabulary.
#[derive(Serialize, ToSchema)]
struct VocabularyResponse<'a> {
    name: &'static str,
    /// Its name in Swedish.
    label: String,
    #[schema(value_type = Vec<schema::Term>)]
    terms: &'a [Term],
}

pub(crate) fn list_operation() -> ApiOperation {
    ApiOperation::new("The vocabularies").response::<VocabularyList>(200, "Every vocabulary")
}

pub(crate) fn show_operation() -> ApiOperation {
    let names = VocabularyName::TERMS.map(VocabularyName::as_str);
    ApiOperation::new("One vocabulary")
        .parameter(path_parameter("name", value!({"type": "string", "enum": names})))
        .response::<VocabularyResponse<'_>>(200, "The vocabulary with its terms")
}

pub(crate) async fn list(State(indexer): State<Indexer>, State(texts): State<Arc<Texts>>) -> Result<Response, Problem> {
    let snapshot = indexer.snapshot().ok_or_else(Problem::not_ready)?;
    let summary = |name: VocabularyName| VocabularySummary {
        name: name.as_str(),
        label: label(&texts, name),
        terms: snapshot.vocabularies.get(name).terms().len(),
        url: links::vocabulary(name),
    };
    Ok(json(&VocabularyList { items: VocabularyName::TERMS.into_iter().map(summary).collect() }))
}

pub(crate) async fn show(
    State(indexer): State<Indexer>,
    State(texts): State<Arc<Texts>>,
    PathSegment(name): PathSegment,
) -> Result<Response, Problem> {
    let snapshot = indexer.snapshot().ok_or_else(Problem::not_ready)?;
    let name = VocabularyName::parse(&name).ok_or_else(Problem::not_found)?;
    let terms = snapshot.vocabularies.get(name).terms();
    Ok(json(&VocabularyResponse { name: name.as_str(), label: label(&texts, name), terms }))
}

fn label(texts: &Texts, name: VocabularyName) -> String {
    texts.get(Lang::SWEDISH, &format!("vocabulary-{}", name.as_str().replace('_', "-")), &[])
}
