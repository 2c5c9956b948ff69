//! The files that are checked, and Rust text cut into tokens: enough to distinguish names, paths and comments.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file under a folder of the repository, by its path from the root.
pub(super) fn sources(folder: &str) -> BTreeMap<String, String> {
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
pub(super) fn program() -> BTreeMap<String, String> {
    let mut files = sources("src");
    files.retain(|name, _| !name.ends_with("/tests.rs"));
    files
}

/// The lines of a file that are code of the program: no comments, no tests.
pub(super) fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line))
}

/// A piece of Rust text. Literals are left out: nothing here looks into them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// An identifier, a keyword or a number.
    Word(String),
    /// `::`, which joins the names of a path.
    Path,
    /// Any other punctuation, one character at a time.
    Mark(char),
    /// A comment to the end of its line, or one block, with its slashes.
    Comment(String),
}

impl Token {
    /// Whether it is this keyword or identifier.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self, Token::Word(own) if own == word)
    }
}

/// The tokens of a text, each with the number of its line.
pub(super) fn tokens(text: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let (end, token) = next(&chars, at);
        if let Some(token) = token {
            found.push((line, token));
        }
        line += chars[at..end].iter().filter(|char| **char == '\n').count();
        at = end;
    }
    found
}

/// Where the token at a place ends, and the token unless it is space or a literal.
fn next(chars: &[char], at: usize) -> (usize, Option<Token>) {
    let is = |at: usize, mark: char| chars.get(at) == Some(&mark);
    let text = |end: usize| chars[at..end].iter().collect::<String>();
    let word = |from: usize| (from..chars.len()).find(|at| !named(chars[*at])).unwrap_or(chars.len());
    match chars[at] {
        '/' if is(at + 1, '/') => {
            let end = (at..chars.len()).find(|at| is(*at, '\n')).unwrap_or(chars.len());
            (end, Some(Token::Comment(text(end))))
        }
        '/' if is(at + 1, '*') => {
            let end = (at + 2..chars.len()).find(|at| is(*at, '*') && is(at + 1, '/'));
            let end = end.map_or(chars.len(), |end| end + 2);
            (end, Some(Token::Comment(text(end))))
        }
        '"' => (quoted(chars, at, '"'), None),
        '\'' if is(at + 1, '\\') || is(at + 2, '\'') => (quoted(chars, at, '\''), None),
        // A lifetime.
        '\'' => (word(at + 1), None),
        ':' if is(at + 1, ':') => (at + 2, Some(Token::Path)),
        char if named(char) => {
            let end = word(at);
            let prefix = matches!(text(end).as_str(), "r" | "b" | "br" | "c" | "cr");
            match (prefix, chars.get(end)) {
                (true, Some('"')) if char == 'r' || text(end).ends_with('r') => (raw(chars, end), None),
                (true, Some('"' | '\'')) => (quoted(chars, end, chars[end]), None),
                (true, Some('#')) if is(end + 1, '"') || is(end + 1, '#') => (raw(chars, end), None),
                _ => (end, Some(Token::Word(text(end)))),
            }
        }
        char if char.is_whitespace() => (at + 1, None),
        char => (at + 1, Some(Token::Mark(char))),
    }
}

fn named(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// The end of a literal that opens at a place, with `\` before what is only written in it.
fn quoted(chars: &[char], open: usize, close: char) -> usize {
    let mut at = open + 1;
    while at < chars.len() && chars[at] != close {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// The end of a raw string whose hashes begin at a place.
fn raw(chars: &[char], hashes: usize) -> usize {
    let open = (hashes..chars.len()).find(|at| chars[*at] != '#').unwrap_or(chars.len());
    let count = open - hashes;
    let closes = |at: usize| chars[at] == '"' && (1..=count).all(|hash| chars.get(at + hash) == Some(&'#'));
    (open + 1..chars.len()).find(|at| closes(*at)).map_or(chars.len(), |at| at + 1 + count)
}

/// The tokens of the program alone: no comments, and no item under `#[cfg(test)]`.
pub(super) fn program_tokens(text: &str) -> Vec<(usize, Token)> {
    let all: Vec<(usize, Token)> =
        tokens(text).into_iter().filter(|(_, token)| !matches!(token, Token::Comment(_))).collect();
    let attribute = tokens("#[cfg(test)]");
    let (mut found, mut at) = (Vec::new(), 0);
    while at < all.len() {
        let rest = &all[at..];
        if rest.len() >= attribute.len() && rest.iter().zip(&attribute).all(|(own, other)| own.1 == other.1) {
            at = item_end(&all, at + attribute.len());
        } else {
            found.push(all[at].clone());
            at += 1;
        }
    }
    found
}

/// The end of the item that begins at a token: after its `;`, or after the brace that closes it.
fn item_end(tokens: &[(usize, Token)], from: usize) -> usize {
    let mut depth = 0;
    for (at, (_, token)) in tokens.iter().enumerate().skip(from) {
        match token {
            Token::Mark(';') if depth == 0 => return at + 1,
            Token::Mark('{') => depth += 1,
            Token::Mark('}') if depth == 1 => return at + 1,
            Token::Mark('}') => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

#[test]
fn literals_comments_and_tests_are_no_code() {
    let text = r##"
        use a::b; // the stand
        const ONE: &[u8] = b"x \" crate::c"; const TWO: char = '\''; fn f<'a>(x: &'a str) {}
        const THREE: &str = r#"crate::"d"#; /* crate::e */
        #[cfg(test)]
        mod tests { fn g() { crate::h(); } }
        const LAST: char = '"';
    "##;
    let words: Vec<String> = program_tokens(text)
        .into_iter()
        .filter_map(|(_, token)| match token {
            Token::Word(word) => Some(word),
            _ => None,
        })
        .collect();
    let expected = "use a b const ONE u8 const TWO char fn f x str const THREE str const LAST char";
    assert_eq!(words.join(" "), expected);
    assert_eq!(tokens(text)[5], (2, Token::Comment("// the stand".to_owned())));
}
