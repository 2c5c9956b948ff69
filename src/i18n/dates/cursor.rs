//! A place among the pieces of a text, and what may be read from there. Copied freely: a form that does not fit leaves
//! no trace.

use std::ops::Range;

use super::scan::{DateToken, TokenKind};

/// A place among the pieces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    tokens: &'a [DateToken<'a>],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [DateToken<'a>]) -> Self {
        Self { tokens, at: 0 }
    }

    fn kind(self) -> Option<&'a TokenKind<'a>> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    /// What comes before the white space before this place.
    pub(super) fn word_before(self) -> Option<&'a TokenKind<'a>> {
        self.tokens.get(self.at.checked_sub(2)?).map(|token| &token.kind)
    }

    fn before(self) -> Option<&'a TokenKind<'a>> {
        self.tokens.get(self.at.checked_sub(1)?).map(|token| &token.kind)
    }

    pub(super) fn next(self) -> Self {
        Self { at: self.at + 1, ..self }
    }

    pub(super) fn is_at_end(self) -> bool {
        self.at >= self.tokens.len()
    }

    /// The bytes from here up to another place.
    pub(super) fn bytes_to(self, end: Self) -> Range<usize> {
        let start = self.tokens.get(self.at).map_or(0, |token| token.range.start);
        let last = end.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        start..last.map_or(start, |token| token.range.end.max(start))
    }

    pub(super) fn number(self) -> Option<(u32, usize, Self)> {
        match self.kind()? {
            TokenKind::Number { value, digits } => Some((*value, *digits, self.next())),
            _ => None,
        }
    }

    /// A number of at most so many digits.
    pub(super) fn short_number(self, most: usize) -> Option<(u32, Self)> {
        self.number().filter(|(_, digits, _)| *digits <= most).map(|(value, _, rest)| (value, rest))
    }

    pub(super) fn year(self) -> Option<(i32, Self)> {
        let (value, digits, rest) = self.number()?;
        let year = i32::try_from(value).ok()?;
        (digits == 4 && (1000..3000).contains(&year)).then_some((year, rest))
    }

    pub(super) fn short_year(self) -> Option<(i32, Self)> {
        let (value, digits, rest) = self.number()?;
        (digits == 2).then(|| (century(value), rest))
    }

    pub(super) fn word(self) -> Option<(&'a str, Self)> {
        match self.kind()? {
            TokenKind::Word(word) => Some((word, self.next())),
            _ => None,
        }
    }

    pub(super) fn one_of(self, words: &[&str]) -> Option<Self> {
        self.word().filter(|(word, _)| words.contains(word)).map(|(_, rest)| rest)
    }

    pub(super) fn mark(self, mark: char) -> Option<Self> {
        (self.kind()? == &TokenKind::Mark(mark)).then(|| self.next())
    }

    pub(super) fn space(self) -> Option<Self> {
        (self.kind()? == &TokenKind::Space).then(|| self.next())
    }

    pub(super) fn skip_space(self) -> Self {
        self.space().unwrap_or(self)
    }

    /// Skips the full stop of an abbreviation and white space.
    pub(super) fn skip_dot(self) -> Self {
        self.mark('.').unwrap_or(self).skip_space()
    }

    /// A phrase of several words, with white space between.
    pub(super) fn phrase(self, phrase: &str) -> Option<Self> {
        let (word, mut at) = self.word()?;
        let mut rest = opening(phrase, word)?;
        while let Some(more) = rest.strip_prefix(' ') {
            let (word, after) = at.space()?.word()?;
            rest = more.strip_prefix(word)?;
            at = after;
        }
        rest.is_empty().then_some(at)
    }

    /// The first phrase of a table that fits here.
    pub(super) fn looked_up<T: Copy>(self, table: &[(&str, T)]) -> Option<(T, Self)> {
        table.iter().find_map(|(phrase, value)| Some((*value, self.phrase(phrase)?)))
    }

    /// Whether only white space and closing punctuation are left.
    pub(super) fn is_finished(self) -> bool {
        let rest = self.tokens.get(self.at..).unwrap_or_default();
        rest.iter()
            .all(|token| matches!(token.kind, TokenKind::Space | TokenKind::Mark('.' | ',' | ';' | '!')))
    }

    /// Whether a date may begin here inside running text: not in the middle of a word, a number or a code.
    pub(super) fn starts_word(self) -> bool {
        match self.before() {
            None | Some(TokenKind::Space) => true,
            Some(TokenKind::Mark(mark)) => {
                matches!(mark, '(' | '[' | '"' | '”' | '“' | '’' | ':' | ',' | ';' | '<')
            }
            Some(_) => false,
        }
    }

    /// Whether a date may end here inside running text.
    pub(super) fn ends_word(self) -> bool {
        match self.kind() {
            Some(TokenKind::Number { .. } | TokenKind::Word(_) | TokenKind::Mark('%' | '@')) => false,
            Some(TokenKind::Mark('-' | '/' | '.' | ':' | ',')) => {
                !matches!(self.next().kind(), Some(TokenKind::Number { .. }))
            }
            _ => true,
        }
    }
}

/// What follows a word with which a phrase opens, if only as the beginning of a longer word. Called for whole tables,
/// it looks at one letter first.
#[inline]
fn opening<'p>(phrase: &'p str, word: &str) -> Option<&'p str> {
    let is_likely = phrase.as_bytes().first() == word.as_bytes().first();
    if is_likely { phrase.strip_prefix(word) } else { None }
}

/// The year of two digits: 1970 to 2069.
pub(super) fn century(year: u32) -> i32 {
    let year = i32::try_from(year).unwrap_or(0);
    if year < 70 { 2000 + year } else { 1900 + year }
}
