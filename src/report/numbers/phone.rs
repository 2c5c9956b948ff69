//! Telephone numbers.

use super::digits::{PossibleNumber, is_gap, label_before};
use crate::i18n::vocabulary::personal as vocabulary;

/// The Swedish area codes of three digits, without their zero; Stockholm's has two, all others four (PTS).
const AREAS: &[&str] = &[
    "10", "11", "13", "16", "18", "19", "20", "21", "23", "26", "31", "33", "35", "36", "40", "42", "44",
    "46", "54", "60", "63", "70", "72", "73", "76", "77", "79", "90",
];
const SERVICES: &[&str] = &["20", "77", "900", "939", "944", "99"];
const MOBILE: &[&str] = &["70", "72", "73", "76", "79"];

/// A telephone number in one of the usual Swedish forms, or with a country code.
pub(super) fn is_phone(text: &str, number: &PossibleNumber<'_>) -> bool {
    let before = label_before(text, number.at.start);
    let touches = text
        .get(..number.at.start)
        .is_some_and(|before| before.ends_with(|c: char| is_gap(c) || matches!(c, ':' | '.')));
    if touches && vocabulary::OTHER_NUMBERS.contains(&before) {
        return false;
    }
    let length = number.digits.len();
    let is_alone = number.groups.len() == 1 && number.digits.starts_with("0046");
    let country = number.digits.starts_with("00") && (is_alone || is_abroad(number));
    if number.plus || country {
        let own = number.groups.len() > 1 || length >= 10;
        return own && (8..=15).contains(&length);
    }
    is_national(number, &before) == Some(true)
}

/// Whether it begins with two zeros and a country's code in its first group: `00963 944 …`.
fn is_abroad(number: &PossibleNumber<'_>) -> bool {
    let first = number.groups.first().copied().unwrap_or_default();
    number.groups.len() > 1 && (4..=5).contains(&first.len()) && !first.starts_with("000")
}

fn is_national(number: &PossibleNumber<'_>, before: &str) -> Option<bool> {
    let length = number.digits.len();
    let national = number.digits.strip_prefix('0')?;
    // Free calls and calls at a price belong to nobody (PTS).
    if SERVICES.iter().any(|service| national.starts_with(service)) {
        return None;
    }
    let area = area(national)?;
    let (first, rest) = number.groups.split_first()?;
    let subscriber = national.len().checked_sub(area)?;
    if !(5..=8).contains(&subscriber) || !(8..=10).contains(&length) {
        return None;
    }
    let is_mobile = MOBILE.iter().any(|mobile| national.starts_with(mobile));
    let labelled = vocabulary::PHONE_LABELS.begins(before);
    if rest.is_empty() {
        return Some(is_mobile && length == 10 || labelled);
    }
    let short = |group: &&str| (2..=4).contains(&group.len());
    let split = first.len() == area + 1 && (rest.len() == 1 || rest.iter().all(short));
    let is_rest = rest.iter().all(short) || matches!(rest, [one] if one.len() == 6);
    let three = is_mobile && length == 10 && first.len() == 4 && is_rest;
    Some(split || three)
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
