//! Which file uses which: paths in the code, followed through imports and re-exports to the file that has the item.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Token, program_tokens};

/// The files of a crate and what each uses.
pub(super) struct Graph {
    files: BTreeMap<Module, String>,
    /// Every path that a file's code writes, from the root of the crate.
    written: BTreeMap<Module, BTreeSet<Module>>,
    /// The names that a file's imports bring in.
    imported: BTreeMap<Module, BTreeMap<String, Module>>,
}

/// A module or an item by its path from the root of the crate.
pub(super) type Module = Vec<String>;

impl Graph {
    /// The graph of files by their paths, `src/a/b.rs` for the module `a::b`; `src/main.rs` is a module `main`.
    pub(super) fn of(files: &BTreeMap<String, String>) -> Graph {
        let files: BTreeMap<Module, (&String, &String)> =
            files.iter().map(|(name, text)| (module(name), (name, text))).collect();
        let mut graph = Graph {
            files: files.iter().map(|(module, (name, _))| (module.clone(), (*name).clone())).collect(),
            written: BTreeMap::new(),
            imported: BTreeMap::new(),
        };
        for (module, (_, text)) in &files {
            let code = program_tokens(text);
            let (imports, rest) = imports(&code);
            let imports: Vec<(String, Module)> = imports
                .into_iter()
                .filter_map(|(name, path)| Some((name, graph.absolute(module, &path)?)))
                .collect();
            let mut written: BTreeSet<Module> = imports.iter().map(|(_, path)| path.clone()).collect();
            let imports: BTreeMap<String, Module> = imports.into_iter().collect();
            for path in rest {
                let imported = imports.get(&path[0]).map(|start| [start, &path[1..]].concat());
                written.extend(imported.or_else(|| graph.absolute(module, &path)));
            }
            graph.written.insert(module.clone(), written);
            graph.imported.insert(module.clone(), imports);
        }
        graph
    }

    /// A path as it is written in a module, from the root of the crate; `None` for another crate or a local name.
    fn absolute(&self, module: &Module, path: &[String]) -> Option<Module> {
        let mut from = match path.first()?.as_str() {
            "crate" | "vidpennan" => Vec::new(),
            "super" => parent(module).to_vec(),
            "self" => module.clone(),
            child => {
                let child = [&module[..], &[child.to_owned()]].concat();
                self.files.contains_key(&child).then_some(child)?
            }
        };
        for name in &path[1..] {
            if name == "super" {
                from.pop();
            } else {
                from.push(name.clone());
            }
        }
        Some(from)
    }

    /// The module that has the item of a path, through the re-exports on the way.
    fn owner(&self, path: &[String]) -> Module {
        self.follow(path, 8)
    }

    fn follow(&self, path: &[String], steps: usize) -> Module {
        let known = (0..=path.len()).rev().find(|length| self.files.contains_key(&path[..*length]));
        let (module, rest) = path.split_at(known.unwrap_or_default());
        let imported = rest.first().and_then(|name| self.imported.get(module)?.get(name));
        match imported {
            Some(target) if steps > 0 && target != path => {
                self.follow(&[target, &rest[1..]].concat(), steps - 1)
            }
            _ => module.to_vec(),
        }
    }

    /// The files, each with its module.
    pub(super) fn files(&self) -> &BTreeMap<Module, String> {
        &self.files
    }

    /// The modules whose items a module's code uses, itself left out.
    pub(super) fn uses(&self, module: &Module) -> BTreeSet<Module> {
        let mut used: BTreeSet<Module> = self.written[module].iter().map(|path| self.owner(path)).collect();
        used.remove(module);
        used
    }

    /// The paths that a module's code writes, from the root of the crate.
    pub(super) fn written(&self, module: &Module) -> &BTreeSet<Module> {
        &self.written[module]
    }

    /// The files that use each other in a circle, apart from a module and those inside it.
    pub(super) fn circles(&self) -> Vec<Vec<String>> {
        let related = |one: &Module, other: &Module| one.starts_with(other) || other.starts_with(one);
        let edges: BTreeMap<&Module, BTreeSet<Module>> = self
            .files
            .keys()
            .map(|module| {
                (module, self.uses(module).into_iter().filter(|used| !related(module, used)).collect())
            })
            .collect();
        let reached: BTreeMap<&Module, BTreeSet<&Module>> =
            edges.keys().map(|module| (*module, reach(&edges, module))).collect();
        let circles: BTreeSet<Vec<String>> = reached
            .iter()
            .filter(|(module, reach)| reach.contains(*module))
            .map(|(module, reach)| {
                let back = |other: &&&Module| reached[**other].contains(module);
                reach.iter().filter(back).map(|other| self.files[*other].clone()).collect()
            })
            .collect();
        circles.into_iter().collect()
    }
}

/// Every module that can be reached from one, itself only through a circle.
fn reach<'a>(edges: &'a BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<&'a Module> {
    let mut reached: BTreeSet<&Module> = BTreeSet::new();
    let mut open: Vec<&Module> = edges[from].iter().collect();
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(&edges[module]);
        }
    }
    reached
}

