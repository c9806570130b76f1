//! Writes the templates without line breaks and indentation to `target/templates`, where askama reads them
//! (`askama.toml`). Askama takes directories relative to the manifest only, so `OUT_DIR` cannot be used.

mod minimize;

use std::collections::BTreeSet;
use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};

const SOURCE: &str = "templates";
const TARGET: &str = "target/templates";

#[expect(clippy::print_stdout, reason = "cargo reads the instructions of a build script from its output")]
fn main() -> Result<()> {
    println!("cargo::rerun-if-changed={SOURCE}");
    let templates = files(Path::new(SOURCE))?;
    for path in &templates {
        write_if_changed(
            &Path::new(TARGET).join(path),
            &minimize::template(&fs::read_to_string(Path::new(SOURCE).join(path))?),
        )?;
    }
    // Deletes the copies of deleted templates, so that an include of one fails.
    for path in files(Path::new(TARGET))?.difference(&templates) {
        fs::remove_file(Path::new(TARGET).join(path))?;
    }
    Ok(())
}

/// Every file in a folder, relative to it.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = PathBuf::from(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?.into_iter().map(|path| name.join(path)));
        } else {
            found.insert(name);
        }
    }
    Ok(found)
}

/// Does not touch a file with equal content, so that the compiler sees no change. Replaces the file atomically,
/// because builds may run in parallel.
fn write_if_changed(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = path.with_extension(format!("{}.new", std::process::id()));
    fs::write(&new, text)?;
    fs::rename(new, path)
}
