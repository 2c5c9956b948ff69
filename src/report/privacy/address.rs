//! Addresses where somebody lives: a street with its number, and what follows of entrance, flat, postcode and town.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::people::is_organisation;
use crate::i18n::vocabulary::places::{
    ADDRESSES, AT, BESIDE, BOXES, CARE_OF, COUNTED, EMPTY, ENTRANCES, FARMS, FIRST_OF_STREET, FLATS,
    GROUND_FLOORS, HOME, KINDS_OF_FARMS, LAST_OF_STREET, MEETING_AT, PUBLIC, SHORT_STREETS, is_street_word,
    street,
};
use crate::i18n::vocabulary::subjects::BE;
use crate::report::people::words::Word;
use crate::text::slice;

/// How many words before a street what happens there is.
const FAR: usize = 5;

/// Ranges are in bytes; `groups` are the digits of the text.
pub(super) fn find(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for group in groups {
        if found.last().is_some_and(|last| last.end > group.start) {
            continue;
        }
        found.extend(address(reading, group).or_else(|| flat_alone(reading, group)));
    }
    found
}

/// The address whose number of a house this is.
fn address(reading: &ScannedText<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    if group.len() > 3 || slice(reading.text, group.clone()).starts_with('0') {
        return None;
    }
    let number = reading.word_at(group.start);
    // "Simhallen 0980-319"
    reading.words.get(number).filter(|word| word.at.start == group.start)?;
    let street = street_before(reading, number)?;
    let house = House::at(reading, group)?;
    let own = street.from..number;
    let sentence = reading.sentence(street.from);
    let at_home = house.is_flat
        || reading.has_word(&sentence, &HOME) && !is_of_a_body(reading, &sentence)
        || reading.knows_somebody(&sentence, &own)
        || is_care_of(reading, &sentence);
    let is_written = reading.is_capital(street.from) || street.is_sure && at_home;
    let is_elsewhere = || is_public(reading, &sentence, &own) || is_beside(reading, street.from);
    let is_enough = at_home || !is_elsewhere() && street.is_enough(&house, group);
    let start = reading.words.get(street.from)?.at.start;
    (is_written && is_enough).then_some(start..house.end)
}

/// Whether a sentence begins with a body: "Folktandvården på Sjögatan 4 flyttar".
fn is_of_a_body(reading: &ScannedText<'_>, sentence: &Range<usize>) -> bool {
    reading.words.get(sentence.start).is_some_and(|word| is_organisation(&word.folded))
        || reading.holds(sentence.start, &PUBLIC)
}

/// Whether something is said to be there or next to it: "Fotbollsplanen vid Tennisvägen 2", "Kursen är på Storgatan 1".
fn is_beside(reading: &ScannedText<'_>, street: usize) -> bool {
    let word = |back: usize| street.checked_sub(back).and_then(|at| reading.words.get(at));
    let is = |back: usize, own: &str| word(back).is_some_and(|word| word.folded == own);
    // "Hämta nyckeln på Kyrkogatan 4", "Vi samlas på Järnvägsgatan 7"
    let near = || street.saturating_sub(FAR)..street - 1;
    is(1, BESIDE)
        || is(1, AT)
            && (street.checked_sub(2).is_some_and(|at| reading.is_word(at, &BE))
                || near().any(|at| reading.is_word(at, &MEETING_AT)))
}

/// Whether somebody lives with somebody else: "c/o Svensson".
fn is_care_of(reading: &ScannedText<'_>, sentence: &Range<usize>) -> bool {
    let [first, last] = CARE_OF;
    let is = |at: usize, letter: &str| reading.words.get(at).is_some_and(|word| word.folded == letter);
    sentence.clone().any(|at| is(at, first) && reading.gap(at + 1) == "/" && is(at + 1, last))
}

/// Whether the sentence is about a venue or works in the street; the street's own name does not count.
fn is_public(reading: &ScannedText<'_>, sentence: &Range<usize>, own: &Range<usize>) -> bool {
    // "Huset är tomt" is about no plot.
    let is_empty = |at: usize| {
        reading.is_word(at, &EMPTY) && at.checked_sub(1).is_some_and(|before| reading.is_word(before, &BE))
    };
    sentence.clone().any(|at| !own.contains(&at) && reading.holds(at, &PUBLIC) && !is_empty(at))
}

