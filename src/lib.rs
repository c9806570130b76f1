//! The program: settings, commands, the indexer, the web.
//!
//! - [`config`]: every setting. [`command`]: one file for each command.
//! - [`app`]: the state that every request can reach. [`indexer`]: keeps the index equal to the store.
//! - [`relevance`]: relevance figures of judged queries. [`temp_catalogue`]: a catalogue for measurements.
//! - [`exchange`]: files of records in and out, with Swedish reports.
//! - [`web`]: routes, pages and the JSON API. [`i18n`]: the texts of every language.
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
