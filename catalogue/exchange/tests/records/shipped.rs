//! The shipped catalogue: complete, sourced, readable and without personal data.

use catalogue::personal;
use catalogue::record::PartialDate;
use catalogue_exchange::folder::{self, FileRecord, Origin};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn records() -> Vec<FileRecord> {
    folder::read(&Origin::Shipped).unwrap().records
}

#[test]
fn the_shipped_catalogue_has_no_fault() {
    let faults: Vec<String> = folder::check(&Origin::Shipped).iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(records().len() >= 30);
}

/// Letters and digits only: line breaks and hyphens of the converted documents are ignored.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn every_quote_is_in_its_document() {
    let folder = repository().parent().unwrap().join("shared/sources");
    if !folder.is_dir() {
        println!("skipped: no ../shared");
        return;
    }
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut missing = Vec::new();
    for file in records() {
        for source in file.valid.record.sources.iter().filter(|s| s.quote.is_some()) {
            let text = texts.entry(source.document.clone()).or_insert_with(|| {
                squeezed(&std::fs::read_to_string(folder.join(format!("{}.txt", source.document))).unwrap_or_default())
            });
            let quote = source.quote.as_deref().unwrap_or_default();
            let whole = quote.split(['…', '[', ']']).map(squeezed).all(|part| text.contains(&part));
            if !whole {
                missing.push(format!("{}: “{quote}” is not in {}", file.file, source.document));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// LIX: words per sentence plus the percentage of words of more than six letters.
fn lix(text: &str) -> f64 {
    let words: Vec<usize> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .map(|w| w.chars().count())
        .collect();
    let sentences = text.split(['.', '!', '?', ':', '\n']).filter(|s| s.chars().any(char::is_alphabetic)).count();
    let long = words.iter().filter(|n| **n > 6).count();
    words.len() as f64 / sentences.max(1) as f64 + 100.0 * long as f64 / words.len().max(1) as f64
}

#[test]
fn texts_are_plain() {
    let mut hard = Vec::new();
    for file in records() {
        let record = &file.valid.record;
        let text =
            format!("{}\n{}", record.summary.as_deref().unwrap_or(""), record.description.as_deref().unwrap_or(""));
        let found = lix(&text);
        if found > 45.0 {
            hard.push(format!("{}: LIX {found:.0}", file.file));
        }
    }
    assert!(hard.is_empty(), "{} texts\n{}", hard.len(), hard.join("\n"));
}

#[test]
fn shipped_records_are_published_unreviewed_and_dated_by_their_newest_source() {
    for file in records() {
        let record = &file.valid.record;
        assert_eq!(record.state.name(), "published", "{}", file.file);
        assert!(record.last_reviewed.is_none() && record.review_by.is_none(), "{}: reading is no review", file.file);
        let newest = record.sources.iter().filter_map(|s| s.date).map(PartialDate::last_day).max();
        assert_eq!(record.as_of.map(PartialDate::last_day), newest, "{}", file.file);
    }
}

fn text_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            text_files(&path, out);
        } else {
            out.push(path);
        }
    }
}

#[test]
fn nothing_that_ships_points_to_a_person() {
    let root = repository();
    let mut files = vec![root.join("README.md"), root.join("CHANGELOG.md"), root.join("CONTRIBUTING.md")];
    for folder in ["catalogue/data", "templates", "locales", "docs"] {
        text_files(&root.join(folder), &mut files);
    }
    assert!(files.len() > 100);
    let mut found = Vec::new();
    for path in files {
        // Salted hashes, and help numbers.
        if path.ends_with("persons.txt") || path.ends_with("help_numbers.toml") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for (i, line) in text.lines().enumerate() {
            if let Some(finding) = personal::find(line) {
                found.push(format!("{}:{}: {}", path.display(), i + 1, finding.reason()));
            }
        }
        // A name may be broken over two lines.
        if found.is_empty() && personal::find(&text) == Some(personal::PersonalData::Name) {
            found.push(format!("{}: a name over two lines", path.display()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
