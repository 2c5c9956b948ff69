//! Plain English: words that a reader would have to learn beside the code, and docs that only repeat a name.

use std::collections::BTreeMap;
use std::env;

use super::source::{Token, sources, tokens};

/// Folders and files that are not clean yet.
const NOT_YET: &[&str] = &[
    "benches",
    "src/cli",
    "src/clock.rs",
    "src/demo.rs",
    "src/export",
    "src/i18n",
    "src/import",
    "src/lib.rs",
    "src/log.rs",
    "src/minutes",
    "src/model",
    "src/ops",
    "src/pen",
    "src/report",
    "src/settings.rs",
    "src/speech.rs",
    "src/store",
    "src/ui",
    "tests/it",
];

/// Parts of a name (of `snake_case` or `CamelCase`), and what to say instead.
const IN_NAMES: &[(&str, &str)] = &[
    ("told", "flattened, shown, data"),
    ("untold", "not_in_text"),
    ("stand", "is, is_in, remains"),
    ("stands", "is, is_in, appears"),
    ("standing", "is, remaining, current"),
    ("stood", "was, was_in"),
    ("sign", "character, marker, bullet, sign_off"),
    ("signs", "characters, markers, bullets"),
    ("fell", "panicked, failed"),
    ("trouble", "error"),
    ("around", "context, decoration, header_footer"),
    ("harmless", "safe"),
    ("laid", "layout, preview, previewed"),
    ("laying", "layout, preview"),
    ("holder", "scribe"),
    ("ours", "own_export"),
];

/// Whole names, as they are written, and what to say instead.
const NAMES: &[(&str, &str)] = &[
    ("Hand", "LineTaker"),
    ("Taken", "Outcome"),
    ("Paper", "Publication, TextView"),
    ("Kept", "what is kept: Edited, SavedState"),
];

/// Words in comments, and what to say instead.
const IN_COMMENTS: &[(&str, &str)] = &[
    ("stand", "is, appears, is written"),
    ("stands", "is, is in, appears, is written"),
    ("stood", "was, was in"),
    ("sign", "character, marker, bullet"),
    ("signs", "characters, markers, bullets"),
    ("told", "shown, reported, distinguished"),
    ("tell", "show, report, distinguish"),
    ("tells", "shows, reports, distinguishes"),
    ("gives", "returns"),
    ("put away", "soft-deleted"),
    ("puts away", "soft-deletes"),
    ("fell", "panicked, failed"),
    ("falls", "panics, fails"),
    ("lies", "is"),
    ("trouble", "error"),
    ("harmless", "safe"),
    ("holder", "scribe"),
    ("a paper", "a publication, a text view"),
    ("the paper", "the publication, the text view"),
    ("papers", "publications"),
];

/// Where the field itself has the word.
const STANDARD: &[&str] = &[
    "sign off",
    "minus sign",
    "plus sign",
    "equals sign",
    "percent sign",
    "dollar sign",
    "section sign",
    "who signs",
    "who sign",
    "to sign",
    "falls back",
];

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

/// What to say instead of a name, if it has a part that is not plain.
fn in_name(name: &str) -> Option<&'static str> {
    let parts = parts(name);
    let sign_off = |at: usize| parts.get(at + 1).is_some_and(|next| next.starts_with("off"));
    let whole = NAMES.iter().find(|(whole, _)| *whole == name).map(|(_, say)| *say);
    whole.or_else(|| {
        parts
            .iter()
            .enumerate()
            .filter(|(at, _)| !sign_off(*at))
            .find_map(|(_, part)| IN_NAMES.iter().find(|(word, _)| word == part).map(|(_, say)| *say))
    })
}

/// The parts of a name, in small letters.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut small = false;
    for char in name.chars() {
        if char == '_' || (small && char.is_uppercase()) {
            parts.push(String::new());
        }
        if char != '_' {
            parts.last_mut().unwrap().extend(char.to_lowercase());
        }
        small = char.is_lowercase() || char.is_ascii_digit();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The words of a comment that are not plain, each with its line in the comment. Code in backticks and quotations of
/// what a user sees are not looked into.
fn in_comment(comment: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, line) in comment.lines().enumerate() {
        let plain = STANDARD.iter().fold(format!(" {} ", words(line).join(" ")), |text, phrase| {
            text.replace(&format!(" {phrase} "), " ")
        });
        let bad = IN_COMMENTS.iter().filter(|(word, _)| plain.contains(&format!(" {word} ")));
        found.extend(bad.map(|(word, say)| (at, format!("\"{word}\": {say}"))));
    }
    found
}

/// The words of a comment's line in small letters, without code and quotations.
fn words(line: &str) -> Vec<String> {
    let mut text = String::new();
    let mut inside: Option<char> = None;
    for char in line.chars() {
        match inside {
            Some(close) if char == close => inside = None,
            Some(_) => {}
            None => match char {
                '`' | '"' => inside = Some(char),
                '“' | '”' => inside = Some('”'),
                _ => text.push(char),
            },
        }
    }
    text.split(|char: char| !char.is_alphanumeric() && char != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Docs of one line that say nothing beyond the name of their item, or nearly nothing.
fn empty_docs(tokens: &[(usize, Token)]) -> Vec<Finding> {
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
        let said: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        if said.len() <= 2 {
            found.push((tokens[at].0, format!("a doc of {} words: `{name}`", said.len())));
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

/// The findings of every file that has any, in `src`, `tests/it` and `benches`.
fn all() -> BTreeMap<String, Vec<Finding>> {
    let files = ["src", "tests/it", "benches"].into_iter().flat_map(sources);
    let found = files.map(|(name, text)| (findings(&name, &text), name));
    found.filter(|(found, _)| !found.is_empty()).map(|(found, name)| (name, found)).collect()
}

fn listed(files: &BTreeMap<String, Vec<Finding>>) -> String {
    let line = |name: &str, (at, what): &Finding| format!("{name}:{at}: {what}\n");
    files.iter().flat_map(|(name, found)| found.iter().map(move |found| line(name, found))).collect()
}

#[test]
fn names_and_comments_are_plain_english() {
    let mut files = all();
    for (name, found) in &files {
        println!("{:5} {name}", found.len());
    }
    files.retain(|name, _| !NOT_YET.iter().any(|part| name.starts_with(part)));
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
        ]
    );
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
    ";
    let found: Vec<String> =
        findings("src/a.rs", text).into_iter().map(|(line, what)| format!("{line} {what}")).collect();
    assert_eq!(
        found,
        [
            "2 a doc of 2 words: `list`",
            "4 a doc that repeats the name: `ExportState`",
            "13 a doc that repeats the name: `is_empty`",
        ]
    );
}
