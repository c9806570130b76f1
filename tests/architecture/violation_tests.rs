//! Tests of the rules on a small workspace with the folders of this one. Each test adds one violation.

use super::imports::imports;
use super::rules;
use super::tree::Tree;
use crate::{CYCLE_LIMITS, IMPORT_RULES, LAYERS, LONGEST_FILE};
use std::fs;
use std::path::Path;

/// A workspace without violations.
const SOUND: &[(&str, &str)] = &[
    (
        "Cargo.toml",
        "workspace.members = ['catalogue/model', 'catalogue/store', 'index/search']\npackage.name = 'insatskatalog'\n\
         dependencies = { axum = '1', catalogue-store = '1', catalogue = '1', index = '1', serde = '1', sqlx = '1' }",
    ),
    ("src/lib.rs", "pub mod indexer; pub mod web; mod app;"),
    ("src/main.rs", "fn main() { insatskatalog::indexer::follow(); }"),
    ("src/app.rs", "use axum::extract::FromRef; pub struct App(catalogue_store::Store);"),
    ("src/indexer.rs", "use catalogue_store::Store; pub fn follow() {}"),
    ("src/web/mod.rs", "pub mod api; mod http; pub mod pages; mod present; mod router;\npub use router::router;"),
    ("src/web/http/mod.rs", "pub mod error;"),
    ("src/web/http/error.rs", "use axum::http::StatusCode; pub struct Problem;"),
    ("src/web/present/mod.rs", "pub mod labels;"),
    ("src/web/present/labels.rs", "use super::super::http::error::Problem; pub fn label() -> &'static str { \"\" }"),
    ("src/web/api/mod.rs", "pub mod list;"),
    ("src/web/api/list.rs", "use crate::web::present::labels; pub fn list() { labels::label(); }"),
    ("src/web/pages/mod.rs", "pub mod start;"),
    (
        "src/web/pages/start.rs",
        "use crate::web::present::labels::label; pub fn title() { label(); } pub enum Kind { One }",
    ),
    ("src/web/router.rs", "use super::{api, pages}; pub fn router() { api::list::list(); pages::start::title(); }"),
    ("catalogue/model/Cargo.toml", "package.name = 'catalogue'\ndependencies = { jiff = '1' }"),
    ("catalogue/model/src/lib.rs", "pub mod record;"),
    ("catalogue/model/src/record.rs", "use std::{fmt, io}; pub struct Record;"),
    ("catalogue/store/Cargo.toml", "package.name = 'catalogue-store'\ndependencies = { sqlx = '1', catalogue = '1' }"),
    ("catalogue/store/src/lib.rs", "mod rows; pub use rows::Store;"),
    ("catalogue/store/src/rows.rs", "use sqlx::Row; use catalogue::record::Record; pub struct Store;"),
    ("index/search/Cargo.toml", "package.name = 'index'\ndependencies = { tantivy = '1', catalogue = '1' }"),
    (
        "index/search/src/lib.rs",
        "mod answer; mod count; mod disk; mod error;\npub use answer::search; pub use error::Error;",
    ),
    ("index/search/src/error.rs", "pub struct Error(tantivy::TantivyError);"),
    ("index/search/src/disk/mod.rs", "use crate::Error; pub struct Columns;"),
    ("index/search/src/count/mod.rs", "use crate::disk::Columns; pub fn count() {}"),
    ("index/search/src/answer/mod.rs", "use crate::{count::count, disk::Columns}; pub fn search() { count(); }"),
];

/// All violations of the rules in the workspace [`SOUND`] after these files are added or replaced.
fn violations(planted: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in SOUND.iter().chain(planted) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    violations_in(folder.path())
}

fn violations_in(folder: &Path) -> Vec<String> {
    let tree = Tree::read(folder, &[]);
    let imports = imports(&tree);
    let mut out: Vec<String> = IMPORT_RULES.iter().flat_map(|rule| rule.violations(&tree, &imports)).collect();
    out.extend(LAYERS.iter().flat_map(|layers| layers.violations(&tree, &imports)));
    out.extend(CYCLE_LIMITS.iter().flat_map(|cycles| cycles.violations(&tree, &imports)));
    out.extend(rules::long_files(&tree, LONGEST_FILE));
    out.extend(rules::unread_files(&tree, folder));
    out
}

