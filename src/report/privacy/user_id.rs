//! The ids by which people log in, where they are called that.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::places::{ACCOUNTS_OF_USERS, USER_IDS};
use crate::text::slice;

/// Ranges are in bytes.
pub(super) fn find(reading: &ScannedText<'_>, groups: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for group in groups {
        if found.last().is_some_and(|last| last.end > group.start) {
            continue;
        }
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '#');
        let before = slice(reading.text, ..group.start);
        let start = before.trim_end_matches(is_part).len();
        let after = slice(reading.text, group.end..);
        let end = group.end + after.find(|c: char| !is_part(c)).unwrap_or(after.len());
        let own = slice(reading.text, start..end).trim_end_matches(['.', '-', '_', '#']);
        let is_id = own.chars().count() >= 4 && !before.ends_with('@');
        let called = reading.label_before(start).is_some_and(|label| {
            let has_letter = own.starts_with(|c: char| c.is_ascii_alphabetic());
            let is_id =
                reading.word_at(start).checked_sub(1).is_some_and(|at| reading.is_word(at, &USER_IDS));
            is_label(reading, label)
                || has_letter && is_id
                || has_letter && reading.is_word(label, &ACCOUNTS_OF_USERS)
        });
        if is_id && called {
            found.push(start..start + own.len());
        }
    }
    found
}

/// Whether a word is such a label, or one with the part after its hyphen: "Konto-ID", "anv.id".
fn is_label(reading: &ScannedText<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at) else { return false };
    let joined = reading.words.get(at + 1).filter(|_| reading.gap(at + 1) == "-");
    let whole = joined.map(|part| fold(slice(reading.text, word.at.start..part.at.end)));
    USER_IDS.contains(&word.folded) || whole.is_some_and(|whole| USER_IDS.contains(&whole))
}
