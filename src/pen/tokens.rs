//! Names, tags and dates inside a typed line: `@Namn`, `#tagg`, `<datum` (or `^datum`), each at the start of a word.
//!
//! A token is taken out of the text. Where the word before it leans on it ("prata med @Anna", "senast <fre") its own
//! words stay behind, so that no sentence gets a hole.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::broken_names::{broken_names, is_open_quote};
use super::due::proposed;
use super::left_dates::left_dates;
use super::names::name_meant;
use super::paste::clean;
use super::{Context, LineRemark};
use crate::i18n::dates;
use crate::i18n::vocabulary::{begins_as, fold, folds_to, pen::LEANING};
use crate::model::Due;
use crate::text::slice;

/// What was found in a line, and the words that are left.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) text: String,
    pub(super) names: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) due: Option<Due>,
    pub(super) choice: Option<NaiveDate>,
    pub(super) remarks: Vec<LineRemark>,
    /// Whether tags stay words: a response has none.
    without_tags: bool,
}

/// A token at the start of a word: how many bytes it takes, what it is, and the words that stay where something leans
/// on it.
struct Token<'a> {
    length: usize,
    means: Means,
    words: &'a str,
}

enum Means {
    Name(String),
    Tag(String),
    Due(dates::Read),
}

/// Takes the tokens out of a line.
pub(super) fn take(line: &str, context: &Context<'_>) -> Tokens {
    Tokens::default().found_in(line, context)
}

/// Takes the names and the date out of a response.
pub(super) fn take_response(line: &str, context: &Context<'_>) -> Tokens {
    Tokens { without_tags: true, ..Tokens::default() }.found_in(line, context)
}

/// Whether words name somebody: `@Anna` at the start of a word.
pub fn names_somebody(words: &str) -> bool {
    names_in(words).next().is_some()
}

/// The names in words that are stored as they are: they become text, and whoever writes them should know.
pub fn left_names(words: &str) -> Vec<LineRemark> {
    names_in(words).map(|name| LineRemark::NameAsText(name.to_owned())).collect()
}

/// Every `@name` at the start of a word.
fn names_in(words: &str) -> impl Iterator<Item = &str> {
    let mut previous = ' ';
    words.char_indices().filter_map(move |(at, c)| {
        let starts_word = std::mem::replace(&mut previous, c).is_whitespace();
        let after = slice(words, at + c.len_utf8()..);
        let (_, length) = (starts_word && c == '@').then(|| name(after, &[])).flatten()?;
        words.get(at..at + c.len_utf8() + length)
    })
}

/// Whether words name somebody in a meeting that is written without names.
pub(super) fn are_refused(words: &str, context: &Context<'_>) -> bool {
    context.nameless && names_somebody(words)
}

/// Takes the first `<date` out of words that are otherwise literal, as in a response that is being corrected.
pub fn dated(words: &str, today: NaiveDate) -> (String, Option<Due>) {
    let words = clean(words);
    let text = words.trim();
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let starts_word = std::mem::replace(&mut previous, c).is_whitespace();
        if !starts_word || !matches!(c, '<' | '^') {
            continue;
        }
        let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else { continue };
        let Some(date) = dates::read_start(after, today) else { continue };
        if let (Ok(read), Some(rest)) = (date.read, after.get(date.range.end..)) {
            let left = format!("{}{rest}", before.trim_end());
            return (left.trim().to_owned(), Some(proposed(read.due, today).0));
        }
    }
    (text.to_owned(), None)
}

/// Whether the last word of a text wants a word after it.
fn leans(text: &str) -> bool {
    text.split_whitespace().next_back().is_some_and(|last| LEANING.contains(&fold(last).as_str()))
}

impl Tokens {
    fn found_in(mut self, line: &str, context: &Context<'_>) -> Self {
        let mut rest = line;
        while let Some(first) = rest.chars().next() {
            let starts_word = self.text.chars().next_back().is_none_or(char::is_whitespace);
            let Some(token) = starts_word.then(|| self.token(rest, context)).flatten() else {
                self.text.push(first);
                rest = slice(rest, first.len_utf8()..);
                continue;
            };
            rest = slice(rest, token.length..);
            if leans(&self.text) {
                self.text.push_str(token.words);
            } else {
                self.text.truncate(self.text.trim_end().len());
                if self.text.is_empty() {
                    // "@Anna: vi hinner inte" is said by Anna.
                    rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
                }
            }
            self.keep(token.means, context);
        }
        self.text.truncate(self.text.trim_end().len());
        self.remarks.extend(left_dates(&self.text, self.due.is_some(), context.today));
        if !context.nameless {
            self.remarks.extend(broken_names(&self.text));
        }
        self
    }

