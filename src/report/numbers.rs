//! Numbers in a running text that lead to a person, recognised by their structure alone. It knows no names.

use std::ops::Range;

use self::digits::{DigitRun, runs};
use crate::model::FindingKind;

pub(crate) use self::identity::luhn;

mod digits;
mod identity;
mod phone;
mod spelled;

/// The most groups of digits that a number has: `+46 (0)70-123 45 67` has six.
const LONGEST: usize = 6;

/// The numbers in a text, from left to right and without overlaps; ranges are in bytes.
pub(crate) fn find(text: &str) -> Vec<(FindingKind, Range<usize>)> {
    let spelled = if spelled::may_be_spelled(text) { spelled::find(text) } else { Vec::new() };
    if spelled.is_empty() && !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found: Vec<_> = runs(text).iter().flat_map(|run| within(run, text)).collect();
    let is_apart = |at: &Range<usize>| !spelled.iter().any(|own| own.start < at.end && at.start < own.end);
    found.retain(|(_, at)| is_apart(at));
    found.extend(spelled.into_iter().map(|at| (FindingKind::Phone, at)));
    let apart = |at: &Range<usize>| !found.iter().any(|(_, one)| one.start < at.end && at.start < one.end);
    let reserves: Vec<_> = identity::reserves(text).into_iter().filter(apart).collect();
    found.extend(reserves.into_iter().map(|at| (FindingKind::PersonalNumber, at)));
    found.sort_by_key(|(_, at)| at.start);
    found
}

/// The numbers in a run of digits.
fn within(run: &DigitRun<'_>, text: &str) -> Vec<(FindingKind, Range<usize>)> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < run.groups.len() {
        let longest = LONGEST.min(run.groups.len() - first);
        let here = (1..=longest).rev().find_map(|count| {
            let number = run.number(first, count)?;
            if identity::is_identity(text, &number) && run.closes(first, count) {
                return Some((FindingKind::PersonalNumber, number.at, count));
            }
            let is_of_somebody =
                || identity::is_day_of_birth(text, &number) || identity::is_last_four(text, &number);
            if is_of_somebody() && run.ends(first + count) {
                return Some((FindingKind::PersonalNumber, number.at, count));
            }
            let is_phone = run.ends(first + count) && phone::is_phone(text, &number);
            is_phone.then_some((FindingKind::Phone, number.at, count))
        });
        match here {
            Some((kind, at, count)) => {
                found.push((kind, at));
                first += count;
            }
            None => first += 1,
        }
    }
    found
}
