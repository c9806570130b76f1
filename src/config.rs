//! Settings from flags, environment variables, a file and defaults, in this order of precedence.

use crate::telemetry::LogFormat;
use catalogue::access::AccessRole;
use catalogue::record::OrganizationId;
use catalogue_exchange::Format;
use catalogue_exchange::folder::Origin;
use clap::{Args, Parser, Subcommand};
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// One searchable catalogue of every intervention that helps people in Sweden towards work,
/// studies and a better life.
#[derive(Debug, Parser)]
#[command(name = "insatskatalog", version, about)]
pub struct Cli {
    #[command(flatten)]
    settings: Settings,
    /// What to do; without one, serve.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer requests (the default).
    Serve,
    /// Import records: a JSONL, CSV or XLSX file, or a folder with interventions/ and vocabularies/.
    /// All or nothing; faults are listed by row and column.
    Import {
        /// The file or folder; - reads standard input.
        source: PathBuf,
        /// jsonl, csv or xlsx [default: what the file's name ends in, else jsonl].
        #[arg(long, value_parser = format)]
        format: Option<Format>,
        /// Show what would change, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write every public record.
    Export {
        /// json, jsonl, csv or xlsx [default: what the file's name ends in, else jsonl].
        #[arg(long, value_parser = format)]
        format: Option<Format>,
        /// The file; replaced when it is there [default: standard output].
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Show every fault of a catalogue: of a folder, or of the shipped one.
    Check {
        /// A folder with interventions/ and vocabularies/.
        folder: Option<PathBuf>,
    },
    /// Rebuild the search index from the database.
    Reindex,
    /// Write a copy of the whole database, also while a service runs.
    Backup {
        /// The file, which must not be there yet.
        file: PathBuf,
    },
    /// Put a backup in the place of the database; no service may run. The former database is kept aside.
    Restore {
        /// A file that `backup` has written.
        file: PathBuf,
    },
    /// List every route: method, path, kind and what it is.
    Routes,
    /// Keys with which other systems write.
    Key {
        /// What to do with them.
        #[command(subcommand)]
        action: KeyAction,
    },
    /// Show why a search answers as it does, every number that the scores are made of: on the records
    /// of the data directory, or on the shipped catalogue (or --catalogue) where there are none.
    Explain {
        /// The words, as one would type them.
        words: String,
        /// A filter beside the words, as name=value; may repeat.
        #[arg(long = "filter", short, value_name = "NAME=VALUE")]
        filters: Vec<String>,
        /// Records to explain, found or not [default: the first five hits].
        #[arg(long = "id", value_name = "ID")]
        ids: Vec<String>,
    },
    /// Show how well judged queries are answered.
    Relevance {
        /// Judged files (JSONL).
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Records to search instead of the catalogue's own (JSONL).
        #[arg(long, value_name = "FILE")]
        records: Option<PathBuf>,
        /// Index only this collection: the folder below `interventions/`.
        #[arg(long, value_name = "NAME", conflicts_with = "records")]
        collection: Option<String>,
        /// Fail when a file's nDCG@10 is below this.
        #[arg(long, value_name = "NDCG")]
        floor: Option<f64>,
        /// Show every query that is not answered perfectly.
        #[arg(long, short)]
        verbose: bool,
    },
}

fn format(name: &str) -> Result<Format, String> {
    Format::parse(name).ok_or_else(|| format!("choose one of {}", Format::ALL.map(Format::name).join(", ")))
}

/// The actions on keys.
#[derive(Debug, Subcommand)]
pub enum KeyAction {
    /// Make a key. It stands alone on the last line and is never shown again.
    Add {
        /// What the key is for: a system or a function, not a person.
        #[arg(long)]
        name: String,
        /// What it may do: contributor, editor, reviewer or admin.
        #[arg(long, value_parser = parse_role)]
        role: AccessRole,
        /// The organisation that it acts for; contributors and editors need one.
        #[arg(long, value_name = "ID")]
        organization: Option<OrganizationId>,
    },
    /// Show every key: what it may do, and the last day on which it was used.
    List,
    /// Refuse a key from now on.
    Revoke {
        /// Its id, the first column of the list.
        id: String,
    },
}

fn parse_role(name: &str) -> Result<AccessRole, String> {
    AccessRole::parse(name).ok_or_else(|| format!("allowed are {}", AccessRole::ALL.map(AccessRole::name).join(", ")))
}

/// Settings as given on the command line, in the environment or in a file.
#[derive(Debug, Default, Args, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    /// Where to answer, as address:port; port 0 takes a free one [default: 127.0.0.1:8080].
    #[arg(long, global = true, env = "INSATSKATALOG_LISTEN", value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// Where the database and the index are kept; made when missing [default: ./data].
    #[arg(long, global = true, env = "INSATSKATALOG_DATA_DIR", value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// A folder with interventions/ and vocabularies/ for the first start, instead of the shipped one.
    #[arg(long, global = true, env = "INSATSKATALOG_CATALOGUE", value_name = "DIR")]
    catalogue: Option<PathBuf>,
    /// The address that readers reach the service by, such as https://insatser.example.se; used where
    /// others need the whole address. Without it, what the request says.
    #[arg(long, global = true, env = "INSATSKATALOG_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    /// The organisation that answers for the service; named on its pages.
    #[arg(long, global = true, env = "INSATSKATALOG_OPERATOR", value_name = "NAME")]
    operator: Option<String>,
    /// How readers reach it: an e-mail address or a web address. Never a person's own.
    #[arg(long, global = true, env = "INSATSKATALOG_CONTACT", value_name = "ADDRESS")]
    contact: Option<String>,
    /// How to write the log: auto (text on a terminal, JSON elsewhere), text or json [default: auto].
    #[arg(
        long,
        global = true,
        env = "INSATSKATALOG_LOG_FORMAT",
        value_enum,
        value_name = "FORMAT",
        hide_possible_values = true
    )]
    log_format: Option<LogFormat>,
    /// A TOML file with any of these settings (listen, data_dir, catalogue, public_url, operator, contact,
    /// log_format).
    #[arg(long, global = true, env = "INSATSKATALOG_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    config: Option<PathBuf>,
}

