//! How large a request may be and how long it may take.

use std::time::Duration;

/// Largest request body, in bytes (1 MiB).
pub(crate) const MAX_BODY: usize = 1 << 20;
/// Largest file that the import takes, in bytes (64 MiB).
pub(crate) const MAX_IMPORT: usize = 64 << 20;
/// Longest time for one request.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(10);
/// Longest time for an import, the upload over a slow connection included.
pub(crate) const IMPORT_TIMEOUT: Duration = Duration::from_mins(10);
/// Longest time for a search, the wait for its permit included. Shorter than [`TIMEOUT`], so that the
/// search gives up before the connection does.
pub(crate) const SEARCH_DEADLINE: Duration = Duration::from_secs(8);
