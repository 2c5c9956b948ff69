//! Swedish (and some English) words that the pen and the reading of minutes understand, as tables; long lists are in
//! `assets/words`.
//!
//! Every word is written in lower case and NFC; whoever looks a word up folds it first.

use unicode_normalization::UnicodeNormalization;

pub mod associations;
pub mod bodies;
pub mod commands;
pub mod dates;
pub mod inflection;
pub mod leads;
pub mod lists;
pub mod mail;
pub mod minutes;
pub mod names;
pub mod pen;
pub mod people;
pub mod personal;
pub mod places;
pub mod promises;
pub mod subjects;
pub mod word_list;

/// A text in the form in which words are compared: lower case, composed. Å is still not a.
pub fn fold(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).collect()
}
