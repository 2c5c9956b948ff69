//! Numbers and addresses that belong to persons: personal identity numbers, telephone numbers, e-mail addresses.

use std::ops::Range;

use chrono::NaiveDate;

use crate::i18n::vocabulary::{fold, personal as vocabulary};
use crate::model::FindingKind;
use crate::report::names::words::addresses;

/// All of them, the more certain kinds first.
pub(super) fn find(text: &str) -> Vec<(FindingKind, Range<usize>)> {
    let mut found: Vec<_> = addresses(text).into_iter().map(|(at, _)| (FindingKind::Email, at)).collect();
    if text.contains(|c: char| c.is_ascii_digit()) {
        let numbers = numbers(text);
        found.extend(numbers.iter().filter_map(|number| identity(text, number)));
        found.extend(numbers.iter().filter_map(|number| phone(text, number)));
    }
    found
}

/// A run of digits with single spaces and dashes between them.
#[derive(Debug)]
struct Number<'a> {
    at: Range<usize>,
    text: &'a str,
    /// The digits between spaces and dashes.
    groups: Vec<&'a str>,
    digits: String,
    /// Whether a plus stands before it.
    plus: bool,
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '−')
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn numbers(text: &str) -> Vec<Number<'_>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let letter = |at: usize| chars.get(at).map(|(_, c)| *c);
    let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut numbers = Vec::new();
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
            // One sign or, around a dash, two spaces: "850709 - 9805", "(0)", "+" in the number of one over a hundred.
            let sign = |c: char| is_dash(c) || is_gap(c) || matches!(c, '+' | '/' | '(' | ')');
            let gap = (1..=3).take_while(|step| letter(at + step - 1).is_some_and(sign)).count();
            if gap == 0 || !letter(at + gap).is_some_and(|c| c.is_ascii_digit()) {
                break;
            }
            at += gap;
        }
        let own = text.get(byte(start)..byte(at)).unwrap_or_default();
        let before = start.checked_sub(1).and_then(letter);
        let glued = |c: char| c.is_alphabetic() || matches!(c, '_' | '.' | ',' | ':' | '=' | '%');
        let after = letter(at);
        let decimal =
            matches!(after, Some('.' | ',' | ':')) && letter(at + 1).is_some_and(|c| c.is_ascii_digit());
        let after_glued = decimal || after.is_some_and(|c| c.is_alphabetic() || c == '_');
        let before_glued = before.is_some_and(glued)
            && !(before == Some(':')
                && start.checked_sub(2).and_then(letter).is_some_and(char::is_alphabetic));
        if before_glued || after_glued {
            continue;
        }
        numbers.push(Number {
            at: byte(start)..byte(at),
            text: own,
            groups: own.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect(),
            digits: own.chars().filter(char::is_ascii_digit).collect(),
            plus: before == Some('+'),
        });
    }
    numbers
}

/// The word before a place, folded.
fn word_before(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let mut words = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '-'));
    fold(words.find(|word| !word.is_empty()).unwrap_or_default())
}

/// A personal identity number (personnummer) or a co-ordination number (samordningsnummer): the day of birth, for the
/// latter with 60 added to the day, three digits and a check digit (Skatteverket, SKV 704 and SKV 707). An organisation's
/// number has a third digit of 2 or more, which no month has.
fn identity(text: &str, number: &Number<'_>) -> Option<(FindingKind, Range<usize>)> {
    if number.plus {
        return None;
    }
    // The date may be one of several numbers on the line: "850709-9805 070-…".
    (0..number.groups.len()).find_map(|first| {
        [1, 2, 4].into_iter().find_map(|count| {
            let groups = number.groups.get(first..first + count)?;
            let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
            let fits = matches!(lengths.as_slice(), [10 | 12] | [6 | 8, 4] | [4, 2, 2, 4]);
            let start = offset(number.text, groups.first()?)?;
            let end = offset(number.text, groups.last()?)? + groups.last()?.len();
            let own = number.text.get(start..end)?;
            // Spaces between the parts of a date are those of an amount.
            let spaces = own.chars().filter(|c| is_gap(*c)).count();
            if !fits || own.contains(['/', '(', ')']) || lengths.len() == 4 && spaces > 1 {
                return None;
            }
            let at = number.at.start + start..number.at.start + end;
            let labelled = vocabulary::NUMBER_LABELS.contains(&word_before(text, at.start).as_str());
            Some((number_kind(&groups.concat(), labelled)?, at))
        })
    })
}

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> Option<usize> {
    text.match_indices(part)
        .map(|(at, _)| at)
        .find(|at| text.get(*at..).is_some_and(|rest| rest.as_ptr() == part.as_ptr()))
}

