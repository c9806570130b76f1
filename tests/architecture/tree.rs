//! The Rust files of a workspace as module trees: the bindings and references of each module, and the number of lines
//! of each file without tests.
//!
//! Items under `#[cfg(test)]` are left out. Paths in macro invocations and attributes are read from their tokens,
//! because each macro has its own syntax.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Meta, UseTree};

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

    fn add_module(&mut self, package: usize, root: usize, parent: Option<usize>, file: usize) -> usize {
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
    fn read_file(&mut self, folder: &Path, path: &Path, children: &Path, module: usize) {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let relative = path.strip_prefix(folder).expect("the file is in the workspace");
        let relative = relative.to_string_lossy().replace('\\', "/");
        let file = self.files.len();
        self.files.push(SourceFile { path: relative, code_lines: 0 });
        self.modules[module].file = file;
        let mut reader = Reader { tree: self, folder, children: children.to_owned(), module, test_lines: 0, depth: 0 };
        reader.visit_file(&syntax);
        let test_lines = reader.test_lines;
        self.files[file].code_lines = text.lines().count() - test_lines;
    }
}

fn manifest(path: &Path) -> toml::Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Collects the bindings and references of one file.
struct Reader<'t> {
    tree: &'t mut Tree,
    folder: &'t Path,
    children: PathBuf,
    module: usize,
    test_lines: usize,
    /// Number of blocks around the current item. Items in a function do not belong to the module.
    depth: usize,
}

