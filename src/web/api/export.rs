//! `GET /api/v1/export.{json,jsonl,csv,xlsx}`: every public record, or what a search leaves.
//!
//! The records come from one state of the index and go out as they are read, so that neither memory
//! nor the time to the first byte depends on how many there are; a workbook alone is made as a whole.

use super::request::checked;
use crate::clock::Clock;
use crate::exchange::Export;
use crate::i18n::Texts;
use crate::indexer::Indexer;
use crate::web::http::cache;
use crate::web::http::error::Problem;
use crate::web::http::extract::Parameters;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;
use catalogue::Vocabularies;
use catalogue_exchange::Format;
use futures_util::stream;
use index::ResultStream;
use index::query::Ended;
use std::io;
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// Records read and sent at a time.
const PAGE: usize = 250;

pub(super) async fn show(
    State(sync): State<Indexer>,
    State(clock): State<Clock>,
    State(texts): State<Arc<Texts>>,
    headers: HeaderMap,
    parameters: Parameters,
    uri: Uri,
) -> Result<Response, Problem> {
    let ending = uri.path().rsplit('.').next().and_then(Format::parse);
    let format = ending.ok_or_else(Problem::not_found)?;
    let mut search = checked(&sync, &parameters.0, Vec::new())?;
    if search.query.is_everything() && parameters.get("ended").is_none() {
        search.query.ended = Ended::Include;
    }
    let today = clock.today();
    let etag = search.etag(today, &["export", format.name(), &parameters.to_string()]);
    let snapshot = Arc::clone(&search.snapshot);
    let vocabularies = Arc::clone(&snapshot.vocabularies);
    let listing = spawn_blocking(move || ResultStream::new(snapshot, &search.query, today))
        .await
        .map_err(Problem::internal)??;
    let export = Export::new(format, &texts).map_err(Problem::internal)?;
    let body = Body::from_stream(stream::try_unfold(
        Some(ExportStream { listing, export, vocabularies, texts }),
        |writing| async move {
            match writing {
                Some(writing) => spawn_blocking(|| writing.step()).await.map_err(io::Error::other)?.map(Some),
                None => Ok(None),
            }
        },
    ));
    let mut answer = cache::tagged(&headers, &etag, || Response::new(body));
    let name = format!("attachment; filename=\"insatser-{today}.{}\"", format.name());
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}

/// An export under way.
struct ExportStream {
    listing: ResultStream,
    export: Export,
    vocabularies: Arc<Vocabularies>,
    texts: Arc<Texts>,
}

impl ExportStream {
    /// The next bytes of the file, and what is left to write.
    fn step(mut self) -> io::Result<(Bytes, Option<Self>)> {
        loop {
            let records = self.listing.next(PAGE).map_err(io::Error::other)?;
            if records.is_empty() {
                return Ok((self.export.finish(&self.texts, &self.vocabularies)?.into(), None));
            }
            let bytes = self.export.add(&records, &self.vocabularies)?;
            // A workbook gives nothing before its end.
            if !bytes.is_empty() {
                return Ok((bytes.into(), Some(self)));
            }
        }
    }
}
