//! Finds what looks like the name of a person who is not in the register: a known given name, alone or with what
//! follows it, and two capitalised words where a name is expected. It prefers missing a name to reporting every place
//! name.

use std::ops::Range;

use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::people as vocabulary;
use crate::model::FindingKind;
use crate::report::people::words::{Word, addresses};
use crate::text::slice;

/// Ranges are in bytes.
pub(super) fn find(text: &str, words: &[Word]) -> Vec<(FindingKind, Range<usize>)> {
    let addresses = addresses(text);
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(word) = words.get(next) {
        let run = run(text, words, next);
        let in_address = addresses.iter().any(|(at, _)| at.contains(&word.at.start)) || in_link(text, word);
        let before = next.checked_sub(1).and_then(|before| words.get(before));
        let taken = if in_address { 0 } else { taken(run, before) };
        if let Some(last) = taken.checked_sub(1).and_then(|last| run.get(last)) {
            found.push((FindingKind::LikelyName, word.at.start..last.at.end));
        }
        next += taken.max(1);
    }
    found
}

/// The words from here on that have a capital letter, with nothing but a space between them.
fn run<'a>(text: &str, words: &'a [Word], from: usize) -> &'a [Word] {
    let rest = words.get(from..).unwrap_or_default();
    let mut length = 0;
    for (at, word) in rest.iter().enumerate() {
        let touches = at.checked_sub(1).and_then(|before| rest.get(before)).is_none_or(|before| {
            text.get(before.at.end..word.at.start).is_some_and(|gap| gap == " " || gap == "\u{a0}")
        });
        let particle = vocabulary::is_particle(&word.folded)
            && rest.get(at + 1).is_some_and(|next| next.capital)
            && at > 0;
        if !touches || !(is_name(text, word) || particle) {
            break;
        }
        length = at + 1;
    }
    rest.get(..length).unwrap_or_default()
}

/// Whether a word is written as names are: a capital letter followed by small ones.
fn is_name(text: &str, word: &Word) -> bool {
    let own = slice(text, word.at.clone());
    let mut parts = own.split('-');
    word.capital
        && word.folded.chars().count() > 1
        && parts.all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.all(|c| c.is_alphabetic() && !c.is_uppercase())
        })
}

/// How many of these words are a name.
fn taken(run: &[Word], before: Option<&Word>) -> usize {
    let Some(first) = run.first() else { return 0 };
    let given = |word: &Word| {
        let stem = word.folded.strip_suffix('s').unwrap_or(&word.folded);
        vocabulary::is_given(&word.folded) || vocabulary::is_given(stem)
    };
    let other = |word: &Word| {
        vocabulary::is_organisation(&word.folded)
            || vocabulary::is_place(&word.folded)
            || is_role(&word.folded)
    };
    // A place name right after a given name is a surname ("Kaj Lund"); a given name after a surname is another
    // person's.
    let goes_on = |(at, word): &(usize, &Word)| match at {
        0 => {
            !vocabulary::is_organisation(&word.folded)
                && !is_role(&word.folded)
                && (given(first) || !other(word))
        }
        _ => !other(word) && !given(word),
    };
    let surnames = run.iter().skip(1).take(3).enumerate().take_while(goes_on).count();
    if given(first) {
        let is_clear = !vocabulary::is_place(&first.folded)
            && (!first.begins() || !vocabulary::is_also_a_word(&first.folded));
        let is_sure = surnames > 0 || is_clear;
        return if is_sure { 1 + surnames } else { 0 };
    }
    // "säger Samir Kafedzic": no list has every name.
    let is_introduced = before.is_some_and(|word| {
        vocabulary::BEFORE_NAMES.contains(&word.folded.as_str()) || is_role(&word.folded)
    });
    let is_body = other(first) || run.len() > 3 || surnames + 1 < run.len();
    if is_introduced && !first.begins() && surnames > 0 && !is_body { run.len() } else { 0 }
}

/// Whether a word is part of a link.
fn in_link(text: &str, word: &Word) -> bool {
    let before = slice(text, ..word.at.start);
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    before.get(start..).is_some_and(|start| start.contains("://") || start.contains("www."))
}
