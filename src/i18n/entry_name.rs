//! What an entry is called where it is mentioned: its number, or else the beginning of its text.

use super::labels;
use crate::model::Entry;

/// The visible number of an entry; `None` where its kind has none. `mark` distinguishes the replica that gave the
/// number, where another gave the same.
pub fn entry_number(entry: &Entry, mark: Option<&str>) -> Option<String> {
    Some(labels::number(entry.kind, entry.number()?.value, mark))
}

/// The name of an entry: its number, or else its text, which `shorten` fits to the room that there is.
pub fn entry_name(entry: &Entry, mark: Option<&str>, shorten: impl FnOnce(&str) -> String) -> String {
    entry_number(entry, mark).unwrap_or_else(|| shorten(&entry.text))
}
