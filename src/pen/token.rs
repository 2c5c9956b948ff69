//! One token of a typed line: `@Namn`, `#tagg` or `<datum`, wherever it is.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Context;
use crate::i18n::dates;
use crate::i18n::vocabulary::{begins_as, fold, folds_to};

/// A token at the start of a word: how many bytes it takes, what it is, and how it was typed after its marker.
pub(super) struct Token<'a> {
    pub(super) length: usize,
    pub(super) means: Means,
    pub(super) typed: &'a str,
}

pub(super) enum Means {
    Name(String),
    Tag(String),
    Due(dates::Read),
}

impl<'a> Token<'a> {
    /// What token a text begins with, wherever it is in the line.
    pub(super) fn bare(rest: &'a str, context: &Context<'_>) -> Option<Self> {
        if let Some(after) = rest.strip_prefix('@') {
            let (name, length) = name(after, context.names)?;
            return Some(Token { length: 1 + length, means: Means::Name(name), typed: after.get(..length)? });
        }
        if let Some(after) = rest.strip_prefix('#') {
            let length = tag_length(after)?;
            let tag = after.get(..length)?;
            let known = context.tags.iter().find(|known| fold(known) == fold(tag));
            let means = Means::Tag(known.map_or(tag, String::as_str).to_owned());
            return Some(Token { length: 1 + length, means, typed: tag });
        }
        let after = rest.strip_prefix(['<', '^'])?;
        let date = dates::read_start(after, context.today)?;
        let length = date.range.end;
        Some(Token { length: 1 + length, means: Means::Due(date.read.ok()?), typed: after.get(..length)? })
    }

    /// The words that stay where it is part of the sentence.
    pub(super) fn words(&self) -> String {
        match &self.means {
            Means::Name(name) => in_words(self.typed, name),
            Means::Tag(_) => format!("#{}", self.typed),
            Means::Due(_) => self.typed.to_owned(),
        }
    }
}

/// The name after `@` and its length in bytes: what is in quotation marks, the longest name of the register, or else
/// one word, where `_` is a space. One word that is part of a single known name means that person.
pub(super) fn name(text: &str, known: &[String]) -> Option<(String, usize)> {
    if let Some(quoted) = quoted_name(text) {
        return Some(quoted);
    }
    // Most names begin with another letter, and are not looked at further.
    let first = fold(&text.nfc().take(1).collect::<String>());
    let likely = known.iter().filter(|name| begins_as(name, &first));
    let whole = likely.filter_map(|name| Some((name, known_length(text, name)?)));
    if let Some((name, length)) = whole.max_by_key(|(_, length)| *length) {
        return Some((name.clone(), length));
    }
    let is_part =
        |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '-' | '_' | '\'' | '’');
    let length = word_length(text, is_part)?;
    let typed = text.get(..length)?;
    let folded = fold(typed);
    let mut people = known.iter().filter(|name| name.split_whitespace().any(|part| folds_to(part, &folded)));
    match (people.next(), people.next()) {
        (Some(only), None) => Some((only.clone(), length)),
        _ => Some((typed.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "), length)),
    }
}

/// `"Björn Ågren"`, also with typographic quotation marks.
fn quoted_name(text: &str) -> Option<(String, usize)> {
    const MARKS: [char; 3] = ['"', '”', '“'];
    let inside = text.strip_prefix(MARKS)?;
    let (name, after) = inside.split_once(MARKS)?;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    (name.contains(char::is_alphabetic) && ends_word(after)).then(|| (name, text.len() - after.len()))
}

/// How many bytes of the text are this name, whatever its letter case and white space.
fn known_length(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (index, part) in name.split_whitespace().enumerate() {
        if index > 0 {
            rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
        }
        // The typed part may have another length in bytes (decomposed letters): it ends where its folded form is that
        // of the name.
        let goal = fold(part);
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(2 * goal.chars().count());
        let end = ends.filter(|end| rest.get(..*end).is_some_and(|typed| fold(typed) == goal)).last()?;
        rest = rest.get(end..)?;
    }
    ends_word(rest).then(|| text.len() - rest.len()).filter(|length| *length > 0)
}

/// The tag after `#`: letters, digits, `-` and `_`, at least one of them a letter (so "#1" is a number).
fn tag_length(text: &str) -> Option<usize> {
    word_length(text, |c| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '-' | '_'))
}

/// The length of the run of such characters, where it holds a letter and ends as words end.
fn word_length(text: &str, is_part: impl Fn(char) -> bool) -> Option<usize> {
    let length = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(length)?;
    (word.contains(char::is_alphabetic) && ends_word(rest)).then_some(length)
}

/// Whether a word may end before this text: before white space, or punctuation that white space follows.
fn ends_word(rest: &str) -> bool {
    let after = rest.trim_start_matches([',', '.', ';', ':', '!', '?', ')', ']', '"', '”', '’', '…']);
    after.is_empty() || after.starts_with(char::is_whitespace)
}

/// A name as words: without quotation marks, and spelled as the register spells it.
fn in_words(typed: &str, name: &str) -> String {
    let folded = fold(typed);
    let part = name.split_whitespace().find(|part| folds_to(part, &folded));
    match part {
        Some(part) => part.to_owned(),
        None => name.to_owned(),
    }
}
