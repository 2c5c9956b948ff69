//! The words of minutes in order: what proves that reading drops and moves none of them.
//!
//! A word is an unbroken run of what is neither white space nor punctuation. Bullets are no words; the number or
//! letter of an item is.

use super::read::lines;
use super::{Minutes, layout};
use crate::i18n::Words;

/// All words of the minutes, from the title to the last signature.
pub fn words(minutes: &Minutes, language: &Words) -> Vec<String> {
    words_of(&layout::text(minutes, language))
}

/// All words of a text, as the reading of it divides lines.
pub fn words_of(text: &str) -> Vec<String> {
    let (lines, _) = lines::split(text);
    lines
        .iter()
        .flat_map(|line| line.text.split(separates))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a character separates words.
fn separates(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || ('\u{a1}'..='\u{bf}').contains(&c) && !c.is_alphanumeric()
        || ('\u{2000}'..='\u{206f}').contains(&c)
        || super::read::bullet::is_bullet_character(c)
}
