//! Dependency rules that the compiler does not enforce: which files may import which, which crates a package may
//! compile, and the maximum size of import cycles and files.
//!
//! The tables below contain the rules. `architecture/tree.rs` finds the modules and
//! `architecture/file_reader.rs` parses their files with `syn`, `architecture/imports.rs` resolves every path to the file that defines its name (through `use`, `super::`, re-exports, globs, fully qualified
//! paths, macros and attributes), `architecture/rules.rs` checks the rules, and `architecture/violation_tests.rs` tests
//! that a violation of each rule is found.
//!
//! `cargo test --test architecture -- --nocapture` prints the import cycles.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "the figures are read with --nocapture")]

mod architecture {
    mod file_reader;
    pub(crate) mod imports;
    pub(crate) mod rules;
    pub(crate) mod tree;
    mod violation_tests;
}

use architecture::imports::{Import, imports};
use architecture::rules::{self, CycleLimit, ImportRule, Layers};
use architecture::tree::Tree;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

/// The members of the workspace on which a package may depend. Its tests may use any member.
const PACKAGES: &[(&str, &str, &[&str])] = &[
    ("catalogue/model", "catalogue", &[]),
    ("catalogue/store", "catalogue-store", &["catalogue"]),
    ("catalogue/exchange", "catalogue-exchange", &["catalogue"]),
    ("index/swedish", "swedish", &[]),
    ("index/search", "index", &["catalogue", "swedish"]),
    (".", "insatskatalog", &["catalogue", "catalogue-store", "catalogue-exchange", "swedish", "index"]),
];

/// Members that measure or attack the program from outside; they may use everything.
const TOOLS: &[&str] = &["bench", "fuzz"];

/// Packages that a member must not compile, not even through a dependency.
const NOT_COMPILED: &[(&str, &[&str])] = &[
    ("catalogue", &["sqlx", "tantivy", "axum", "tokio"]),
    ("swedish", &["tantivy", "sqlx", "axum", "tokio"]),
    ("index", &["sqlx", "calamine", "rust_xlsxwriter", "csv", "zip", "axum"]),
    ("catalogue-store", &["tantivy", "axum", "calamine", "rust_xlsxwriter"]),
    ("catalogue-exchange", &["tantivy", "axum", "sqlx"]),
];

const IMPORT_RULES: &[ImportRule] = &[
    ImportRule {
        of: &["src/", "catalogue/", "index/"],
        except: &["catalogue/store/"],
        must_not_import: &["sqlx"],
        because: "SQL is written in the store only, so that another database changes one crate",
    },
    ImportRule {
        of: &["src/", "catalogue/", "index/"],
        except: &["index/search/"],
        must_not_import: &["tantivy"],
        because: "the index engine is known to `index` only",
    },
    ImportRule {
        of: &["src/", "catalogue/", "index/"],
        except: &["src/web/", "src/app.rs", "src/command/serve.rs"],
        must_not_import: &["axum", "axum_extra", "tower", "tower_http"],
        because: "HTTP is spoken in `src/web`; `serve` listens, `app` hands out the state",
    },
    ImportRule {
        of: &["src/"],
        except: &["src/web/", "src/app.rs", "src/command/serve.rs", "src/command/routes.rs"],
        must_not_import: &["src/web/"],
        because: "the web is on top: what it uses does not know it",
    },
    ImportRule {
        of: &["catalogue/model/"],
        except: &[],
        must_not_import: &[
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "std::time::SystemTime",
            "std::time::Instant",
            "jiff::Timestamp::now",
            "jiff::Zoned::now",
        ],
        because: "the model has no file, network, environment or clock",
    },
];

const LAYERS: &[Layers] = &[
    Layers {
        of: "src/web/",
        order: &[&["links.rs"], &["http/"], &["present/"], &["api/", "pages/"], &["router.rs"], &["mod.rs"]],
        because: "http ◄ present ◄ api, pages ◄ router; api and pages share only what is below both",
    },
    Layers {
        of: "index/search/src/",
        order: &[
            &["error.rs"],
            &["text/"],
            &["lexicon/"],
            &["disk/"],
            &["caches/"],
            &["snapshot.rs"],
            &["generation.rs"],
            &["query/"],
            &["score/"],
            &["count/"],
            &["answer/"],
            &["lib.rs"],
        ],
        because: "each folder of the index uses only those before it",
    },
];

