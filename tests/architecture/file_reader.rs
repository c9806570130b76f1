//! Reads one Rust file: the bindings and references of its modules, and the lines of its tests.
//!
//! Items under `#[cfg(test)]` are left out. Paths in macro invocations and attributes are read from their tokens,
//! because each macro has its own syntax.

use super::tree::{Binding, Module, Reference, ReferenceKind, Tree};
use proc_macro2::{TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Meta, UseTree};

/// Collects the bindings and references of one file.
pub(super) struct FileReader<'t> {
    pub(super) tree: &'t mut Tree,
    pub(super) folder: &'t Path,
    pub(super) children: PathBuf,
    pub(super) module: usize,
    pub(super) test_lines: usize,
    /// Number of blocks around the current item. Items in a function do not belong to the module.
    pub(super) depth: usize,
}

impl FileReader<'_> {
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

impl<'ast> Visit<'ast> for FileReader<'_> {
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
