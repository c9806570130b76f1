//! Imports between files: every path in a [`Tree`] is resolved to the file that defines its name.

use super::tree::{Binding, Reference, ReferenceKind, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// The target of an import.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// A file of the workspace, as an index into [`Tree::files`].
    File(usize),
    /// A path in a crate outside of the workspace, such as `std::fs::read`, or `std::fs::*` for a glob.
    External(String),
}

/// An import of one file by another.
#[derive(Debug)]
pub(crate) struct Import {
    pub(crate) from: usize,
    pub(crate) to: Target,
    /// `false` when the path only passes through `to`: a module in the path, or a file that re-exports the name.
    pub(crate) defined_there: bool,
    /// First line of `from` with such a path.
    pub(crate) line: usize,
    pub(crate) path: String,
}

/// All imports of files and external crates, sorted and without duplicates.
pub(crate) fn imports(tree: &Tree) -> Vec<Import> {
    let mut out: BTreeMap<(usize, Target, bool), (usize, String)> = BTreeMap::new();
    for (module, at) in tree.modules.iter().enumerate() {
        for reference in &at.references {
            let mut walk = Walk { tree, glob: reference.kind == ReferenceKind::Glob, found: BTreeSet::new() };
            walk.resolve_reference(module, reference);
            for (target, defined_there) in walk.found {
                // The root of a crate re-exports names for other crates, so only names that it defines count as imports
                // of it.
                let passes_root = !defined_there && is_root(tree, &target);
                if target != Target::File(at.file) && !passes_root {
                    let place = || (reference.line, reference.path.join("::").replace("::::", "::"));
                    out.entry((at.file, target, defined_there)).or_insert_with(place);
                }
            }
        }
    }
    let import = |((from, to, defined_there), (line, path))| Import { from, to, defined_there, line, path };
    out.into_iter().map(import).collect()
}

fn is_root(tree: &Tree, target: &Target) -> bool {
    tree.modules.iter().any(|module| module.parent.is_none() && *target == Target::File(module.file))
}

/// Maximum number of re-exports that are followed for one path, so that a cycle of re-exports ends.
const LONGEST_CHAIN: usize = 32;

struct Walk<'t> {
    tree: &'t Tree,
    glob: bool,
    found: BTreeSet<(Target, bool)>,
}

impl Walk<'_> {
    fn resolve_reference(&mut self, module: usize, reference: &Reference) {
        let path = &reference.path;
        // A single name in an expression or type is bound by an item, a variable or a `use`, which is a reference
        // itself. Only a glob imports names that are not written in it.
        if reference.kind == ReferenceKind::Path && path.len() == 1 {
            let at = &self.tree.modules[module];
            if at.globs.is_empty() || at.bindings.contains_key(&path[0]) {
                return;
            }
            if lookup(self.tree, module, &path[0], &mut BTreeSet::new()).is_empty() {
                return;
            }
        }
        self.resolve(module, path, 0);
    }

    /// Resolves a path as written in `module`.
    fn resolve(&mut self, module: usize, path: &[String], chain: usize) {
        let (Some(first), true) = (path.first(), chain < LONGEST_CHAIN) else { return };
        match first.as_str() {
            "crate" => self.descend(self.tree.modules[module].root, &path[1..], chain),
            "self" if path.get(1).is_some_and(|next| next == "super") => self.resolve(module, &path[1..], chain),
            "self" => self.descend(module, &path[1..], chain),
            "super" => {
                let Some(parent) = self.tree.modules[module].parent else { return };
                if path.get(1).is_some_and(|next| next == "super") {
                    self.resolve(parent, &path[1..], chain);
                } else {
                    self.descend(parent, &path[1..], chain);
                }
            }
            "Self" => {}
            "::" => self.resolve_external(module, &path[1..], chain),
            name if lookup(self.tree, module, name, &mut BTreeSet::new()).is_empty() => {
                self.resolve_external(module, path, chain);
            }
            _ => self.descend(module, path, chain),
        }
    }

    /// Resolves a path that may begin with the name of a crate. Otherwise it begins with a generic parameter or a name
    /// of the prelude.
    fn resolve_external(&mut self, module: usize, path: &[String], chain: usize) {
        let Some(first) = path.first() else { return };
        let package = self.tree.modules[module].package;
        if let Some(library) = self.tree.crates.iter().find(|c| c.name == *first).and_then(|c| c.library) {
            self.descend(library, &path[1..], chain);
        } else if ["std", "core", "alloc"].contains(&first.as_str())
            || self.tree.crates[package].dependencies.contains(first)
        {
            let glob = if self.glob { "::*" } else { "" };
            self.found.insert((Target::External(path.join("::") + glob), true));
        }
    }

    /// Resolves the rest of a path inside `module`.
    fn descend(&mut self, module: usize, path: &[String], chain: usize) {
        let file = self.tree.modules[module].file;
        let Some((name, rest)) = path.split_first() else {
            self.found.insert((Target::File(file), self.glob));
            return;
        };
        let mut bindings = lookup(self.tree, module, name, &mut BTreeSet::new());
        // A function can have the same name as a module, but a path cannot continue below a function.
        if !rest.is_empty() && bindings.iter().any(|(_, binding)| matches!(binding, Binding::Module(_))) {
            bindings.retain(|(_, binding)| matches!(binding, Binding::Module(_)));
        }
        if bindings.is_empty() {
            // The name is defined by a macro of this module.
            self.found.insert((Target::File(file), true));
        }
        for (owner, binding) in bindings {
            let file = self.tree.modules[owner].file;
            match binding {
                Binding::Module(child) => self.descend(child, rest, chain),
                Binding::Item => {
                    self.found.insert((Target::File(file), true));
                }
                Binding::Use(target) => {
                    self.found.insert((Target::File(file), false));
                    let path: Vec<String> = target.iter().chain(rest).cloned().collect();
                    // `use name;` and `use name::part as name;` begin with the crate of that name, unless a module has
                    // the name.
                    if target.first() == Some(name) && !has_module(self.tree, owner, name) {
                        self.resolve_external(owner, &path, chain + 1);
                    } else {
                        self.resolve(owner, &path, chain + 1);
                    }
                }
            }
        }
    }
}

