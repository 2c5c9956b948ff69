//! Accounts for payment: IBAN, giros, a clearing number with its account, cards, and telephone numbers that are paid
//! to.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::associations::association;
use crate::i18n::vocabulary::people::is_organisation;
use crate::i18n::vocabulary::places::{ACCOUNT_LABELS, ACCOUNTS, CALLS, GIROS, MONEY, NO_ACCOUNTS, SWISH};
use crate::report::numbers::luhn;
use crate::report::people::words::Word;
use crate::text::slice;

/// Ranges are in bytes; `groups` are the digits of the text, `phones` the telephone numbers in it.
pub(super) fn find(
    reading: &ScannedText<'_>,
    groups: &[Range<usize>],
    phones: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut found = swish(reading, groups, phones);
    let mut next = 0;
    while next < groups.len() {
        let here = iban(reading.text, groups, next)
            .or_else(|| card(reading.text, groups, next))
            .or_else(|| giro(reading, groups, next))
            .or_else(|| clearing(reading, groups, next));
        match here {
            Some((at, taken)) => {
                found.push(at);
                next += taken.max(1);
            }
            None => next += 1,
        }
    }
    found
}

/// How many groups from this one on have nothing but such a gap between them.
fn chain(text: &str, groups: &[Range<usize>], first: usize, joins: impl Fn(&str) -> bool) -> usize {
    let rest = groups.get(first..).unwrap_or_default();
    1 + rest.windows(2).take_while(|pair| joins(slice(text, pair[0].end..pair[1].start))).count()
}

/// The groups from one on, so many, with their digits and their range.
fn joined(text: &str, groups: &[Range<usize>], first: usize, count: usize) -> Option<(String, Range<usize>)> {
    let own = groups.get(first..first + count)?;
    let digits = own.iter().map(|group| slice(text, group.clone())).collect();
    Some((digits, own.first()?.start..own.last()?.end))
}

/// Whether a position has no letter or digit on its other side.
fn is_free(text: &str, at: &Range<usize>) -> bool {
    let glues = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !glues(slice(text, ..at.start).chars().next_back()) && !glues(slice(text, at.end..).chars().next())
}

/// An international account number (ISO 13616): a country, two check digits and up to thirty letters and digits; the
/// whole is 1 modulo 97 once the first four are moved to the end. A Swedish one with a slip in it counts too.
fn iban(text: &str, groups: &[Range<usize>], first: usize) -> Option<(Range<usize>, usize)> {
    let group = groups.get(first)?;
    let start = group.start.checked_sub(2)?;
    let country = text.get(start..group.start).filter(|two| two.bytes().all(|c| c.is_ascii_uppercase()))?;
    let rest = slice(text, start..);
    let mut compact = String::new();
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        match c {
            'A'..='Z' | '0'..='9' => {
                compact.push(c);
                end = at + 1;
            }
            // Groups of four; what comes after a shorter one is another word.
            ' ' | '\u{a0}' if compact.len().is_multiple_of(4) => {}
            _ => break,
        }
        if compact.len() == 34 {
            break;
        }
    }
    let swedish =
        country == "SE" && compact.len() == 24 && compact.bytes().skip(2).all(|c| c.is_ascii_digit());
    let at = start..start + end;
    let is_iban = swedish || compact.len() >= 15 && is_checked(&compact);
    (is_iban && is_free(text, &at)).then(|| {
        let taken = groups.iter().skip(first).take_while(|group| group.end <= at.end).count();
        (at, taken)
    })
}

fn is_checked(iban: &str) -> bool {
    let (head, tail) = iban.split_at(4);
    let mut rest = 0;
    for c in tail.chars().chain(head.chars()) {
        let Some(value) = c.to_digit(36) else { return false };
        rest = (if value > 9 { rest * 100 } else { rest * 10 } + value) % 97;
    }
    rest == 1
}

