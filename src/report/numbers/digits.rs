//! Runs of digits in a text, and the numbers that they may consist of.

use std::ops::Range;

use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::places::FILLERS;
use crate::text::slice;

/// A run of digits with spaces and dashes between them: one number or several.
#[derive(Debug)]
pub(super) struct DigitRun<'a> {
    /// Its position in the whole text, in bytes.
    start: usize,
    text: &'a str,
    /// The digits between spaces and dashes, with their positions in the run.
    pub groups: Vec<(usize, &'a str)>,
    /// Whether a plus precedes it.
    plus: bool,
}

/// Some groups of a run that may be one number.
pub(super) struct PossibleNumber<'a> {
    /// Its range in the whole text, with a preceding plus.
    pub at: Range<usize>,
    pub text: &'a str,
    pub groups: Vec<&'a str>,
    /// Those of all groups.
    pub digits: String,
    /// Whether a plus precedes it.
    pub plus: bool,
}

impl DigitRun<'_> {
    /// Consecutive groups from this one on.
    pub(super) fn number(&self, first: usize, count: usize) -> Option<PossibleNumber<'_>> {
        let groups = self.groups.get(first..first + count)?;
        let ((start, _), (last, digits)) = (groups.first()?, groups.last()?);
        let end = last + digits.len();
        let plus = self.plus && first == 0;
        Some(PossibleNumber {
            at: self.start + start - usize::from(plus)..self.start + end,
            text: self.text.get(*start..end)?,
            groups: groups.iter().map(|(_, group)| *group).collect(),
            digits: groups.iter().map(|(_, group)| *group).collect(),
            plus,
        })
    }

    /// Whether these groups are not the first of two dates: 2019-01-31–2019-12-31.
    pub(super) fn closes(&self, first: usize, count: usize) -> bool {
        let is_short = |at: usize| self.groups.get(at).is_some_and(|(_, group)| group.len() <= 2);
        count < 4 || !is_short(first + count)
    }

    /// Whether a number may end before this group: at the end, or where another one begins.
    pub(super) fn ends(&self, next: usize) -> bool {
        self.groups.get(next).is_none_or(|(_, group)| group.starts_with('0') || group.len() >= 6)
    }
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '−')
}

pub(super) fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The runs of a text. Digits that are glued to letters, and decimals, are none.
pub(super) fn runs(text: &str) -> Vec<DigitRun<'_>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let letter = |at: usize| chars.get(at).map(|(_, c)| *c);
    let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut runs = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !letter(at).is_some_and(|c| c.is_ascii_digit()) {
            at += 1;
            continue;
        }
        let start = at;
        loop {
            while letter(at).is_some_and(|c| c.is_ascii_digit()) {
                at += 1;
            }
            // A separator; or a dash or bracket with spaces beside it: "850709 - 9805", "+46 (0)70".
            let separator = |c: char| is_dash(c) || is_gap(c) || matches!(c, '+' | '/' | '(' | ')');
            let gap = (1..=3).take_while(|step| letter(at + step - 1).is_some_and(separator)).count();
            let parts = gap > 1 && (at..at + gap).any(|at| letter(at) == Some('/'));
            if gap == 0 || parts || !letter(at + gap).is_some_and(|c| c.is_ascii_digit()) {
                break;
            }
            at += gap;
        }
        let own = slice(text, byte(start)..byte(at));
        let before = start.checked_sub(1).and_then(letter);
        let glued = |c: char| c.is_alphabetic() || matches!(c, '_' | '.' | ',' | ':' | '=' | '%');
        let after = letter(at);
        let decimal =
            matches!(after, Some('.' | ',' | ':')) && letter(at + 1).is_some_and(|c| c.is_ascii_digit());
        let after_glued = decimal || after.is_some_and(|c| c.is_alphabetic() || c == '_');
        // "tel:070", "mob.070", "pnr=85".
        let is_label = matches!(before, Some(':' | '=' | '.'))
            && start.checked_sub(2).and_then(letter).is_some_and(|c| c.is_alphabetic() || c == '.');
        if before.is_some_and(glued) && !is_label || after_glued {
            continue;
        }
        let mut groups: Vec<(usize, &str)> = Vec::new();
        for (at, _) in own.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let goes_on = groups.last().is_some_and(|(start, group)| start + group.len() == at);
            let start = if goes_on { groups.pop().map_or(at, |(start, _)| start) } else { at };
            groups.push((start, slice(own, start..=at)));
        }
        runs.push(DigitRun { start: byte(start), text: own, groups, plus: before == Some('+') });
    }
    runs
}

/// The word that says what begins at a position, folded: the last one that is no small word.
pub(super) fn label_before(text: &str, at: usize) -> String {
    let before = slice(text, ..at);
    let words = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let mut near = words.take(3).map(fold);
    near.find(|word| !FILLERS.contains(word)).unwrap_or_default()
}
