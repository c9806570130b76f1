//! What the measuring programs share.
//!
//! - [`client`]: a connection to a running service.
//! - [`plain`]: the same texts in a plain Tantivy index, to compare with.
//! - [`generated`]: made-up records in the form that the catalogue imports.
//! - [`service`]: the real program with a data directory of its own, and readers of it.

pub mod client;
pub mod generated;
pub mod plain;
pub mod service;