/// Asserts that there is a violation that begins with `expected`.
#[track_caller]
fn assert_found(planted: &[(&str, &str)], expected: &str) {
    let found = violations(planted);
    assert!(found.iter().any(|line| line.starts_with(expected)), "{planted:#?}\nexpected {expected}\nfound {found:#?}");
}

/// Asserts that a line in `src/web/api/list.rs` imports the pages.
#[track_caller]
fn assert_reaches_pages(line: &str) {
    let text = format!("\n{line}\n");
    assert_found(&[("src/web/api/list.rs", text.as_str())], "src/web/api/list.rs:2 imports src/web/pages/start.rs");
}

#[test]
fn a_sound_workspace_has_no_violation() {
    assert_eq!(violations(&[]), Vec::<String>::new());
}

#[test]
fn an_import_by_crate_super_or_self_is_found() {
    assert_reaches_pages("use crate::web::pages::start::title;");
    assert_reaches_pages("use super::super::pages::start::title;");
    assert_reaches_pages("use self::super::super::pages::start::title;");
    assert_reaches_pages("use crate::web::{http::error::Problem, pages::{self, start::{title as t}}};");
    assert_reaches_pages("fn list() { use crate::web::pages::start::title; }");
    assert_reaches_pages("mod inner { use super::super::super::pages::start::title; }");
}

#[test]
fn a_path_without_use_is_found() {
    assert_reaches_pages("fn list() { crate::web::pages::start::title() }");
    assert_reaches_pages("fn list() -> super::super::pages::start::Kind { todo!() }");
    assert_reaches_pages("impl From<crate::web::pages::start::Kind> for Problem {}");
    assert_reaches_pages("fn list(k: &Kind) { matches!(k, crate::web::pages::start::Kind::One) }");
    assert_reaches_pages("fn list() { format!(\"{}\", [crate::web::pages::start::title()]) }");
    assert_reaches_pages("macro_rules! title { () => { $crate::web::pages::start::title() } }");
    assert_reaches_pages("#[derive(crate::web::pages::start::Kind)] struct List;");
    assert_reaches_pages("struct List { #[serde(with = \"crate::web::pages::start\")] member: u8 }");
}

#[test]
fn a_path_through_another_name_is_found() {
    assert_reaches_pages("use crate::web as w; fn list() { w::pages::start::title() }");
    assert_reaches_pages("use super::super::pages; fn list() { pages::start::title() }");
    assert_reaches_pages("extern crate self as own; use crate::web::pages::start::Kind::*;");
}

#[test]
fn a_name_of_a_re_export_is_found_where_it_is_defined() {
    let facade =
        ("src/web/mod.rs", "pub mod api; mod http; pub mod pages; mod present; pub use pages::start::title as t;");
    let list = ("src/web/api/list.rs", "use crate::web::t;");
    assert_found(&[facade, list], "src/web/api/list.rs:1 imports src/web/pages/start.rs by `crate::web::t`");
    // Through a second re-export, in a file that may import the pages itself.
    let files = [
        facade,
        ("src/lib.rs", "pub mod indexer; pub mod web; mod app; pub use app::title;"),
        ("src/app.rs", "pub use crate::web::t as title;"),
        ("src/web/api/list.rs", "use crate::title;"),
    ];
    assert_found(&files, "src/web/api/list.rs:1 imports src/web/pages/start.rs by `crate::title`");
    // From a library, in the program.
    let main = ("src/main.rs", "fn main() { insatskatalog::web::t() }");
    assert_found(&[facade, main], "src/main.rs:1 imports src/web/pages/start.rs by");
}

#[test]
fn a_glob_is_found() {
    assert_reaches_pages("use crate::web::pages::start::*;");
    assert_reaches_pages("use super::super::*; fn list() { pages::start::title() }");
    let facade = ("src/app.rs", "pub use crate::web::pages::start::*;");
    let list = ("src/web/api/list.rs", "use crate::app::*;\nfn list() { title() }");
    assert_found(&[facade, list], "src/web/api/list.rs:2 imports src/web/pages/start.rs by `title`");
    let list = ("src/web/api/list.rs", "use crate::app::*;\nfn list() { log!(title()) }");
    assert_found(&[facade, list], "src/web/api/list.rs:2 imports src/web/pages/start.rs by `title`");
}

