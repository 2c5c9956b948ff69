//! Numbers of passports and other documents by which people show who they are, where they are called that.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::places::{IDENTITY_DOCUMENTS, PARTS_OF_DOCUMENTS, PASSPORTS};
use crate::text::slice;

/// How many digits such a number has (ICAO Doc 9303: up to nine characters).
const DIGITS: Range<usize> = 6..10;

/// Ranges are in bytes.
pub(super) fn find(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    groups.iter().filter_map(|group| number(reading, group)).collect()
}

/// Up to three capitals with digits, or digits alone, after such a label: "Passnummer AA1234567", "pass nr 91234567".
fn number(reading: &ScannedText<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let text = reading.text;
    let before = slice(text, ..group.start);
    let letters = before.bytes().rev().take_while(u8::is_ascii_uppercase).count();
    // "AA 1234567"
    let spaced = before
        .strip_suffix(' ')
        .map_or(0, |own| own.bytes().rev().take_while(u8::is_ascii_uppercase).count());
    let start =
        group.start - letters - if letters == 0 && (1..=2).contains(&spaced) { spaced + 1 } else { 0 };
    let is_free =
        |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | ':'));
    let after = slice(text, group.end..);
    let is_whole = is_free(slice(text, ..start).chars().next_back().filter(|c| *c != ':'))
        && is_free(after.chars().next().filter(|c| !matches!(c, '.' | ':')));
    let label = reading.label_before(start)?;
    let is_hyphened = reading.gap(label) == "-" && reading.is_word(label, &PARTS_OF_DOCUMENTS);
    // "pass" is a turn of work too, and eight digits are a day.
    let is_day = ["19", "20"].iter().any(|century| slice(text, group.clone()).starts_with(century));
    let is_passport = start < group.start || group.len() == 8 && !is_day;
    let is_called = is_hyphened
        || reading.is_word(label, &IDENTITY_DOCUMENTS)
        || reading.is_word(label, &PASSPORTS) && is_passport;
    (is_called && is_whole && letters <= 3 && DIGITS.contains(&group.len())).then_some(start..group.end)
}
