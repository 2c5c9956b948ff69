//! Addresses of computers in a network: IPv4, IPv6 and the hardware's own.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::places::{COMPUTERS, LOGGING, MACHINES, NUMBERED, VERSIONED};
use crate::i18n::vocabulary::word_list::WordList;
use crate::text::slice;

/// Ranges are in bytes.
pub(super) fn find(reading: &ScannedText<'_>) -> Vec<Range<usize>> {
    let text = reading.text;
    let mut found: Vec<Range<usize>> = cards(text, 3, 17, b'-');
    found.extend(cards(text, 5, 14, b'.'));
    found.sort_by_key(|at| at.start);
    let mut end = 0;
    for (start, _) in text.match_indices(|c: char| c.is_ascii_hexdigit() || c == ':') {
        if start < end {
            continue;
        }
        let is_part = |c: char| c.is_ascii_hexdigit() || matches!(c, '.' | ':');
        let own = slice(text, start..);
        let own = slice(own, ..own.find(|c: char| !is_part(c)).unwrap_or(own.len()));
        end = start + own.len();
        let own = own.trim_end_matches(['.', ':']);
        let free = !slice(text, ..start)
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
            && !slice(text, start + own.len()..).starts_with(|c: char| c.is_alphanumeric() || c == '_')
            && !is_whole_network(slice(text, start + own.len()..));
        // "192.0.2.55 och 192.0.2.56"
        let between = found.last().and_then(|last: &Range<usize>| text.get(last.end..start));
        let goes_on = between.is_some_and(|between| {
            between.len() < 7 && fold(between.trim_matches(|c: char| !c.is_alphabetic())).len() < 4
        });
        if free && goes_on && is_v4(own) {
            found.push(start..start + own.len());
            continue;
        }
        if free && (is_v4(own) && is_address(reading, start, own) || is_v6(own)) {
            let port = own.find(':').filter(|_| own.contains('.')).unwrap_or(own.len());
            found.push(start..start + port);
        }
    }
    found
}

/// Addresses of network cards of this length in bytes, with this mark at every so many: `3C-52-82-0A-11-FE`,
/// `3c52.820a.11fe`.
fn cards(text: &str, every: usize, length: usize, mark: u8) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (first, _) in text.match_indices(char::from(mark)) {
        let Some(start) = (first + 1).checked_sub(every) else { continue };
        let Some(own) = text.get(start..start + length) else { continue };
        let is_card =
            own.bytes().enumerate().all(|(at, byte)| {
                if (at + 1) % every == 0 { byte == mark } else { byte.is_ascii_hexdigit() }
            }) && (mark == b'-' || own.contains(|c: char| c.is_alphabetic()));
        let is_free = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        let before = slice(text, ..start).chars().next_back();
        let after = slice(text, start + length..).chars().next();
        if is_card && is_free(before) && is_free(after) {
            found.push(start..start + length);
        }
    }
    found
}

/// Whether the length of a prefix follows an address, which is that of a network then: "10.0.0.0/8" (RFC 4632, 3.1).
fn is_whole_network(after: &str) -> bool {
    let digits = after.strip_prefix('/').unwrap_or_default();
    let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    slice(digits, ..length).parse::<u8>().is_ok_and(|bits| bits < 31)
}

/// Four bytes; the addresses that every computer has are nobody's.
fn is_v4(text: &str) -> bool {
    let text = text.split_once(':').map_or(text, |(address, _)| address);
    let parts: Vec<&str> = text.split('.').collect();
    let is_byte = |part: &&str| {
        (1..=3).contains(&part.len())
            && (part.len() == 1 || !part.starts_with('0'))
            && part.parse::<u16>().is_ok_and(|byte| byte < 256)
    };
    let common = matches!(parts.first(), Some(&("0" | "127" | "255")));
    parts.len() == 4 && parts.iter().all(is_byte) && !common
}

/// Eight groups of hexadecimal digits, a row of zeros left out or not (RFC 4291); or six pairs of a network card.
fn is_v6(text: &str) -> bool {
    if text.contains('.') {
        return false;
    }
    let groups: Vec<&str> = text.split(':').collect();
    let filled = groups.iter().filter(|group| !group.is_empty()).count();
    if groups.iter().any(|group| group.len() > 4) {
        return false;
    }
    let card = groups.len() == 6 && groups.iter().all(|group| group.len() == 2);
    // "fe80::1", but not "a::b"
    let least = if groups.iter().any(|group| group.len() == 4) { 2 } else { 3 };
    let short = text.matches("::").count() == 1 && (least..=7).contains(&filled);
    card || groups.len() == 8 && filled == 8 || short
}

/// Whether four numbers are an address of somebody's computer, and no version, chapter or machine: what is right before
/// them says it, then the words of the sentence, and then the numbers themselves, which count low where they count.
fn is_address(reading: &ScannedText<'_>, start: usize, own: &str) -> bool {
    let word = reading.word_at(start);
    let sentence = reading.sentence(word);
    let label = reading.label_before(start);
    let called = |list: &WordList| label.is_some_and(|label| reading.is_word(label, list));
    let before = || word.checked_sub(1).is_some_and(|before| reading.is_word(before, &NUMBERED));
    if slice(reading.text, ..start).trim_end().ends_with('§') || before() || called(&NUMBERED) {
        return false;
    }
    // "Skrivarens ip är"
    let owner = label.and_then(|label| reading.words.get(label.checked_sub(1)?));
    let is_machines =
        owner.and_then(|owner| owner.folded.strip_suffix('s')).is_some_and(|own| MACHINES.contains(own));
    // "Servern loggade 81.224.17.203" is somebody else's, and "Servern 10.20.30.44 loggade allt" may be.
    let is_own = called(&MACHINES) || is_machines;
    let logs_then = || reading.has_start(&(word..sentence.end), &LOGGING);
    if !is_own && reading.has_start(&sentence, &LOGGING) || is_own && !is_machines && logs_then() {
        return true;
    }
    if is_own || sentence.clone().next().is_some_and(|first| reading.is_word(first, &MACHINES)) {
        return false;
    }
    if reading.has_start(&sentence, &COMPUTERS) {
        return true;
    }
    let counts = |part: &str| part.parse::<u8>().is_ok_and(|number| number < 32);
    // A private address begins with 10 too (RFC 1918), and nothing else that counts with four numbers often does.
    let is_private = own.starts_with("10.");
    !reading.has_start(&sentence, &VERSIONED) && (is_private || !own.split(['.', ':']).take(4).all(counts))
}
