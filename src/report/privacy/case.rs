//! Numbers of cases and records, where the sentence says that they concern a person.

use std::ops::Range;

use chrono::NaiveDate;

use super::reading::ScannedText;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::places::{
    CASES, COUNTED, COURTS, FILLERS, MINE, MONEY, PERSONAL_CASES, PUBLIC_CASES,
};
use crate::i18n::vocabulary::subjects::{PersonNoun, is_function_word, person};
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

/// A number in one of the forms of case numbers: `SN 2023/1456`, `2019-00331`, `B 1234-22`, `J-204418`, `55120-B`.
fn number(reading: &ScannedText<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let text = reading.text;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | ':' | '.');
    let before = slice(text, ..group.start);
    let start = before.trim_end_matches(is_part).len();
    // Only the first group of a number begins it.
    if slice(text, start..group.start).contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let after = slice(text, group.end..);
    let end = group.end + after.find(|c: char| !is_part(c)).unwrap_or(after.len());
    let own = slice(text, start..end).trim_end_matches(['-', '/', ':', '.']);
    let end = start + own.len();
    let parts: Vec<&str> = own.split(['-', '/', ':', '.']).collect();
    let from = if start == group.start { office(reading, start).unwrap_or(start) } else { start };
    let is_number = is_by_year(&parts, from < start) || is_called_case(reading, from) && is_labelled(&parts);
    (is_number && !is_counted(reading, end) && !is_day(own)).then_some(from..end)
}

fn is_called_case(reading: &ScannedText<'_>, start: usize) -> bool {
    let at_court = || reading.has_start(&reading.sentence(reading.word_at(start)), &COURTS);
    reading.label_before(start).is_some_and(|label| reading.holds(label, &CASES)) || at_court()
}

/// Where the letters of an office begin that a number has before it, with a space between: "SN 2023/1456". After the
/// label of a case they may be small.
fn office(reading: &ScannedText<'_>, start: usize) -> Option<usize> {
    let before = slice(reading.text, ..start).strip_suffix([' ', '\u{a0}'])?;
    let word = reading.words.get(reading.word_at(start).checked_sub(1)?)?;
    let own = slice(reading.text, word.at.clone());
    let is_letters =
        (1..=6).contains(&own.chars().count()) && own.chars().all(|c| c.is_alphabetic() || c == '-');
    let is_other = CASES.contains(&word.folded)
        || FILLERS.contains(&word.folded)
        || is_function_word(&word.folded) && own.contains(char::is_lowercase)
        || before.len() != word.at.end;
    let is_written = !own.contains(char::is_lowercase) || is_called_case(reading, word.at.start);
    (is_letters && !is_other && is_written).then_some(word.at.start)
}

/// Whether a number has a year in it, and the letters of an office before it or within.
fn is_by_year(parts: &[&str], has_office: bool) -> bool {
    let all_digits = |part: &&str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let is_letters =
        |part: &str| (1..=6).contains(&part.chars().count()) && part.chars().all(char::is_uppercase);
    // "SN-2023-0144", "SN2023/0144", "2022/SN0456"
    let letters =
        |part: &str| part.chars().take_while(|c| c.is_uppercase()).map(char::len_utf8).sum::<usize>();
    let mut bare: Vec<&str> = parts.iter().map(|part| slice(part, letters(part)..)).collect();
    let glued = bare.iter().zip(parts).any(|(bare, part)| bare.len() < part.len());
    if parts.first().is_some_and(|part| is_letters(part)) {
        bare.remove(0);
    }
    // "3.1.2-11223/2021": a plan of the archive before the number.
    let plan = bare.len().saturating_sub(2);
    if bare.iter().take(plan).all(|part| (1..=2).contains(&part.len())) {
        bare.drain(..plan);
    }
    let digits: usize = bare.iter().map(|part| part.len()).sum();
    let by_year = match bare.as_slice() {
        [year, number] if is_year(year) => (1..=7).contains(&number.len()),
        [number, year] if is_year(year) || year.len() == 2 => (1..=6).contains(&number.len()),
        // "ALK-24-0093"
        [year, number] if year.len() == 2 && parts.len() == 3 => (3..=6).contains(&number.len()),
        _ => false,
    };
    by_year && bare.iter().all(all_digits) && (has_office || glued) && digits >= 5
}

/// Whether what is called the number of a case may be one: up to three parts of digits with a few letters, which are
/// an office, a series or a check.
fn is_labelled(parts: &[&str]) -> bool {
    let count = |is: fn(&char) -> bool| parts.iter().flat_map(|part| part.chars()).filter(is).count();
    let (digits, letters) = (count(char::is_ascii_digit), count(|c| c.is_alphabetic()));
    let is_year = parts.len() == 1 && digits == 4 && letters == 0 && parts[0].starts_with(['1', '2']);
    let is_short = |part: &&str| {
        let letters = part.chars().filter(|c| c.is_alphabetic()).count();
        letters <= 6 && (letters == 0 || part.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()))
    };
    let is_enough = digits >= 4;
    is_enough && parts.len() <= 3 && letters <= 8 && parts.iter().all(is_short) && !is_year
}

/// Whether what is numbered is money or days.
fn is_counted(reading: &ScannedText<'_>, end: usize) -> bool {
    let after = reading.word_at(end);
    (reading.is_word(after, &MONEY) || reading.is_word(after, &COUNTED)) && reading.touches(after)
}

/// Whether it is a day: `2024-05-03`, `20240503`.
fn is_day(own: &str) -> bool {
    let digits: String = own.chars().filter(|c| !matches!(c, '-' | '.')).collect();
    let is_written = own.len() == 8 || own.len() == 10 && own.matches(['-', '.']).count() == 2;
    is_written && digits.len() == 8 && NaiveDate::parse_from_str(&digits, "%Y%m%d").is_ok()
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
    let mine = |at: usize| reading.is_word(at, &MINE) && (1..=2).any(|step| reading.holds(at + step, &CASES));
    let named = reading.names_somebody(&sentence) || sentence.clone().any(mine);
    (one || named) && !reading.has_start(&sentence, &PUBLIC_CASES)
}