    fn token<'a>(&mut self, rest: &'a str, context: &Context<'_>) -> Option<Token<'a>> {
        if let Some(after) = rest.strip_prefix('@') {
            if !context.nameless && is_open_quote(after) {
                self.remarks.push(LineRemark::OpenName(after.chars().skip(1).take(20).collect()));
                return None;
            }
            let (name, length) = name(after, context.names)?;
            if !context.nameless && !self.names.contains(&name) {
                self.ask_about(after.get(..length)?, &name, after.get(length..)?, context);
            }
            return Some(Token { length: 1 + length, means: Means::Name(name), words: after.get(..length)? });
        }
        if let Some(after) = rest.strip_prefix('#') {
            let length = tag_length(after)?;
            let tag = after.get(..length)?;
            if self.without_tags {
                self.remarks.push(LineRemark::TagInResponse(tag.to_owned()));
                return None;
            }
            let known = context.tags.iter().find(|known| fold(known) == fold(tag));
            let tag = known.map_or(tag, String::as_str).to_owned();
            return Some(Token { length: 1 + length, means: Means::Tag(tag), words: rest.get(..=length)? });
        }
        let after = rest.strip_prefix(['<', '^']).filter(|_| self.due.is_none())?;
        let date = dates::read_start(after, context.today)?;
        let length = date.range.end;
        Some(Token { length: 1 + length, means: Means::Due(date.read.ok()?), words: after.get(..length)? })
    }

    /// What there is to ask about a name: it may be a slip for one in the register, or more of a name seems to follow.
    fn ask_about(&mut self, typed: &str, name: &str, rest: &str, context: &Context<'_>) {
        if typed.starts_with(['"', '”', '“']) {
            return;
        }
        let next = rest.strip_prefix(' ').and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
        let next = next.trim_end_matches(|c: char| !c.is_alphanumeric());
        let folded = fold(name);
        if context.names.iter().any(|known| folds_to(known, &folded)) {
            // "@Amina Bergs idé": one word that means a whole name, and the rest of that name after it. "@Amina Lund":
            // somebody else with the same first name.
            let mut rest_of_name = name.split_whitespace().skip(1);
            let is_rest = !typed.contains(char::is_whitespace)
                && rest_of_name.any(|part| fold(next).starts_with(&fold(part)));
            if is_rest || is_capitalised(next) {
                let (name, left) = (name.to_owned(), next.to_owned());
                self.remarks.push(LineRemark::RestOfName { name, left });
            }
            return;
        }
        let like = name_meant(name, context.names).map(str::to_owned);
        let goes_on = !typed.contains('_') && is_capitalised(next);
        match like {
            Some(like) => self.remarks.push(LineRemark::LikeName { name: name.to_owned(), like }),
            None if goes_on => {
                let whole = format!("{name} {next}");
                self.remarks.push(LineRemark::HalfName { name: name.to_owned(), whole });
            }
            None => {}
        }
    }

    fn keep(&mut self, means: Means, context: &Context<'_>) {
        match means {
            Means::Name(name) if !self.names.contains(&name) => self.names.push(name),
            Means::Tag(tag) if !self.tags.iter().any(|known| fold(known) == fold(&tag)) => {
                self.tags.push(tag);
            }
            Means::Name(_) | Means::Tag(_) => {}
            Means::Due(read) => {
                self.remarks.extend(read.doubts.into_iter().map(LineRemark::Date));
                let (due, calendar) = proposed(read.due, context.today);
                self.choice = calendar.or(self.choice);
                self.due = Some(due);
            }
        }
    }
}

/// The name after `@` and its length in bytes: what is in quotation marks, the longest name of the register, or else
/// one word, where `_` is a space. One word that is part of a single known name means that person.
fn name(text: &str, known: &[String]) -> Option<(String, usize)> {
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

/// Whether a word may be part of a name.
fn is_capitalised(word: &str) -> bool {
    word.chars().count() > 1 && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
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
