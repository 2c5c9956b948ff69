//! The table of layers in `src/lib.rs` is the rule: each layer uses exactly the layers that its row names.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::Graph;
use super::source::{program, sources};

/// The rows of the table: a layer, and what its `knows` column names. `nothing` names none.
fn table(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    text.lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.strip_prefix("//! |")?.split('|').collect();
            let layer = names(cells[0]).pop()?;
            Some((layer, names(cells[2]).into_iter().collect()))
        })
        .collect()
}

/// The words in backticks.
fn names(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The layers that each layer's code uses.
fn used(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let graph = Graph::of(files);
    let mut layers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for module in graph.files().keys().filter(|module| !module.is_empty()) {
        let used = graph.written(module).iter().filter_map(|path| path.first());
        layers
            .entry(module[0].clone())
            .or_default()
            .extend(used.filter(|layer| **layer != module[0]).cloned());
    }
    layers
}

/// Where the code goes beyond the table, or the table beyond the code: one sentence each, those of the code first.
fn differences(
    table: &BTreeMap<String, BTreeSet<String>>,
    used: &BTreeMap<String, BTreeSet<String>>,
) -> (Vec<String>, Vec<String>) {
    let (mut found, mut gone) = (Vec::new(), Vec::new());
    for (layer, uses) in used {
        let Some(allowed) = table.get(layer) else {
            found.push(format!("`{layer}` has no row in the table"));
            continue;
        };
        found.extend(uses.difference(allowed).map(|other| format!("`{layer}` may not use `{other}`")));
        let unused = allowed.difference(uses);
        gone.extend(unused.map(|other| format!("`{layer}` no longer uses `{other}`: shorten its row")));
    }
    let empty = table.keys().filter(|layer| !used.contains_key(*layer));
    gone.extend(empty.map(|layer| format!("`{layer}` has a row, but there is no such layer")));
    (found, gone)
}

#[test]
fn the_table_of_layers_is_what_the_code_does() {
    let table = table(&sources("src")["src/lib.rs"]);
    let (found, gone) = differences(&table, &used(&program()));
    assert!(found.is_empty(), "the code goes beyond the table in src/lib.rs:\n{}", found.join("\n"));
    assert!(gone.is_empty(), "the table in src/lib.rs goes beyond the code:\n{}", gone.join("\n"));
}

#[test]
fn a_difference_in_either_direction_is_found() {
    let table = table(
        "//! | layer | what it is | knows |\n//! |---|---|---|\n\
         //! | [`model`] | what is true | nothing |\n\
         //! | [`store`] | what is `remembered` | `model`, the `clock` |\n\
         //! | [`gone`] | was here | nothing |",
    );
    let files = [
        ("src/lib.rs", "pub mod model; pub mod store; pub mod extra;"),
        ("src/model.rs", "mod deep;"),
        ("src/model/deep.rs", "fn f() -> crate::store::Store { super::super::store::open() }"),
        ("src/store.rs", "use crate::model::deep;"),
        ("src/extra.rs", ""),
    ];
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let (found, gone) = differences(&table, &used(&files));
    assert_eq!(found, ["`extra` has no row in the table", "`model` may not use `store`"]);
    assert_eq!(
        gone,
        ["`store` no longer uses `clock`: shorten its row", "`gone` has a row, but there is no such layer",]
    );
}
