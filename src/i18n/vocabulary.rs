//! Swedish (and some English) words that the pen and the reading of minutes understand, as tables; long lists are in
//! `assets/words`.
//!
//! Every word is written in lower case and NFC; whoever looks a word up folds it first.

use unicode_normalization::UnicodeNormalization;

pub mod associations;
pub mod bodies;
pub mod columns;
pub mod commands;
pub mod dates;
pub mod groups;
pub mod header_labels;
pub mod inflection;
pub mod leads;
pub mod lists;
pub mod mail;
pub mod minutes;
pub mod names;
pub mod namesakes;
pub mod new_names;
pub mod numerals;
pub mod occasions;
pub mod passives;
pub mod pen;
pub mod people;
pub mod personal;
pub mod places;
pub mod products;
pub mod promises;
pub mod stated;
pub mod subjects;
pub mod villages;
pub mod word_list;
pub mod workplaces;

/// A text in the form in which words are compared: lower case, composed. Å is still not a.
pub fn fold(text: &str) -> String {
    folded(text).collect()
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.nfc().flat_map(char::to_lowercase)
}

/// Whether a word of two letters or more has capitals only.
pub fn is_shouted(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().nth(1).is_some() && letters().all(char::is_uppercase)
}

/// Whether a text is these words, which are in that form already. It stops at the first letter that is another, so that
/// a long list is looked through at every key.
pub fn folds_to(text: &str, words: &str) -> bool {
    folded(text).eq(words.chars())
}

/// The same, where the text may go on.
pub fn begins_as(text: &str, words: &str) -> bool {
    let mut letters = folded(text);
    words.chars().all(|letter| letters.next() == Some(letter))
}
