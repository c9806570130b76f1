//! Documents and comments refer only to files that are in the repository.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are not part of the repository.
const SKIP: [&str; 5] = [".git", "target", "data", "node_modules", "shots"];

/// Extensions of names that are checked. Other extensions, such as `.csv`, also occur in names of users' files.
const ENDINGS: [&str; 7] = [".rs", ".md", ".mjs", ".html", ".ftl", ".sql", "/"];

/// Files that are not checked: the history, and tests with invented files.
const EXCEPT: [&str; 3] = ["CHANGELOG.md", "tests/documents.rs", "tests/architecture/"];

/// All files and folders below `folder` as relative paths; folders end with `/`.
fn paths_in(folder: &Path) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(folder.join(&at)).unwrap().flatten() {
            let path = at.join(entry.file_name());
            let text = path.to_string_lossy().replace('\\', "/");
            // `catalogue/data` is part of the repository; `data` at the top is the data directory of a service.
            if SKIP.contains(&entry.file_name().to_string_lossy().as_ref()) && text != "catalogue/data" {
                continue;
            }
            if entry.path().is_dir() {
                out.insert(format!("{text}/"));
                // Records are not checked, because their texts refer to documents elsewhere.
                if entry.file_name() != "interventions" {
                    folders.push(path);
                }
            } else {
                out.insert(text);
            }
        }
    }
    out
}

/// The file names in a text, as `(line, name)`. In Rust files only comments are read.
fn names_in(text: &str, is_rust: bool) -> Vec<(usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-./{}*…".contains(c);
    let lines = text.lines().enumerate().filter(|(_, line)| !is_rust || line.trim_start().starts_with("//"));
    let names = lines.flat_map(|(n, line)| line.split(|c| !is_part(c)).map(move |name| (n + 1, name)));
    let is_file = |name: &str| {
        let ending = ENDINGS.iter().find(|ending| name.ends_with(**ending));
        ending.is_some_and(|e| name.len() > e.len()) && !name.starts_with(['/', '.']) && !name.contains(['{', '*', '…'])
    };
    names.map(|(n, name)| (n, name.trim_end_matches('.'))).filter(|(_, name)| is_file(name)).collect()
}

/// Names in `text` that are not the end of a path in the repository.
fn unknown_names(document: &str, text: &str, paths: &BTreeSet<String>) -> Vec<String> {
    let is_rust = Path::new(document).extension().is_some_and(|extension| extension == "rs");
    let exists = |name: &str| {
        // A folder alone, or one outside of the repository (`and/or/`), is not checked.
        let top = name.split_inclusive('/').next().unwrap_or_default();
        let is_foreign_folder = name.ends_with('/') && (name == top || !paths.contains(top));
        let ends_in =
            |path: &String| path.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'));
        is_foreign_folder || paths.iter().any(ends_in)
    };
    let names = names_in(text, is_rust).into_iter().filter(|(_, name)| !exists(name));
    names.map(|(line, name)| format!("{document}:{line} names {name}")).collect()
}

#[test]
fn every_file_that_a_document_or_comment_names_is_in_the_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = paths_in(root);
    let is_read =
        |path: &&String| Path::new(path).extension().is_some_and(|extension| extension == "md" || extension == "rs");
    let documents = paths.iter().filter(is_read).filter(|path| !EXCEPT.iter().any(|except| path.starts_with(except)));
    let unknown: Vec<String> =
        documents.flat_map(|path| unknown_names(path, &fs::read_to_string(root.join(path)).unwrap(), &paths)).collect();
    assert!(unknown.is_empty(), "{} names without a file:\n{}", unknown.len(), unknown.join("\n"));
}

#[test]
fn a_name_without_a_file_is_found() {
    let paths = ["src/", "src/web/", "src/web/router.rs", "docs/search.md"].map(str::to_owned).into();
    let unknown = |document: &str, text: &str| unknown_names(document, text, &paths);
    assert_eq!(unknown("a.md", "As `web/router.rs` and (docs/search.md), see src/web/."), Vec::<String>::new());
    assert_eq!(unknown("a.md", "One\n[two](docs/gone.md)"), ["a.md:2 names docs/gone.md"]);
    assert_eq!(unknown("a.md", "`outer.rs`, `src/web/api/`"), ["a.md:1 names outer.rs", "a.md:1 names src/web/api/"]);
    assert_eq!(unknown("a.rs", "let x = \"gone.md\";\n    /// As gone.md."), ["a.rs:2 names gone.md"]);
    assert_eq!(unknown("a.md", "`interventions/{id}.md`, text/, https://example.org/"), Vec::<String>::new());
}
