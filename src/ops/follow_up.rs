//! Following up: asking how it went, and writing down the answer.

use super::{Refused, Result, found, name_of};
use crate::model::history::{Entity, Op};
use crate::model::id::EntryId;
use crate::model::{Entry, FollowUp, Kind};
use crate::store::{self, Done, Store, WriteScope};

/// Writes down a check on a commitment, an action or a challenge, and sets the status that it found.
///
/// # Errors
/// [`Refused::WrongKind`] where the outcome is of another kind than the entry; those of the store.
pub fn follow_up(store: &mut Store, id: EntryId, outcome: Kind, comment: &str) -> Result<Done<Entry>> {
    store.transact(Op::FollowUp, WriteScope::Entry(id), |tx| {
        let mut entry = followed(found(store::entry::get(tx.store(), id)?, Entity::Entry)?, outcome)?;
        tx.about(name_of(&entry));
        let follow_up = FollowUp {
            id: tx.new_id(),
            entry: id,
            on: tx.store().clock().today(),
            outcome,
            comment: comment.trim().to_owned(),
            scribe: tx.store().scribe().map(str::to_owned),
        };
        store::follow_up::insert(tx, &follow_up)?;
        entry.kind = outcome;
        Ok(store::entry::update(tx, entry)?)
    })
}

/// Sets the status of an entry without a check.
///
/// # Errors
/// [`Refused::WrongKind`] where the status is of another kind than the entry; those of the store.
pub fn set_status(store: &mut Store, id: EntryId, status: Kind) -> Result<Done<Entry>> {
    store.transact(Op::SetStatus, WriteScope::Entry(id), |tx| {
        let mut entry = followed(found(store::entry::get(tx.store(), id)?, Entity::Entry)?, status)?;
        tx.about(name_of(&entry));
        entry.kind = status;
        Ok(store::entry::update(tx, entry)?)
    })
}

fn followed(entry: Entry, outcome: Kind) -> Result<Entry> {
    if entry.kind.same_kind(outcome) && outcome.status_code().is_some() {
        Ok(entry)
    } else {
        Err(Refused::WrongKind)
    }
}
