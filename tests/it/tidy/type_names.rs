//! A type has a name that no other type has, but for a few that are the same thing twice.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Token, program, program_tokens};

/// The names that several files declare, and why each of them means one thing.
const SHARED: &[(&str, &[&str], &str)] = &[
    ("Entry", &["src/minutes.rs", "src/model/entry.rs"], TWIN),
    ("Field", &["src/minutes.rs", "src/model/meeting.rs"], TWIN),
    ("Provenance", &["src/minutes.rs", "src/model/entry.rs"], TWIN),
    ("Response", &["src/minutes.rs", "src/model/response.rs"], TWIN),
    (
        "Result",
        &["src/ops.rs", "src/store/error.rs"],
        "the result of a layer, always written with its module",
    ),
    ("Section", &["src/minutes.rs", "src/model/section.rs"], TWIN),
];

const TWIN: &str = "one noun, as a document has it and as it is stored";

/// The names of the types that a text declares: structs, enums, unions, traits and aliases, but no type of a trait.
fn declared(text: &str) -> BTreeSet<String> {
    let code: Vec<Token> = program_tokens(text).into_iter().map(|(_, token)| token).collect();
    let (mut names, mut depth, mut within) = (BTreeSet::new(), 0, None);
    for (at, token) in code.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| code.get(at));
        let begins = match before {
            None | Some(Token::Mark('{' | '}' | ';' | ']' | ')')) => true,
            Some(Token::Word(word)) => word == "pub" || word == "unsafe",
            Some(_) => false,
        };
        match token {
            Token::Mark('{') => depth += 1,
            Token::Mark('}') => {
                depth -= 1;
                within = within.filter(|outside| *outside < depth);
            }
            Token::Word(word) if begins => {
                let is_type = matches!(word.as_str(), "struct" | "enum" | "union" | "trait")
                    || (word == "type" && within.is_none());
                if let (true, Some(Token::Word(name))) = (is_type, code.get(at + 1)) {
                    names.insert(name.clone());
                }
                if within.is_none() && matches!(word.as_str(), "impl" | "trait") {
                    within = Some(depth);
                }
            }
            _ => {}
        }
    }
    names
}

/// The names that more than one of the files declares, each with its files.
fn shared(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in files {
        for name in declared(text) {
            names.entry(name).or_default().insert(file.clone());
        }
    }
    names.retain(|_, files| files.len() > 1);
    names
}

#[test]
fn no_type_has_the_name_of_a_stranger() {
    let shared = shared(&program());
    let listed: BTreeMap<&str, BTreeSet<&str>> =
        SHARED.iter().map(|(name, files, _)| (*name, files.iter().copied().collect())).collect();
    let mut found = Vec::new();
    for (name, files) in &shared {
        let listed = listed.get(name.as_str()).cloned().unwrap_or_default();
        if files.iter().any(|file| !listed.contains(file.as_str())) {
            found.push(format!("{name} is declared in {}", Vec::from_iter(files.clone()).join(", ")));
        }
    }
    for (name, files) in &listed {
        let declaring = shared.get(*name).cloned().unwrap_or_default();
        for file in files.iter().filter(|file| !declaring.contains(**file)) {
            found.push(format!("{name} is no longer shared by {file}, take it off the list"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_declaration_of_a_type_is_found() {
    let text = "
        pub struct One; struct Two<'a>(&'a str); #[derive(Debug)] pub(super) enum Three { Struct(u8) }
        coded! { /// In a macro.
            pub enum Four { A = \"a\" } }
        pub unsafe trait Five { type Inside; fn f() -> impl Sized { struct Six; } }
        impl Five for One { type Inside = Two; }
        fn g(it: impl Fn()) { type Seven = u8; } // struct Eight
        pub type Nine = u8;
        #[cfg(test)]
        mod tests { struct Ten; }
    ";
    let names = Vec::from_iter(declared(text)).join(" ");
    assert_eq!(names, "Five Four Nine One Seven Six Three Two");
}
