//! Names, tags and dates inside a typed line: `@Namn`, `#tagg`, `<datum` (or `^datum`), each at the start of a word.
//!
//! A token is taken out of the text. Where the word before it leans on it ("prata med @Anna", "senast <fre") its own
//! words stay behind, so that no sentence gets a hole; so do names within a sentence (see [`name_run`]).

use super::broken_names::{broken_names, is_open_quote};
use super::due::proposed;
use super::left_dates::{left_dates, left_heart};
use super::names::name_meant;
use super::paste::clean;
use super::token::{Means, Token, name};
use super::{Context, LineRemark, name_run};
use crate::i18n::dates;
use crate::i18n::vocabulary::new_names::may_be_named;
use crate::i18n::vocabulary::{fold, folds_to, pen::LEANING};
use crate::model::Due;
use crate::text::slice;
use chrono::NaiveDate;

/// What was found in a line, and the words that are left.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) text: String,
    pub(super) names: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) due: Option<Due>,
    pub(super) choice: Option<NaiveDate>,
    pub(super) remarks: Vec<LineRemark>,
    /// Whether it is a response: it has no tags, so that they stay words, and begins with whoever gave it.
    is_response: bool,
    /// How many bytes are left of the line at its last known word that is no token.
    last_word: usize,
}

/// Takes the tokens out of a line.
pub(super) fn take(line: &str, context: &Context<'_>) -> Tokens {
    Tokens::default().found_in(line, context)
}

/// Takes the names and the date out of a response.
pub(super) fn take_response(line: &str, context: &Context<'_>) -> Tokens {
    Tokens { is_response: true, ..Tokens::default() }.found_in(line, context)
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
            if matches!(token.means, Means::Name(_)) {
                rest = self.take_names(rest, context);
                continue;
            }
            rest = slice(rest, token.length..);
            if leans(&self.text) {
                self.text.push_str(&token.words());
            } else {
                rest = self.close(rest);
            }
            self.keep(token.means, context);
        }
        self.text.truncate(self.text.trim_end().len());
        self.remarks.extend(left_dates(&self.text, self.due.is_some(), context.today));
        if self.is_response {
            self.remarks.extend(left_heart(&self.text, self.due.is_some()));
        }
        if !context.nameless {
            self.remarks.extend(broken_names(&self.text));
        }
        self
    }

    /// Closes the words over what was taken out.
    fn close<'a>(&mut self, rest: &'a str) -> &'a str {
        self.text.truncate(self.text.trim_end().len());
        if self.text.is_empty() { rest.trim_start() } else { rest }
    }

    /// Takes the names that are side by side at the start of the rest of a line, as words where they are part of the
    /// sentence, and returns what is left.
    fn take_names<'a>(&mut self, rest: &'a str, context: &Context<'_>) -> &'a str {
        let Some(length) = name_run::length(rest, context) else { return rest };
        let after = slice(rest, length..);
        let goes_with = if leans(&self.text) { None } else { self.set_off(after, context) };
        let mut run = slice(rest, ..length);
        let mut words = String::new();
        while let Some(first) = run.chars().next() {
            let starts_word = words.chars().next_back().is_none_or(char::is_whitespace);
            match starts_word
                .then(|| self.token(slice(rest, rest.len() - run.len() - after.len()..), context))
            {
                Some(Some(token)) if token.length <= run.len() => {
                    words.push_str(&token.words());
                    run = slice(run, token.length..);
                    self.keep(token.means, context);
                }
                _ => {
                    words.push(first);
                    run = slice(run, first.len_utf8()..);
                }
            }
        }
        let Some(mark) = goes_with else {
            self.text.push_str(&words);
            return after;
        };
        let before = self.text.trim_end().trim_end_matches([',', '–', '—']).trim_end().len();
        self.text.truncate(before);
        self.close(slice(after, mark..))
    }

    /// How names before the rest of a line are set off: see [`name_run::set_off`].
    fn set_off(&mut self, after: &str, context: &Context<'_>) -> Option<usize> {
        name_run::set_off(&self.text, after, self.is_response, &mut self.last_word, context)
    }

    fn token<'a>(&mut self, rest: &'a str, context: &Context<'_>) -> Option<Token<'a>> {
        if let Some(after) = rest.strip_prefix('@')
            && !context.nameless
            && is_open_quote(after)
        {
            self.remarks.push(LineRemark::OpenName(after.chars().skip(1).take(20).collect()));
            return None;
        }
        let token = Token::bare(rest, context)?;
        match &token.means {
            Means::Name(name) if !context.nameless && !self.names.contains(name) => {
                self.ask_about(token.typed, name, rest.get(token.length..)?, context);
            }
            Means::Tag(_) if self.is_response => {
                self.remarks.push(LineRemark::TagInResponse(token.typed.to_owned()));
                return None;
            }
            Means::Due(_) if self.due.is_some() => return None,
            _ => {}
        }
        Some(token)
    }

    /// What there is to ask about a name: it may be a slip for one in the register, more of a name seems to follow,
    /// or it looks like the name of nobody.
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
            None if !may_be_named(name, context.bodies) => {
                self.remarks.push(LineRemark::OddName(name.to_owned()));
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

/// Whether a word may be part of a name.
fn is_capitalised(word: &str) -> bool {
    word.chars().count() > 1 && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}
