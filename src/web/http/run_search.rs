//! Runs searches for requests. A search is synchronous computation, so it runs on a thread of a pool of its own: it does
//! not occupy an async thread, and the threads keep what a search caches per thread (the analysis of words, arrays of
//! sums).

use crate::indexer::Indexer;
use crate::web::http::error::Problem;
use crate::web::http::limits::{MAX_WAITING_SEARCHES, SEARCH_DEADLINE};
use axum::extract::FromRef;
use index::Snapshot;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout_at};

/// The threads of searches, with limits on the number of waiting searches and on the duration of a search. Clones share
/// them.
#[derive(Debug, Clone)]
pub struct SearchPool {
    threads: Arc<Threads>,
    /// Searches that run.
    permits: Arc<Semaphore>,
    /// Searches that run or wait for a permit.
    places: Arc<Semaphore>,
    /// `None` for work without a time limit, whose duration depends on the size of the catalogue.
    deadline: Option<Duration>,
}

/// Threads that are kept while the pool exists.
#[derive(Debug)]
struct Threads(Option<Runtime>);

impl Drop for Threads {
    fn drop(&mut self) {
        // A runtime that is dropped in an async context must not wait for its threads.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl SearchPool {
    /// At most `permits` searches run concurrently, and [`MAX_WAITING_SEARCHES`] wait. A search gets the response 503 when
    /// more are waiting, and when it has not ended `deadline` after its request.
    ///
    /// # Errors
    /// The system refuses what a thread pool needs.
    pub fn new(permits: usize, deadline: Duration) -> std::io::Result<Self> {
        let mut runtime = Builder::new_current_thread();
        runtime.thread_name("search").max_blocking_threads(permits.max(1)).thread_keep_alive(Duration::MAX);
        Ok(Self {
            threads: Arc::new(Threads(Some(runtime.build()?))),
            permits: Arc::new(Semaphore::new(permits)),
            places: Arc::new(Semaphore::new(permits + MAX_WAITING_SEARCHES)),
            deadline: Some(deadline),
        })
    }

    /// As many threads as processors, at least two, and a deadline of eight seconds.
    ///
    /// # Errors
    /// As for [`Self::new`].
    pub fn of_this_machine() -> std::io::Result<Self> {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self::new(processors.max(2), SEARCH_DEADLINE)
    }

    /// The same threads without a deadline and without a limit on waiting, for the batches of an export.
    #[must_use]
    pub(crate) fn without_deadline(&self) -> Self {
        Self { deadline: None, ..self.clone() }
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

/// Runs a search on a thread of the pool, with the state of the index when the request arrives.
///
/// # Errors
/// 503 when there is no index yet, when too many searches wait, and when the search has not ended at the deadline of the
/// pool. In that case the thread continues in the background and keeps its permit until it ends, so that the number of
/// concurrent searches stays bounded. 500 when the search panics. Otherwise the error of `search`.
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
    let Some(deadline) = pool.deadline else { return run_on_thread(pool, work).await };
    let deadline = Instant::now() + deadline;
    let place = Arc::clone(&pool.places).try_acquire_owned().map_err(|_| Problem::busy())?;
    let work = move || {
        let _place = place;
        // Nobody waits for it any more.
        if Instant::now() >= deadline { Err(Problem::busy()) } else { work() }
    };
    timeout_at(deadline, run_on_thread(pool, work)).await.unwrap_or_else(|_| Err(Problem::busy()))
}

/// Waits for a permit and runs the work on a thread of the pool.
async fn run_on_thread<T: Send + 'static>(
    pool: &SearchPool,
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let permit = Arc::clone(&pool.permits).acquire_owned().await.map_err(Problem::internal)?;
    let work = move || {
        let _permit = permit;
        work()
    };
    let runtime = pool.threads.0.as_ref().ok_or_else(Problem::not_ready)?;
    runtime.spawn_blocking(work).await.map_err(Problem::internal)?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::http::problem_code::ProblemCode;

    #[tokio::test]
    async fn a_search_that_is_late_keeps_its_permit_until_it_ends() {
        let pool = SearchPool::new(1, Duration::ZERO).unwrap();
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
        let pool = SearchPool::new(1, Duration::from_mins(1)).unwrap();
        let lost = run_blocking(&pool, || -> Result<(), Problem> { panic!("planted") }).await;
        assert_eq!(lost.unwrap_err().code, ProblemCode::Internal);
        run_blocking(&pool, || Ok(())).await.unwrap();
    }

    #[tokio::test]
    async fn a_search_that_finds_too_many_waiting_is_refused_at_once() {
        let pool = SearchPool::new(1, Duration::from_mins(1)).unwrap();
        let (release, released) = std::sync::mpsc::channel::<()>();
        let run = |pool: &SearchPool, work: Box<dyn FnOnce() -> Result<(), Problem> + Send>| {
            let pool = pool.clone();
            tokio::spawn(async move { run_blocking(&pool, work).await })
        };
        let mut waiting = vec![run(&pool, Box::new(move || released.recv().map_err(Problem::internal)))];
        waiting.extend((0..MAX_WAITING_SEARCHES).map(|_| run(&pool, Box::new(|| Ok(())))));
        while pool.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let refused = run_blocking(&pool, || Ok(())).await.unwrap_err();
        assert_eq!((refused.code, refused.retry_after), (ProblemCode::Busy, Some(1)));
        release.send(()).unwrap();
        for search in waiting {
            search.await.unwrap().unwrap();
        }
        run_blocking(&pool, || Ok(())).await.unwrap();
    }
}
