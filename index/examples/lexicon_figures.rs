//! stdin words -> lemma, parts
use index::analysis::{compound::parts, dictionary, lemma::lemma};
use std::io::BufRead;
fn main() {
    for l in std::io::stdin().lock().lines() {
        let w = l.unwrap();
        println!(
            "{w}\t{}\t{}\t{}\t{}",
            lemma(&w),
            parts(&w).join("|"),
            dictionary::is_word(&w),
            dictionary::unfold(&w).unwrap_or_default()
        );
    }
}
