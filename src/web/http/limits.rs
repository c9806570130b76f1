//! Limits on the size and duration of requests.

use std::time::Duration;

/// Maximum size of a request body in bytes (1 MiB).
pub(crate) const MAX_BODY: usize = 1 << 20;
/// Maximum size of an imported file in bytes (64 MiB).
pub(crate) const MAX_IMPORT: usize = 64 << 20;
/// Maximum duration of a request.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(10);
/// Maximum duration of an import, including the upload.
pub(crate) const IMPORT_TIMEOUT: Duration = Duration::from_mins(10);
/// Maximum duration of a search, including the wait for its permit. Shorter than [`TIMEOUT`], so that the search ends
/// before its request does.
pub(crate) const SEARCH_DEADLINE: Duration = Duration::from_secs(8);
/// Maximum number of searches that wait for a thread. More are refused, so that those that wait are answered soon.
pub(crate) const MAX_WAITING_SEARCHES: usize = 64;
