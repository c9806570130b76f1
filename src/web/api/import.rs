//! `POST /api/v1/import`: a file of records in, all or none.

use super::super::bearer::Bearer;
use super::super::error::{Problem, ProblemItem, json};
use super::super::extract::Parameters;
use crate::clock::Clock;
use crate::exchange::{self, Refusal, Told, told};
use crate::i18n::Texts;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use catalogue::exchange::{Batch, Format};
use catalogue::store::Seq;
use catalogue::{InterventionId, Store};
use serde::Serialize;
use std::sync::Arc;

/// Largest file, in bytes (64 MiB).
pub(in crate::web) const MAX_FILE: usize = 64 << 20;
/// The body has no name; reports call it so.
const FILE: &str = "import";

#[derive(Serialize)]
struct Answer {
    dry_run: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    created: Vec<InterventionId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    updated: Vec<InterventionId>,
    unchanged: usize,
    seq: Seq,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    report: Vec<Told>,
}

pub(super) async fn create(
    State(store): State<Store>,
    State(clock): State<Clock>,
    State(texts): State<Arc<Texts>>,
    bearer: Bearer,
    headers: HeaderMap,
    parameters: Parameters,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let dry_run = dry_run(&parameters)?;
    let format = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).and_then(Format::of_media_type);
    let format = format.filter(|format| *format != Format::Json).ok_or_else(|| {
        Problem::media_type("send the file as application/x-ndjson (JSONL), text/csv or the media type of XLSX")
    })?;
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(MAX_FILE),
        _ => Problem::body(rejection.body_text()),
    })?;
    let refused = |refusal| problem(&texts, refusal);
    let batch = exchange::read(&store, FILE, format, body.into()).await.map_err(refused)?;
    check_access(&store, &bearer, &batch).await?;
    let author = bearer.author("import");
    let outcome = exchange::write(&store, FILE, &batch, &author, clock.now(), dry_run).await.map_err(refused)?;
    Ok(json(&Answer {
        dry_run,
        created: outcome.created,
        updated: outcome.updated,
        unchanged: outcome.unchanged,
        seq: outcome.seq,
        report: batch.warnings().iter().map(|finding| told(&texts, finding)).collect(),
    }))
}

/// The one parameter.
fn dry_run(parameters: &Parameters) -> Result<bool, Problem> {
    let faulty = |name: &str, value: &str, reason: &str, allowed: &str| ProblemItem {
        parameter: Some(name.to_owned()),
        value: Some(value.to_owned()),
        ..ProblemItem::new(reason, allowed)
    };
    let mut dry_run = false;
    let mut faults = Vec::new();
    for (name, value) in &parameters.0 {
        match (name.as_str(), value.as_str()) {
            ("dry_run", "true") => dry_run = true,
            ("dry_run", "false" | "") => {}
            ("dry_run", value) => faults.push(faulty(name, value, "not an allowed word", "true, false")),
            _ => faults.push(faulty(name, value, "no parameter has this name", "dry_run")),
        }
    }
    if faults.is_empty() { Ok(dry_run) } else { Err(Problem::parameters(&[]).with(faults)) }
}

/// Every record must be one that the key may write as it is to be.
async fn check_access(store: &Store, bearer: &Bearer, batch: &Batch) -> Result<(), Problem> {
    if !batch.organizations.is_empty() && !bearer.access.may_add_organizations() {
        return Err(Problem::forbidden("a contributor may not add organisations"));
    }
    let mut faults = Vec::new();
    for (record, row) in batch.records.iter().zip(&batch.rows) {
        let before = store.find(&record.id).await?.map(|stored| stored.record);
        // What stays as it is needs no right to change it.
        if before.as_ref() == Some(record) {
            continue;
        }
        if let Err(refusal) = bearer.access.check(before.as_ref(), record) {
            faults.push(ProblemItem {
                row: Some(*row),
                value: Some(record.id.to_string()),
                ..ProblemItem::new("the key may not write this record so", refusal.to_string())
            });
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Problem::forbidden("the key may not write all of these records; nothing was changed").with(faults))
}

fn problem(texts: &Texts, refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Faults(report) => {
            let told = report.findings.iter().map(|finding| told(texts, finding));
            Problem::unprocessable(format!("{} faults in the file; nothing was changed", report.findings.len()))
                .with(told.map(ProblemItem::from).collect())
        }
        Refusal::Store(error) => Problem::from(error),
        Refusal::Thread(error) => Problem::internal(error),
    }
}

impl From<Told> for ProblemItem {
    fn from(told: Told) -> Self {
        Self {
            parameter: None,
            pointer: told.pointer,
            row: Some(told.row),
            column: told.column,
            reason: told.message,
            value: told.value,
            allowed: told.allowed,
        }
    }
}
