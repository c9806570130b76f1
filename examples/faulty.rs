//! Runs the service with a fault, to test its error pages: `faulty no-index` (the index is not built) or
//! `faulty no-database` (the database is closed). The browser tests start it. It prints its address and stops on
//! SIGTERM.
#![expect(clippy::print_stdout, reason = "the browser tests read the address from standard output")]

use anyhow::{Context, bail};
use catalogue_exchange::folder::Origin;
use catalogue_exchange::read_catalogue;
use catalogue_store::Author;
use catalogue_store::Store;
use index::Generations;
use insatskatalog::app::AppState;
use insatskatalog::clock::Clock;
use insatskatalog::config::Config;
use insatskatalog::i18n::Texts;
use insatskatalog::indexer::Indexer;
use insatskatalog::web;
use insatskatalog::web::http::run_search::SearchPool;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(&folder.path().join("catalogue.sqlite")).await?;
    let batch = read_catalogue(&Origin::Shipped).ok().context("the shipped catalogue has faults")?;
    let author = Author { name: "faulty".into(), reason: "an example".into() };
    store.write(&batch, &author, Clock::system().now(), false).await?;
    let generations = Generations::new(folder.path().join("index"), index::Lexicon::shipped())?;
    let indexer = match std::env::args().nth(1).as_deref() {
        Some("no-index") => Indexer::without_index(store.clone(), generations),
        Some("no-database") => {
            let indexer = Indexer::start(store.clone(), generations).await?;
            store.close().await;
            indexer
        }
        _ => bail!("usage: faulty no-index|no-database"),
    };
    let state = AppState {
        store,
        indexer,
        search_pool: SearchPool::of_this_machine()?,
        clock: Clock::system(),
        texts: Arc::new(Texts::load()),
        config: Arc::new(Config::default()),
    };
    let mut stop = signal(SignalKind::terminate())?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on http://{}", listener.local_addr()?);
    tokio::select! {
        result = axum::serve(listener, web::router(state)).into_future() => result?,
        _ = stop.recv() => {}
    }
    Ok(())
}
