//! Embeds the lists of `lexicon/sv` that are there, and fingerprints the whole lexicon.
//!
//! The lists of `sv` are optional (another licence, see their README), so their absence is no error:
//! an absent list is an empty one. The fingerprint makes an index or a cached answer that was made
//! with other word lists or weights one of the past.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fmt::Write, fs, io};

const LISTS: [&str; 4] = ["first", "last", "words", "lemma"];

fn main() -> Result<(), Box<dyn Error>> {
    let lexicon = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("lexicon");
    let mut code = String::new();
    for name in LISTS {
        let path = lexicon.join("sv").join(name).with_extension("fst");
        let bytes = if path.is_file() { format!("include_bytes!(r\"{}\")", path.display()) } else { "&[]".to_owned() };
        writeln!(code, "pub(super) static {}: &[u8] = {bytes};", name.to_uppercase())?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sv.rs"), code)?;
    println!("cargo::rustc-env=LEXICON_FINGERPRINT={:016x}", fingerprint(&lexicon)?);
    println!("cargo::rerun-if-changed=lexicon");
    Ok(())
}

/// A number that is another whenever a file of the lexicon is.
fn fingerprint(lexicon: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for path in files(lexicon)? {
        hasher.write(&fs::read(&path)?);
        hasher.write_u8(0);
    }
    Ok(hasher.finish())
}

/// Every file below a folder, in a fixed order.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    let mut out = Vec::new();
    for path in entries {
        if path.is_dir() {
            out.extend(files(&path)?);
        } else {
            out.push(path);
        }
    }
    Ok(out)
}
