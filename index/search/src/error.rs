//! Errors of the index.

/// Failure of a search or of a write to the index; never caused by the request.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Tantivy failed.
    #[error("the index: {0}")]
    Backend(#[from] tantivy::TantivyError),
    /// A file of the index could not be read or written.
    #[error("the index's files: {0}")]
    Io(#[from] std::io::Error),
    /// A stored record could not be decoded.
    #[error("a record in the index cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The index lacks data that its schema requires, or its writer is closed.
    #[error("the index lacks {0}")]
    Missing(&'static str),
}
