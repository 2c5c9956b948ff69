//! Who is elected: those beside whose names minutes have the letters of a party, in lists ("Leif Ek (C)") and where
//! they speak ("Ek (C) undrade"). Anybody may know what party they are of.

use std::collections::HashSet;
use std::ops::Range;

use super::KnownPeople;
use super::words::{folded, words};
use crate::i18n::vocabulary::names::{AND, PARTY_LETTERS};
use crate::i18n::vocabulary::people::is_particle;
use crate::i18n::vocabulary::subjects::{ARTICLES, BE, PersonNoun, person};
use crate::text::slice;

/// How many people have the letters of a party after their names where that is how whoever is elected is written.
const USUAL: usize = 3;

/// Those whom the texts of a material write with the letters of a party.
#[derive(Debug, Clone, Default)]
pub(super) struct Elected {
    /// Of those in lists, the last word of the name and the letters, both folded.
    listed: HashSet<(String, String)>,
    /// Whether so many people have letters that everybody who has them is elected.
    is_usual: bool,
}

impl KnownPeople {
    /// Reads the texts of a material for names with the letters of a party.
    pub(super) fn read_parties(&mut self, texts: &[&str]) {
        let mut all: HashSet<(String, String)> = HashSet::new();
        for line in texts.iter().flat_map(|text| text.lines()).filter(|line| line.contains(" (")) {
            for letters in party_letters(line) {
                let name = name_before(line, &letters);
                let Some(last) = last_word(slice(line, name.clone())) else { continue };
                let elected = (last, folded(slice(line, letters.clone())).into_owned());
                if is_item(line, &(name.start..letters.end + 1)) {
                    self.elected.listed.insert(elected.clone());
                }
                all.insert(elected);
            }
        }
        self.elected.is_usual = all.len() >= USUAL;
    }

    /// Whether letters in brackets after a name are the party of somebody who is elected; `is_hidden` where something
    /// else is in the place of the name.
    pub(in crate::report) fn is_elected(&self, text: &str, letters: &Range<usize>, is_hidden: bool) -> bool {
        let Elected { listed, is_usual } = &self.elected;
        let is_none = listed.is_empty() && !is_usual;
        if is_none || !party_letters(text).any(|own| own == *letters) || says_otherwise(text, letters) {
            return false;
        }
        let own = folded(slice(text, letters.clone()));
        let last = last_word(slice(text, name_before(text, letters))).unwrap_or_default();
        let stem = last.strip_suffix('s').unwrap_or(&last);
        let is_own =
            |(name, party): &(String, String)| *party == own && (is_hidden || *name == last || name == stem);
        *is_usual || listed.iter().any(is_own)
    }
}

/// Whether these are the letters of a party: "M", "SD", "Mp".
pub(super) fn is_party(letters: &str) -> bool {
    letters.len() < 3
        && letters.starts_with(char::is_uppercase)
        && PARTY_LETTERS.contains(&letters.to_lowercase())
}

/// The letters of parties in brackets, in bytes and without these.
fn party_letters(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(" (").filter_map(|(at, open)| {
        let start = at + open.len();
        let length = slice(text, start..).find(')')?;
        is_party(slice(text, start..start + length)).then_some(start..start + length)
    })
}

/// The words with capitals right before letters in brackets, in bytes.
fn name_before(text: &str, letters: &Range<usize>) -> Range<usize> {
    let end = letters.start - 2;
    let mut start = end;
    for word in slice(text, ..end).rsplit(' ') {
        let is_first = start == end;
        let at = start - usize::from(!is_first) - word.len();
        let is_part = word.starts_with(char::is_uppercase) || !is_first && is_particle(&folded(word));
        if !is_part || !word.ends_with(char::is_alphanumeric) {
            break;
        }
        start = at;
    }
    start..end
}

fn last_word(name: &str) -> Option<String> {
    Some(words(name).last()?.folded.clone().into_owned())
}

/// Whether a part of a line is an item of a list.
fn is_item(line: &str, at: &Range<usize>) -> bool {
    let (before, after) = (slice(line, ..at.start).trim_end(), slice(line, at.end..).trim_start());
    let is_and = |word: Option<&str>| word.is_some_and(|word| AND.contains(&word));
    let begins = before.is_empty()
        || before.ends_with([',', ';', ':', '|', '-', '–', '•', '*'])
        || is_and(before.rsplit(' ').next());
    let ends = after.is_empty() || after.starts_with([',', ';', '|']) || is_and(after.split(' ').next());
    begins && ends
}

/// Whether somebody is said to be something else than elected: "Siv Holm (KD) är elev".
fn says_otherwise(text: &str, letters: &Range<usize>) -> bool {
    let rest = slice(text, letters.end + 1..).strip_prefix(' ').unwrap_or_default();
    let mut after = rest.split(|c: char| !c.is_alphanumeric()).map(folded);
    let is_said = after.next().is_some_and(|verb| BE.contains(&verb));
    let mut nouns = after.skip_while(|word| ARTICLES.contains(word));
    is_said && nouns.next().and_then(|noun| person(&noun)).is_some_and(|(noun, _)| noun != PersonNoun::Role)
}
