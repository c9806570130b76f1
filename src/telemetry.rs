//! Logging to standard error: text on a terminal, otherwise one JSON object per event. No event contains the words of a
//! search.

use clap::ValueEnum;
use serde::Deserialize;
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// How events are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Text on a terminal, JSON elsewhere.
    #[default]
    Auto,
    /// Lines for people.
    Text,
    /// One JSON object an event.
    Json,
}

impl LogFormat {
    fn is_json(self, is_terminal: bool) -> bool {
        match self {
            Self::Auto => !is_terminal,
            Self::Text => false,
            Self::Json => true,
        }
    }
}

/// Starts logging. `RUST_LOG` replaces the default filter. Further calls, as in tests, have no effect.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,tantivy=warn,sqlx=warn"));
    let stderr = std::io::stderr();
    let is_terminal = stderr.is_terminal();
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = if format.is_json(is_terminal) {
        builder.json().try_init()
    } else {
        builder.compact().with_target(false).with_ansi(is_terminal).try_init()
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_auto_depends_on_the_terminal() {
        let json = |format: LogFormat| [true, false].map(|is_terminal| format.is_json(is_terminal));
        assert_eq!(json(LogFormat::Auto), [false, true]);
        assert_eq!(json(LogFormat::Text), [false, false]);
        assert_eq!(json(LogFormat::Json), [true, true]);
    }
}
