//! What an entry is called where it is mentioned: its number, or else the beginning of its text.

use super::labels;
use crate::model::Entry;
use crate::model::id::DeviceId;

/// The visible number of an entry; `None` where its kind has none. `mark` distinguishes the replica that gave the
/// number, where a file holds the work of several.
pub fn entry_number<'a>(entry: &Entry, mark: impl FnOnce(DeviceId) -> Option<&'a str>) -> Option<String> {
    let number = entry.number()?;
    Some(labels::number(entry.kind, number.value, mark(number.device)))
}

/// The name of an entry: its number, or else its text, which `shorten` fits to the room that there is.
pub fn entry_name<'a>(
    entry: &Entry,
    mark: impl FnOnce(DeviceId) -> Option<&'a str>,
    shorten: impl FnOnce(&str) -> String,
) -> String {
    entry_number(entry, mark).unwrap_or_else(|| shorten(&entry.text))
}
