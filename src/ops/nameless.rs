//! Meetings that are written without names: no name comes into one, whichever way. What was there before stays.

use super::{Refused, Result};
use crate::model::Signature;
use crate::model::id::MeetingId;
use crate::pen;
use crate::store::{self, Store};

/// Whether a meeting is written without names.
///
/// # Errors
/// Where the file cannot be read.
pub fn is_nameless(store: &Store, meeting: MeetingId) -> store::Result<bool> {
    Ok(store::meeting::get(store, meeting)?.is_some_and(|meeting| meeting.nameless))
}

/// Whether any of those who sign is called by a name that none had `before`.
pub fn has_new_signature(before: &[Signature], after: &[Signature]) -> bool {
    let is_new = |name: &str| !name.is_empty() && before.iter().all(|signed| signed.name != name);
    after.iter().any(|signature| is_new(&signature.name))
}

/// Refuses a name in the place of another or of none.
pub(super) fn refuse_name(
    store: &Store,
    meeting: MeetingId,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<()> {
    let is_new = after.is_some() && after != before;
    if is_new && is_nameless(store, meeting)? { Err(Refused::Nameless) } else { Ok(()) }
}

/// Refuses words that name somebody as at the pen (`@Anna`), in the place of words that do not.
pub(super) fn refuse_words(store: &Store, meeting: MeetingId, before: &str, after: &str) -> Result<()> {
    let is_new = pen::names_somebody(after) && !pen::names_somebody(before);
    if is_new && is_nameless(store, meeting)? { Err(Refused::Nameless) } else { Ok(()) }
}
