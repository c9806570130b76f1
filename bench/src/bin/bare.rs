//! The yardstick of speed: bare Tantivy behind axum, and axum alone (`/hello`).
//!
//! `bare build FOLDER < records.jsonl` and `bare serve FOLDER --listen 127.0.0.1:0`, with records and queries (`POST
//! /search`) of the bench generator.

use anyhow::Context;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use bench::bare::{BareSearcher, build};
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// Size of the answer of `/hello`, in bytes.
const HELLO: usize = 8_000;

/// Builds and serves a bare index.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds an index of the records on standard input.
    Build {
        /// Its folder.
        folder: PathBuf,
    },
    /// Answers queries.
    Serve {
        /// The folder of the index.
        folder: PathBuf,
        /// Address and port; port 0 is any free one.
        #[arg(long, default_value = "127.0.0.1:0")]
        listen: String,
    },
}

#[derive(Clone)]
struct BareState {
    searcher: Arc<BareSearcher>,
    permits: Arc<Semaphore>,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the address and the figures are the program's answer")]
async fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Build { folder } => {
            let begun = Instant::now();
            let records = build(&folder, std::io::stdin().lock())?;
            println!("{records} records in {:.1} s", begun.elapsed().as_secs_f64());
            Ok(())
        }
        Command::Serve { folder, listen } => {
            let processors = std::thread::available_parallelism()?.get();
            let state = BareState {
                searcher: Arc::new(BareSearcher::open(&folder)?),
                permits: Arc::new(Semaphore::new(processors)),
            };
            let hello = Bytes::from(vec![b'x'; HELLO]);
            let router = axum::Router::new()
                .route("/hello", get(move || async move { hello }))
                .route("/search", post(search))
                .with_state(state);
            let listener = TcpListener::bind(&listen).await.with_context(|| format!("cannot listen on {listen}"))?;
            println!("listening on http://{}", listener.local_addr()?);
            Ok(axum::serve(listener, router).await?)
        }
    }
}

async fn search(State(state): State<BareState>, body: Bytes) -> Response {
    let Ok(_permit) = state.permits.acquire().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let searcher = Arc::clone(&state.searcher);
    let answer = tokio::task::spawn_blocking(move || searcher.answer(&serde_json::from_slice(&body)?));
    match answer.await {
        Ok(Ok((answer, _))) => ([(header::CONTENT_TYPE, "application/json")], answer).into_response(),
        Ok(Err(error)) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
