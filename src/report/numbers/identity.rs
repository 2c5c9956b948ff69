//! Personal identity numbers, and the numbers that somebody without one has in its place.

use std::ops::Range;

use chrono::NaiveDate;

use super::digits::{PossibleNumber, is_dash, is_gap, label_before};
use crate::i18n::vocabulary::subjects::{HAVE, PRONOUNS};
use crate::i18n::vocabulary::{fold, personal as vocabulary};
use crate::text::slice;

/// A personal identity number (personnummer) or a co-ordination number (samordningsnummer): the day of birth, for the
/// latter with 60 added to the day, three digits and a check digit (Skatteverket, SKV 704 and SKV 707). An
/// organisation's number has a third digit of 2 or more, which no month has. One that is written as such numbers are
/// is somebody's even where its check digit is wrong: a slip in it is more likely than another number.
pub(super) fn is_identity(text: &str, number: &PossibleNumber<'_>) -> bool {
    let lengths: Vec<usize> = number.groups.iter().map(|group| group.len()).collect();
    let before = label_before(text, number.at.start);
    let is_called = is_called_one(&before);
    let fits = matches!(lengths.as_slice(), [10 | 12] | [6 | 8, 4] | [4 | 2, 2, 2, 4] | [2, 2, 2, 2, 4])
        || is_called && matches!(lengths.as_slice(), [2, 2, 2, 2, 2]);
    // Spaces between the parts of a date are those of an amount.
    let spaces = number.text.chars().filter(|c| is_gap(*c)).count();
    let is_born = || is_born(text, number.at.start);
    let is_amount = lengths.len() >= 4 && spaces > 1 && !is_called && !is_born()
        || vocabulary::AMOUNTS.contains(&word_after(text, number.at.end));
    if !fits || number.plus || number.text.contains(['/', '(', ')']) || is_amount {
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
    if is_called {
        return true;
    }
    // Without spaces a mobile number is as long, and there are more of them than of those born in 2007.
    let is_mobile = number.digits.starts_with("070") && matches!(lengths.as_slice(), [10]);
    if is_mobile {
        return false;
    }
    if is_born() {
        return true;
    }
    if vocabulary::PHONE_LABELS.begins(&before) {
        return false;
    }
    // "20240131-0930.log", "Backup 20240131-0930", "2024-01-31 0930"
    let is_day_and_time = is_time(&number.digits)
        && (vocabulary::RECORDS.iter().any(|end| before.ends_with(end)) || lengths.len() == 4 && spaces > 0);
    if is_day_and_time || is_file(slice(text, number.at.end..)) {
        return false;
    }
    if vocabulary::OTHER_NUMBERS.contains(&before) {
        return false;
    }
    if luhn(short) {
        return true;
    }
    let parted = lengths.len() > 1 && number.text.contains(|c| is_dash(c) || c == '+');
    // Twelve digits of this century are a time as often: 202603051430.
    parted || century == "19" || is_had(text, number.at.start)
}

/// Whether somebody has the number: "hon har 6108319800".
fn is_had(text: &str, at: usize) -> bool {
    let before = slice(text, ..at).trim_end();
    let mut words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold);
    before.ends_with(char::is_alphabetic)
        && words.next().is_some_and(|verb| HAVE.contains(&verb))
        && words.next().is_some_and(|one| PRONOUNS.contains(&one))
}

/// A day of birth that is called one: "född 1981-12-18", "f. 811218".
pub(super) fn is_day_of_birth(text: &str, number: &PossibleNumber<'_>) -> bool {
    let lengths: Vec<usize> = number.groups.iter().map(|group| group.len()).collect();
    let is_day = matches!(lengths.as_slice(), [6 | 8] | [4, 2, 2])
        && !number.plus
        && is_birth(&format!("{}0000", number.digits));
    if !is_day {
        return false;
    }
    // "490531-xxxx"
    let hidden = slice(text, number.at.end..).strip_prefix(is_dash).unwrap_or_default();
    let is_hidden = hidden.chars().take(4).filter(|c| matches!(c, 'x' | 'X' | '*' | 'N')).count() == 4;
    is_hidden || vocabulary::DAYS_OF_BIRTH.contains(&label_before(text, number.at.start))
}

