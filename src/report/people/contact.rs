//! A part of a text by which somebody is reached, and whether a user name is that of a body.

use std::ops::Range;

use super::Mention;
use super::words::plain;
use crate::i18n::vocabulary::names::is_mailbox;
use crate::i18n::vocabulary::people::{PUBLIC_USERS, is_organisation};
use crate::text::slice;
use unicode_normalization::char::is_combining_mark;

/// A part of a text in which no words are looked for.
#[derive(Debug)]
pub(super) struct Contact {
    /// Its range in bytes.
    pub at: Range<usize>,
    /// Whom it leads to; `None` for an address that belongs to nobody.
    pub mention: Option<Mention>,
}

/// Whether a user name is that of a body rather than a person.
pub(super) fn is_public(name: &str) -> bool {
    let name = name.to_lowercase();
    let word = plain(&name);
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut parts = name.split(['.', '_', '-']);
    let is_body = |part: &str| is_organisation(part) || is_mailbox(&plain(part));
    is_mailbox(word)
        || parts.any(|part| part.chars().count() > 4 && is_body(part))
        || PUBLIC_USERS.iter().any(|own| word.ends_with(own) || own.len() > 5 && word.starts_with(own))
}

/// Whether no letter, digit, underscore or combining mark is right before or after a range of a text.
pub(super) fn is_apart(text: &str, at: &Range<usize>) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_' || is_combining_mark(c);
    !slice(text, ..at.start).ends_with(is_of_word) && !slice(text, at.end..).starts_with(is_of_word)
}

/// Puts it among those found, unless it is a part of one.
pub(super) fn put(found: &mut Vec<Contact>, at: Range<usize>, mention: Option<Mention>) {
    if !found.iter().any(|other| at.start < other.at.end && other.at.start < at.end) {
        found.push(Contact { at, mention });
    }
}
