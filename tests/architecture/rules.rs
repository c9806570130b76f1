//! Checks on a [`Tree`]: forbidden imports, layers, cycles, file sizes, dependencies of packages. Each check returns
//! its violations as readable lines.

use super::imports::{Import, Target};
use super::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Imports that files must not have.
///
/// A name that contains `/` is a folder or file of the workspace, matched as a prefix. Any other name is a path in a
/// crate, such as `sqlx` or `std::fs`.
pub(crate) struct ImportRule {
    pub(crate) of: &'static [&'static str],
    pub(crate) except: &'static [&'static str],
    pub(crate) must_not_import: &'static [&'static str],
    pub(crate) because: &'static str,
}

/// The layers of a folder: each entry may import only entries of earlier layers. Entries of the same layer must not
/// import each other.
pub(crate) struct Layers {
    pub(crate) of: &'static str,
    pub(crate) order: &'static [&'static [&'static str]],
    pub(crate) because: &'static str,
}

/// The maximum size of import cycles inside a folder.
pub(crate) struct CycleLimit {
    pub(crate) of: &'static str,
    /// Maximum number of files in one cycle.
    pub(crate) most_files: usize,
    /// Whether a cycle may span several subfolders of `of`.
    pub(crate) across_folders: bool,
}

impl ImportRule {
    pub(crate) fn violations(&self, tree: &Tree, imports: &[Import]) -> Vec<String> {
        let applies = |file: &str| starts(self.of, file) && !starts(self.except, file);
        let forbidden = |import: &Import| match &import.to {
            Target::File(file) => starts(self.must_not_import, &tree.files[*file].path),
            Target::External(path) => self.must_not_import.iter().any(|name| names(path, name)),
        };
        let imports = imports.iter().filter(|i| applies(&tree.files[i.from].path) && forbidden(i));
        one_line_a_path(tree, imports, self.because)
    }
}

fn starts(prefixes: &[&str], file: &str) -> bool {
    prefixes.iter().any(|prefix| prefix.contains('/') && file.starts_with(prefix))
}

/// Whether a path in a crate is `name` or below it, or is a glob that includes it.
fn names(path: &str, name: &str) -> bool {
    let is_in =
        |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|r| r.is_empty() || r.starts_with("::"));
    is_in(path, name) || path.strip_suffix("::*").is_some_and(|glob| is_in(name, glob))
}

/// One violation for each path in a file. A path through a re-export imports both the file that defines the name and
/// those that re-export it; only the defining file is reported.
fn one_line_a_path<'i>(tree: &Tree, imports: impl Iterator<Item = &'i Import>, because: &str) -> Vec<String> {
    let mut lines: BTreeMap<_, &Import> = BTreeMap::new();
    for import in imports {
        let best = lines.entry((import.from, import.line, &import.path)).or_insert(import);
        if import.defined_there && !best.defined_there {
            *best = import;
        }
    }
    lines.into_values().map(|import| format!("{} ({because})", describe(tree, import))).collect()
}

/// Formats an import: `src/web/api/a.rs:3 imports src/web/pages/b.rs by crate::web::pages::b::f`
fn describe(tree: &Tree, import: &Import) -> String {
    let to = match &import.to {
        Target::File(file) => &tree.files[*file].path,
        Target::External(path) => path,
    };
    format!("{}:{} imports {to} by `{}`", tree.files[import.from].path, import.line, import.path)
}

impl Layers {
    pub(crate) fn violations(&self, tree: &Tree, imports: &[Import]) -> Vec<String> {
        let mut out: Vec<String> = tree
            .files
            .iter()
            .filter(|file| file.path.starts_with(self.of) && self.entry_of(&file.path).is_none())
            .map(|file| format!("{} is on no layer of {}: name it in the table", file.path, self.of))
            .collect();
        let wrong = imports.iter().filter(|import| {
            let Target::File(to) = import.to else { return false };
            let (from, to) = (&tree.files[import.from].path, &tree.files[to].path);
            match (self.entry_of(from), self.entry_of(to)) {
                (Some(from), Some(to)) => from != to && to.0 >= from.0,
                _ => false,
            }
        });
        out.extend(one_line_a_path(tree, wrong, self.because));
        out
    }

    /// Index of the layer of a file, and index within the layer.
    fn entry_of(&self, file: &str) -> Option<(usize, usize)> {
        let inner = file.strip_prefix(self.of)?;
        let matches = |entry: &&str| inner == *entry || (entry.ends_with('/') && inner.starts_with(entry));
        self.order.iter().enumerate().find_map(|(layer, entries)| Some((layer, entries.iter().position(matches)?)))
    }
}

impl CycleLimit {
    pub(crate) fn violations(&self, tree: &Tree, imports: &[Import]) -> Vec<String> {
        let mut out = Vec::new();
        for cycle in cycles(tree, imports, self.of) {
            if cycle.len() > self.most_files {
                let list = cycle.join(", ");
                out.push(format!("{} files of {} import each other in a cycle: {list}", cycle.len(), self.of));
            }
            let folders: BTreeSet<&str> = cycle.iter().map(|file| folder_below(self.of, file)).collect();
            if !self.across_folders && folders.len() > 1 {
                out.push(format!("an import cycle goes across folders of {}: {}", self.of, cycle.join(", ")));
            }
        }
        out
    }
}