/// The number of a card: sixteen digits, the last of which checks the others.
fn card(text: &str, groups: &[Range<usize>], first: usize) -> Option<(Range<usize>, usize)> {
    let count = chain(text, groups, first, |gap| matches!(gap, " " | "-" | "\u{a0}"));
    let lengths: Vec<usize> = groups.get(first..first + count)?.iter().map(ExactSizeIterator::len).collect();
    let count = match lengths.as_slice() {
        [16, ..] => 1,
        [4, 4, 4, 4] => 4,
        _ => return None,
    };
    let (digits, at) = joined(text, groups, first, count)?;
    (luhn(&digits) && digits.starts_with(['3', '4', '5', '6']) && is_free(text, &at)).then_some((at, count))
}

/// A number that is called a bankgiro or a plusgiro, unless it is that of a body.
fn giro(reading: &ScannedText<'_>, groups: &[Range<usize>], first: usize) -> Option<(Range<usize>, usize)> {
    let start = groups.get(first)?.start;
    let label = reading.label_before(start)?;
    // "bankgiro till Lisa Ek: 123-4567"
    let is_name = |at: usize| reading.words.get(at).is_some_and(|word| reading.name_at(word).is_some());
    let before_name = (label.saturating_sub(2)..=label).rev().find(|at| !is_name(*at));
    let is_theirs =
        before_name.is_some_and(|at| reading.label_of(at).is_some_and(|at| reading.is_word(at, &GIROS)));
    if !(reading.is_word(label, &GIROS) || before_name != Some(label) && is_theirs)
        || is_of_a_body(reading, label)
        || is_of_an_association(reading, label)
    {
        return None;
    }
    let count = chain(reading.text, groups, first, |gap| matches!(gap, " " | "-" | " - " | "–" | "\u{a0}"));
    // A bankgiro has seven or eight digits, the last four apart; a plusgiro up to eight, the last one apart.
    let is_giro = |lengths: &[usize]| match lengths {
        [3 | 4, 4] | [7 | 8] => true,
        [first @ .., 1] => (3..=7).contains(&first.iter().sum::<usize>()),
        _ => false,
    };
    (1..=count.min(5)).rev().find_map(|count| {
        let own = groups.get(first..first + count)?;
        let lengths: Vec<usize> = own.iter().map(ExactSizeIterator::len).collect();
        let (_, at) = joined(reading.text, groups, first, count)?;
        (is_giro(&lengths) && is_free(reading.text, &at)).then_some((at, count))
    })
}

/// A clearing number of four digits, which may have a check digit, with an account of six or more where something is
/// paid; or an account that is called one.
fn clearing(
    reading: &ScannedText<'_>,
    groups: &[Range<usize>],
    first: usize,
) -> Option<(Range<usize>, usize)> {
    let text = reading.text;
    let joins = |gap: &str| matches!(gap, " " | "-" | "." | ", " | "," | " - " | "\u{a0}");
    let count = chain(text, groups, first, joins);
    let own = groups.get(first..first + count)?;
    let (digits, mut at) = joined(text, groups, first, count)?;
    let lengths: Vec<usize> = own.iter().map(ExactSizeIterator::len).collect();
    let head = match lengths.as_slice() {
        [4, 1, ..] => 2,
        [4, ..] if lengths.len() > 1 => 1,
        _ => 0,
    };
    // A comma follows a clearing number only; several numbers of four digits are accounts of the ledger.
    let commas = own.windows(2).map(|pair| slice(text, pair[0].end..pair[1].start).contains(','));
    let commas: Vec<bool> = commas.collect();
    let is_list = commas.iter().skip(head).any(|is| *is)
        || commas.contains(&true) && lengths.iter().skip(head).all(|length| *length == 4);
    let word = reading.word_at(at.start);
    let label = reading.label_before(at.start).filter(|label| reading.is_word(*label, &ACCOUNT_LABELS));
    let is_pair = head > 0 && !digits.starts_with('0') && {
        let number: usize = lengths.iter().skip(head).sum();
        let is_payment = |at: usize| reading.starts(at, &ACCOUNTS) && !reading.starts(at, &NO_ACCOUNTS);
        let is_paid = || reading.sentence(word).any(is_payment);
        (6..=11).contains(&number) && (head == 2 || is_paid())
    };
    let is_called = label.is_some() && (7..=16).contains(&digits.len());
    let after = reading.word_at(at.end);
    let is_sum = reading.is_word(after, &MONEY) && reading.touches(after);
    if is_list || is_sum || !(is_pair || is_called) || !is_free(text, &at) || is_of_a_body(reading, word) {
        return None;
    }
    // "clearing 9150 konto 123 45 67"
    let before = label.and_then(|label| label.checked_sub(1)).and_then(|at| reading.words.get(at));
    let is_clearing = |before: &&Word<'_>| {
        let number = before.folded.split_once('-').map_or(&*before.folded, |(number, _)| number);
        matches!(before.at.len(), 4 | 6)
            && number.len() == 4
            && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    if let Some(clearing) = before.filter(is_clearing) {
        at.start = clearing.at.start;
    }
    Some((at, count))
}

