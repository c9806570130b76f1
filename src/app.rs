//! The state that request handlers share.

use crate::clock::Clock;
use crate::config::Config;
use crate::i18n::Texts;
use crate::indexer::Indexer;
use crate::web::http::run_search::SearchPool;
use axum::extract::FromRef;
use catalogue::Vocabularies;
use catalogue_store::Store;
use std::sync::Arc;

/// The shared state. Each field is cheap to clone; a handler extracts only the fields that it needs.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// The system of record.
    pub store: Store,
    /// The current index, which follows the store.
    pub indexer: Indexer,
    /// Limits the number of concurrent searches.
    pub search_pool: SearchPool,
    /// The clock.
    pub clock: Clock,
    /// The texts of all languages.
    pub texts: Arc<Texts>,
    /// The settings.
    pub config: Arc<Config>,
}

impl AppState {
    /// The vocabularies of the index, or those of the store before there is an index; `None` when the store fails.
    pub(crate) async fn vocabularies(&self) -> Option<Arc<Vocabularies>> {
        if let Some(snapshot) = self.indexer.snapshot() {
            return Some(Arc::clone(&snapshot.vocabularies));
        }
        self.store.vocabularies().await.ok().map(Arc::new)
    }
}
