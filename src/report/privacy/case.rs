//! Numbers of cases and records, where the sentence says that they concern a person.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::places::{CASES, PERSONAL_CASES, PUBLIC_CASES};
use crate::i18n::vocabulary::subjects::{PersonNoun, person};
use crate::text::slice;

/// Ranges are in bytes.
pub(super) fn find(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for group in groups {
        if found.last().is_some_and(|last| last.end > group.start) {
            continue;
        }
        if let Some(at) = number(reading, group).filter(|at| is_about_somebody(reading, at.start)) {
            found.push(at);
        }
    }
    found
}

/// A number in one of the forms of case numbers: `SN 2023/1456`, `2019-00331`, `B 1234-22`, `J-204418`.
fn number(reading: &ScannedText<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let text = reading.text;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | ':') || c.is_alphabetic();
    let before = slice(text, ..group.start);
    let glued = before.len() - before.trim_end_matches(is_part).len();
    let start = group.start - glued;
    let after = slice(text, group.end..);
    let end = group.end + after.find(|c: char| !is_part(c)).unwrap_or(after.len());
    let own = slice(text, start..end).trim_end_matches(['-', '/', ':']);
    let end = start + own.len();
    // Only the first group of a number begins it.
    if slice(text, start..group.start).contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "SN 2023/1456": the letters of the office before it.
    let letters = slice(text, ..start).strip_suffix([' ', '\u{a0}']).unwrap_or_default();
    let office = letters.len() - letters.trim_end_matches(|c: char| c.is_uppercase()).len();
    let apart =
        !letters.trim_end_matches(char::is_uppercase).ends_with(|c: char| c.is_alphanumeric() || c == '-');
    let has_office = glued == 0 && (1..=6).contains(&office) && apart;
    let from = if has_office { letters.len() - office } else { start };
    let office = slice(text, from..group.start).trim_end_matches([' ', '\u{a0}', '-', '/', ':']);
    let is_office = !office.is_empty() && office.chars().all(char::is_uppercase);
    let digits = own.chars().filter(char::is_ascii_digit).count();
    let tail: Vec<&str> = slice(text, group.start..end).split(['-', '/', ':']).collect();
    let all_digits = tail.iter().all(|part| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit()));
    let is_year = |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let short_year = |part: &&str| part.len() == 2;
    let by_year = match tail.as_slice() {
        [year, number] if is_year(year) => (1..=7).contains(&number.len()) && all_digits,
        [number, year] if is_year(year) || short_year(year) => (1..=6).contains(&number.len()) && all_digits,
        _ => false,
    };
    let label = || reading.label_before(from).is_some_and(|label| reading.starts(label, &CASES));
    let is_number = by_year && is_office && digits >= 5
        || label()
            && !own.is_empty()
            && (by_year || digits >= 4)
            && tail.len() <= 3
            && all_digits_or_office(own);
    is_number.then_some(from..end)
}

/// Letters, which are an office or a series, and then digits.
fn all_digits_or_office(own: &str) -> bool {
    let digits = own.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '-' | '/' | ':'));
    own.len() - digits.len() <= 8
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | ':'))
}

/// Whether the sentence says that it is about one person's matter.
fn is_about_somebody(reading: &ScannedText<'_>, at: usize) -> bool {
    let sentence = reading.sentence(reading.word_at(at));
    if reading.has_start(&sentence, &PERSONAL_CASES) {
        return true;
    }
    let one = sentence.clone().filter_map(|at| reading.words.get(at)).any(|word| {
        person(&word.folded).is_some_and(|(sort, form)| {
            sort != PersonNoun::Role && matches!(form, WordForm::One | WordForm::Known)
        })
    });
    let named = reading.names_somebody(&sentence);
    (one || named) && !reading.has_start(&sentence, &PUBLIC_CASES)
}