const CYCLE_LIMITS: &[CycleLimit] = &[
    CycleLimit { of: "src/web/", most_files: 3, across_folders: false },
    CycleLimit { of: "index/search/src/", most_files: usize::MAX, across_folders: false },
    CycleLimit { of: "catalogue/store/src/", most_files: usize::MAX, across_folders: false },
];

/// Maximum number of lines of a file without its tests; comments and blank lines count.
const LONGEST_FILE: usize = 400;

static READ: LazyLock<(Tree, Vec<Import>)> = LazyLock::new(|| {
    let tree = Tree::read(Path::new(env!("CARGO_MANIFEST_DIR")), TOOLS);
    let imports = imports(&tree);
    (tree, imports)
});

/// Fails with a list of all violations, one per line.
fn assert_none(violations: &[String]) {
    assert!(violations.is_empty(), "{} violations:\n{}", violations.len(), violations.join("\n"));
}

#[test]
fn packages_depend_in_one_direction() {
    let names: Vec<&str> = PACKAGES.iter().map(|(_, name, _)| *name).collect();
    let mut violations = Vec::new();
    for (folder, _, allowed) in PACKAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("Cargo.toml");
        let manifest: toml::Value = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        violations.extend(rules::package_violations(&manifest, &names, allowed));
    }
    let read = &READ.0.crates;
    for package in read.iter().filter(|p| !names.iter().any(|name| name.replace('-', "_") == p.name)) {
        violations.push(format!("{} is not in the table of packages", package.name));
    }
    assert_none(&violations);
}

#[test]
fn packages_compile_only_what_they_need() {
    let mut violations = Vec::new();
    for (package, forbidden) in NOT_COMPILED {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["tree", "--package", package, "--edges", "normal,build", "--prefix", "none", "--offline"]);
        let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let compiled = String::from_utf8(output.stdout).unwrap();
        assert!(compiled.lines().count() > 1, "{package} compiles nothing?");
        for name in rules::forbidden_packages(&compiled, forbidden) {
            violations.push(format!("{package} compiles {name}"));
        }
    }
    assert_none(&violations);
}

#[test]
fn no_file_imports_against_a_rule() {
    let (tree, imports) = &*READ;
    let violations: Vec<String> = IMPORT_RULES.iter().flat_map(|rule| rule.violations(tree, imports)).collect();
    assert_none(&violations);
}

#[test]
fn every_folder_imports_only_from_the_layers_below_it() {
    let (tree, imports) = &*READ;
    let violations: Vec<String> = LAYERS.iter().flat_map(|layers| layers.violations(tree, imports)).collect();
    assert_none(&violations);
}

#[test]
fn import_cycles_are_small() {
    let (tree, imports) = &*READ;
    for CycleLimit { of, .. } in CYCLE_LIMITS {
        print_cycles(tree, imports, of);
    }
    let violations: Vec<String> = CYCLE_LIMITS.iter().flat_map(|cycles| cycles.violations(tree, imports)).collect();
    assert_none(&violations);
}

#[test]
fn no_file_is_longer_than_400_lines_without_its_tests() {
    assert_none(&rules::long_files(&READ.0, LONGEST_FILE));
}

#[test]
fn every_file_belongs_to_a_module_tree() {
    assert_none(&rules::unread_files(&READ.0, Path::new(env!("CARGO_MANIFEST_DIR"))));
}

/// Run with `CHECKOUT=../before cargo test --test architecture -- --ignored --nocapture`.
#[test]
#[ignore = "prints the import cycles of another checkout, for a comparison"]
fn cycles_of_another_checkout() {
    let tree = Tree::read(Path::new(&std::env::var("CHECKOUT").unwrap()), TOOLS);
    let imports = imports(&tree);
    let libraries = tree.crates.iter().filter_map(|package| package.library);
    let folders = libraries.map(|root| tree.files[tree.modules[root].file].path.trim_end_matches("lib.rs"));
    for of in folders.chain(["src/web/"]) {
        print_cycles(&tree, &imports, of);
    }
}

fn print_cycles(tree: &Tree, imports: &[Import], of: &str) {
    let files = tree.files.iter().filter(|file| file.path.starts_with(of)).count();
    let sizes: Vec<usize> = rules::cycles(tree, imports, of).iter().map(Vec::len).collect();
    println!("{of}: {files} files, import cycles: {sizes:?}");
}
