//! What every request can reach.

use crate::clock::Clock;
use crate::config::Config;
use crate::i18n::Texts;
use crate::indexer::Indexer;
use crate::web::http::run_search::SearchPool;
use axum::extract::FromRef;
use catalogue::Vocabularies;
use catalogue_store::Store;
use std::sync::Arc;

/// Shared by all requests; each member is cheap to clone, and a handler takes only what it touches.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// The system of record.
    pub store: Store,
    /// The index in use.
    pub sync: Indexer,
    /// Bounds the searches that run at once.
    pub search_pool: SearchPool,
    /// The time.
    pub clock: Clock,
    /// What users read.
    pub texts: Arc<Texts>,
    /// The settings.
    pub config: Arc<Config>,
}

impl AppState {
    /// The vocabularies, from the store while there is no index.
    pub(crate) async fn vocabularies(&self) -> Option<Arc<Vocabularies>> {
        if let Some(snapshot) = self.sync.snapshot() {
            return Some(Arc::clone(&snapshot.vocabularies));
        }
        self.store.vocabularies().await.ok().map(Arc::new)
    }
}
