//! Embeds the lists of `lexicon/sv`, and hashes the lists that records are indexed with.
//!
//! The lists of `sv` are optional (another licence, see their README): an absent list is empty. An index that was
//! built with another hash is rebuilt. Files that concern queries have a hash of their own (`index::Lexicon`).

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fmt::Write, fs, io};

/// Files that concern queries or pages only; every other file decides how records are indexed.
const OF_QUERIES: [&str; 6] =
    ["detection.toml", "everyday.toml", "hyphenation.txt", "ranking.toml", "synonyms.txt", "weak_heads.txt"];
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

/// Hash of the lists that records are indexed with.
fn fingerprint(lexicon: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    let of_queries = |path: &PathBuf| OF_QUERIES.iter().any(|name| path.ends_with(name));
    for path in files(lexicon)?.into_iter().filter(|path| !of_queries(path)) {
        hasher.write(&fs::read(&path)?);
        hasher.write_u8(0);
    }
    Ok(hasher.finish())
}

/// Every file below a folder, sorted by path.
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
