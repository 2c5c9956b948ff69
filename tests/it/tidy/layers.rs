//! What only one layer may do: SQL, the terminal, writes, words for people; and what the pure layers may not.

use super::source::{code, program};

/// Fails with every line of code that holds one of the words, in files for which `applies`.
fn forbid(applies: impl Fn(&str) -> bool, words: &[&str], why: &str) {
    let mut broken = Vec::new();
    for (name, text) in program().iter().filter(|(name, _)| applies(name)) {
        for (at, line) in code(text).filter(|(_, line)| words.iter().any(|word| line.contains(word))) {
            broken.push(format!("{name}:{at}: {}", line.trim()));
        }
    }
    assert!(broken.is_empty(), "{why}:\n{}", broken.join("\n"));
}

#[test]
fn only_the_store_speaks_sql() {
    forbid(|name| !name.starts_with("src/store"), &["rusqlite"], "rusqlite outside src/store");
}

#[test]
fn only_the_interface_knows_the_terminal() {
    let words = ["ratatui", "crossterm::"];
    forbid(|name| !name.starts_with("src/ui"), &words, "the terminal outside src/ui");
}

#[test]
fn only_ops_start_writes() {
    let applies = |name: &str| !name.starts_with("src/ops") && name != "src/store/transaction.rs";
    forbid(applies, &[".transact("], "a write outside src/ops");
}

#[test]
fn formats_know_only_what_was_cut() {
    let applies = |name: &str| name == "src/export.rs" || name.starts_with("src/export/");
    forbid(applies, &["Material", "gather("], "a format that reaches for more than the publication");
}

#[test]
fn the_model_and_the_pen_are_pure() {
    let applies = |name: &str| ["src/model", "src/pen"].iter().any(|layer| name.starts_with(layer));
    let words =
        ["std::fs", "std::io", "std::env", "SystemTime", "Instant", "::now(", "now_v7", "rand::", "Clock"];
    forbid(applies, &words, "input, output, clock or chance in a pure layer");
    // How a record is written in a cell is a matter of the model; how it is written elsewhere is not.
    let but_cells = |name: &str| applies(name) && name != "src/model/cell.rs";
    forbid(but_cells, &["serde"], "serialisation in a pure layer");
}

#[test]
fn words_for_people_are_in_the_catalogue() {
    let swedish = |line: &str| {
        line.split('"').skip(1).step_by(2).any(|text| text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']))
    };
    let mut broken = Vec::new();
    for (name, text) in program().iter().filter(|(name, _)| !name.starts_with("src/i18n")) {
        for (at, line) in code(text).filter(|(_, line)| swedish(line)) {
            broken.push(format!("{name}:{at}: {}", line.trim()));
        }
    }
    assert!(broken.is_empty(), "words outside src/i18n:\n{}", broken.join("\n"));
}
