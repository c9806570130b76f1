//! How far a long step is: counted by the one who works, looked at by whoever waits.

use std::sync::atomic::{AtomicU64, Ordering};

/// Parts done of a total, both in whatever the step counts (records, rows, bytes).
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
}

impl Progress {
    /// A step of so many parts; 0 when nobody knows how many.
    pub fn of(total: u64) -> Self {
        Self { done: AtomicU64::new(0), total: AtomicU64::new(total) }
    }

    /// How many parts there are has become known.
    pub fn expect(&self, total: usize) {
        self.total.store(total as u64, Ordering::Relaxed);
    }

    /// So many more parts are done.
    pub fn add(&self, parts: usize) {
        self.done.fetch_add(parts as u64, Ordering::Relaxed);
    }

    /// Parts done, and the total; 0 while that is not known.
    pub fn now(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}