/// The name of a street.
struct Street {
    /// Its first word.
    from: usize,
    /// Whether it can hardly be anything else.
    is_sure: bool,
    is_box: bool,
}

impl Street {
    /// Whether it is an address without a word about somebody or home.
    fn is_enough(&self, house: &House, group: &Range<usize>) -> bool {
        !self.is_box && (self.is_sure || house.end > group.end)
    }
}

/// The name of a street right before a number.
fn street_before(reading: &ScannedText<'_>, number: usize) -> Option<Street> {
    let last = number.checked_sub(1)?;
    let word = reading.words.get(last)?;
    let found = |from: usize, is_sure: bool| Some(Street { from, is_sure, is_box: false });
    let short = word.folded.chars().count() > 4 && SHORT_STREETS.iter().any(|end| word.folded.ends_with(end));
    if word.capital && short && reading.gap(number) == ". " {
        return found(last, true);
    }
    if !reading.touches(number) {
        return None;
    }
    if BOXES.contains(&word.folded) {
        return word.capital.then_some(Street { from: last, is_sure: false, is_box: true });
    }
    // "Norra Storgatan": a point of the compass or the like belongs to it.
    let first = last
        .checked_sub(1)
        .filter(|first| reading.touches(last) && reading.is_capital(*first))
        .filter(|first| reading.is_word(*first, &FIRST_OF_STREET));
    if let Some(is_sure) = street(&word.folded).filter(|is_sure| *is_sure || word.capital) {
        return found(first.unwrap_or(last), is_sure);
    }
    if let Some(first) = first.filter(|_| is_street_word(&word.folded)) {
        return found(first, true);
    }
    // "Drottning Kristinas väg"
    if LAST_OF_STREET.contains(&word.folded) {
        let name = (last.saturating_sub(3)..last).rev();
        let is_name = |at: usize| {
            let word = reading.words.get(at);
            word.is_some_and(|word| {
                word.capital && word.folded.chars().all(|c| c.is_alphabetic() || c == '-')
            })
        };
        let from = name.take_while(|at| is_name(*at) && reading.touches(at + 1)).last()?;
        return found(from, true);
    }
    // "bor i Torp 12"
    let at_home = (last.saturating_sub(4)..last).any(|at| reading.is_word(at, &HOME));
    let is_labelled = last.checked_sub(1).is_some_and(|label| reading.is_word(label, &ADDRESSES));
    match first {
        // "mannen i Södra Torp 114", "bor i Övre byn 7"
        Some(first) if word.capital || at_home => found(first, false),
        _ if word.capital && at_home && reading.touches(last) => found(last, false),
        // "Boende: Kyrkbyn 12"
        _ if word.capital && !word.shouted && reading.gap(last) == ": " && is_labelled => found(last, true),
        // "Adress: Ängsholm 214", "Ängsholm 214, där bor Sune"
        _ if word.capital && !word.shouted && FARMS.ends(&word.folded) => {
            // "Torp Ekelund 3"
            let farm = last.checked_sub(1).filter(|farm| {
                reading.touches(last) && reading.is_capital(*farm) && reading.is_word(*farm, &KINDS_OF_FARMS)
            });
            found(farm.unwrap_or(last), is_labelled)
        }
        _ => None,
    }
}

/// The number of a house, and what follows as far as it belongs to the address.
struct House {
    /// Where the address ends, in bytes.
    end: usize,
    /// Whether it names a flat, so that it is somebody's home.
    is_flat: bool,
}

impl House {
    /// None where the number counts something, or is the first of several: a part of the street.
    fn at(reading: &ScannedText<'_>, group: &Range<usize>) -> Option<Self> {
        let end = with_letter(reading.text, group.end)?;
        let after = slice(reading.text, end..);
        let range = after.strip_prefix(['-', '–']).unwrap_or_default();
        let goes_on = range.starts_with(|c: char| c.is_ascii_digit()) || after.starts_with([':', '%', '§']);
        let next = reading.words.partition_point(|word| word.at.start < end);
        if goes_on || reading.is_word(next, &COUNTED) && reading.touches(next) {
            return None;
        }
        let mut house = Self { end, is_flat: false };
        house.follow(reading, next);
        Some(house)
    }

