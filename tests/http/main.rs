//! The service in process, without a socket: the contract of the JSON API, its search compared with a reference
//! implementation, and the pages.
// `json!` recurses once for every key or value of the complete record.
#![recursion_limit = "256"]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod api;
mod compare;
mod highlights;
mod html;
mod matrix;
mod oracle;
mod overview;
mod pages;
mod places;
mod properties;
mod reference_search;
mod similar;
mod suggested_filters;
mod text_form;
