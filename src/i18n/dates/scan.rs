//! Cuts a text into numbers, words, punctuation and white space, each with its place. It knows no dates.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::slice;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateToken<'a> {
    pub(super) kind: TokenKind<'a>,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind<'a> {
    /// ASCII digits: their value and how many there are. More than nine digits are worth 0.
    Number { value: u32, digits: usize },
    /// Letters, in lower case and NFC.
    Word(Cow<'a, str>),
    /// Any other character; all dashes are `-`.
    Mark(char),
    /// White space of any kind and length, the no-break spaces included.
    Space,
}

#[derive(PartialEq, Clone, Copy)]
enum CharClass {
    Number,
    Word,
    Space,
    Mark,
}

fn class(c: char) -> CharClass {
    match c {
        _ if c.is_ascii_digit() => CharClass::Number,
        _ if c.is_whitespace() => CharClass::Space,
        _ if c.is_alphabetic() || !c.is_ascii() && is_combining_mark(c) => CharClass::Word,
        _ => CharClass::Mark,
    }
}

/// A word in lower case and NFC.
fn folded(word: &str) -> Cow<'_, str> {
    let is_folded = if word.is_ascii() {
        !word.bytes().any(|byte| byte.is_ascii_uppercase())
    } else {
        word.chars().all(char::is_lowercase) && is_nfc_quick(word.chars()) == IsNormalized::Yes
    };
    if is_folded { word.into() } else { word.nfc().flat_map(char::to_lowercase).collect() }
}

/// The pieces of a text, without gaps.
pub(super) fn tokens(text: &str) -> Vec<DateToken<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        let class = class(first);
        let mut end = start + first.len_utf8();
        while class != CharClass::Mark
            && let Some((at, c)) = rest.next_if(|(_, c)| self::class(*c) == class)
        {
            end = at + c.len_utf8();
        }
        let run = slice(text, start..end);
        let kind = match class {
            CharClass::Number => TokenKind::Number { value: run.parse().unwrap_or(0), digits: run.len() },
            CharClass::Word => TokenKind::Word(folded(run)),
            CharClass::Space => TokenKind::Space,
            CharClass::Mark => TokenKind::Mark(match first {
                '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
                other => other,
            }),
        };
        tokens.push(DateToken { kind, range: start..end });
    }
    tokens
}
