//! Registration plates: three letters, two digits, and a digit or a letter (Transportstyrelsen, TSFS 2019:84).

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::places::{NO_PLATES, VEHICLES};
use crate::i18n::vocabulary::subjects::is_function_word;
use crate::text::slice;

/// Ranges are in bytes.
pub(super) fn find(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    groups.iter().filter_map(|group| plate(reading, group)).collect()
}

/// The letters of plates: those that are mistaken for others or for digits are left out.
fn is_plate_letter(c: char) -> bool {
    c.is_ascii_alphabetic() && !matches!(c.to_ascii_uppercase(), 'I' | 'Q' | 'V')
}

fn plate(reading: &ScannedText<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let text = reading.text;
    let before = slice(text, ..group.start);
    let apart = before.strip_suffix([' ', '\u{a0}', '-']);
    let letters = apart.unwrap_or(before);
    let start = letters.len().checked_sub(3)?;
    let own = text.get(start..letters.len()).filter(|own| own.chars().all(is_plate_letter))?;
    if slice(text, ..start).ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/') {
        return None;
    }
    let after = slice(text, group.end..);
    let last = after.chars().next();
    let lettered = group.len() == 2 && last.is_some_and(|c| is_plate_letter(c) && !matches!(c, 'O' | 'o'));
    let mut beyond = after.chars().skip(usize::from(lettered));
    let closes = match beyond.next() {
        Some('-' | '/' | ':' | '.' | ',') => !beyond.next().is_some_and(|c| c.is_ascii_digit()),
        next => !next.is_some_and(char::is_alphanumeric),
    };
    if !(lettered || group.len() == 3) || !closes {
        return None;
    }
    let capital = own.chars().all(|c| c.is_ascii_uppercase());
    let small = own.chars().all(|c| c.is_ascii_lowercase());
    let letters = fold(own);
    let word = reading.word_at(start);
    let named = |at: usize| reading.is_word(at, &NO_PLATES);
    let is_other = NO_PLATES.contains(&letters)
        || is_function_word(&letters)
        || word.checked_sub(1).is_some_and(|before| named(before) && !reading.parts(word));
    let spoken_of = || reading.has_start(&reading.sentence(word), &VEHICLES);
    let shape = capital && (apart.is_none() || lettered);
    let is_plate = !is_other && (capital || small) && (shape || spoken_of());
    is_plate.then(|| start..group.end + usize::from(lettered))
}
