//! Shared parts of the benchmarks.
//!
//! - [`bare`]: bare Tantivy that does the same work, as a yardstick of speed.
//! - [`client`]: a connection to a running service.
//! - [`load`]: load by `wrk`.
//! - [`plain`]: the same texts in a plain Tantivy index, as a baseline.
//! - [`generated`]: generated records in the import format of the catalogue.
//! - [`service`]: the real program with a temporary data directory, and concurrent readers.

pub mod bare;
pub mod client;
pub mod generated;
pub mod load;
pub mod plain;
pub mod service;
