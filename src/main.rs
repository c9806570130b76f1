//! Parses the command line and runs one command.

use clap::Parser;
use insatskatalog::command;
use insatskatalog::config::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match command::run(&cli) {
        Ok(code) => code,
        Err(error) => {
            // Prints the error and its causes on one line.
            eprintln!("insatskatalog: {error:#}");
            ExitCode::FAILURE
        }
    }
}
