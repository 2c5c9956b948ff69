//! Words that are ordinary English, in a sense that the field does not use.

use super::Finding;

/// Parts of a name (of `snake_case` or `CamelCase`), and what to say instead.
const IN_NAMES: &[(&str, &str)] = &[
    ("told", "flattened, shown, data"),
    ("untold", "not_in_text"),
    ("tell", "show, report, distinguish"),
    ("tells", "shows, reports, distinguishes"),
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

/// Parts of a name one after the other, and what to say instead.
const NAME_PHRASES: &[(&str, &str)] =
    &[("put away", "soft_deleted"), ("puts away", "soft_deletes"), ("putting away", "soft_deleting")];

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
    "nobody signs",
    "sign up",
    "falls back",
];

/// What to say instead of a name, if it has a part that is not plain.
pub(super) fn in_name(name: &str) -> Option<&'static str> {
    let parts = parts(name);
    let sign_off = |at: usize| parts.get(at + 1).is_some_and(|next| next.starts_with("off"));
    let whole = NAMES.iter().find(|(whole, _)| *whole == name).map(|(_, say)| *say);
    let phrase = || {
        let joined = format!(" {} ", parts.join(" "));
        let found = NAME_PHRASES.iter().find(|(phrase, _)| joined.contains(&format!(" {phrase} ")));
        found.map(|(_, say)| *say)
    };
    whole.or_else(phrase).or_else(|| {
        parts
            .iter()
            .enumerate()
            .filter(|(at, _)| !sign_off(*at))
            .find_map(|(_, part)| IN_NAMES.iter().find(|(word, _)| word == part).map(|(_, say)| *say))
    })
}

/// The parts of a name, in small letters.
pub(super) fn parts(name: &str) -> Vec<String> {
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
pub(super) fn in_comment(comment: &str) -> Vec<Finding> {
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
pub(super) fn words(line: &str) -> Vec<String> {
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
