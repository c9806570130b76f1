//! Logs: one line of JSON an event on standard error. No query text stands in any of them.

use tracing_subscriber::EnvFilter;

/// Starts logging. `RUST_LOG` sets what is logged; default is what an operator wants to know.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,tantivy=warn,sqlx=warn"));
    // A second start (in tests) changes nothing.
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
