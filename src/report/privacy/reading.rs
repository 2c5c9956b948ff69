//! A text that is looked through: its words, its sentences, and what names or explains what.

use std::ops::Range;

use crate::i18n::vocabulary::places::{FILLERS, HOLD_NUMBERS, NUMBER_WORDS};
use crate::i18n::vocabulary::subjects::ABBREVIATIONS;
use crate::i18n::vocabulary::word_list::WordList;
use crate::report::people::words::{Opens, Word};

/// A text with its words, and where it names somebody.
pub(super) struct ScannedText<'a> {
    pub text: &'a str,
    pub words: &'a [Word<'a>],
    /// The names, in bytes, from left to right.
    pub names: &'a [Range<usize>],
}

/// Whether a word is one of these.
pub(super) fn is(list: &WordList, word: &Word<'_>) -> bool {
    list.contains(&word.folded)
}

impl ScannedText<'_> {
    /// The words of the sentence that a word is in.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let start = (1..=at).rev().find(|at| self.opens_sentence(*at)).unwrap_or(0);
        let end = (at + 1..self.words.len()).find(|at| self.opens_sentence(*at)).unwrap_or(self.words.len());
        start..end
    }

    fn opens_sentence(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let Some((before, word)) = before.zip(self.words.get(at)) else { return true };
        if word.opens != Opens::Sentence {
            return false;
        }
        let gap = self.gap(at);
        let abbreviated = is(&ABBREVIATIONS, before) || before.folded.chars().count() == 1;
        gap.contains(['!', '?', '\n']) || !gap.starts_with('.') || gap.len() > 1 && !abbreviated
    }

    /// What is between a word and the one before it.
    pub(super) fn gap(&self, at: usize) -> &str {
        let end =
            at.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |before| before.at.end);
        self.words.get(at).and_then(|word| self.text.get(end..word.at.start)).unwrap_or_default()
    }

    /// Whether nothing but a space is between a word and the one before it.
    pub(super) fn touches(&self, at: usize) -> bool {
        matches!(self.gap(at), " " | "\u{a0}")
    }

    /// Whether a clause, a list or a cell goes on with this word.
    pub(super) fn parts(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let pauses = gap.contains([',', ';', ':']) && gap.chars().count() > 1;
        pauses || gap.contains(['(', ')', '–', '—', '/', '|', '\n']) || gap.contains(" - ")
    }

    /// The word at a position in bytes, or the first one after it.
    pub(super) fn word_at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.at.end <= byte)
    }

    /// The word that says what begins at a position in bytes: the one before it in its sentence, small words such as
    /// "nr" left out.
    pub(super) fn label_before(&self, byte: usize) -> Option<usize> {
        let mut at = self.word_at(byte);
        for _ in 0..3 {
            at = at.checked_sub(1)?;
            let after = self.words.get(at + 1).filter(|after| after.at.start < byte);
            if after.is_some() && self.opens_sentence(at + 1) {
                return None;
            }
            let holds = self.is_word(at, &HOLD_NUMBERS) && self.is_word(at + 1, &NUMBER_WORDS);
            if !holds && !self.is_word(at, &FILLERS) {
                return Some(at);
            }
        }
        None
    }

    /// The label that a word ends, small words such as "till" left out.
    pub(super) fn label_of(&self, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        self.label_before(word.at.end)
    }

    /// Whether a word is one of these.
    pub(super) fn is_word(&self, at: usize, list: &WordList) -> bool {
        self.words.get(at).is_some_and(|word| is(list, word))
    }

    /// Whether a word has a capital letter first.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.capital)
    }

    /// Whether a word begins as one of these.
    pub(super) fn starts(&self, at: usize, list: &WordList) -> bool {
        self.words.get(at).is_some_and(|word| list.begins(&word.folded))
    }

    /// Whether a word begins or ends as one of these.
    pub(super) fn holds(&self, at: usize, list: &WordList) -> bool {
        let ends = |word: &Word<'_>| list.iter().any(|end| end.len() > 3 && word.folded.ends_with(end));
        self.starts(at, list) || self.words.get(at).is_some_and(ends)
    }

    /// Whether one of these words is one of those.
    pub(super) fn has_word(&self, words: &Range<usize>, list: &WordList) -> bool {
        words.clone().any(|at| self.is_word(at, list))
    }

    /// Whether one of these words begins as one of those.
    pub(super) fn has_start(&self, words: &Range<usize>, list: &WordList) -> bool {
        words.clone().any(|at| self.starts(at, list))
    }
}
