//! Shared parts of the benchmarks.
//!
//! - [`client`]: a connection to a running service.
//! - [`plain`]: the same texts in a plain Tantivy index, as a baseline.
//! - [`generated`]: generated records in the import format of the catalogue.
//! - [`service`]: the real program with a temporary data directory, and concurrent readers.

pub mod client;
pub mod generated;
pub mod plain;
pub mod service;