#[test]
fn a_name_that_imports_nothing_is_no_violation() {
    for text in [
        "#[cfg(test)] mod tests { use crate::web::pages::start::title; }",
        "#[cfg(test)] use crate::web::pages::start::title;",
        "#[cfg(all(test, unix))] fn list() { crate::web::pages::start::title() }",
        "struct List; impl List { #[cfg(test)] fn list() { crate::web::pages::start::title() } }",
        "/// As [`crate::web::pages::start::title`].\nfn list() {}",
        "const TEXT: &str = \"crate::web::pages::start::title\";",
        "fn list() { let pages = 1; let start = pages; }",
        "fn list<pages: Tr>() { pages::start() }",
    ] {
        assert_eq!(violations(&[("src/web/api/list.rs", text)]), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn every_import_rule_of_other_crates_is_checked() {
    for (file, text, found) in [
        ("src/indexer.rs", "fn follow() { sqlx::query(\"\") }", "src/indexer.rs:1 imports sqlx::query"),
        ("src/indexer.rs", "use sqlx as db;", "src/indexer.rs:1 imports sqlx"),
        ("src/indexer.rs", "use axum::Router;", "src/indexer.rs:1 imports axum::Router"),
        ("catalogue/model/src/record.rs", "use std::{io, fs};", "catalogue/model/src/record.rs:1 imports std::fs"),
        (
            "catalogue/model/src/record.rs",
            "use std as s; fn f() { s::env::var() }",
            "catalogue/model/src/record.rs:1 imports std",
        ),
        ("catalogue/model/src/record.rs", "use std::time::*;", "catalogue/model/src/record.rs:1 imports std::time::*"),
        (
            "catalogue/model/src/record.rs",
            "fn f() { ::std::net::lookup() }",
            "catalogue/model/src/record.rs:1 imports std::net",
        ),
        (
            "catalogue/model/src/record.rs",
            "use jiff::Timestamp; fn f() { Timestamp::now() }",
            "catalogue/model/src/record.rs:1 imports jiff",
        ),
    ] {
        assert_found(&[(file, text)], found);
    }
    // The compiler refuses a crate that is no dependency, so the name may be that of something else.
    let other = ("catalogue/store/src/rows.rs", "fn f<tantivy: Open>() { tantivy::open() } pub struct Store;");
    assert_eq!(violations(&[other]), Vec::<String>::new());
    // From the store, under another name.
    let store = ("catalogue/store/src/lib.rs", "mod rows; pub use rows::Store; pub use sqlx::Row as Line;");
    let indexer = ("src/indexer.rs", "use catalogue_store::Line;");
    assert_found(&[store, indexer], "src/indexer.rs:1 imports sqlx::Row by `catalogue_store::Line`");
    let index = (
        "index/search/src/lib.rs",
        "pub mod answer; mod count; mod disk; pub mod error; pub use tantivy; pub use error::Error;",
    );
    let indexer = ("src/indexer.rs", "use index::tantivy::Index;");
    assert_found(&[index, indexer], "src/indexer.rs:1 imports tantivy::Index");
}

#[test]
fn every_layer_rule_is_checked() {
    for (file, text, found) in [
        (
            "src/web/http/error.rs",
            "use crate::web::present::labels::label;",
            "src/web/http/error.rs:1 imports src/web/present/",
        ),
        (
            "src/web/present/labels.rs",
            "pub fn label() { crate::web::api::list::list() }",
            "src/web/present/labels.rs:1 imports src/web/api/",
        ),
        ("src/web/pages/start.rs", "use crate::web::api::list::list;", "src/web/pages/start.rs:1 imports src/web/api/"),
        ("src/web/pages/start.rs", "use crate::web::router;", "src/web/pages/start.rs:1 imports src/web/router.rs"),
        (
            "index/search/src/disk/mod.rs",
            "use super::count::count;",
            "index/search/src/disk/mod.rs:1 imports index/search/src/count/",
        ),
        (
            "index/search/src/disk/mod.rs",
            "use crate::search;",
            "index/search/src/disk/mod.rs:1 imports index/search/src/answer/",
        ),
    ] {
        assert_found(&[(file, text)], found);
    }
    let files =
        [("src/web/mod.rs", "pub mod api; mod http; pub mod pages; mod present; mod extra;"), ("src/web/extra.rs", "")];
    assert_found(&files, "src/web/extra.rs is on no layer");
    assert_found(&[("src/indexer.rs", "use crate::web::router;")], "src/indexer.rs:1 imports src/web/router.rs");
}

#[test]
fn a_cycle_of_three_files_is_allowed_in_the_web_and_one_of_four_is_not() {
    let modules = ("src/web/api/mod.rs", "pub mod list; mod a; mod b; mod c; mod d;");
    let cycle = |of_three: bool| {
        let last = if of_three { "use super::a::A; pub struct C;" } else { "use super::d::D; pub struct C;" };
        violations(&[
            modules,
            ("src/web/api/a.rs", "use super::b::B; pub struct A;"),
            ("src/web/api/b.rs", "pub struct B; fn b() { crate::web::api::c::C }"),
            ("src/web/api/c.rs", last),
            ("src/web/api/d.rs", "use super::a; pub struct D(a::A);"),
        ])
    };
    assert_eq!(cycle(true), Vec::<String>::new());
    let found = cycle(false);
    assert!(found.len() == 1 && found[0].starts_with("4 files of src/web/ import each other"), "{found:#?}");
}

#[test]
fn a_cycle_across_folders_is_found_in_the_store() {
    let files = [
        ("catalogue/store/src/lib.rs", "mod rows; mod write; pub use rows::Store;"),
        ("catalogue/store/src/rows.rs", "use crate::write::log::Log; pub struct Store;"),
        ("catalogue/store/src/write/mod.rs", "pub mod log;"),
        ("catalogue/store/src/write/log.rs", "use crate::Store; pub struct Log;"),
    ];
    assert_found(&files, "an import cycle goes across folders of catalogue/store/src/");
}

#[test]
fn only_code_outside_of_tests_counts_as_lines() {
    let code = "fn f() {}\n";
    let test = format!("/// Doc.\n#[cfg(test)]\nmod tests {{\n{}}}\n", code.repeat(500));
    // The first occurrence of `#[cfg(test)]` does not end the count.
    let longest = format!("#[cfg(test)]\nuse std::fmt;\n{}{test}", code.repeat(LONGEST_FILE));
    assert_eq!(violations(&[("src/indexer.rs", &longest)]), Vec::<String>::new());
    let longer = format!("{longest}// One more.\n");
    assert_found(&[("src/indexer.rs", &longer)], "src/indexer.rs has 401 lines");
}

#[test]
fn a_file_that_no_module_declares_is_found() {
    assert_found(&[("src/web/api/unused.rs", "")], "src/web/api/unused.rs is in no module tree");
    let test = ("src/app.rs", "#[cfg(test)] mod gold_tests;");
    assert_eq!(violations(&[test, ("src/app/gold_tests.rs", "use crate::web::router;")]), Vec::<String>::new());
}

#[test]
fn a_forbidden_dependency_is_found() {
    let manifest = |text: &str| toml::from_str::<toml::Value>(&format!("package.name = 'index'\n{text}")).unwrap();
    let found =
        |text: &str| rules::package_violations(&manifest(text), &["catalogue", "swedish", "store"], &["swedish"]);
    assert_eq!(found("[dependencies]\nswedish = '1'\nserde = '1'"), Vec::<String>::new());
    assert_eq!(found("[dev-dependencies]\nstore = { path = '..' }"), Vec::<String>::new());
    assert_eq!(found("[dependencies]\nstore = { path = '..' }"), ["index depends on store"]);
    assert_eq!(found("[dependencies]\nother = { path = '..', package = 'store' }"), ["index depends on store"]);
    assert_eq!(found("[build-dependencies.catalogue]\npath = '..'"), ["index depends on catalogue"]);
    assert_eq!(found("[target.'cfg(unix)'.dependencies]\nstore.path = '..'"), ["index depends on store"]);

    let tree = "index v0.1.0 (/somewhere)\nserde v1.0.0\nsqlx-core v0.9.0\nzip v9.0.0 (*)\nzipper v1.0.0\n";
    let forbidden = rules::forbidden_packages(tree, &["sqlx", "zip", "csv"]);
    assert_eq!(forbidden.into_iter().collect::<Vec<_>>(), ["sqlx-core", "zip"]);
}
