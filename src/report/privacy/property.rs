//! The designation of a property, which leads to its owner: "Stenkyrka Prästgården 1:12" (Lantmäteriet: a district, a
//! tract or a block, and a block and a unit with a colon between).

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::places::{OWNERS, PUBLIC, PUBLIC_OWNERS};

/// How many words the name of a tract has.
const LONGEST: usize = 3;

/// Ranges are in bytes; `groups` are the digits of the text.
pub(super) fn find(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    groups.windows(2).filter_map(|pair| property(reading, pair)).collect()
}

fn property(reading: &ScannedText<'_>, pair: &[Range<usize>]) -> Option<Range<usize>> {
    let [block, unit] = pair else { return None };
    let is_unit = block.len() <= 3 && unit.len() <= 4 && reading.text.get(block.end..unit.start) == Some(":");
    let number = reading.word_at(block.start);
    let goes_on = reading.text.get(unit.end..).is_some_and(|after| {
        after.starts_with(char::is_alphanumeric)
            || after.starts_with([':', '.']) && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
    });
    if !is_unit || goes_on || reading.words.get(number)?.at.start != block.start {
        return None;
    }
    let is_name = |at: &usize| {
        let is_word =
            |folded: &str| folded.chars().all(|c| c.is_alphabetic() || c == '-') && folded.len() > 2;
        reading.is_capital(*at)
            && reading.touches(at + 1)
            && reading.words.get(*at).is_some_and(|word| is_word(&word.folded))
    };
    let mut from = (number.saturating_sub(LONGEST)..number).rev().take_while(is_name).last()?;
    let sentence = reading.sentence(number);
    // "Fastigheten Torp 2:45", "Grannen Torp 2:45"
    while from + 1 < number && (reading.is_word(from, &OWNERS) || reading.starts(from, &PUBLIC)) {
        from += 1;
    }
    let own = from..number + 2;
    let others = || sentence.clone().filter(|at| !own.contains(at));
    let is_public = others().any(|at| reading.is_word(at, &PUBLIC_OWNERS));
    let is_owned = others().any(|at| reading.starts(at, &OWNERS));
    let is_somebodys = is_owned || reading.knows_somebody(&sentence, &own);
    let start = reading.words.get(from)?.at.start;
    (is_somebodys && !is_public).then_some(start..unit.end)
}