fn has_module(tree: &Tree, module: usize, name: &str) -> bool {
    let bindings = tree.modules[module].bindings.get(name).into_iter().flatten();
    bindings.into_iter().any(|binding| matches!(binding, Binding::Module(_)))
}

/// The bindings of a name in a module, by its own items or else by its globs, each with the module that binds it.
fn lookup(tree: &Tree, module: usize, name: &str, visited: &mut BTreeSet<usize>) -> Vec<(usize, Binding)> {
    if !visited.insert(module) {
        return Vec::new();
    }
    let at = &tree.modules[module];
    if let Some(bindings) = at.bindings.get(name) {
        return bindings.iter().map(|binding| (module, binding.clone())).collect();
    }
    let targets: Vec<usize> = at.globs.iter().flat_map(|path| modules_at(tree, module, path, visited)).collect();
    targets.into_iter().flat_map(|target| lookup(tree, target, name, visited)).collect()
}

/// The modules that a path refers to; empty when it refers to a type or leaves the workspace.
fn modules_at(tree: &Tree, module: usize, path: &[String], visited: &mut BTreeSet<usize>) -> Vec<usize> {
    let Some((first, mut rest)) = path.split_first() else { return vec![module] };
    let mut at = match first.as_str() {
        "crate" => vec![tree.modules[module].root],
        "self" => vec![module],
        "super" => tree.modules[module].parent.into_iter().collect(),
        name => {
            let library = tree.crates.iter().find(|c| c.name == name).and_then(|c| c.library);
            match (tree.modules[module].bindings.contains_key(name), library) {
                (false, Some(library)) => vec![library],
                _ => children(tree, module, name, visited),
            }
        }
    };
    while let Some((name, after)) = rest.split_first() {
        at = match name.as_str() {
            "super" => at.iter().filter_map(|m| tree.modules[*m].parent).collect(),
            name => at.iter().flat_map(|m| children(tree, *m, name, visited)).collect(),
        };
        rest = after;
    }
    at
}

/// The modules that a name in a module refers to, through re-exports.
fn children(tree: &Tree, module: usize, name: &str, visited: &mut BTreeSet<usize>) -> Vec<usize> {
    let bindings = tree.modules[module].bindings.get(name).into_iter().flatten();
    bindings
        .flat_map(|binding| match binding {
            Binding::Module(child) => vec![*child],
            // A `use` that refers to itself ends at the second visit.
            Binding::Use(path) if path.len() < LONGEST_CHAIN && path.first().is_none_or(|f| f != name) => {
                modules_at(tree, module, path, visited)
            }
            Binding::Item | Binding::Use(_) => Vec::new(),
        })
        .collect()
}
