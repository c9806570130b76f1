//! Embeds the lists of `lexicon/sv`, and hashes the lists that records are indexed with.
//!
//! The lists of `sv` are optional (another licence, see their README): an absent list is empty. An index that was
//! built with another hash is rebuilt. Files that concern queries have a hash of their own (`index::Lexicon`).

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fmt::Write, fs, io};

/// Files and folders that decide how records are indexed; all others concern queries or pages.
const OF_INDEX: [&str; 6] = ["compounds.txt", "lemmas.txt", "misleading_heads.txt", "stopwords.txt", "sv", "whole.txt"];
const LISTS: [&str; 4] = ["first", "last", "words", "lemma"];

fn main() -> Result<(), Box<dyn Error>> {
    let lexicon = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../lexicon");
    let mut code = String::new();
    for name in LISTS {
        let path = lexicon.join("sv").join(name).with_extension("fst");
        let bytes = if path.is_file() { format!("include_bytes!(r\"{}\")", path.display()) } else { "&[]".to_owned() };
        writeln!(code, "pub(super) static {}: &[u8] = {bytes};", name.to_uppercase())?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sv.rs"), code)?;
    println!("cargo::rustc-env=LEXICON_FINGERPRINT={:016x}", fingerprint(&lexicon)?);
    for name in OF_INDEX {
        println!("cargo::rerun-if-changed=../lexicon/{name}");
    }
    Ok(())
}

/// Hash of the lists that records are indexed with.
fn fingerprint(lexicon: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for name in OF_INDEX {
        for path in files(&lexicon.join(name))? {
            hasher.write(&fs::read(&path)?);
            hasher.write_u8(0);
        }
    }
    Ok(hasher.finish())
}

/// A file itself, or every file below a folder, sorted by path; none for a missing path.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(if path.is_file() { vec![path.to_owned()] } else { Vec::new() });
    }
    let mut entries = fs::read_dir(path)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    let mut out = Vec::new();
    for entry in entries {
        out.extend(files(&entry)?);
    }
    Ok(out)
}
