//! The program: settings, commands, the web, and what keeps index and store equal.
//!
//! - [`config`]: every setting. [`command`]: one file for each command.
//! - [`app`]: what every request can reach. [`sync`]: index follows store.
//! - [`relevance`]: how well judged queries are answered. [`scratch`]: a catalogue to measure on.
//! - [`exchange`]: files of records in and out, in Swedish.
//! - [`web`]: routes, pages and the JSON API. [`i18n`]: every text that users read.
//!
//! The catalogue itself is the crate `catalogue`, the search the crate `index`.

pub mod app;
pub mod clock;
pub mod command;
pub mod config;
pub mod data_dir;
pub mod exchange;
pub mod i18n;
pub mod indexer;
pub mod relevance;
pub mod telemetry;
pub mod temp_catalogue;
pub mod web;
