//! Docs of one line that only repeat the name of their item.

use super::Finding;
use super::dialect::{parts, words};
use crate::tidy::source::{Token, tokens};

/// Docs of one line that say nothing beyond the name of their item, or nearly nothing.
pub(super) fn empty_docs(tokens: &[(usize, Token)]) -> Vec<Finding> {
    let doc = |at: usize| match tokens.get(at) {
        Some((_, Token::Comment(text))) => text.strip_prefix("///"),
        _ => None,
    };
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let Some(text) = doc(at) else { continue };
        if (at > 0 && doc(at - 1).is_some()) || doc(at + 1).is_some() {
            continue;
        }
        let Some(name) = item_name(&tokens[at + 1..]) else { continue };
        let length = text.split_whitespace().count();
        // Code is an example, or a place to read more.
        if length <= 2 && !text.contains('`') {
            found.push((tokens[at].0, format!("a doc of {length} words: `{name}`")));
        } else if repeats(text, name) {
            found.push((tokens[at].0, format!("a doc that repeats the name: `{name}`")));
        }
    }
    found
}

/// Whether every word of a doc is in the name already, small words aside.
fn repeats(doc: &str, name: &str) -> bool {
    const SMALL: &[&str] = &[
        "a", "an", "the", "of", "its", "their", "this", "that", "is", "are", "to", "in", "for", "or", "and",
        "it", "one", "whether",
    ];
    let root = |word: &str| {
        let word = word.strip_suffix("ies").map_or(word.to_owned(), |stem| format!("{stem}y"));
        let word = word.strip_suffix('s').unwrap_or(&word);
        word.strip_suffix("ed").or(word.strip_suffix('e')).unwrap_or(word).to_owned()
    };
    let name: Vec<String> = parts(name).iter().map(|part| root(part)).collect();
    let doc: String = doc.chars().filter(|char| !"`\"“”".contains(*char)).collect();
    words(&doc).iter().filter(|word| !SMALL.contains(&word.as_str())).all(|word| name.contains(&root(word)))
}

/// The name of the item that follows a doc: past attributes, visibility and keywords.
fn item_name(tokens: &[(usize, Token)]) -> Option<&str> {
    const BEFORE: &[&str] = &[
        "pub",
        "crate",
        "super",
        "in",
        "fn",
        "struct",
        "enum",
        "const",
        "static",
        "type",
        "trait",
        "mod",
        "async",
        "unsafe",
        "union",
        "macro_rules",
        "mut",
        "use",
    ];
    let mut depth = 0;
    for (_, token) in tokens {
        match token {
            Token::Mark('[') => depth += 1,
            Token::Mark(']') => depth -= 1,
            Token::Word(word) if depth == 0 && !BEFORE.contains(&word.as_str()) => return Some(word),
            Token::Mark(mark) if depth == 0 && !matches!(mark, '#' | '(' | ')' | '!') => return None,
            _ => {}
        }
    }
    None
}

#[test]
fn a_doc_that_says_nothing_is_found() {
    let text = "
        /// The list.
        pub(crate) fn list() {}
        /// The state of the export.
        #[derive(Debug)]
        pub struct ExportState {
            /// A line that says more.
            pub line: u8,
            /// The lines
            /// of it.
            pub lines: u8,
        }
        /// Whether it is empty.
        const fn is_empty() -> bool { true }
        /// How wide, in columns.
        Wide,
        /// `2019-W50`.
        Week,
    ";
    let found: Vec<String> =
        empty_docs(&tokens(text)).into_iter().map(|(line, what)| format!("{line} {what}")).collect();
    assert_eq!(
        found,
        [
            "2 a doc of 2 words: `list`",
            "4 a doc that repeats the name: `ExportState`",
            "13 a doc that repeats the name: `is_empty`",
        ]
    );
}
