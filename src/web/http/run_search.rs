//! Runs searches for requests. A search is synchronous computation, so it runs on a blocking thread and does not occupy
//! an async thread.

use crate::indexer::Indexer;
use crate::web::http::error::Problem;
use crate::web::http::limits::SEARCH_DEADLINE;
use axum::extract::FromRef;
use index::Snapshot;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// Limits the number of concurrent searches and their duration. Clones share the permits.
#[derive(Debug, Clone)]
pub struct SearchPool {
    permits: Arc<Semaphore>,
    /// `None` for work without a time limit, whose duration depends on the size of the catalogue.
    deadline: Option<Duration>,
}

impl SearchPool {
    /// At most `permits` searches run concurrently. A search that has not ended when `deadline` has passed since its
    /// request gets the response 503.
    pub fn new(permits: usize, deadline: Duration) -> Self {
        Self { permits: Arc::new(Semaphore::new(permits)), deadline: Some(deadline) }
    }

    /// The same permits without a deadline, for the batches of an export.
    #[must_use]
    pub(crate) fn without_deadline(&self) -> Self {
        Self { deadline: None, ..self.clone() }
    }
}

/// As many permits as processors, at least two, and a deadline of eight seconds.
impl Default for SearchPool {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self::new(processors.max(2), SEARCH_DEADLINE)
    }
}

/// The index state that a search runs on.
pub struct SearchIndex {
    /// The index at one change of the catalogue.
    pub snapshot: Arc<Snapshot>,
    /// Version of the vocabularies that the index was built with. Together with `snapshot.seq` it identifies the state
    /// of the index.
    pub vocabulary_version: i64,
}

/// Runs a search on a blocking thread, with the state of the index when the request arrives.
///
/// # Errors
/// 503 when there is no index yet, and when the search has not ended at the deadline of the pool. In that case the
/// thread continues in the background and keeps its permit until it ends, so that the number of concurrent searches
/// stays bounded. 500 when the search panics. Otherwise the error of `search`.
pub async fn run_search<S, T>(
    state: &S,
    search: impl FnOnce(SearchIndex) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem>
where
    Indexer: FromRef<S>,
    SearchPool: FromRef<S>,
    T: Send + 'static,
{
    let (snapshot, vocabulary_version) =
        Indexer::from_ref(state).snapshot_with_vocabulary_version().ok_or_else(Problem::not_ready)?;
    let index = SearchIndex { snapshot, vocabulary_version };
    run_blocking(&SearchPool::from_ref(state), move || search(index)).await
}

/// Like [`run_search`], for work that has its own snapshot.
///
/// # Errors
/// As for [`run_search`], except that the index is not needed.
pub(crate) async fn run_blocking<T: Send + 'static>(
    pool: &SearchPool,
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let permits = Arc::clone(&pool.permits);
    let run = async {
        let permit = permits.acquire_owned().await.map_err(Problem::internal)?;
        let work = move || {
            let _permit = permit;
            work()
        };
        spawn_blocking(work).await.map_err(Problem::internal)?
    };
    match pool.deadline {
        None => run.await,
        Some(deadline) => timeout(deadline, run).await.unwrap_or_else(|_| Err(Problem::busy())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::http::problem_code::ProblemCode;

    #[tokio::test]
    async fn a_search_that_is_late_keeps_its_permit_until_it_ends() {
        let pool = SearchPool::new(1, Duration::ZERO);
        let (release, released) = std::sync::mpsc::channel::<()>();
        let (begun, begins) = tokio::sync::oneshot::channel();
        let slow = tokio::spawn({
            let pool = pool.without_deadline();
            async move {
                run_blocking(&pool, move || {
                    let _ = begun.send(());
                    released.recv().map_err(Problem::internal)
                })
                .await
            }
        });
        begins.await.unwrap();
        let problem = run_blocking(&pool, || Ok(())).await.unwrap_err();
        assert_eq!((problem.code, problem.retry_after), (ProblemCode::Busy, Some(1)));
        release.send(()).unwrap();
        slow.await.unwrap().unwrap();
        run_blocking(&pool.without_deadline(), || Ok(())).await.unwrap();
    }

    #[tokio::test]
    async fn a_panic_is_an_internal_problem() {
        let pool = SearchPool::new(1, Duration::from_mins(1));
        let lost = run_blocking(&pool, || -> Result<(), Problem> { panic!("planted") }).await;
        assert_eq!(lost.unwrap_err().code, ProblemCode::Internal);
        run_blocking(&pool, || Ok(())).await.unwrap();
    }
}
