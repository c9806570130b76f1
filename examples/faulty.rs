//! The service with a fault inside, to see what its pages say then: `faulty no-index` (the search
//! is not built yet) or `faulty no-database` (the database cannot be reached). The tests of the
//! pages start it.
#![expect(clippy::print_stdout, reason = "whoever started the program reads the address from there")]

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
    let author = Author { name: "faulty".into(), reason: "something to show".into() };
    store.write(&batch, &author, Clock::system().now(), false).await?;
    let generations = Generations::new(folder.path().join("index"), index::Lexicon::shipped())?;
    let sync = match std::env::args().nth(1).as_deref() {
        Some("no-index") => Indexer::without_index(store.clone(), generations),
        Some("no-database") => {
            let sync = Indexer::start(store.clone(), generations).await?;
            store.close().await;
            sync
        }
        _ => bail!("usage: faulty no-index|no-database"),
    };
    let state = AppState {
        store,
        sync,
        search_pool: SearchPool::default(),
        clock: Clock::system(),
        texts: Arc::new(Texts::load()),
        config: Arc::new(Config::default()),
    };
    let mut stop = signal(SignalKind::terminate())?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on http://{}", listener.local_addr()?);
    tokio::select! {
        ended = axum::serve(listener, web::router(state)).into_future() => ended?,
        _ = stop.recv() => {}
    }
    Ok(())
}
