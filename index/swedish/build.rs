//! Embeds the lists of `lexicon/sv` that are there, and fingerprints the lists that records are indexed with.
//!
//! The lists of `sv` are optional (another licence, see their README), so their absence is no error:
//! an absent list is an empty one. The fingerprint makes an index that was made with other lists one of
//! the past. What only the understanding of queries uses has a fingerprint of its own (`Lexicon`).

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fmt::Write, fs, io};

/// Files that say nothing about how a record is indexed.
const OF_QUERIES: [&str; 3] = ["synonyms.txt", "everyday.toml", "ranking.toml"];
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
    println!("cargo::rerun-if-changed=../lexicon");
    Ok(())
}

/// A number that is another whenever a list that records are indexed with is.
fn fingerprint(lexicon: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    let of_queries = |path: &PathBuf| OF_QUERIES.iter().any(|name| path.ends_with(name));
    for path in files(lexicon)?.into_iter().filter(|path| !of_queries(path)) {
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
