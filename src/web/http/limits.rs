//! Limits of requests.

use std::time::Duration;

/// Largest request body, in bytes (1 MiB).
pub(crate) const MAX_BODY: usize = 1 << 20;
/// Longest time for a request.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(10);
/// Longest time for an import, its upload included.
pub(crate) const IMPORT_TIMEOUT: Duration = Duration::from_mins(10);