/// The last four digits of somebody's number, which are called that: "fyra sista är 1236".
pub(super) fn is_last_four(text: &str, number: &PossibleNumber<'_>) -> bool {
    let is_four = matches!(number.groups.as_slice(), [group] if group.len() == 4) && !number.plus;
    let before = slice(text, ..number.at.start);
    let words =
        || before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(4).map(fold);
    is_four && vocabulary::LAST_FOUR.iter().all(|one| words().any(|word| word == *one))
}

/// Whether a number with this word before it is called one of a person.
fn is_called_one(label: &str) -> bool {
    vocabulary::NUMBER_LABELS.begins(label)
}

/// Whether the words right before say that a day of birth or an identity number follows: "född", "personnummer högt i
/// telefon,".
fn is_born(text: &str, at: usize) -> bool {
    let before = slice(text, ..at);
    let words = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    words.take(5).map(fold).any(|word| is_called_one(&word) || vocabulary::BIRTHS.contains(&word))
}

/// The word right after a number, folded.
fn word_after(text: &str, end: usize) -> String {
    let after = slice(text, end..).trim_start_matches(is_gap);
    fold(after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
}

/// Whether the last four digits are a time of the day.
fn is_time(digits: &str) -> bool {
    let part = |at: Range<usize>| digits.get(at).and_then(|part| part.parse::<u8>().ok());
    let last = digits.len().saturating_sub(4);
    part(last..last + 2).is_some_and(|hour| hour < 24)
        && part(last + 2..last + 4).is_some_and(|minute| minute < 60)
}

/// Whether what goes on so is the name of a file: ".txt".
fn is_file(after: &str) -> bool {
    let extension = after.strip_prefix('.').unwrap_or_default();
    let length = extension.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(extension.len());
    (2..=4).contains(&length) && extension.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The numbers of those who have no personal identity number (reservnummer, tillfälligt nummer): a day of birth and
/// four capitals and digits, a capital first: `19850331-TF01`, `850331R12A`. Where it is called one, small letters are
/// as good.
pub(super) fn reserves(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut end = 0;
    for (start, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        if start < end {
            continue;
        }
        let own = slice(text, start..);
        end = start + own.find(|c: char| !c.is_ascii_digit()).unwrap_or(own.len());
        let is_free =
            !slice(text, ..start).ends_with(|c: char| c.is_alphanumeric() || is_dash(c) || c == '_');
        let ending = if is_free { ending(text, &(start..end)) } else { None };
        found.extend(ending.map(|length| start..end + length));
    }
    found
}

/// How many bytes after a day of birth make it such a number, if they do.
fn ending(text: &str, day: &Range<usize>) -> Option<usize> {
    let digits = slice(text, day.clone());
    if !matches!(digits.len(), 6 | 8) || !is_birth(&format!("{digits}0000")) {
        return None;
    }
    let after = slice(text, day.end..);
    let rest = after.strip_prefix(is_dash).unwrap_or(after);
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let own = slice(rest, ..length);
    let is_capital = |c: char| c.is_ascii_uppercase();
    let is_small = own.bytes().any(|c| c.is_ascii_lowercase());
    let is_ending = own.len() == 4
        && own.to_ascii_uppercase().starts_with(is_capital)
        && own.bytes().all(|c| c.is_ascii_alphanumeric())
        && own.bytes().any(|c| c.is_ascii_digit())
        && !vocabulary::VERSIONS.iter().any(|version| fold(own).starts_with(version))
        && (!is_small || is_called_one(&label_before(text, day.start)))
        && !is_file(slice(rest, length..));
    is_ending.then_some(after.len() - rest.len() + length)
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
