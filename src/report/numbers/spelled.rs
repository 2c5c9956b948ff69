//! Telephone numbers that are spelled out, all of it or the beginning: "noll sju noll ett två tre fyra fem sex sju",
//! "nollsjuttio 12 34 567".

use std::ops::Range;

use crate::i18n::vocabulary::numerals::{SPELLED_ZERO, digits};
use crate::text::slice;

/// The digits of a number with its area code or that of its country.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=13;

/// Ranges are in bytes.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Option<(Range<usize>, String)> = None;
    for at in tokens(text) {
        let word = slice(text, at.clone());
        let own = digits(word);
        let joins = |(before, _): &(Range<usize>, String)| is_between(slice(text, before.end..at.start));
        match (run.take().filter(joins), own) {
            (Some((before, known)), Some(own)) => run = Some((before.start..at.end, known + &own)),
            (ended, own) => {
                found.extend(ended.and_then(number));
                // "på plan två noll": a number begins with its zero.
                run = own.filter(|own| own.starts_with('0') && !word.starts_with('0')).map(|own| (at, own));
            }
        }
    }
    found.extend(run.and_then(number));
    found
}

/// Whether a text may have such a number, so that most are not gone through word by word.
pub(super) fn may_be_spelled(text: &str) -> bool {
    text.contains(SPELLED_ZERO)
}

fn number((at, digits): (Range<usize>, String)) -> Option<Range<usize>> {
    let is_other = digits.starts_with("000");
    (LENGTHS.contains(&digits.len()) && !is_other).then_some(at)
}

/// The words and groups of digits of a text.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match all.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += c.len_utf8(),
            None => all.push(at..at + c.len_utf8()),
        }
    }
    all
}

/// Whether nothing but a space, a hyphen or a comma is between two parts of a number.
fn is_between(gap: &str) -> bool {
    gap.chars().count() <= 3 && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '–' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_much_of_it_is_spelled_out() {
        for number in [
            "nollsjuttio 12 34 567",
            "noll sju noll ett två tre fyra fem sex sju",
            "Nollåtta tolv trettiofyra femtiosex",
            "noll sjuttiotre - 555 12 34",
            "noll noll fyrtiosex sjuttio 12 34 567",
        ] {
            let text = format!("Ring {number} i kväll");
            let all: Vec<&str> = find(&text).into_iter().map(|at| slice(&text, at)).collect();
            assert_eq!(all, [number]);
            assert!(may_be_spelled(&text));
        }
        for text in ["noll koll på noll till tre", "noll ett två tre", "kontroll 0701234567", "två noll vann"]
        {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}
