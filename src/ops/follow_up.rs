//! Following up: asking how it went, and writing down the answer.

use super::seen::Seen;
use super::{Refused, Result, found, merged, name_of};
use crate::model::history::{Entity, Op};
use crate::model::id::EntryId;
use crate::model::{Entry, FollowUp, Kind};
use crate::store::{self, Done, Store, Tx, WriteScope};

/// Writes down a check on a commitment, an action or a challenge, and sets the status that it found.
///
/// # Errors
/// [`Refused::WrongKind`] where the outcome is of another kind than the entry; those of the store.
pub fn follow_up(store: &mut Store, id: EntryId, outcome: Kind, comment: &str) -> Result<Done<Entry>> {
    write(store, id, |_, _| Ok(outcome), Some(comment))
}

/// Sets the status of an entry without a check.
///
/// # Errors
/// [`Refused::WrongKind`] where the status is of another kind than the entry; those of the store.
pub fn set_status(store: &mut Store, id: EntryId, status: Kind) -> Result<Done<Entry>> {
    write(store, id, |_, _| Ok(status), None)
}

/// Sets the status of an entry, which was `before` when it was shown, and writes down a check where there is a comment.
/// A status that is the same as before is left as it is now.
///
/// # Errors
/// [`Refused::WrongKind`] where the status is of another kind than the entry; those of the store.
pub fn choose_status(
    store: &mut Store,
    id: EntryId,
    before: &Seen<Kind>,
    status: Kind,
    comment: &str,
) -> Result<Done<Entry>> {
    let comment = Some(comment).filter(|comment| !comment.trim().is_empty());
    let choose = |now, tx: &mut Tx<'_>| -> Result<Kind> {
        tx.based_on(&before.held)?;
        Ok(merged(&before.value, status, now))
    };
    write(store, id, choose, comment)
}

/// Sets the status that follows from the one that there is now; with a comment it is what a check found.
fn write(
    store: &mut Store,
    id: EntryId,
    status: impl FnOnce(Kind, &mut Tx<'_>) -> Result<Kind>,
    comment: Option<&str>,
) -> Result<Done<Entry>> {
    let op = if comment.is_some() { Op::FollowUp } else { Op::SetStatus };
    store.transact(op, WriteScope::Entry(id), |tx| {
        let mut entry = found(store::entry::get(tx.store(), id)?, Entity::Entry)?;
        let outcome = status(entry.kind, tx)?;
        if !entry.kind.same_kind(outcome) || outcome.status_code().is_none() {
            return Err(Refused::WrongKind);
        }
        tx.about(name_of(&entry));
        if let Some(comment) = comment {
            let follow_up = FollowUp {
                id: tx.new_id(),
                entry: id,
                on: tx.store().clock().today(),
                outcome,
                comment: comment.trim().to_owned(),
                scribe: tx.store().scribe().map(str::to_owned),
            };
            store::follow_up::insert(tx, &follow_up)?;
        }
        entry.kind = outcome;
        Ok(store::entry::update(tx, entry)?)
    })
}
