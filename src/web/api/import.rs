//! `POST /api/v1/import`: imports a file of records, all or none.

use super::parameters::{invalid, reject_unknown_params};
use crate::app::AppState;
use crate::exchange::{self, ImportError, Incoming, ReportLine, report_line};
use crate::i18n::Texts;
use crate::web::http::auth::Bearer;
use crate::web::http::error::{Problem, json};
use crate::web::http::extract::Parameters;
use crate::web::http::limits::MAX_IMPORT;
use crate::web::http::operation::{ApiOperation, query_parameter};
use crate::web::http::problem_item::ProblemItem;
use crate::web::http::schema;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use catalogue::InterventionId;
use catalogue::Seq;
use catalogue_exchange::Format;
use index::query::FaultKind;
use serde::Serialize;
use serde_json::json as value;
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa::openapi::Content;
use utoipa::openapi::Required;
use utoipa::openapi::request_body::RequestBodyBuilder;

/// Name of the uploaded file in reports.
const FILE: &str = "import";

/// What an import changed, or would change.
#[derive(Serialize, ToSchema)]
struct ImportResponse {
    dry_run: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>, required = false)]
    created: Vec<InterventionId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>, required = false)]
    updated: Vec<InterventionId>,
    /// Number of records that were the same already.
    unchanged: usize,
    /// Number of the latest change afterwards.
    #[schema(value_type = i64)]
    seq: Seq,
    /// Warnings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    report: Vec<ReportLine>,
}

pub(crate) fn operation() -> ApiOperation {
    let dry_run = query_parameter(
        "dry_run",
        "true says what would change, and changes nothing.",
        value!({"type": "boolean", "default": false}),
    );
    let body = RequestBodyBuilder::new()
        .required(Some(Required::True))
        .description(Some(format!("At most {} MiB.", MAX_IMPORT >> 20)));
    let body = Format::ALL.into_iter().filter(|format| *format != Format::Json).fold(body, |body, format| {
        body.content(format.media_type(), Content::new(Some(schema::from_json(value!({"type": "string"})))))
    });
    ApiOperation::new("Interventions from a file: all of them, or none when one has a fault")
        .with_key()
        .parameter(dry_run)
        .body(body.build())
        .response::<ImportResponse>(200, "Imported and searchable, or the result of a dry run")
        .response::<ImportResponse>(202, "Imported, not searchable yet")
}

pub(crate) async fn create(
    State(AppState { store, indexer, clock, texts, .. }): State<AppState>,
    bearer: Bearer,
    headers: HeaderMap,
    parameters: Parameters,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let dry_run = read_dry_run(&parameters)?;
    let format = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).and_then(Format::of_media_type);
    let format = format.filter(|format| *format != Format::Json).ok_or_else(|| {
        Problem::media_type("send the file as application/x-ndjson (JSONL), text/csv or the media type of XLSX")
    })?;
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(MAX_IMPORT),
        _ => Problem::body(rejection.body_text()),
    })?;
    let refused = |refusal| problem(&texts, refusal);
    // No progress is reported; the response is sent when the import ends.
    let progress = Arc::default();
    let incoming = exchange::read(&store, FILE, format, body.into(), &progress).await.map_err(refused)?;
    check_access(&bearer, &incoming)?;
    let batch = incoming.batch;
    let author = bearer.author("import");
    let outcome = exchange::write(&store, (FILE, &batch), (&author, clock.now()), dry_run, &progress).await;
    let outcome = outcome.map_err(refused)?;
    let searchable = dry_run || indexer.wait_until_searchable(outcome.seq).await;
    let mut response = json(&ImportResponse {
        dry_run,
        created: outcome.created,
        updated: outcome.updated,
        unchanged: outcome.unchanged,
        seq: outcome.seq,
        report: catalogue_exchange::warnings(&batch).iter().map(|finding| report_line(&texts, finding)).collect(),
    });
    if !searchable {
        *response.status_mut() = StatusCode::ACCEPTED;
    }
    Ok(response)
}

/// Reads the parameter `dry_run`.
fn read_dry_run(parameters: &Parameters) -> Result<bool, Problem> {
    reject_unknown_params(parameters, &["dry_run"])?;
    match parameters.get("dry_run") {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(value) => Err(invalid("dry_run", value, FaultKind::NotOneOf(vec!["true", "false"]))),
    }
}

/// Checks that the key may write each changed record, and that the change of its state is allowed.
fn check_access(bearer: &Bearer, Incoming { batch, current }: &Incoming) -> Result<(), Problem> {
    if !batch.organizations.is_empty() && !bearer.access.may_add_organizations() {
        let names: Vec<&str> = batch.organizations.iter().map(|o| o.id.as_str()).collect();
        let detail = format!("a contributor may not add organisations to the catalogue: {}", names.join(", "));
        return Err(Problem::forbidden(detail));
    }
    let (mut forbidden, mut impossible) = (Vec::new(), Vec::new());
    for (record, row) in batch.records.iter().zip(&batch.rows) {
        let before = current.get(&record.id).map(|stored| &stored.record);
        // A record that does not change needs no access right.
        if before == Some(record) {
            continue;
        }
        let at = |item: ProblemItem| ProblemItem { row: Some(*row), value: Some(record.id.to_string()), ..item };
        if let Err(refusal) = bearer.access.check(before, record) {
            forbidden.push(at(ProblemItem::new("the key may not write this record so", refusal.to_string())));
        } else if let Some(from) = before.map(|before| before.state).filter(|from| !from.may_become(record.state)) {
            let reason = format!("a record that is {} cannot become {}", from.name(), record.state.name());
            impossible.push(at(ProblemItem::new(reason, "published or archived")));
        }
    }
    match (forbidden.is_empty(), impossible.is_empty()) {
        (true, true) => Ok(()),
        (false, _) => {
            let detail = "the key may not write all of these records; nothing was changed";
            Err(Problem::forbidden(detail).with(forbidden))
        }
        (true, false) => Err(Problem::file(impossible)),
    }
}

fn problem(texts: &Texts, refusal: ImportError) -> Problem {
    match refusal {
        ImportError::Faults(report) => {
            let report_line = report.findings.iter().map(|finding| report_line(texts, finding));
            Problem::file(report_line.map(ProblemItem::from).collect())
        }
        ImportError::Store(error) => Problem::from(error),
        ImportError::Read(error) => Problem::internal(error),
        ImportError::Thread(error) => Problem::internal(error),
    }
}

impl From<ReportLine> for ProblemItem {
    fn from(report_line: ReportLine) -> Self {
        Self {
            parameter: None,
            pointer: report_line.pointer,
            row: Some(report_line.row),
            column: report_line.column,
            reason: report_line.message,
            value: report_line.value,
            allowed: report_line.allowed,
        }
    }
}
