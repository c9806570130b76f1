//! `insatskatalog serve`: serves requests until SIGTERM or SIGINT.

use super::{open_store, read_lexicon};
use crate::app::AppState;
use crate::clock::Clock;
use crate::config::Config;
use crate::i18n::Texts;
use crate::indexer::Indexer;
use crate::web;
use crate::web::http::run_search::SearchPool;
use anyhow::Context;
use index::Generations;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Time that open requests have to end after the stop signal.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(3);

/// Serves until SIGTERM or SIGINT.
#[expect(clippy::print_stdout, reason = "whoever started the program reads the address from there")]
pub(super) async fn run(config: Config) -> anyhow::Result<ExitCode> {
    // Binds the port and takes the lease first, so that no index is built for a service that cannot start.
    let listener = TcpListener::bind(config.listen).await;
    let listener = listener.with_context(|| format!("cannot listen on {}", config.listen))?;
    let data_dir = crate::data_dir::DataDir::open(&config.data_dir)?;
    let lease = data_dir.lease()?;
    let lexicon = read_lexicon(&config)?;
    let (data_dir, store) = open_store(&config).await?;
    let indexer = Indexer::start(store.clone(), Generations::new(data_dir.index(), lexicon)?).await?;
    tokio::spawn(indexer.clone().follow());
    if lease.after_unclean_stop {
        tracing::warn!("the last stop was unclean: the index is checked in the background");
        tokio::spawn(indexer.clone().verify());
    }
    tokio::spawn(reload_lexicon(indexer.clone(), config.clone(), signal(SignalKind::hangup())?));
    let address = listener.local_addr()?;
    let state = AppState {
        store: store.clone(),
        indexer: indexer.clone(),
        search_pool: SearchPool::of_this_machine()?,
        clock: Clock::system(),
        texts: Arc::new(Texts::load()),
        config: Arc::new(config),
    };
    // Handlers are installed before the address is printed: its reader may send a signal at once.
    let signals = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    println!("listening on http://{address}");
    serve_until_stopped(listener, state, signals).await?;
    indexer.close().await?;
    store.close().await;
    lease.stopped_cleanly();
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// Reloads the word lists at every SIGHUP. Faulty lists are not used.
async fn reload_lexicon(indexer: Indexer, config: Config, mut hangup: Signal) {
    while hangup.recv().await.is_some() {
        let read = match read_lexicon(&config) {
            Ok(lexicon) => indexer.use_lexicon(lexicon).await.map_err(anyhow::Error::from),
            Err(faults) => Err(faults),
        };
        match read {
            Ok(()) => tracing::info!("the word lists are read again"),
            Err(error) => tracing::error!(%error, "the word lists stay as they were"),
        }
    }
}

async fn serve_until_stopped(
    listener: TcpListener,
    state: AppState,
    (mut terminate, mut interrupt): (Signal, Signal),
) -> anyhow::Result<()> {
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let stopped = |mut stopping: tokio::sync::watch::Receiver<bool>| async move {
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    let server = axum::serve(listener, web::router(state)).with_graceful_shutdown(stopped(stopping));
    let mut server = tokio::spawn(server.into_future());
    tokio::select! {
        ended = &mut server => ended??,
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    let _ = stop.send(true);
    // Idle connections that clients keep open would delay the shutdown without limit.
    if let Ok(ended) = tokio::time::timeout(SHUTDOWN_TIMEOUT, &mut server).await {
        ended??;
    } else {
        server.abort();
    }
    Ok(())
}
