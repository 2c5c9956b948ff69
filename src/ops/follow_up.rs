//! Following up: asking how it went, and writing down the answer.

use super::nameless::refuse_words;
use super::seen::Seen;
use super::{Refused, Result, found, name_of_all};
use crate::model::history::{Entity, Op};
use crate::model::id::EntryId;
use crate::model::{FollowUp, Kind};
use crate::store::{self, Done, Store, Tx, WriteScope};

/// Writes down a check on a commitment, an action or a challenge, and sets the status that it found.
///
/// # Errors
/// [`Refused::WrongKind`] where the outcome is of another kind than the entry; those of the store.
pub fn follow_up(store: &mut Store, id: EntryId, outcome: Kind, comment: &str) -> Result<Done<()>> {
    write(store, &[id], |_, _| Ok(outcome), Some(comment))
}

/// Sets the status of an entry without a check.
///
/// # Errors
/// [`Refused::WrongKind`] where the status is of another kind than the entry; those of the store.
pub fn set_status(store: &mut Store, id: EntryId, status: Kind) -> Result<Done<()>> {
    write(store, &[id], |_, _| Ok(status), None)
}

/// Sets the status of entries to what is like `status` in the kind of each, which was `before` for all of them when it
/// was shown (or differed: `None`), and writes down a check where there is a comment. A status that is the same as
/// before is left as it is now in each.
///
/// # Errors
/// [`Refused::WrongKind`] where one of them has no such status; those of the store.
pub fn choose_status(
    store: &mut Store,
    ids: &[EntryId],
    before: &Seen<Option<Kind>>,
    status: Option<Kind>,
    comment: &str,
) -> Result<Done<()>> {
    let comment = Some(comment).filter(|comment| !comment.trim().is_empty());
    let changed = status.filter(|status| before.value != Some(*status));
    let choose = |now: Kind, tx: &mut Tx<'_>| -> Result<Kind> {
        tx.based_on(&before.held)?;
        changed.map_or(Ok(now), |status| now.in_status_like(status).ok_or(Refused::WrongKind))
    };
    write(store, ids, choose, comment)
}

/// Sets the status that follows from the one that there is now; with a comment it is what a check found.
fn write(
    store: &mut Store,
    ids: &[EntryId],
    status: impl Fn(Kind, &mut Tx<'_>) -> Result<Kind>,
    comment: Option<&str>,
) -> Result<Done<()>> {
    let op = if comment.is_some() { Op::FollowUp } else { Op::SetStatus };
    store.transact(op, WriteScope::Entries(ids), |tx| {
        for id in ids {
            let mut entry = found(store::entry::get(tx.store(), *id)?, Entity::Entry)?;
            let outcome = status(entry.kind, tx)?;
            if !entry.kind.same_kind(outcome) || outcome.status_code().is_none() {
                return Err(Refused::WrongKind);
            }
            tx.about(name_of_all(ids, &entry));
            if let Some(comment) = comment {
                refuse_words(tx.store(), entry.meeting, "", comment)?;
                let follow_up = FollowUp {
                    id: tx.new_id(),
                    entry: *id,
                    on: tx.store().clock().today(),
                    outcome,
                    comment: comment.trim().to_owned(),
                    scribe: tx.store().scribe().map(str::to_owned),
                };
                store::follow_up::insert(tx, &follow_up)?;
            }
            entry.kind = outcome;
            store::entry::update(tx, entry)?;
        }
        Ok(())
    })
}
