//! Packs the tables of `scripts/derive-lexicon` into finite-state transducers.
//!
//! `cargo run -p swedish --example pack_lexicon -- TABLES TARGET` reads `TABLES/{name}.tsv` (form, tab,
//! word; sorted by bytes) and writes `TARGET/{name}.fst`.

use std::{error::Error, fs, path::Path};
use swedish::{edit, stem};

/// Packs the rows of one table that `keep` accepts.
fn pack(tables: &Path, target: &Path, name: &str, keep: fn(&str, &str) -> bool) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(tables.join(name).with_extension("tsv"))?;
    let mut builder = fst::MapBuilder::memory();
    for row in text.lines() {
        let (form, word) = row.split_once('\t').ok_or("a row without a tab")?;
        let value = if word.is_empty() { Some(0) } else { edit::encode(form, word) };
        if let Some(value) = value.filter(|_| keep(form, word)) {
            builder.insert(form, value)?;
        }
    }
    fs::write(target.join(name).with_extension("fst"), builder.into_inner()?)?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folders: Vec<_> = std::env::args_os().skip(1).collect();
    let [tables, target] = folders.as_slice() else { return Err("pack_lexicon TABLES TARGET".into()) };
    let (tables, target) = (Path::new(tables), Path::new(target));
    for name in ["first", "last", "words"] {
        pack(tables, target, name, |_, _| true)?;
    }
    pack(tables, target, "lemma", |form, word| stem(form) != stem(word))
}
