//! The search over the shipped catalogue.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod paging;
mod sentences;
mod support;
mod two_tiers;
