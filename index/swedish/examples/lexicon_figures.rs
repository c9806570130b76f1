//! Cost of the lists: `cargo run --release -p swedish --example lexicon_figures -- WORDS`, where WORDS is a file with
//! one word a line. Prints the loading time, the resident memory before, after loading and after all words (Linux),
//! and the time of each function for a word.

use std::{error::Error, fs, hint::black_box, io::Write, time::Instant};
use swedish::{compound, dictionary, lemma};

/// Resident memory in KB, and its anonymous part.
fn memory() -> (String, String) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("?").trim().to_owned();
    (field("VmRSS:"), field("RssAnon:"))
}

type Function = fn(&str);

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args_os().nth(1).ok_or("lexicon_figures WORDS")?;
    let text = fs::read_to_string(file)?;
    let words: Vec<&str> = text.lines().collect();
    let mut out = std::io::stdout().lock();
    let before = memory();
    let start = Instant::now();
    black_box(lemma::lemma("insatserna"));
    writeln!(out, "load        {:?}; resident, of it own: {before:?} before, {:?} after", start.elapsed(), memory())?;
    let functions: [(&str, Function); 4] = [
        ("lemma", |word| drop(black_box(lemma::lemma(word)))),
        ("parts", |word| drop(black_box(compound::parts(word)))),
        ("is_word", |word| _ = black_box(dictionary::is_word(word))),
        ("restore", |word| drop(black_box(dictionary::restore_diacritics(word)))),
    ];
    for (name, function) in functions {
        let start = Instant::now();
        for word in &words {
            function(word);
        }
        writeln!(out, "{name:<11} {:?} a word", start.elapsed() / u32::try_from(words.len().max(1))?)?;
    }
    writeln!(out, "resident, of it own: {:?} after {} words", memory(), words.len())?;
    Ok(())
}
