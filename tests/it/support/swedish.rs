//! The Swedish words of the interface, taken from the Swedish halves of the catalogue's source: what must not be left
//! where the program speaks English.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The words of a text in lower case, of two letters or more.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
    parts.map(str::to_lowercase)
}

/// The literals of a Rust text, and at which character each begins, without what is put into braces.
fn literals(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut chars = text.chars().enumerate().peekable();
    while let Some((begin, c)) = chars.next() {
        match c {
            '/' if chars.peek().is_some_and(|(_, next)| *next == '/') => {
                chars.by_ref().find(|(_, c)| *c == '\n');
            }
            // The quotation mark as a character.
            '\'' => {
                chars.next_if(|(_, next)| *next == '"');
            }
            '"' => {
                let mut said = String::new();
                while let Some((_, c)) = chars.next().filter(|(_, c)| *c != '"') {
                    said.push(c);
                    said.extend((c == '\\').then(|| chars.next().map_or(' ', |(_, c)| c)));
                }
                found.push((begin, without_braces(&said)));
            }
            _ => {}
        }
    }
    found
}

fn without_braces(text: &str) -> String {
    let mut depth = 0;
    let mut said = String::new();
    for c in text.replace("\\n", " ").chars() {
        depth += usize::from(c == '{');
        said.push(if depth == 0 { c } else { ' ' });
        depth -= usize::from(c == '}' && depth > 0);
    }
    said
}

/// The Swedish and the English literals of a file of the catalogue.
fn halves(text: &str) -> [Vec<String>; 2] {
    let text = text.split("#[cfg(test)]").next().unwrap();
    let literals = literals(text);
    let constant =
        |name: &str| text.split_once(&format!(" const {name}: ")).map(|(before, _)| before.chars().count());
    let constant = |name| constant(name).filter(|_| !text.contains("macro_rules"));
    let mut halves = [Vec::new(), Vec::new()];
    if let (Some(swedish), Some(english)) = (constant("SV"), constant("EN")) {
        for (at, words) in &literals {
            if *at > swedish {
                halves[usize::from(*at > english)].push(words.clone());
            }
        }
    }
    // Within the constants a pair is of one language.
    let outside: String = text.chars().take(constant("SV").unwrap_or(usize::MAX)).collect();
    for (line, row) in outside.lines().map(|row| (row, self::literals(row))) {
        let is_pair = line.contains("pick(") || line.trim_start().starts_with("(\"");
        let each = if row.len() == 4 && line.contains("\"; \"") { 2 } else { 1 };
        if each == 2 || (row.len() == 2 && is_pair) {
            halves[0].extend(row.iter().take(each).map(|(_, words)| words.clone()));
            halves[1].extend(row.iter().skip(each).map(|(_, words)| words.clone()));
        }
    }
    halves
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| self::files(folder))).collect()
}

/// Everything that the interface says, in Swedish and in English.
pub(crate) fn said() -> [Vec<String>; 2] {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n"));
    let own =
        ["labels.rs", "format.rs", "templates.rs", "operations.rs", "changes.rs"].map(|file| root.join(file));
    let mut said = [Vec::new(), Vec::new()];
    for file in files(&root.join("words")).into_iter().chain(own) {
        let [sv, en] = halves(&fs::read_to_string(file).unwrap());
        said[0].extend(sv);
        said[1].extend(en);
    }
    said
}

/// The words that only the Swedish half has.
pub(crate) fn interface_words() -> BTreeSet<String> {
    let all = |said: &[String]| said.iter().flat_map(|text| words(text)).collect::<BTreeSet<_>>();
    let [mut swedish, english] = said().map(|said| all(&said));
    // Each language is offered by its own name, and months are shortened.
    swedish.extend(["mån", "tis", "ons", "tors", "tor", "fre", "lör", "sön", "okt"].map(str::to_owned));
    swedish.difference(&english).cloned().collect()
}

#[test]
fn the_swedish_words_are_those_of_the_catalogue() {
    let swedish = interface_words();
    for word in [
        "spara", "utmaning", "åtgärd", "tillbaka", "mötet", "ångra", "tisdag", "mars", "imorgon", "bord",
        "fre", "maj", "inlägg",
    ] {
        assert!(swedish.contains(word), "{word}");
    }
    for word in ["save", "challenge", "to", "meeting", "export", "tips", "name"] {
        assert!(!swedish.contains(word), "{word}");
    }
    assert!(swedish.len() > 800, "{}", swedish.len());
}
