//! The program: settings, commands, the indexer and the web service.
//!
//! - [`config`]: the settings. [`command`]: one file for each command.
//! - [`app`]: the state shared by request handlers. [`indexer`]: keeps the index equal to the store.
//! - [`relevance`]: relevance figures of judged queries. [`temp_catalogue`]: a catalogue for measurements.
//! - [`exchange`]: import and export of record files, with Swedish reports.
//! - [`web`]: routes, pages and the JSON API. [`i18n`]: the texts of all languages.
//!
//! The data model is in the crate `catalogue`, the search in the crate `index`.

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
