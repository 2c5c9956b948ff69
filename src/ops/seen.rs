//! What somebody had before them when they began to edit: its value, and how much of the log was held then.

use uuid::Uuid;

use super::{Refused, Result};
use crate::model::id::{EntryId, ResponseId};
use crate::store::{self, HeldRows, Store};

/// What was shown when the editing began. Only what differs from it is written; what another laptop has written since
/// is kept as a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<T> {
    /// As it was shown.
    pub value: T,
    /// What of the log was held then.
    pub held: HeldRows,
}

impl<T> Seen<T> {
    /// A value that has just been read.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn now(store: &Store, value: T) -> store::Result<Self> {
        Self::read(store, |_| Ok(value))
    }

    /// Reads a value. What is written while it is read counts as not seen.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn read(store: &Store, read: impl FnOnce(&Store) -> store::Result<T>) -> store::Result<Self> {
        let held = store::held(store)?;
        Ok(Self { value: read(store)?, held })
    }

    /// The same with a part of the value, or with another form of it.
    pub fn map<U>(self, part: impl FnOnce(T) -> U) -> Seen<U> {
        Seen { value: part(self.value), held: self.held }
    }
}

/// The text of an entry, where another window has changed it since it was `before` and `typed` would replace that.
///
/// # Errors
/// Those of the store.
pub fn newer_entry_text(
    store: &Store,
    id: EntryId,
    before: &Seen<String>,
    typed: &str,
) -> store::Result<Option<String>> {
    let Some(now) = store::entry::get(store, id)?.map(|entry| entry.text) else { return Ok(None) };
    Ok(is_changed_here(store, (id.0, "text"), before, typed, &now)?.then_some(now))
}

/// The same for the text of a response.
///
/// # Errors
/// Those of the store.
pub fn newer_response_text(
    store: &Store,
    id: ResponseId,
    before: &Seen<String>,
    typed: &str,
) -> store::Result<Option<String>> {
    let Some(now) = store::response::get(store, id)?.map(|response| response.text) else { return Ok(None) };
    Ok(is_changed_here(store, (id.0, "text"), before, typed, &now)?.then_some(now))
}

/// The text to write where `before` was shown, `after` came back and `now` is stored, as [`super::merged`]; but no text
/// that another window of this replica has written is replaced by one that was begun before it. Another laptop's stays
/// as a conflict.
pub(super) fn merged_text(
    store: &Store,
    cell: (Uuid, &str),
    before: &Seen<String>,
    after: String,
    now: &str,
) -> Result<String> {
    if is_changed_here(store, cell, before, &after, now)? {
        return Err(Refused::Changed(now.to_owned()));
    }
    Ok(if after == before.value { now.to_owned() } else { after })
}

fn is_changed_here(
    store: &Store,
    cell: (Uuid, &str),
    before: &Seen<String>,
    after: &str,
    now: &str,
) -> store::Result<bool> {
    let (id, column) = cell;
    let differs = after != before.value && now != before.value && now != after;
    Ok(differs && !store::is_written_elsewhere_only(store, &before.held, id, column)?)
}
