//! What the measuring programs share.
//!
//! - [`client`]: a connection to a running service.
//! - [`plain`]: the same texts in a plain Tantivy index, to compare with.
//! - [`generated`]: made-up records in the form that the catalogue imports.

pub mod client;
pub mod generated;
pub mod plain;
