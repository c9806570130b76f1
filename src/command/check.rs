//! `insatskatalog check`: prints all faults of a catalogue.

use catalogue_exchange::folder::{self, Origin};
use index::Lexicon;
use std::path::Path;
use std::process::ExitCode;

/// Prints each fault as `file:line: message`; the exit code is 1 when there is a fault.
///
/// Checks the shipped word lists against the shipped vocabularies, and the word lists of the operator in the folder
/// `own_lists`, if it exists, against the vocabularies of the checked catalogue.
#[expect(clippy::print_stdout, reason = "the faults are the command's answer")]
pub(super) fn run(origin: &Origin, own_lists: &Path) -> ExitCode {
    let mut faults: Vec<String> = folder::check(origin).iter().map(ToString::to_string).collect();
    if let Ok(catalogue) = folder::read(origin) {
        let shipped = (*origin == Origin::Shipped).then_some(None);
        let own = own_lists.is_dir().then_some(Some(own_lists));
        for folder in shipped.into_iter().chain(own) {
            faults.extend(Lexicon::check(folder, &catalogue.vocabularies).iter().map(ToString::to_string));
        }
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