impl Reader<'_> {
    fn refer(&mut self, path: Vec<String>, line: usize, kind: ReferenceKind) {
        self.tree.modules[self.module].references.push(Reference { path, line, kind });
    }

    fn bind(&mut self, name: String, binding: Binding) {
        self.tree.modules[self.module].bindings.entry(name).or_default().push(binding);
    }

    fn skip_test(&mut self, spanned: &impl Spanned) {
        let span = spanned.span();
        self.test_lines += span.end().line - span.start().line + 1;
    }

    /// Adds the binding and the reference of each path in a `use`.
    fn read_use(&mut self, tree: &UseTree, prefix: &[String]) {
        let line = tree.span().start().line;
        match tree {
            UseTree::Path(path) => {
                let prefix: Vec<String> = prefix.iter().cloned().chain([name_of(&path.ident)]).collect();
                self.read_use(&path.tree, &prefix);
            }
            UseTree::Name(name) => self.read_use_name(&name.ident, &name.ident, prefix, line),
            UseTree::Rename(rename) => self.read_use_name(&rename.ident, &rename.rename, prefix, line),
            UseTree::Glob(_) => {
                self.tree.modules[self.module].globs.push(prefix.to_vec());
                self.refer(prefix.to_vec(), line, ReferenceKind::Glob);
            }
            UseTree::Group(group) => group.items.iter().for_each(|item| self.read_use(item, prefix)),
        }
    }

    fn read_use_name(&mut self, last: &syn::Ident, bound: &syn::Ident, prefix: &[String], line: usize) {
        let mut path = prefix.to_vec();
        // `a::{self}` is `a`, bound by its own name.
        if last == "self" {
            let bound = if bound == "self" { prefix.last().cloned() } else { Some(name_of(bound)) };
            if let Some(bound) = bound {
                self.bind(bound, Binding::Use(path.clone()));
            }
        } else {
            path.push(name_of(last));
            self.bind(name_of(bound), Binding::Use(path.clone()));
        }
        self.refer(path, line, ReferenceKind::Use);
    }

    fn read_module(&mut self, item: &syn::ItemMod) {
        let name = name_of(&item.ident);
        let Module { package, root, file, .. } = self.tree.modules[self.module];
        let child = self.tree.add_module(package, root, Some(self.module), file);
        self.bind(name.clone(), Binding::Module(child));
        let inner = self.children.join(&name);
        if let Some((_, items)) = &item.content {
            let outer = (std::mem::replace(&mut self.module, child), std::mem::replace(&mut self.children, inner));
            for item in items {
                self.visit_item(item);
            }
            (self.module, self.children) = outer;
        } else {
            let flat = self.children.join(format!("{name}.rs"));
            let path = if flat.exists() { flat } else { inner.join("mod.rs") };
            self.tree.read_file(self.folder, &path, &inner, child);
        }
    }

    /// Reads the paths in the tokens of a macro or an attribute. In an attribute, also reads string literals
    /// (`#[serde(with = "a::b")]`).
    fn read_tokens(&mut self, tokens: TokenStream, strings: bool) {
        let mut path: Vec<String> = Vec::new();
        let (mut line, mut colons) = (0, 0);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.end_path(&mut path, line);
                    }
                    if path.is_empty() {
                        line = ident.span().start().line;
                    }
                    path.push(name_of(&ident));
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    // `a: b` has a single colon.
                    if colons > 2 {
                        self.end_path(&mut path, line);
                    }
                }
                TokenTree::Group(group) => {
                    self.end_path(&mut path, line);
                    colons = 0;
                    self.read_tokens(group.stream(), strings);
                }
                TokenTree::Literal(literal) => {
                    self.end_path(&mut path, line);
                    colons = 0;
                    if strings {
                        self.read_string(&literal.to_string(), literal.span().start().line);
                    }
                }
                TokenTree::Punct(_) => {
                    self.end_path(&mut path, line);
                    colons = 0;
                }
            }
        }
        self.end_path(&mut path, line);
    }

    fn end_path(&mut self, path: &mut Vec<String>, line: usize) {
        if !path.is_empty() {
            self.refer(std::mem::take(path), line, ReferenceKind::Path);
        }
    }

    fn read_string(&mut self, literal: &str, line: usize) {
        let text = literal.trim_matches('"');
        let segments: Vec<String> = text.split("::").map(str::to_owned).collect();
        let is_name = |s: &String| !s.is_empty() && s.chars().all(|c| c.is_alphanumeric() || c == '_');
        if segments.len() > 1 && segments.iter().all(is_name) {
            self.refer(segments, line, ReferenceKind::Path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(attributes(item)) {
            if let Item::Mod(module) = item {
                self.tree.test_modules.push(self.children.join(name_of(&module.ident)));
            }
            return self.skip_test(item);
        }
        if let (0, Some(name)) = (self.depth, item_name(item)) {
            self.bind(name, Binding::Item);
        }
        match item {
            Item::Mod(module) => {
                module.attrs.iter().for_each(|a| self.visit_attribute(a));
                self.read_module(module);
            }
            Item::Use(item) => {
                let prefix = item.leading_colon.as_ref().map(|_| "::".to_owned());
                self.read_use(&item.tree, prefix.as_slice());
            }
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        let attributes = match item {
            syn::ImplItem::Fn(item) => &item.attrs,
            syn::ImplItem::Const(item) => &item.attrs,
            _ => return visit::visit_impl_item(self, item),
        };
        if is_test(attributes) {
            return self.skip_test(item);
        }
        visit::visit_impl_item(self, item);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.depth += 1;
        visit::visit_block(self, block);
        self.depth -= 1;
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let leading = path.leading_colon.as_ref().map(|_| "::".to_owned());
        let segments = leading.into_iter().chain(path.segments.iter().map(|s| name_of(&s.ident))).collect();
        self.refer(segments, path.span().start().line, ReferenceKind::Path);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invocation: &'ast syn::Macro) {
        self.visit_path(&invocation.path);
        self.read_tokens(invocation.tokens.clone(), false);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        self.visit_path(attribute.path());
        match &attribute.meta {
            Meta::Path(_) => {}
            Meta::List(list) => self.read_tokens(list.tokens.clone(), true),
            Meta::NameValue(pair) => self.visit_expr(&pair.value),
        }
    }
}

/// Whether an item is compiled only for tests: `#[cfg(test)]` or `#[cfg(all(test, …))]`.
fn is_test(attributes: &[Attribute]) -> bool {
    let names_test = |tokens: TokenStream| tokens.into_iter().any(|t| matches!(t, TokenTree::Ident(i) if i == "test"));
    attributes.iter().filter(|a| a.path().is_ident("cfg")).any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return false };
        let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
        match &tokens[..] {
            [TokenTree::Ident(only)] => only == "test",
            [TokenTree::Ident(all), TokenTree::Group(group)] => all == "all" && names_test(group.stream()),
            _ => false,
        }
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name that an item other than `mod` and `use` defines in its module.
fn item_name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name_of(ident))
}

/// A name without the `r#` of a raw identifier.
fn name_of(ident: &syn::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}
