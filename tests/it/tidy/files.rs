//! What every file has: a sentence that says what it is, a length and comments that can be read, and a released
//! migration its bytes.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::source::{Token, sources, tokens};

/// Tables, which may be long.
const TABLES: &[&str] = &["src/i18n/words/"];

#[test]
fn every_file_says_what_it_is() {
    for (name, text) in sources("src").iter().chain(&sources("tests/it")) {
        assert!(text.starts_with("//!"), "{name} does not say what it is");
    }
}

#[test]
fn files_are_short_enough_to_be_read() {
    let long: Vec<String> = sources("src")
        .iter()
        .filter(|(name, _)| !TABLES.iter().any(|table| name.starts_with(table)))
        .filter(|(_, text)| text.lines().count() > 500)
        .map(|(name, text)| format!("{name}: {}", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

/// The lines on which a comment goes beyond 120 characters, counted from 1: the formatter leaves comments as they are.
/// The row of a table cannot be broken.
fn long_comments(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let row = |comment: &str| comment.trim_start_matches(['/', '!']).trim_start().starts_with('|');
    let comments = tokens(text).into_iter().filter_map(|(line, token)| match token {
        Token::Comment(comment) if !row(&comment) => Some(line),
        _ => None,
    });
    comments.filter(|line| lines[line - 1].chars().count() > 120).collect()
}

#[test]
fn comments_fit_a_window() {
    let files = [sources("src"), sources("tests"), sources("benches")];
    let files = files.iter().flatten();
    let long: Vec<String> = files
        .flat_map(|(name, text)| long_comments(text).into_iter().map(move |line| format!("{name}:{line}")))
        .collect();
    assert!(long.is_empty(), "comments beyond 120 characters:\n{}", long.join("\n"));
}

#[test]
fn a_long_comment_is_found_and_a_long_table_or_literal_is_not() {
    let fits = "å".repeat(116);
    let text =
        format!("/// {fits}\n//! {fits}.\n//! | {fits} |\nlet a = \"// {fits}\";\nlet b = 1; // {fits}");
    assert_eq!(long_comments(&text), [2, 5]);
}

#[test]
fn a_module_is_a_file_beside_its_folder() {
    let files = sources("src");
    for name in files.keys() {
        assert!(!name.ends_with("/mod.rs"), "{name}: a module is `name.rs`, beside `name/`");
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = format!("{folder}.rs");
        assert!(folder == "src" || files.contains_key(&beside), "{name} is in a folder without {beside}");
    }
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
