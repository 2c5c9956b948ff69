//! The invariants of `src/lib.rs`, looked for in the text of the source.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Every Rust file under a folder, with its text.
fn sources(folder: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// The code of the program, without files that hold tests only.
fn program() -> impl Iterator<Item = (String, String)> {
    sources("src").into_iter().filter(|(name, _)| !name.ends_with("/tests.rs"))
}

/// The lines of a file that are code of the program: no comments, no tests.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line))
}

/// Fails with every line of code that holds one of the words, in files for which `applies`.
fn forbid(applies: impl Fn(&str) -> bool, words: &[&str], why: &str) {
    let mut broken = Vec::new();
    for (name, text) in program().filter(|(name, _)| applies(name)) {
        for (at, line) in code(&text).filter(|(_, line)| words.iter().any(|word| line.contains(word))) {
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
fn the_model_and_the_pen_are_pure() {
    let applies = |name: &str| ["src/model", "src/pen"].iter().any(|layer| name.starts_with(layer));
    let words = [
        "std::fs",
        "std::io",
        "std::env",
        "SystemTime",
        "Instant",
        "::now(",
        "now_v7",
        "rand::",
        "Clock",
        "serde",
    ];
    forbid(applies, &words, "input, output, clock or chance in a pure layer");
}

#[test]
fn layers_know_only_those_below_them() {
    let knows = |layer: &str, others: &[&str]| {
        let words: Vec<String> = others.iter().map(|other| format!("crate::{other}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (file, folder) = (format!("src/{layer}.rs"), format!("src/{layer}/"));
        forbid(|name| name == file || name.starts_with(&folder), &words, &format!("{layer} reaches up"));
    };
    knows("model", &["store", "ops", "pen", "minutes", "i18n", "ui", "cli", "export", "import"]);
    knows("i18n", &["store", "ops", "ui", "cli", "export", "import"]);
    knows("store", &["ops", "ui", "cli", "export", "import", "pen"]);
    knows("ops", &["ui", "cli", "export"]);
    knows("pen", &["store", "ops", "ui", "cli", "export", "import"]);
    knows("minutes", &["ops", "ui", "cli"]);
    knows("report", &["ops", "ui", "cli", "export", "import"]);
    knows("export", &["ops", "ui", "cli", "store"]);
    knows("import", &["ui", "cli"]);
    knows("ui", &["cli"]);
}

#[test]
fn words_for_people_stand_in_the_catalogue() {
    let swedish = |line: &str| {
        line.split('"').skip(1).step_by(2).any(|text| text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']))
    };
    let mut broken = Vec::new();
    for (name, text) in program().filter(|(name, _)| !name.starts_with("src/i18n")) {
        for (at, line) in code(&text).filter(|(_, line)| swedish(line)) {
            broken.push(format!("{name}:{at}: {}", line.trim()));
        }
    }
    assert!(broken.is_empty(), "words outside src/i18n:\n{}", broken.join("\n"));
}

#[test]
fn the_app_names_no_screen_and_widgets_no_noun() {
    forbid(
        |name| name.starts_with("src/ui/app"),
        &["screens::meetings", "screens::round_table"],
        "a screen in the app",
    );
    forbid(
        |name| name.starts_with("src/ui/widgets"),
        &["crate::model", "crate::store"],
        "a noun in a widget",
    );
}

#[test]
fn every_file_says_what_it_is() {
    for (name, text) in sources("src").iter().chain(&sources("tests/it")) {
        assert!(text.starts_with("//!"), "{name} does not say what it is");
    }
}

#[test]
fn files_are_short_enough_to_be_read() {
    // Tables may be long.
    let table = |name: &str| name.starts_with("src/i18n/") || name == "src/ui/bindings.rs";
    let long: Vec<String> = sources("src")
        .iter()
        .filter(|(name, text)| !table(name) && text.lines().count() > 500)
        .map(|(name, text)| format!("{name}: {}", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:?}");
    assert!(sources("src").keys().all(|name| !name.ends_with("/mod.rs")));
}

#[test]
fn a_released_migration_never_changes() {
    const RELEASED: &[(&str, &str)] = &[
        ("0001_first.sql", "da971a2c455e70501cc5c5a24af669b0c3698490425a49cd4823bac3b6d1f520"),
        ("0002_manuscript.sql", "71616a9d1018af0eef7b6dc9ba74d27829bf92ddc220ed262a1a2f0640778964"),
        ("0003_remembered.sql", "9eef655b3aa31299127a7a007a114ee270898156adb209b76fdbe896ab0e6f75"),
    ];
    for (file, sum) in RELEASED {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/migrations").join(file);
        let found = Sha256::digest(fs::read(path).unwrap());
        let found = found.iter().fold(String::new(), |sum, byte| sum + &format!("{byte:02x}"));
        assert_eq!(found, *sum, "{file} was released and has changed; write a new step instead");
    }
}
