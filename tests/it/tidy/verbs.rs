//! What one can do is done in the random sessions of `support::deeds`: every public verb of `ops`.

use std::collections::BTreeSet;

use super::source::{program, sources};

/// The public functions of a text that write and return an operation.
fn verbs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\npub fn ").skip(1).filter_map(|function| {
        let signature = function.split(" {\n").next()?;
        let name = signature.split(['(', '<']).next()?;
        (signature.contains("&mut Store") && signature.contains("Done<")).then_some(name)
    })
}

#[test]
fn every_verb_is_done_in_random_sessions() {
    let ops = program().into_iter().filter(|(name, _)| name.starts_with("src/ops/"));
    let texts: Vec<String> =
        ops.filter(|(name, _)| name.matches('/').count() == 2).map(|(_, text)| text).collect();
    let all: BTreeSet<&str> = texts.iter().flat_map(|text| verbs(text)).collect();
    assert!(all.len() > 50 && all.contains("answer_by"), "{all:?}");
    let does = |name: &str| name.contains("/deeds") || name.ends_with("/room.rs");
    let deeds: String = sources("tests/it/support")
        .into_iter()
        .filter(|(name, _)| does(name))
        .map(|(_, text)| text)
        .collect();
    let is_done = |verb: &&str| {
        deeds.contains(&format!("ops::{verb}(")) || deeds.contains(&format!("at_once::{verb}("))
    };
    let missing: Vec<&str> = all.into_iter().filter(|verb| !is_done(verb)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "no deed of `support::deeds` does these");
}
