//! Finds numbers and addresses of persons: personal identity numbers, telephone numbers, e-mail addresses.

use std::ops::Range;

use chrono::NaiveDate;

use crate::i18n::vocabulary::{fold, personal as vocabulary};
use crate::model::FindingKind;
use crate::report::people::words::addresses;
use crate::text::slice;

/// Ranges are in bytes; the more certain kinds come first.
pub(super) fn find(text: &str) -> Vec<(FindingKind, Range<usize>)> {
    let mut found: Vec<_> = addresses(text).into_iter().map(|(at, _)| (FindingKind::Email, at)).collect();
    if text.contains(|c: char| c.is_ascii_digit()) {
        found.extend(numbers(text).iter().flat_map(|run| run.findings(text)));
    }
    found
}

/// The most groups of digits that a number has: `+46 (0)70-123 45 67` has six.
const LONGEST: usize = 6;

/// A run of digits with spaces and dashes between them: one number or several.
#[derive(Debug)]
struct DigitRun<'a> {
    /// Its position in the whole text, in bytes.
    start: usize,
    text: &'a str,
    /// The digits between spaces and dashes, with their positions in the run.
    groups: Vec<(usize, &'a str)>,
    /// Whether a plus precedes it.
    plus: bool,
}

/// Some groups of a run that may be one number.
struct PossibleNumber<'a> {
    /// Its range in the whole text, with a preceding plus.
    at: Range<usize>,
    text: &'a str,
    groups: Vec<&'a str>,
    digits: String,
    plus: bool,
}

impl DigitRun<'_> {
    /// The numbers in it that identify a person or a telephone.
    fn findings(&self, text: &str) -> Vec<(FindingKind, Range<usize>)> {
        let mut found = Vec::new();
        let mut first = 0;
        while first < self.groups.len() {
            let longest = LONGEST.min(self.groups.len() - first);
            let here = (1..=longest).rev().find_map(|count| {
                let number = self.number(first, count)?;
                let kind = identity(text, &number)
                    .or_else(|| self.ends(first + count).then(|| phone(text, &number))?)?;
                Some((kind, number.at, count))
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

    fn number(&self, first: usize, count: usize) -> Option<PossibleNumber<'_>> {
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

    /// Whether a number may end before this group: at the end, or where another one begins.
    fn ends(&self, next: usize) -> bool {
        self.groups.get(next).is_none_or(|(_, group)| group.starts_with('0') || group.len() >= 6)
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '−')
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn numbers(text: &str) -> Vec<DigitRun<'_>> {
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
        let before_glued = before.is_some_and(glued)
            && !(before == Some(':')
                && start.checked_sub(2).and_then(letter).is_some_and(char::is_alphabetic));
        if before_glued || after_glued {
            continue;
        }
        let mut groups: Vec<(usize, &str)> = Vec::new();
        for (at, _) in own.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let goes_on = groups.last().is_some_and(|(start, group)| start + group.len() == at);
            let start = if goes_on { groups.pop().map_or(at, |(start, _)| start) } else { at };
            groups.push((start, slice(own, start..=at)));
        }
        numbers.push(DigitRun { start: byte(start), text: own, groups, plus: before == Some('+') });
    }
    numbers
}

/// The word before a position, folded.
fn word_before(text: &str, at: usize) -> String {
    let before = slice(text, ..at);
    let mut words = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '-'));
    fold(words.find(|word| !word.is_empty()).unwrap_or_default())
}

/// A personal identity number (personnummer) or a co-ordination number (samordningsnummer): the day of birth, for the
/// latter with 60 added to the day, three digits and a check digit (Skatteverket, SKV 704 and SKV 707). An
/// organisation's number has a third digit of 2 or more, which no month has.
fn identity(text: &str, number: &PossibleNumber<'_>) -> Option<FindingKind> {
    let lengths: Vec<usize> = number.groups.iter().map(|group| group.len()).collect();
    let fits = matches!(lengths.as_slice(), [10 | 12] | [6 | 8, 4] | [4, 2, 2, 4]);
    // Spaces between the parts of a date are those of an amount.
    let spaces = number.text.chars().filter(|c| is_gap(*c)).count();
    if !fits || number.plus || number.text.contains(['/', '(', ')']) || lengths.len() == 4 && spaces > 1 {
        return None;
    }
    let labelled = vocabulary::NUMBER_LABELS.contains(&word_before(text, number.at.start).as_str());
    number_kind(&number.digits, labelled)
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

/// The Swedish area codes of three digits, without their zero; Stockholm's has two, all others four (PTS).
const AREAS: &[&str] = &[
    "10", "11", "13", "16", "18", "19", "20", "21", "23", "26", "31", "33", "35", "36", "40", "42", "44",
    "46", "54", "60", "63", "70", "72", "73", "76", "77", "79", "90",
];
const MOBILE: &[&str] = &["70", "72", "73", "76", "79"];

/// A telephone number in one of the usual Swedish forms, or with a country code.
fn phone(text: &str, number: &PossibleNumber<'_>) -> Option<FindingKind> {
    let before = word_before(text, number.at.start);
    let touches = text
        .get(..number.at.start)
        .is_some_and(|before| before.ends_with(|c: char| is_gap(c) || matches!(c, ':' | '.')));
    if touches && vocabulary::OTHER_NUMBERS.contains(&before.as_str()) {
        return None;
    }
    let length = number.digits.len();
    if number.plus
        || number.digits.starts_with("00") && number.groups.first().is_some_and(|group| group.len() == 4)
    {
        let own = number.groups.len() > 1 || length >= 10;
        return (own && (8..=15).contains(&length)).then_some(FindingKind::Phone);
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
        return (is_mobile && length == 10 || labelled).then_some(FindingKind::Phone);
    }
    let short = |group: &&str| (2..=4).contains(&group.len());
    let split = first.len() == area + 1 && (rest.len() == 1 || rest.iter().all(short));
    let three = is_mobile && length == 10 && first.len() == 4 && rest.iter().all(short);
    (split || three).then_some(FindingKind::Phone)
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
