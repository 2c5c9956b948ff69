//! Days of birth in words: "född 14 mars 1985", "fyller 40 den 3 maj", and one in brackets after a name. One in digits
//! alone is found with the personal identity numbers.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::reading::ScannedText;
use crate::i18n::vocabulary::dates::MONTHS;
use crate::i18n::vocabulary::people::is_organisation;
use crate::i18n::vocabulary::personal::{BEFORE_DAYS, BIRTHS, BORN_THINGS, ENDS_WITH, TURNS};
use crate::i18n::vocabulary::subjects::{PRONOUNS, person};
use crate::text::slice;

/// How many words are between what says that a day follows and that day: "född den", "fyller 40 år den".
const BETWEEN: usize = 4;

/// The last year of which a day in brackets after a name is one of birth rather than of a meeting.
const LAST_YEAR: u32 = 2014;

/// A day in words, in digits, or a month; the last of these with its year or without.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let names: Vec<&str> = MONTHS.iter().flat_map(|month| month.iter().copied()).collect();
    let month = format!(r"(?:{})\b\.?", names.join("|"));
    let year = r"(?:(?: |, )(?:19|20)\d{2}| ?['’–-] ?\d{2})\b";
    let in_words = format!(r"\d{{1,2}}(?::?e)?\.? {month}(?:{year})?");
    let in_digits =
        r"\d{1,2}/\d{1,2}\b(?:[ /–-]{1,2}(?:(?:19|20)\d{2}|\d{2})\b)?|\d{1,2}\.\d{1,2}\.\d{2,4}\b";
    let whole = r"(?P<whole>(?:19|20)\d{2}-\d{2}-\d{2})\b";
    let of_a_month = format!(r"{month} (?:19|20)\d{{2}}\b|(?P<month>{month})");
    Regex::new(&format!(r"(?i)\b(?:{in_words}|{whole}|{in_digits}|{of_a_month})")).ok()
});

/// Ranges are in bytes.
pub(super) fn find(reading: &ScannedText<'_>) -> Vec<Range<usize>> {
    let is_label = |folded: &str| BIRTHS.contains(folded) || TURNS.contains(folded);
    let has_label = reading.words.iter().any(|word| is_label(&word.folded));
    let has_bracket = || reading.text.contains(" (19") || reading.text.contains(" (20");
    if !has_label && !has_bracket() {
        return Vec::new();
    }
    let days = DAY.iter().flat_map(|day| day.captures_iter(reading.text));
    let of_birth = days.filter_map(|day| {
        let at = day.get(0)?.range();
        let is_day = if day.name("whole").is_some() {
            is_in_brackets_after_name(reading, &at)
        } else {
            has_label && is_said(reading, &at, day.name("month").is_some())
        };
        is_day.then_some(at)
    });
    of_birth.collect()
}

/// Personal identity numbers in two parts with words between: "börjar på 820914 och slutar på 2397". Ranges are in
/// bytes; `groups` are the digits of the text.
pub(super) fn in_two_parts(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_day = |digits: &str| {
        let number = |at: usize| slice(digits, at..at + 2).parse().unwrap_or(0);
        let short = digits.len().saturating_sub(6);
        let (month, day): (u32, u32) = (number(short + 2), number(short + 4));
        matches!(digits.len(), 6 | 8) && (1..=12).contains(&month) && matches!(day, 1..=31 | 61..=91)
    };
    let is_number = |pair: &[Range<usize>]| {
        let [day, last] = pair else { return None };
        let between = reading.word_at(day.end)..reading.word_at(last.start);
        let ends = reading.has_word(&between, &ENDS_WITH) && between.len() < 7;
        let is_near = reading.sentence(reading.word_at(day.start)).contains(&reading.word_at(last.start));
        (last.len() == 4 && ends && is_near && is_day(slice(reading.text, day.clone())))
            .then_some(day.start..last.end)
    };
    groups.windows(2).filter_map(is_number).collect()
}

/// "Nadja Rehn (1985-03-14)"
fn is_in_brackets_after_name(reading: &ScannedText<'_>, at: &Range<usize>) -> bool {
    let is_old = slice(reading.text, at.start..at.start + 4).parse().is_ok_and(|year: u32| year <= LAST_YEAR);
    let name = slice(reading.text, ..at.start).strip_suffix(" (").map(str::len);
    let is_name = |end: usize| {
        let word = reading.words.iter().find(|word| word.at.end == end);
        word.is_some_and(|word| reading.name_at(word).is_some())
    };
    is_old && slice(reading.text, at.end..).starts_with(')') && name.is_some_and(is_name)
}

/// Whether the words before a day say that somebody was born then, or has a birthday.
fn is_said(reading: &ScannedText<'_>, day: &Range<usize>, is_month: bool) -> bool {
    let next = reading.word_at(day.start);
    let has_year = slice(reading.text, day.clone()).bytes().filter(u8::is_ascii_digit).count() > 4;
    let sentence = reading.sentence(next.min(reading.words.len().saturating_sub(1)));
    let first = sentence.start.max(next.saturating_sub(BETWEEN + 1));
    for label in (first..next).rev() {
        let Some(word) = reading.words.get(label) else { return false };
        let (is_born, turns) = (BIRTHS.contains(&word.folded), TURNS.contains(&word.folded));
        if is_born || turns {
            let before = sentence.start..label;
            let is_letter = word.folded.len() == 1 && !has_year;
            return !(is_born && is_month || is_of_thing(reading, &before))
                && (is_born && !is_letter
                    || is_of_somebody(reading, &before)
                    || is_letter && reading.names_somebody(&sentence));
        }
        let is_count = word.folded.bytes().all(|byte| byte.is_ascii_digit());
        if !is_count && !BEFORE_DAYS.contains(&word.folded) {
            return false;
        }
    }
    false
}

/// Whether somebody is spoken of: by name, by a pronoun, as one of many.
fn is_of_somebody(reading: &ScannedText<'_>, before: &Range<usize>) -> bool {
    let is_one = |at: usize| reading.words.get(at).is_some_and(|word| person(&word.folded).is_some());
    reading.names_somebody(before) || reading.has_word(before, &PRONOUNS) || before.clone().any(is_one)
}

/// Whether a body or an idea is what is spoken of: "Föreningen fyller 40 den 3 maj".
fn is_of_thing(reading: &ScannedText<'_>, before: &Range<usize>) -> bool {
    let is_body = |at: usize| reading.words.get(at).is_some_and(|word| is_organisation(&word.folded));
    reading.has_start(before, &BORN_THINGS) || before.clone().any(is_body)
}