fn module(name: &str) -> Module {
    let path = name.strip_prefix("src/").unwrap_or(name).strip_suffix(".rs").unwrap_or(name);
    let path = if path == "lib" { "" } else { path };
    path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn parent(module: &[String]) -> &[String] {
    module.split_last().map_or(module, |(_, parent)| parent)
}

/// The names that the imports of a text bring in, each with its path, and the paths in the rest of the code.
fn imports(code: &[(usize, Token)]) -> (Vec<(String, Module)>, Vec<Module>) {
    let (mut imports, mut paths, mut at) = (Vec::new(), Vec::new(), 0);
    while at < code.len() {
        let after_dot = at > 0 && matches!(code[at - 1].1, Token::Mark('.') | Token::Path);
        match &code[at].1 {
            // Not the `use<'a>` of a type.
            Token::Word(word)
                if word == "use" && !matches!(code.get(at + 1), Some((_, Token::Mark('<')))) =>
            {
                at = tree(code, at + 1, &mut Vec::new(), &mut imports);
            }
            Token::Word(_) if !after_dot => {
                let (path, end) = path(code, at);
                if path.len() > 1 {
                    paths.push(path);
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    (imports, paths)
}

/// The words joined by `::` from a token on, and where they end.
fn path(code: &[(usize, Token)], mut at: usize) -> (Module, usize) {
    let mut path = Vec::new();
    while let Some((_, Token::Word(word))) = code.get(at) {
        path.push(word.clone());
        at += 1;
        if !matches!(code.get(at), Some((_, Token::Path))) {
            break;
        }
        at += 1;
    }
    (path, at)
}

/// Reads one branch of a `use` tree into the names it brings in; returns where it ends.
fn tree(code: &[(usize, Token)], at: usize, before: &mut Module, found: &mut Vec<(String, Module)>) -> usize {
    let (own, mut at) = path(code, at);
    let (depth, is_empty) = (before.len(), own.is_empty());
    before.extend(own);
    match code.get(at).map(|(_, token)| token) {
        Some(Token::Mark('{')) => {
            at += 1;
            while at < code.len() && code[at].1 != Token::Mark('}') {
                let end = tree(code, at, before, found);
                // What is no path is passed over, so that text which does not compile ends too.
                let is_mark = code.get(end).is_some_and(|(_, token)| *token != Token::Mark('}'));
                at = end + usize::from(is_mark);
            }
            at += 1;
        }
        Some(Token::Mark('*')) => {
            found.push(("*".to_owned(), before.clone()));
            at += 1;
        }
        _ if is_empty => {}
        token => {
            // `a::{self}` is `a`.
            let path: Module = match before.split_last() {
                Some((last, path)) if last == "self" && !path.is_empty() => path.to_vec(),
                _ => before.clone(),
            };
            let mut name = path.last().cloned().unwrap_or_default();
            if token.is_some_and(|token| token.is("as")) {
                if let Some((_, Token::Word(alias))) = code.get(at + 1) {
                    name.clone_from(alias);
                }
                at += 2;
            }
            found.push((name, path));
        }
    }
    before.truncate(depth);
    at
}

/// A crate of made-up files.
pub(super) fn made_up(files: &[(&str, &str)]) -> Graph {
    let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    Graph::of(&files.iter().map(owned).collect())
}

#[test]
fn a_path_is_followed_to_the_file_that_has_the_item() {
    let graph = made_up(&[
        ("src/lib.rs", "pub mod a; pub mod b;"),
        ("src/a.rs", "mod inner; pub use inner::{Thing, other as another}; pub fn own() {}"),
        ("src/a/inner.rs", "use super::own; pub struct Thing;"),
        (
            "src/b.rs",
            "use crate::a::{self, another, Thing as T}; use std::fs; fn f() { a::own(); deep::g(); }",
        ),
        ("src/b/deep.rs", "fn g() { crate::b::f(); super::super::a::inner::x(); \"crate::b::text\"; }"),
        ("src/main.rs", "fn main() { vidpennan::b::f(); }"),
    ]);
    let uses = |module: &str| {
        let module: Module = module.split("::").map(str::to_owned).collect();
        graph.uses(&module).iter().map(|used| used.join("::")).collect::<Vec<_>>()
    };
    assert_eq!(uses("a"), ["a::inner"]);
    assert_eq!(uses("a::inner"), ["a"]);
    assert_eq!(uses("b"), ["a", "a::inner", "b::deep"]);
    assert_eq!(uses("b::deep"), ["a::inner", "b"]);
    assert_eq!(uses("main"), ["b"]);
}

#[test]
fn text_that_does_not_compile_ends() {
    let graph = made_up(&[
        ("src/a.rs", "use crate::{b, <<<< ==== c"),
        ("src/b.rs", "use crate::a::{"),
        ("src/c.rs", "use"),
    ]);
    assert_eq!(
        graph.uses(&vec!["a".to_owned()]),
        BTreeSet::from([vec!["b".to_owned()], vec!["c".to_owned()]])
    );
}

#[test]
fn a_circle_is_found_through_a_re_export_and_not_between_parent_and_child() {
    let straight = [
        ("src/a.rs", "mod one; mod two; pub use one::One;"),
        ("src/a/one.rs", "use super::two::Two; use crate::a; pub struct One;"),
        ("src/a/two.rs", "pub struct Two;"),
    ];
    assert!(made_up(&straight).circles().is_empty());
    let mut round = straight;
    round[2].1 = "use crate::a::One; pub struct Two;";
    assert_eq!(made_up(&round).circles(), [["src/a/one.rs", "src/a/two.rs"]]);
}
