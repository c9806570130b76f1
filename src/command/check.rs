//! `insatskatalog check`: every fault of a catalogue at once.

use catalogue::folder::{self, Origin};
use std::process::ExitCode;

/// Prints each fault as `file:line: message`; exit 1 when there is one.
pub fn run(origin: &Origin) -> ExitCode {
    let faults = folder::check(origin);
    for fault in &faults {
        println!("{fault}");
    }
    if faults.is_empty() {
        println!("ok");
        ExitCode::SUCCESS
    } else {
        eprintln!("{} faults", faults.len());
        ExitCode::FAILURE
    }
}
