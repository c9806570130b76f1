//! The Rust files of a workspace as module trees: the bindings and references of each module, and the number of lines
//! of each file without tests.

use super::file_reader::FileReader;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::Visit;

/// All modules of the crates in a workspace.
#[derive(Default)]
pub(crate) struct Tree {
    pub(crate) files: Vec<SourceFile>,
    pub(crate) modules: Vec<Module>,
    pub(crate) crates: Vec<Crate>,
    /// Modules under `#[cfg(test)]` in files of their own: the path of the file without `.rs`, or of the folder.
    pub(crate) test_modules: Vec<PathBuf>,
}

/// A Rust file that is compiled without tests.
pub(crate) struct SourceFile {
    /// Path relative to the workspace, with `/`.
    pub(crate) path: String,
    /// Lines without the items under `#[cfg(test)]`; comments and blank lines count.
    pub(crate) code_lines: usize,
}

/// A package with its library, its program, or both.
pub(crate) struct Crate {
    /// The name in paths, with `_` instead of `-`.
    pub(crate) name: String,
    /// The folder of its Rust files.
    pub(crate) source: PathBuf,
    /// Root module of the library; `None` when the package has only a program.
    pub(crate) library: Option<usize>,
    /// First path segments that refer to other crates: the dependencies in `Cargo.toml`.
    pub(crate) dependencies: BTreeSet<String>,
}

pub(crate) struct Module {
    pub(crate) package: usize,
    pub(crate) root: usize,
    pub(crate) parent: Option<usize>,
    pub(crate) file: usize,
    pub(crate) bindings: BTreeMap<String, Vec<Binding>>,
    /// Paths of glob imports, without `::*`.
    pub(crate) globs: Vec<Vec<String>>,
    pub(crate) references: Vec<Reference>,
}

/// The meaning of a name in a module.
#[derive(Clone)]
pub(crate) enum Binding {
    Module(usize),
    /// A type, function, constant, trait or macro of this module.
    Item,
    /// A `use` of this path.
    Use(Vec<String>),
}

/// A path as written in the source. A first segment `::` represents a leading `::`.
pub(crate) struct Reference {
    pub(crate) path: Vec<String>,
    /// Line number, from 1.
    pub(crate) line: usize,
    pub(crate) kind: ReferenceKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReferenceKind {
    Use,
    Glob,
    /// Anywhere else: expression, type, pattern, attribute, macro.
    Path,
}

impl Tree {
    /// Reads all members of the workspace in `folder`, except those in `skip`.
    pub(crate) fn read(folder: &Path, skip: &[&str]) -> Self {
        let mut tree = Self::default();
        let workspace = manifest(&folder.join("Cargo.toml"));
        let members = workspace["workspace"]["members"].as_array().expect("`members` is a list");
        let members = members.iter().filter_map(toml::Value::as_str).filter(|m| !skip.contains(m)).map(PathBuf::from);
        let root = workspace.get("package").map(|_| PathBuf::new());
        for member in members.chain(root) {
            tree.read_crate(folder, &member);
        }
        tree
    }

    fn read_crate(&mut self, folder: &Path, member: &Path) {
        let manifest = manifest(&folder.join(member).join("Cargo.toml"));
        let name = manifest["package"]["name"].as_str().expect("a package has a name").replace('-', "_");
        let tables = ["dependencies", "dev-dependencies", "build-dependencies"];
        let tables = tables.iter().filter_map(|key| manifest.get(key)?.as_table());
        let dependencies = tables.flat_map(|table| table.keys().map(|key| key.replace('-', "_"))).collect();
        let package = self.crates.len();
        let source = folder.join(member).join("src");
        self.crates.push(Crate { name, source: source.clone(), library: None, dependencies });
        let file = |name: &str| source.join(name);
        if file("lib.rs").exists() {
            self.crates[package].library = Some(self.read_root(folder, &file("lib.rs"), package));
        }
        if file("main.rs").exists() {
            self.read_root(folder, &file("main.rs"), package);
        }
    }

    fn read_root(&mut self, folder: &Path, path: &Path, package: usize) -> usize {
        let module = self.modules.len();
        self.add_module(package, module, None, 0);
        self.read_file(folder, path, path.parent().expect("a file is in a folder"), module);
        module
    }

    pub(super) fn add_module(&mut self, package: usize, root: usize, parent: Option<usize>, file: usize) -> usize {
        self.modules.push(Module {
            package,
            root,
            parent,
            file,
            bindings: BTreeMap::new(),
            globs: Vec::new(),
            references: Vec::new(),
        });
        self.modules.len() - 1
    }

    /// Reads a file into a module. `children` is the folder that contains the files of its submodules.
    pub(super) fn read_file(&mut self, folder: &Path, path: &Path, children: &Path, module: usize) {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let relative = path.strip_prefix(folder).expect("the file is in the workspace");
        let relative = relative.to_string_lossy().replace('\\', "/");
        let file = self.files.len();
        self.files.push(SourceFile { path: relative, code_lines: 0 });
        self.modules[module].file = file;
        let mut reader =
            FileReader { tree: self, folder, children: children.to_owned(), module, test_lines: 0, depth: 0 };
        reader.visit_file(&syntax);
        let test_lines = reader.test_lines;
        self.files[file].code_lines = text.lines().count() - test_lines;
    }
}

fn manifest(path: &Path) -> toml::Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