/// Telephone numbers in a sentence that speaks of paying to them.
fn swish(reading: &ScannedText<'_>, groups: &[Range<usize>], phones: &[Range<usize>]) -> Vec<Range<usize>> {
    if !reading.has_start(&(0..reading.words.len()), &SWISH) {
        return Vec::new();
    }
    let is_paid_to = |at: &Range<usize>| {
        let sentence = reading.sentence(reading.word_at(at.start));
        let is_call = reading.label_before(at.start).is_some_and(|label| reading.is_word(label, &CALLS));
        !is_call && reading.has_start(&sentence, &SWISH)
    };
    phones.iter().cloned().chain(swish_numbers(reading, groups)).filter(is_paid_to).collect()
}

/// Numbers of companies and associations that are paid to: ten digits that begin with 123.
fn swish_numbers(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for first in 0..groups.len() {
        let count = chain(reading.text, groups, first, |gap| matches!(gap, " " | "-" | "\u{a0}"));
        if let Some((digits, at)) = joined(reading.text, groups, first, count)
            && digits.len() == 10
            && digits.starts_with("123")
            && is_free(reading.text, &at)
            && !is_owned_by_a_body(reading, reading.word_at(at.start))
        {
            found.push(at);
        }
    }
    found
}

/// Whether a body is before a word in its sentence: "Föreningens swish är", but not "… går till föreningen".
fn is_owned_by_a_body(reading: &ScannedText<'_>, word: usize) -> bool {
    let before = reading.sentence(word).start..word;
    before.clone().any(|at| reading.words.get(at).is_some_and(|word| is_organisation(&word.folded)))
        && is_of_a_body(reading, word)
}

/// Whether the sentence is about an account of the municipality or another body, and of nobody else.
fn is_of_a_body(reading: &ScannedText<'_>, word: usize) -> bool {
    let sentence = reading.sentence(word);
    // A bank is where an account is, not whose.
    let is_bank = |word: &str| word.ends_with("bank") || word.ends_with("banken");
    let is_body = |word: &Word<'_>| is_organisation(&word.folded) && !is_bank(&word.folded);
    let body = sentence.clone().any(|at| reading.words.get(at).is_some_and(is_body));
    body && !reading.knows_somebody(&sentence, &(0..0))
}

/// Whether the sentence has the name of an association that is known: "Pg 90 19 50-6 är Röda Korsets".
fn is_of_an_association(reading: &ScannedText<'_>, word: usize) -> bool {
    let sentence = reading.sentence(word);
    sentence.clone().filter(|at| reading.is_capital(*at)).any(|at| {
        let rest = reading.words.get(at..sentence.end).unwrap_or_default();
        association(rest.iter().map(|word| &*word.folded)).is_some()
    })
}
