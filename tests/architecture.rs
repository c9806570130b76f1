//! The directions that the compiler does not enforce.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push(path);
            }
        }
    }
    out
}

fn mentions(path: &Path, words: &[&str]) -> bool {
    let text = fs::read_to_string(path).unwrap();
    words.iter().any(|word| text.contains(word))
}

fn all() -> Vec<PathBuf> {
    [
        "src",
        "catalogue/model/src",
        "catalogue/store/src",
        "catalogue/exchange/src",
        "index/search/src",
        "index/swedish/src",
    ]
    .into_iter()
    .flat_map(rust_files)
    .collect()
}

#[test]
fn sql_stands_in_the_store_only() {
    for path in all().iter().filter(|p| !p.to_string_lossy().contains("catalogue/store/src")) {
        assert!(!mentions(path, &["sqlx::"]), "{}", path.display());
    }
}

#[test]
fn tantivy_stands_in_the_index_only() {
    for path in all().iter().filter(|p| !p.to_string_lossy().contains("/index/search/src/")) {
        assert!(!mentions(path, &["tantivy::", "use tantivy"]), "{}", path.display());
    }
}

#[test]
fn axum_stands_in_the_web_only() {
    let allowed = ["/src/web/", "/src/app.rs", "/src/command/serve.rs"];
    for path in all().iter().filter(|p| !allowed.iter().any(|a| p.to_string_lossy().contains(a))) {
        assert!(!mentions(path, &["axum::"]), "{}", path.display());
    }
}

#[test]
fn pages_and_api_do_not_know_each_other() {
    for (folder, other) in [("src/web/pages", "web::api"), ("src/web/api", "web::pages")] {
        for path in rust_files(folder) {
            assert!(!mentions(&path, &[other]), "{}", path.display());
        }
    }
}

#[test]
fn no_file_grows_past_four_hundred_lines() {
    for path in all() {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        assert!(code <= 400, "{}: {code} lines", path.display());
    }
}
