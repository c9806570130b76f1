//! `GET /api/v1/export.{json,jsonl,csv,xlsx}`: all public records, or the hits of a search.
//!
//! The records are read from one snapshot of the index and sent in batches, so that neither memory nor the time to the
//! first byte depends on their number. Only a workbook is completed before it is sent.

use super::checked_search::CheckedSearch;
use super::openapi::search_parameters;
use crate::app::AppState;
use crate::exchange::Export;
use crate::i18n::Texts;
use crate::web::http::cache;
use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use crate::web::http::operation::ApiOperation;
use crate::web::http::run_search::{SearchPool, run_blocking, run_search};
use crate::web::http::schema;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use catalogue::Vocabularies;
use catalogue_exchange::Format;
use futures_util::stream;
use index::ResultStream;
use index::query::{Ended, parameter_name};
use serde_json::json as value;
use std::io;
use std::sync::Arc;

/// Number of records in a batch.
const BATCH: usize = 250;

/// The operation of the export in one format.
pub(crate) fn operation(format: Format) -> ApiOperation {
    let form = match format {
        Format::Json => "a JSON array",
        Format::Jsonl => "one a line",
        Format::Csv => "one a row; UTF-8 with a byte order mark, semicolons, CRLF: as Excel in Sweden opens it",
        Format::Xlsx => "one a row; the second sheet explains every column and lists its values",
    };
    let summary = format!(
        "Every public intervention, ended ones too, or the hits of a search ({form}); page, per_page and facets are \
         ignored"
    );
    let mut operation = ApiOperation::new(summary).parameters(search_parameters());
    let schema = match format {
        Format::Json => utoipa::openapi::Array::new(operation.reference::<schema::Intervention>()).into(),
        Format::Jsonl | Format::Csv | Format::Xlsx => schema::from_json(value!({"type": "string"})),
    };
    operation.response_as(200, "The file", format.media_type(), schema)
}

/// Sends the export in one format.
pub(crate) async fn show(
    format: Format,
    state: AppState,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let (today, texts) = (state.clock.today(), Arc::clone(&state.texts));
    let (results, vocabularies, etag) = run_search(&state, move |index| {
        let mut search = CheckedSearch::new(index, &parameters.0, Vec::new())?;
        if search.query.is_everything() && parameters.get(parameter_name::ENDED).is_none() {
            search.query.ended = Ended::Include;
        }
        let etag = search.etag(today, &["export", format.name(), &parameters.to_string()]);
        let vocabularies = Arc::clone(&search.snapshot.vocabularies);
        Ok((ResultStream::new(search.snapshot, &search.query, today)?, vocabularies, etag))
    })
    .await?;
    let export = Export::new(format, &texts).map_err(Problem::internal)?;
    let pool = state.search_pool.without_deadline();
    let stream = ExportStream { results, export, vocabularies, texts };
    let body = Body::from_stream(stream::try_unfold(Some(stream), move |stream| {
        let pool = pool.clone();
        async move {
            match stream {
                Some(stream) => stream.next_chunk(&pool).await.map(Some),
                None => Ok(None),
            }
        }
    }));
    let mut response = cache::tagged(&headers, &etag, || Response::new(body));
    let name = format!("attachment; filename=\"insatser-{today}.{}\"", format.name());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// The remaining part of an export.
struct ExportStream {
    results: ResultStream,
    export: Export,
    vocabularies: Arc<Vocabularies>,
    texts: Arc<Texts>,
}

impl ExportStream {
    /// The next bytes of the file and the rest of the export; the rest is `None` at the end. Each batch takes a permit
    /// of its own, so that a long export does not occupy one.
    async fn next_chunk(mut self, pool: &SearchPool) -> io::Result<(Bytes, Option<Self>)> {
        loop {
            let step = move || Ok(self.step());
            let (bytes, rest) = run_blocking(pool, step).await.map_err(|p| io::Error::other(p.detail))??;
            match rest {
                // A workbook has no bytes until it is finished.
                Some(rest) if bytes.is_empty() => self = rest,
                rest => return Ok((bytes, rest)),
            }
        }
    }

    fn step(mut self) -> io::Result<(Bytes, Option<Self>)> {
        let records = self.results.next(BATCH).map_err(io::Error::other)?;
        if records.is_empty() {
            return Ok((self.export.finish(&self.texts, &self.vocabularies)?.into(), None));
        }
        let bytes = self.export.add(&records, &self.vocabularies)?;
        Ok((bytes.into(), Some(self)))
    }
}