/// The subfolder of `of` that contains a file; empty for a file directly in `of`.
fn folder_below<'f>(of: &str, file: &'f str) -> &'f str {
    let inner = file.strip_prefix(of).unwrap_or(file);
    inner.split_once('/').map_or("", |(folder, _)| folder)
}

/// The import cycles among the files of a folder (strongly connected components of at least two files), the largest
/// first.
///
/// Only imports of names that the other file defines count. Re-exports are resolved, so a module that only re-exports a
/// name is not part of a cycle.
pub(crate) fn cycles(tree: &Tree, imports: &[Import], of: &str) -> Vec<Vec<String>> {
    let mut graph = Graph::new(tree.files.len());
    for import in imports.iter().filter(|import| import.defined_there) {
        if let Target::File(to) = import.to
            && [import.from, to].iter().all(|file| tree.files[*file].path.starts_with(of))
        {
            graph.edges[import.from].push(to);
        }
    }
    let mut out: Vec<Vec<String>> = graph
        .components()
        .into_iter()
        .filter(|component| component.len() > 1)
        .map(|component| component.into_iter().map(|file| tree.files[file].path.clone()).collect())
        .collect();
    for cycle in &mut out {
        cycle.sort();
    }
    out.sort_by_key(|cycle| (usize::MAX - cycle.len(), cycle.clone()));
    out
}

struct Graph {
    edges: Vec<Vec<usize>>,
}

impl Graph {
    fn new(nodes: usize) -> Self {
        Self { edges: vec![Vec::new(); nodes] }
    }

    /// Strongly connected components by Kosaraju's algorithm.
    fn components(&self) -> Vec<Vec<usize>> {
        let mut order = Vec::new();
        let mut visited = vec![false; self.edges.len()];
        for node in 0..self.edges.len() {
            self.visit(node, &mut visited, &mut order);
        }
        let mut reversed = Self::new(self.edges.len());
        for (from, targets) in self.edges.iter().enumerate() {
            for to in targets {
                reversed.edges[*to].push(from);
            }
        }
        let mut visited = vec![false; self.edges.len()];
        let mut out = Vec::new();
        for node in order.into_iter().rev() {
            let mut component = Vec::new();
            reversed.visit(node, &mut visited, &mut component);
            out.push(component);
        }
        out
    }

    /// Appends all nodes reachable from `node` to `order`, in post-order.
    fn visit(&self, node: usize, visited: &mut [bool], order: &mut Vec<usize>) {
        if std::mem::replace(&mut visited[node], true) {
            return;
        }
        for target in &self.edges[node] {
            self.visit(*target, visited, order);
        }
        order.push(node);
    }
}

/// Rust files below the `src` of all crates that are in no module tree: dead code, or files that these tests do not
/// see.
pub(crate) fn unread_files(tree: &Tree, folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    let mut folders: Vec<PathBuf> = tree.crates.iter().map(|package| package.source.clone()).collect();
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap().flatten() {
            let path = entry.path();
            let relative = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !tree.files.iter().any(|file| file.path == relative)
                && !tree.test_modules.iter().any(|stem| path.starts_with(stem) || path == stem.with_extension("rs"))
            {
                out.push(format!("{relative} is in no module tree"));
            }
        }
    }
    out
}

/// Files with more than `most` lines outside of tests.
pub(crate) fn long_files(tree: &Tree, most: usize) -> Vec<String> {
    let long = tree.files.iter().filter(|file| file.code_lines > most);
    long.map(|file| format!("{} has {} lines, {most} at most", file.path, file.code_lines)).collect()
}

/// Dependencies of a package on members of the workspace that are not allowed. Dependencies of its tests are not
/// restricted.
pub(crate) fn package_violations(manifest: &toml::Value, members: &[&str], allowed: &[&str]) -> Vec<String> {
    let package = manifest["package"]["name"].as_str().unwrap_or_default();
    let targets = manifest.get("target").and_then(toml::Value::as_table).into_iter().flatten().map(|(_, table)| table);
    let tables = targets.chain([manifest]).flat_map(|table| {
        ["dependencies", "build-dependencies"].into_iter().filter_map(|key| table.get(key)?.as_table())
    });
    let name = |(key, value): (&String, &toml::Value)| {
        value.get("package").and_then(toml::Value::as_str).unwrap_or(key).to_owned()
    };
    tables
        .flatten()
        .map(name)
        .filter(|name| members.contains(&name.as_str()) && !allowed.contains(&name.as_str()))
        .map(|name| format!("{package} depends on {name}"))
        .collect()
}

/// The forbidden packages in the output of `cargo tree --prefix none`, including parts of a forbidden package
/// (`sqlx-core` of `sqlx`).
pub(crate) fn forbidden_packages(tree: &str, forbidden: &[&str]) -> BTreeSet<String> {
    let compiled = tree.lines().filter_map(|line| line.split_whitespace().next());
    let is_part =
        |name: &str, of: &str| name.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    compiled.filter(|name| forbidden.iter().any(|of| is_part(name, of))).map(str::to_owned).collect()
}
