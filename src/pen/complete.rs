//! What may follow at the cursor: names after `@`, tags after `#`, days after `<`, commands after `/`, headings after
//! `# `, kinds of response after `= `.

use std::ops::Range;

use chrono::{Datelike, Days};

use super::names::{MOST, names_like};
use super::{Context, command};
use crate::i18n::Lang;
use crate::i18n::vocabulary::{
    fold,
    pen::{COMMANDS, DESTINATIONS, DUE_OFFERS, RESPONSE_KINDS, WEEK_OFFER},
};
use crate::model::code::Coded;

/// What can be put in place of a part of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes that a candidate replaces, the marker among them; they end at the cursor.
    pub range: Range<usize>,
    /// The candidates with their marker ("@Anna Berg"), the likeliest first. Never empty.
    pub candidates: Vec<String>,
}

/// How many weeks ahead `<v` offers.
const WEEKS: u64 = 10;

/// What may follow at the cursor, given as a byte of the line. `None` where there is nothing to offer.
/// Commands, kinds of response and days are offered in `lang`.
pub fn complete(line: &str, cursor: usize, context: &Context<'_>, lang: Lang) -> Option<Completion> {
    let before = line.get(..cursor).filter(|before| !before.starts_with(char::is_whitespace))?;
    let (start, offered) = if let Some(typed) = before.strip_prefix('/') {
        after_slash(typed, context, lang)
    } else if let Some(typed) = before.strip_prefix("# ") {
        (before.len() - typed.len(), matching(context.headings, typed, ""))
    } else if let Some(typed) = before.strip_prefix("= ")
        && let offered = response_kinds(typed, lang)
        && !offered.is_empty()
    {
        (before.len() - typed.len(), offered)
    } else {
        let start = token_start(before)?;
        let is_response = before.starts_with("= ") || context.answering.is_some();
        let context = if is_response { &context.of_response() } else { context };
        (start, token(before.get(start..)?, context, lang))
    };
    let typed = before.get(start..)?;
    let mut candidates: Vec<String> = Vec::new();
    for offer in offered.into_iter().take(MOST) {
        if offer != typed && !candidates.contains(&offer) {
            candidates.push(offer);
        }
    }
    (!candidates.is_empty()).then_some(Completion { range: start..cursor, candidates })
}

/// Commands, or the headings after `/avsnitt `.
fn after_slash(typed: &str, context: &Context<'_>, lang: Lang) -> (usize, Vec<String>) {
    if let Some((name, heading)) = typed.split_once(' ')
        && command::names().any(|(known, code)| known == fold(name) && code == command::Verb::Section.code())
    {
        return (1 + typed.len() - heading.len(), matching(context.headings, heading, ""));
    }
    if let Some((name, place)) = typed.split_once(' ')
        && command::names().any(|(known, code)| known == fold(name) && code == command::Verb::Move.code())
    {
        let start = |rest: &str| 1 + typed.len() - rest.len();
        return match command::destination(place) {
            (command::Destination::Section, heading) if heading.len() < place.len() => {
                (start(heading), matching(context.headings, heading, ""))
            }
            (command::Destination::Speaker, name) if place.contains(' ') => {
                (start(name), names_like(name, context.names).map(str::to_owned).collect())
            }
            _ if place.contains(' ') => (start(place), Vec::new()),
            _ => {
                let own = |names: &&[&'static str]| match lang {
                    Lang::Sv => names.first().copied(),
                    Lang::En => names.last().copied(),
                };
                let places = DESTINATIONS.iter().filter_map(|(_, names)| own(names));
                let begin = places.filter(|name| name.starts_with(&fold(place)));
                (start(place), begin.map(|name| format!("{name} ")).collect())
            }
        };
    }
    let typed = fold(typed);
    let fitting = COMMANDS.iter().filter_map(|(_, names)| name_in(lang, names, &typed));
    (0, fitting.map(|name| format!("/{name}")).collect())
}

/// The first of the names that begins so in this language: the Swedish names are first, and the English ones last.
fn name_in<'n>(lang: Lang, names: &[&'n str], typed: &str) -> Option<&'n str> {
    let fits = |name: &&&str| name.starts_with(typed);
    match lang {
        Lang::Sv => names.iter().find(fits),
        Lang::En => names.iter().rev().find(fits),
    }
    .copied()
}

/// The kinds that a response can begin with, each with its colon.
fn response_kinds(typed: &str, lang: Lang) -> Vec<String> {
    let typed = fold(typed);
    let fitting = RESPONSE_KINDS.iter().filter_map(|(_, names)| name_in(lang, names, &typed));
    fitting.map(|name| format!("{name}:")).collect()
}

/// Where the last token character at the start of a word is.
fn token_start(before: &str) -> Option<usize> {
    let mut previous = ' ';
    let mut start = None;
    for (at, c) in before.char_indices() {
        if matches!(c, '@' | '#' | '<' | '^') && previous.is_whitespace() {
            start = Some(at);
        }
        previous = c;
    }
    start
}

/// What the token from its first character to the cursor may become.
fn token(token: &str, context: &Context<'_>, lang: Lang) -> Vec<String> {
    let mut rest = token.chars();
    let (marker, typed) = (rest.next().unwrap_or_default(), rest.as_str());
    match marker {
        '@' if context.nameless => Vec::new(),
        '@' => names_like(typed, context.names).map(|name| format!("@{name}")).collect(),
        '#' if !typed.contains(char::is_whitespace) => matching(context.tags, typed, "#"),
        '<' | '^' => days(typed, context, lang).into_iter().map(|day| format!("{marker}{day}")).collect(),
        _ => Vec::new(),
    }
}

/// The words that begin as what was typed, with a marker before them.
fn matching(words: &[String], typed: &str, marker: &str) -> Vec<String> {
    let typed = fold(typed);
    words.iter().filter(|word| fold(word).starts_with(&typed)).map(|word| format!("{marker}{word}")).collect()
}

/// Days and weeks; weeks are among them from the first letter on.
fn days(typed: &str, context: &Context<'_>, lang: Lang) -> Vec<String> {
    let typed = fold(typed);
    let week_offer = lang.pick(WEEK_OFFER.0, WEEK_OFFER.1);
    let week = |ahead: u64| {
        let day = context.today.checked_add_days(Days::new(7 * ahead))?;
        Some(format!("{week_offer}{}", day.iso_week().week()))
    };
    let weeks = (0..WEEKS).filter_map(week).filter(|_| !typed.is_empty());
    let words = DUE_OFFERS.iter().map(|(sv, en)| lang.pick(*sv, *en).to_owned());
    words.chain(weeks).filter(|offer| offer.starts_with(&typed)).collect()
}
