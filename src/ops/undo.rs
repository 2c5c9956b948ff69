//! Undoing and redoing, without limit and after a restart too.
//!
//! Whether to ask first (an operation of an earlier sitting or in another meeting) is up to the caller. It shows what
//! [`undoable`] returns and passes that operation's id on, so that what was confirmed is what is undone.

use super::{Refused, Result};
use crate::model::history::{LogId, Op, Operation};
use crate::store::undo::{self, Left, Turn};
use crate::store::{Done, Store, WriteScope};

/// What was undone or redone.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    /// As it was done, not the undo itself.
    pub operation: Operation,
    /// Cells that were left as they are: they were changed since or something builds on them, or only a newer version
    /// knows them.
    pub left: Vec<Left>,
}

/// The newest operation of this replica that is not undone: the next to undo.
///
/// # Errors
/// [`Refused::NothingToUndo`]; those of the store.
pub fn undoable(store: &Store) -> Result<Operation> {
    undo::undoable(store)?.ok_or(Refused::NothingToUndo)
}

/// The operation that was undone last: the next to redo.
///
/// # Errors
/// [`Refused::NothingToRedo`], also after something new was written; those of the store.
pub fn redoable(store: &Store) -> Result<Operation> {
    undo::redoable(store)?.ok_or(Refused::NothingToRedo)
}

/// Undoes this operation and no other. What was written since stays: where it was written in what the operation made,
/// nothing is undone.
///
/// # Errors
/// [`Refused::NotDone`] where this replica has no such operation or it is undone already; [`Refused::BuiltOn`] where
/// what this replica has written later would be lost with it; those of the store.
pub fn undo(store: &mut Store, operation: LogId) -> Result<Done<Turned>> {
    store.transact(Op::Undo, WriteScope::Operation(operation), |tx| {
        let operation = undo::done(tx.store(), operation)?.ok_or(Refused::NotDone)?;
        if let Some(later) = undo::later_work(tx.store(), &operation)? {
            return Err(Refused::BuiltOn(later));
        }
        let left = tx.turn(&operation, Turn::Undo)?;
        Ok(Turned { operation, left })
    })
}

/// Redoes this operation and no other.
///
/// # Errors
/// [`Refused::NotUndone`] where it is not the operation that was undone last, or something new was written since;
/// those of the store.
pub fn redo(store: &mut Store, operation: LogId) -> Result<Done<Turned>> {
    store.transact(Op::Redo, WriteScope::Operation(operation), |tx| {
        let next = undo::redoable(tx.store())?;
        let operation = next.filter(|next| next.at == operation).ok_or(Refused::NotUndone)?;
        let left = tx.turn(&operation, Turn::Redo)?;
        Ok(Turned { operation, left })
    })
}
