//! Embeds the lists of `lexicon/sv` that are there. They are optional (another licence, see their
//! README), so their absence is no error: an absent list is an empty one.

use std::{env, error::Error, fmt::Write, fs, path::Path};

const LISTS: [&str; 4] = ["first", "last", "words", "lemma"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("lexicon/sv");
    let mut code = String::new();
    for name in LISTS {
        let path = folder.join(name).with_extension("fst");
        let bytes = if path.is_file() { format!("include_bytes!(r\"{}\")", path.display()) } else { "&[]".to_owned() };
        writeln!(code, "pub(super) static {}: &[u8] = {bytes};", name.to_uppercase())?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sv.rs"), code)?;
    println!("cargo::rerun-if-changed=lexicon/sv");
    Ok(())
}
