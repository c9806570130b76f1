//! `GET /api/v1/matrix`: a search counted by two facets at once.

use super::checked_search::CheckedSearch;
use super::echo::{LabelLanguage, QueryEcho};
use super::openapi::{axis_parameters, search_parameters};
use crate::app::AppState;
use crate::web::http::cache;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use crate::web::http::operation::ApiOperation;
use crate::web::http::run_search::run_search;
use crate::web::present::translator::Translator;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use catalogue::Vocabularies;
use catalogue::field::{Filter, NOT_STATED};
use index::{AXES, Axes, AxisValue};
use serde::Serialize;
use utoipa::ToSchema;

/// A search counted by two facets.
#[derive(Serialize, ToSchema)]
struct MatrixResponse {
    query: QueryEcho,
    /// Number of hits.
    total: u64,
    /// Ended interventions that would be hits with `ended=include`.
    ended_left_out: u64,
    rows: MatrixAxis,
    columns: MatrixAxis,
    /// One list for each row, one number for each column: the total of the search with both values in place
    /// of the chosen ones of their facets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<Vec<u64>>,
}

/// The rows, or the columns.
#[derive(Serialize, ToSchema)]
struct MatrixAxis {
    parameter: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<AxisLabel>,
}

/// One row or column.
#[derive(Serialize, ToSchema)]
struct AxisLabel {
    value: String,
    label: String,
    /// Total of the search with this value in place of the chosen ones of its facet.
    count: u64,
    /// The code of the broader term.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    broader: Option<String>,
}

pub(crate) fn operation() -> ApiOperation {
    ApiOperation::new("The search counted by two facets at once")
        .parameters(axis_parameters())
        .parameters(search_parameters())
        .response::<MatrixResponse>(200, "The counts")
}

pub(crate) async fn show(
    State(state): State<AppState>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let today = state.clock.today();
    let not_stated = Translator::new(&state.texts, &parameters).text("value-not-stated-long");
    run_search(&state, move |index| {
        let axes = Axes::parse(&parameters.0);
        let faults = axes.as_ref().err().map(|faults| faults.iter().map(Into::into).collect()).unwrap_or_default();
        let pairs: Vec<_> = parameters.0.iter().filter(|(name, _)| !AXES.contains(&name.as_str())).cloned().collect();
        let search = CheckedSearch::new(index, &pairs, faults)?;
        let axes = axes.map_err(|faults| Problem::parameters(&faults))?;
        let labels = AxisLabels {
            vocabularies: &search.snapshot.vocabularies,
            lang: LabelLanguage::of(&parameters),
            not_stated: &not_stated,
        };
        let matrix = index::matrix(&search.snapshot, &search.query, axes, today)?;
        let has_cells = !matrix.rows.is_empty() && !matrix.columns.is_empty();
        let response = MatrixResponse {
            query: QueryEcho::new(&parameters.0),
            total: matrix.total,
            ended_left_out: matrix.ended_left_out,
            cells: if has_cells { matrix.cells } else { Vec::new() },
            rows: labels.axis(axes.rows, matrix.rows),
            columns: labels.axis(axes.columns, matrix.columns),
        };
        let etag = search.etag(today, &["matrix", &parameters.to_string()]);
        Ok(cache::tagged(&headers, &etag, || json(&response)))
    })
    .await
}

/// Looks up the labels of the values of an axis.
struct AxisLabels<'a> {
    vocabularies: &'a Vocabularies,
    lang: LabelLanguage<'a>,
    /// Label of the row or column for records that state no value.
    not_stated: &'a str,
}

impl AxisLabels<'_> {
    fn axis(&self, filter: &'static Filter, values: Vec<AxisValue>) -> MatrixAxis {
        let values = values.into_iter().map(|value| self.label(filter, value)).collect();
        MatrixAxis { parameter: filter.parameter, values }
    }

    fn label(&self, filter: &Filter, value: AxisValue) -> AxisLabel {
        let terms = filter.vocabulary().map(|name| self.vocabularies.get(name));
        let label = match terms {
            Some(terms) if value.code != NOT_STATED => terms.label(&value.code, self.lang.0),
            _ => self.not_stated,
        };
        let broader = terms.and_then(|terms| terms.get(&value.code)).and_then(|term| term.broader.clone());
        AxisLabel { label: label.to_owned(), value: value.code, count: value.total, broader }
    }
}