    /// Takes what belongs to the address, from this word on.
    fn follow(&mut self, reading: &ScannedText<'_>, mut next: usize) {
        while matches!(reading.gap(next), " " | "\u{a0}" | ", " | "," | ". ") {
            if let Some(end) = postcode(reading, next) {
                self.end = end;
                return;
            }
            let Some((last, is_flat)) = self.part(reading, next) else { return };
            let Some(word) = reading.words.get(last) else { return };
            self.end = word.at.end;
            self.is_flat |= is_flat;
            next = last + 1;
        }
    }

    /// The last word of an entrance, a floor or a flat that begins at a word, and whether it is a home.
    fn part(&self, reading: &ScannedText<'_>, at: usize) -> Option<(usize, bool)> {
        let is_number = |at: usize| {
            reading.words.get(at).is_some_and(|word| word.folded.starts_with(|c: char| c.is_ascii_digit()))
        };
        let short = |at: usize| reading.words.get(at).is_some_and(|word| word.at.len() <= 3);
        if reading.is_word(at, &FLATS) && is_number(at + 1) {
            return Some((at + 1, true));
        }
        if reading.is_word(at, &GROUND_FLOORS) {
            return Some((at, true));
        }
        if reading.is_word(at, &ENTRANCES) && !reading.parts(at) && short(at + 1) {
            return Some((at + 1, self.is_flat));
        }
        // "3 tr"
        (is_number(at) && short(at) && reading.is_word(at + 1, &ENTRANCES)).then_some((at + 1, true))
    }
}

/// Where the number of a house ends, with its letter: "4B" and "4 B". None where another word is glued to it.
fn with_letter(text: &str, end: usize) -> Option<usize> {
    let after = slice(text, end..);
    let letter = |text: &str| {
        let mut chars = text.chars();
        let c = chars.next().filter(char::is_ascii_alphabetic)?;
        (!chars.next().is_some_and(char::is_alphanumeric)).then_some(c)
    };
    if letter(after).is_some() {
        return Some(end + 1);
    }
    if after.starts_with(char::is_alphanumeric) {
        return None;
    }
    let apart = after.strip_prefix([' ', '\u{a0}']).unwrap_or_default();
    let is_letter =
        letter(apart).is_some_and(|c| c.is_ascii_uppercase() || matches!(c, 'b'..='d' | 'f'..='h'));
    Some(if is_letter { end + after.len() - apart.len() + 1 } else { end })
}

/// Where a postcode that begins at a word ends, with its town.
fn postcode(reading: &ScannedText<'_>, at: usize) -> Option<usize> {
    let digits = |at: usize, count: usize| {
        reading
            .words
            .get(at)
            .is_some_and(|word| word.at.len() == count && word.folded.bytes().all(|c| c.is_ascii_digit()))
    };
    let last = if digits(at, 5) {
        at
    } else {
        (digits(at, 3) && digits(at + 1, 2) && reading.touches(at + 1)).then_some(at + 1)?
    };
    let is_town = |word: &Word<'_>| word.capital && (!word.shouted || word.at.len() > 3);
    let has_town = reading.words.get(last + 1).is_some_and(is_town) && reading.touches(last + 1);
    let last = if has_town { last + 1 } else { last };
    reading.words.get(last).map(|word| word.at.end)
}

/// A flat without a street, where somebody is spoken of: "hon i lgh 1203".
fn flat_alone(reading: &ScannedText<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let label = reading.word_at(group.start).checked_sub(1)?;
    if group.len() != 4 || !reading.is_word(label, &FLATS) {
        return None;
    }
    let sentence = reading.sentence(label);
    let is_home =
        reading.has_word(&sentence, &HOME) || reading.knows_somebody(&sentence, &(label..label + 1));
    let start = reading.words.get(label)?.at.start;
    is_home.then_some(start..group.end)
}
