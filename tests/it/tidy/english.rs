//! Plain English: words that a reader would have to learn beside the code, and docs that only repeat a name.

mod dialect;
mod docs;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use super::source::{Token, sources, tokens};
use dialect::{in_comment, in_name};
use docs::empty_docs;

/// Something to write otherwise: the line and what is wrong there.
type Finding = (usize, String);

/// Everything to write otherwise in a file, by line.
fn findings(name: &str, text: &str) -> Vec<Finding> {
    let stem = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".rs");
    let mut found: Vec<Finding> =
        in_name(stem).map(|say| (1, format!("the file's name: {say}"))).into_iter().collect();
    let tokens = tokens(text);
    for (line, token) in &tokens {
        match token {
            Token::Word(word) => found.extend(in_name(word).map(|say| (*line, format!("`{word}`: {say}")))),
            Token::Comment(comment) => {
                found.extend(in_comment(comment).into_iter().map(|(at, word)| (line + at, word)));
            }
            Token::Path | Token::Mark(_) => {}
        }
    }
    found.extend(empty_docs(&tokens));
    found.sort();
    found
}

/// The words of a Markdown text that are not plain, by line; blocks of code are left out.
fn in_markdown(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut code = false;
    for (at, line) in text.lines().enumerate() {
        code ^= line.starts_with("```");
        if !code {
            found.extend(in_comment(line).into_iter().map(|(_, what)| (at + 1, what)));
        }
    }
    found
}

/// The findings of every file that has any: the code, and the Markdown at the root of the repository.
fn all() -> BTreeMap<String, Vec<Finding>> {
    let files = ["src", "tests/it", "benches"].into_iter().flat_map(sources);
    let code = files.map(|(name, text)| (findings(&name, &text), name));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let prose = ["README.md", "CHANGELOG.md"]
        .map(|name| (in_markdown(&fs::read_to_string(root.join(name)).unwrap()), name.to_owned()));
    let found = code.chain(prose).filter(|(found, _)| !found.is_empty());
    found.map(|(found, name)| (name, found)).collect()
}

fn listed(files: &BTreeMap<String, Vec<Finding>>) -> String {
    let line = |name: &str, (at, what): &Finding| format!("{name}:{at}: {what}\n");
    files.iter().flat_map(|(name, found)| found.iter().map(move |found| line(name, found))).collect()
}

#[test]
fn names_and_comments_are_plain_english() {
    let files = all();
    for (name, found) in &files {
        println!("{:5} {name}", found.len());
    }
    assert!(files.is_empty(), "\n{}", listed(&files));
}

#[test]
#[ignore = "a list to work from: PART=src/export cargo test --test it tidy::english::list -- --ignored --nocapture"]
fn list() {
    let part = env::var("PART").unwrap_or_default();
    let mut files = all();
    files.retain(|name, _| name.starts_with(&part));
    println!("{}{} files", listed(&files), files.len());
}

#[test]
fn the_dialect_is_found_and_the_fields_own_words_are_not() {
    let text = "
        //! It stands here, and lies there; a \"sign\" and `told` are quoted.
        fn as_told() {} // Falls back after a minus sign, but a sign is a sign.
        struct Hand { sign_off: u8, signoff: u8, design: u8, understand: u8 }
        const MATCHED_SIGN: u8 = 0; /* puts
            away and falls */
        fn tell_all() { put_away(input_away, teller); }
    ";
    let found: Vec<String> =
        findings("src/a/ours.rs", text).into_iter().map(|(line, what)| format!("{line} {what}")).collect();
    assert_eq!(
        found,
        [
            "1 the file's name: own_export",
            "2 \"lies\": is",
            "2 \"stands\": is, is in, appears, is written",
            "3 \"sign\": character, marker, bullet",
            "3 `as_told`: flattened, shown, data",
            "4 `Hand`: LineTaker",
            "5 `MATCHED_SIGN`: character, marker, bullet, sign_off",
            "6 \"falls\": panics, fails",
            "7 `put_away`: soft_deleted",
            "7 `tell_all`: show, report, distinguish",
        ]
    );
}

#[test]
fn prose_is_looked_into_and_its_code_is_not() {
    let found = in_markdown("It stands.\n```\nit stands\n```\n`it stands`, and lies.");
    let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 5]);
}
