//! What is done with nouns follows from their table; where a file names them one by one, there is a reason.

use super::source::{code, program};

/// The files that distinguish nouns by hand, and why.
const BY_HAND: &[(&str, &str)] = &[
    ("src/i18n/changes.rs", "the word for each noun: one that is missing is an error of the compiler"),
    ("src/store/derived/response.rs", "on which records responses depend, which are part of none"),
    ("src/store/derived/work.rs", "on which records the derived cells of entries depend"),
    ("src/store/search.rs", "which entry is shown with a hit"),
    ("src/ui/screens/search/act.rs", "which page a hit opens"),
    ("src/ui/screens/search/row.rs", "the sign and the style of a hit"),
];

/// Whether a line distinguishes nouns: `match entity {`, `match (hit.entity, …) {`, `matches!(entity, …)`.
fn distinguishes(line: &str) -> bool {
    let is_noun = |value: &str| {
        let name = value.trim().trim_start_matches(['&', '*']);
        name == "entity" || name.ends_with(".entity")
    };
    let subject = line.split_once("match ").and_then(|(_, after)| after.split_once('{'));
    let in_match = subject.is_some_and(|(subject, _)| match subject.trim().strip_prefix('(') {
        Some(several) => several.trim_end_matches(')').split(',').any(is_noun),
        None => is_noun(subject),
    });
    let first = line.split_once("matches!(").and_then(|(_, after)| after.split_once(','));
    in_match || first.is_some_and(|(first, _)| is_noun(first))
}

#[test]
fn nouns_are_distinguished_by_hand_only_where_there_is_a_reason() {
    let files = program();
    let found = files.iter().filter(|(_, text)| code(text).any(|(_, line)| distinguishes(line)));
    let found: Vec<&str> = found.map(|(name, _)| name.as_str()).collect();
    let allowed: Vec<&str> = BY_HAND.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, allowed, "let it follow from `model::noun`, or say why not");
}

#[test]
fn a_line_that_distinguishes_nouns_is_found() {
    let found = [
        "let a = match entity {",
        "match (hit.entity, &hit.entry) {",
        "match *change.entity {",
        "if matches!(noun.entity, Entity::Person) {",
    ];
    assert!(found.iter().all(|line| distinguishes(line)));
    let others = ["match named(store, entity, id) {", "match identity {", "matches!(form, CellForm::Kind)"];
    assert!(!others.iter().any(|line| distinguishes(line)));
}
