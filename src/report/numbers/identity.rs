//! Personal identity numbers, and the numbers that somebody without one has in its place.

use std::ops::Range;

use chrono::NaiveDate;

use super::digits::{PossibleNumber, is_dash, is_gap, word_before};
use crate::i18n::vocabulary::{fold, personal as vocabulary};
use crate::text::slice;

/// A personal identity number (personnummer) or a co-ordination number (samordningsnummer): the day of birth, for the
/// latter with 60 added to the day, three digits and a check digit (Skatteverket, SKV 704 and SKV 707). An
/// organisation's number has a third digit of 2 or more, which no month has. One that is written as such numbers are
/// is somebody's even where its check digit is wrong: a slip in it is more likely than another number.
pub(super) fn is_identity(text: &str, number: &PossibleNumber<'_>) -> bool {
    let lengths: Vec<usize> = number.groups.iter().map(|group| group.len()).collect();
    let fits = matches!(lengths.as_slice(), [10 | 12] | [6 | 8, 4] | [4 | 2, 2, 2, 4]);
    // Spaces between the parts of a date are those of an amount.
    let spaces = number.text.chars().filter(|c| is_gap(*c)).count();
    if !fits || number.plus || number.text.contains(['/', '(', ')']) || lengths.len() == 4 && spaces > 1 {
        return false;
    }
    let Some((century, short)) =
        number.digits.len().checked_sub(10).and_then(|at| number.digits.split_at_checked(at))
    else {
        return false;
    };
    if !matches!(century, "" | "18" | "19" | "20") || !is_birth(&number.digits) {
        return false;
    }
    let before = word_before(text, number.at.start);
    if vocabulary::NUMBER_LABELS.contains(&before.as_str()) || luhn(short) {
        return true;
    }
    let parted = lengths.len() > 1 && number.text.contains(|c| is_dash(c) || c == '+');
    // Twelve digits of this century are a time as often: 202603051430.
    (parted || century == "19") && !vocabulary::OTHER_NUMBERS.contains(&before.as_str())
}

/// What follows a day of birth that begins here, if that makes it a number of somebody who has no personal identity
/// number (reservnummer, tillfälligt nummer): four capitals and digits, a capital first: `19850331-TF01`,
/// `850331-R12A`.
pub(super) fn reserve(text: &str, day: &Range<usize>) -> Option<Range<usize>> {
    let digits = slice(text, day.clone());
    if !matches!(digits.len(), 6 | 8) || !is_birth(&format!("{digits}0000")) {
        return None;
    }
    let after = slice(text, day.end..);
    let rest = after.strip_prefix(is_dash).unwrap_or(after);
    let ending: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_ending = ending.len() == 4
        && ending.starts_with(|c: char| c.is_ascii_uppercase())
        && ending.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && ending.bytes().any(|c| c.is_ascii_digit())
        && !vocabulary::VERSIONS.iter().any(|version| fold(&ending).starts_with(version));
    is_ending.then(|| day.start..day.end + after.len() - rest.len() + ending.len())
}

/// Whether the digits begin with a day, sixty added or not, the last four not being part of it.
fn is_birth(digits: &str) -> bool {
    let read = || {
        let (century, short) = digits.split_at_checked(digits.len().checked_sub(10)?)?;
        let part = |at: Range<usize>| short.get(at)?.parse::<u32>().ok();
        let (year, month, day) = (part(0..2)?, part(2..4)?, part(4..6)?);
        let day = if day > 60 { day - 60 } else { day };
        let year = i32::try_from(year).ok()?;
        let centuries = century.parse::<i32>().map_or(vec![19, 20], |century| vec![century]);
        let is_day = |century: &i32| NaiveDate::from_ymd_opt(century * 100 + year, month, day).is_some();
        Some(centuries.iter().any(is_day))
    };
    read() == Some(true)
}

/// Whether the last digit checks the others (ISO/IEC 7812-1, annex B).
pub(crate) fn luhn(digits: &str) -> bool {
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
