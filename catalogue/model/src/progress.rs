//! Progress of a long operation, updated by the worker and read by the task that reports it.

use std::sync::atomic::{AtomicU64, Ordering};

/// The number of completed parts and the total, in the unit of the operation (records, rows, bytes).
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
}

impl Progress {
    /// An operation of `total` parts; pass 0 when the total is unknown.
    pub fn of(total: u64) -> Self {
        Self { done: AtomicU64::new(0), total: AtomicU64::new(total) }
    }

    /// Sets the total once it is known.
    pub fn expect(&self, total: usize) {
        self.total.store(total as u64, Ordering::Relaxed);
    }

    /// Adds to the number of completed parts.
    pub fn add(&self, parts: usize) {
        self.done.fetch_add(parts as u64, Ordering::Relaxed);
    }

    /// The number of completed parts, and the total or 0 while it is unknown.
    pub fn now(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}
