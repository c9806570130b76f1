//! `insatskatalog check`: every fault of a catalogue at once.

use catalogue::folder::{self, Origin};
use std::process::ExitCode;

/// Prints each fault as `file:line: message`; exit 1 when there is one.
#[expect(clippy::print_stdout, reason = "the faults are the command's answer")]
pub(super) fn run(origin: &Origin) -> ExitCode {
    let mut faults: Vec<String> = folder::check(origin).iter().map(ToString::to_string).collect();
    // The word lists of the search belong to the shipped vocabularies.
    if let (Origin::Shipped, Ok(catalogue)) = (origin, folder::read(origin)) {
        faults.extend(index::lexicon::check(&catalogue.vocabularies));
    }
    for fault in &faults {
        println!("{fault}");
    }
    if faults.is_empty() {
        println!("ok");
        return ExitCode::SUCCESS;
    }
    eprintln!("insatskatalog: {} faults", faults.len());
    ExitCode::FAILURE
}