fn number_kind(digits: &str, labelled: bool) -> Option<FindingKind> {
    let (century, short) = digits.split_at_checked(digits.len().checked_sub(10)?)?;
    if !matches!(century, "" | "18" | "19" | "20") || !(labelled || luhn(short)) {
        return None;
    }
    let part = |at: Range<usize>| short.get(at)?.parse::<u32>().ok();
    let (year, month, day) = (part(0..2)?, part(2..4)?, part(4..6)?);
    let (day, kind) = match day {
        1..=31 => (day, FindingKind::PersonalNumber),
        61..=91 => (day - 60, FindingKind::CoordinationNumber),
        _ => return None,
    };
    let year = i32::try_from(year).ok()?;
    let years = match century.parse::<i32>() {
        Ok(century) => vec![century * 100 + year],
        Err(_) => vec![1900 + year, 2000 + year],
    };
    years.into_iter().any(|year| NaiveDate::from_ymd_opt(year, month, day).is_some()).then_some(kind)
}

/// Whether the last digit checks the others (ISO/IEC 7812-1, annex B).
fn luhn(digits: &str) -> bool {
    let weighed = digits.chars().rev().filter_map(|c| c.to_digit(10)).enumerate().map(|(at, digit)| {
        let doubled = digit * 2;
        match at % 2 {
            1 if doubled > 9 => doubled - 9,
            1 => doubled,
            _ => digit,
        }
    });
    weighed.sum::<u32>() % 10 == 0
}

/// The area codes of three digits in Sweden, without their zero; Stockholm has two, all others four (PTS).
const AREAS: &[&str] = &[
    "10", "11", "13", "16", "18", "19", "20", "21", "23", "26", "31", "33", "35", "36", "40", "42", "44",
    "46", "54", "60", "63", "70", "72", "73", "76", "77", "79", "90",
];
const MOBILE: &[&str] = &["70", "72", "73", "76", "79"];

/// A telephone number in one of the forms in which Swedes write them, or with the code of a country.
fn phone(text: &str, number: &Number<'_>) -> Option<(FindingKind, Range<usize>)> {
    let before = word_before(text, number.at.start);
    let touches = text
        .get(..number.at.start)
        .is_some_and(|before| before.ends_with(|c: char| is_gap(c) || matches!(c, ':' | '.')));
    if touches && vocabulary::OTHER_NUMBERS.contains(&before.as_str()) {
        return None;
    }
    let start = number.at.start - usize::from(number.plus);
    let length = number.digits.len();
    if number.plus
        || number.digits.starts_with("00") && number.groups.first().is_some_and(|group| group.len() == 4)
    {
        let own = number.groups.len() > 1 || length >= 10;
        return (own && (8..=15).contains(&length)).then_some((FindingKind::Phone, start..number.at.end));
    }
    let national = number.digits.strip_prefix('0')?;
    let area = area(national)?;
    let (first, rest) = number.groups.split_first()?;
    let subscriber = national.len().checked_sub(area)?;
    if !(5..=8).contains(&subscriber) || !(8..=10).contains(&length) {
        return None;
    }
    let is_mobile = MOBILE.iter().any(|mobile| national.starts_with(mobile));
    let labelled =
        before.starts_with("tel") || before.starts_with("mobil") || before == "ring" || before == "ringa";
    if rest.is_empty() {
        return (is_mobile && length == 10 || labelled).then_some((FindingKind::Phone, number.at.clone()));
    }
    let short = |group: &&str| (2..=4).contains(&group.len());
    let split = first.len() == area + 1 && (rest.len() == 1 || rest.iter().all(short));
    let three = is_mobile && length == 10 && first.len() == 4 && rest.iter().all(short);
    (split || three).then_some((FindingKind::Phone, number.at.clone()))
}

/// How many digits the area code has, without its zero.
fn area(national: &str) -> Option<usize> {
    if national.starts_with('8') {
        return Some(1);
    }
    if AREAS.iter().any(|area| national.starts_with(area)) {
        return Some(2);
    }
    national.starts_with(['1', '2', '3', '4', '5', '6', '9']).then_some(3)
}
