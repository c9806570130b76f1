//! The JSON API in process: its contract, and what it finds against a plain loop over the records.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod api;
mod compare;
mod html;
mod laws;
mod matrix;
mod offers;
mod oracle;
mod overview;
mod plain;
