//! `GET /api/v1/matrix`: a search counted by two facets at once.

use super::answer::{self, Lang};
use super::request::checked;
use crate::clock::Clock;
use crate::i18n::Texts;
use crate::indexer::Indexer;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use crate::web::present::translator::Translator;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use catalogue::Vocabularies;
use catalogue::field::{Filter, NOT_STATED};
use index::{AXES, Axes, AxisValue};
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;

#[derive(Serialize)]
struct Answer {
    query: Map<String, Value>,
    total: u64,
    ended_left_out: u64,
    rows: Side,
    columns: Side,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<Vec<u64>>,
}

/// The rows, or the columns.
#[derive(Serialize)]
struct Side {
    parameter: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<SideValue>,
}

/// As a value of a facet: its count is the total of the row or column.
#[derive(Serialize)]
struct SideValue {
    value: String,
    label: String,
    count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    broader: Option<String>,
}

pub(super) async fn show(
    State(sync): State<Indexer>,
    State(clock): State<Clock>,
    State(texts): State<Arc<Texts>>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let axes = Axes::parse(&parameters.0);
    let faults = axes.as_ref().err().map(|faults| faults.iter().map(Into::into).collect()).unwrap_or_default();
    let pairs: Vec<_> = parameters.0.iter().filter(|(name, _)| !AXES.contains(&name.as_str())).cloned().collect();
    let search = checked(&sync, &pairs, faults)?;
    let axes = axes.map_err(|faults| Problem::parameters(&faults))?;
    let today = clock.today();
    let labels = Labels {
        vocabularies: &search.snapshot.vocabularies,
        lang: Lang(parameters.get("lang").unwrap_or("sv")),
        not_stated: Translator::new(&texts, &parameters).text("value-not-stated-long"),
    };
    let matrix = index::matrix(&search.snapshot, &search.query, axes, today)?;
    let side = |filter: &'static Filter, lines: Vec<AxisValue>| {
        let value = |line| labels.value(filter, line);
        Side { parameter: filter.parameter, values: lines.into_iter().map(value).collect() }
    };
    let has_cells = !matrix.rows.is_empty() && !matrix.columns.is_empty();
    let answer = Answer {
        query: answer::echo(&parameters.0),
        total: matrix.total,
        ended_left_out: matrix.ended_left_out,
        cells: if has_cells { matrix.cells } else { Vec::new() },
        rows: side(axes.rows, matrix.rows),
        columns: side(axes.columns, matrix.columns),
    };
    let asked = parameters.to_string();
    Ok(cache::tagged(&headers, &search.etag(today, &["matrix", &asked]), || json(&answer)))
}

/// What values are called.
struct Labels<'a> {
    vocabularies: &'a Vocabularies,
    lang: Lang<'a>,
    not_stated: String,
}

impl Labels<'_> {
    fn value(&self, filter: &Filter, line: AxisValue) -> SideValue {
        let terms = filter.vocabulary().map(|name| self.vocabularies.get(name));
        let label = match terms {
            Some(terms) if line.code != NOT_STATED => terms.label(&line.code, self.lang.0),
            _ => &self.not_stated,
        };
        let broader = terms.and_then(|terms| terms.get(&line.code)).and_then(|term| term.broader.clone());
        SideValue { label: label.to_owned(), value: line.code, count: line.total, broader }
    }
}
