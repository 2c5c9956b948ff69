//! The ids by which people log in, where they are called that.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::places::USER_IDS;
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
            reading.words.get(label).is_some_and(|word| USER_IDS.contains(&word.folded))
        });
        if is_id && called {
            found.push(start..start + own.len());
        }
    }
    found
}