/// The settings in effect.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The folder of the database and the index.
    pub data_dir: PathBuf,
    /// The catalogue that is imported at the first start.
    pub catalogue: Origin,
    /// The public URL of the service, without a slash at its end.
    pub public_url: Option<String>,
    /// The organisation that operates the service; `None` is stated on the pages.
    pub operator: Option<String>,
    /// The contact of the operator: an e-mail address or a web address.
    pub contact: Option<String>,
    /// How the log is written.
    pub log_format: LogFormat,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data_dir: PathBuf::from("data"),
            catalogue: Origin::Shipped,
            public_url: None,
            operator: None,
            contact: None,
            log_format: LogFormat::Auto,
        }
    }
}

impl Cli {
    /// The settings in effect.
    ///
    /// # Errors
    /// What is wrong with the file or a setting, in English.
    pub fn config(&self) -> Result<Config, String> {
        let file = self.settings.config.as_deref().map(read_file).transpose()?.unwrap_or_default();
        let (given, default) = (&self.settings, Config::default());
        let catalogue = given.catalogue.clone().or(file.catalogue);
        let public_url = given.public_url.clone().or(file.public_url);
        if let Some(url) = public_url.as_ref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            return Err(format!("public_url begins with https:// or http://, unlike {url}"));
        }
        let not_blank = |value: &Option<String>| value.clone().filter(|text| !text.trim().is_empty());
        Ok(Config {
            listen: given.listen.or(file.listen).unwrap_or(default.listen),
            data_dir: given.data_dir.clone().or(file.data_dir).unwrap_or(default.data_dir),
            catalogue: catalogue.map_or(default.catalogue, Origin::Folder),
            public_url: public_url.map(|url| url.trim_end_matches('/').to_owned()),
            operator: not_blank(&given.operator).or(not_blank(&file.operator)),
            contact: not_blank(&given.contact).or(not_blank(&file.contact)),
            log_format: given.log_format.or(file.log_format).unwrap_or_default(),
        })
    }
}

fn read_file(path: &Path) -> Result<Settings, String> {
    let with_path = |e: &dyn std::fmt::Display| format!("the settings in {}: {e}", path.display());
    let text = std::fs::read_to_string(path).map_err(|e| with_path(&e))?;
    toml::from_str(&text).map_err(|e| with_path(&e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_flag_wins_over_the_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "listen = \"127.0.0.1:9\"\ndata_dir = \"/somewhere\"\n").unwrap();
        let path = file.path().to_str().unwrap();
        let cli = Cli::parse_from(["insatskatalog", "--config", path, "serve", "--data-dir", "/else"]);
        let config = cli.config().unwrap();
        assert_eq!(config.listen.port(), 9);
        assert_eq!(config.data_dir, Path::new("/else"));
        let address = ["insatskatalog", "--operator", " ", "--public-url", "https://insatser.example.se/"];
        let config = Cli::parse_from(address).config().unwrap();
        assert_eq!((config.public_url.as_deref(), config.operator), (Some("https://insatser.example.se"), None));
        assert!(Cli::parse_from(["insatskatalog", "--public-url", "insatser.example.se"]).config().is_err());
        std::fs::write(file.path(), "log_format = \"json\"").unwrap();
        let config = Cli::parse_from(["insatskatalog", "--config", path]).config().unwrap();
        assert_eq!(config.log_format, LogFormat::Json);
        let config = Cli::parse_from(["insatskatalog", "--config", path, "--log-format", "text"]).config().unwrap();
        assert_eq!(config.log_format, LogFormat::Text);
        std::fs::write(file.path(), "lisen = 1").unwrap();
        let cli = Cli::parse_from(["insatskatalog", "--config", path]);
        assert!(cli.config().unwrap_err().contains("lisen"));
    }
}
