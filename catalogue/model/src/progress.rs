//! Progress of a long operation: counted by the worker, read by the one that reports it.

use std::sync::atomic::{AtomicU64, Ordering};

/// Parts done of a total, in the unit of the operation (records, rows, bytes).
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
}

impl Progress {
    /// An operation of `total` parts; 0 when the total is unknown.
    pub fn of(total: u64) -> Self {
        Self { done: AtomicU64::new(0), total: AtomicU64::new(total) }
    }

    /// Sets the total once it is known.
    pub fn expect(&self, total: usize) {
        self.total.store(total as u64, Ordering::Relaxed);
    }

    /// Adds to the parts done.
    pub fn add(&self, parts: usize) {
        self.done.fetch_add(parts as u64, Ordering::Relaxed);
    }

    /// Parts done, and the total; 0 while the total is unknown.
    pub fn now(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}
