//! Undoing and doing again, without limit and after a restart too.
//!
//! Whether to ask first (an operation from an earlier sitting or another meeting) is for those who show it:
//! `store::history::undoable` tells what would be undone.

use super::{Refused, Result};
use crate::model::history::{Op, Operation};
use crate::store::history::{self, Left, Turn};
use crate::store::{Done, Store};

/// What was undone or done again.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    /// The operation.
    pub operation: Operation,
    /// Cells that were left as they are, because somebody else has changed them since.
    pub left: Vec<Left>,
}

/// Undoes the newest operation of this laptop that is not undone yet.
///
/// # Errors
/// [`Refused::NothingToUndo`]; those of the store.
pub fn undo(store: &mut Store) -> Result<Done<Turned>> {
    let operation = history::undoable(store)?.ok_or(Refused::NothingToUndo)?;
    turn(store, operation, Op::Undo, Turn::Undo)
}

/// Does again what was undone last.
///
/// # Errors
/// [`Refused::NothingToRedo`], also after something new was written; those of the store.
pub fn redo(store: &mut Store) -> Result<Done<Turned>> {
    let operation = history::redoable(store)?.ok_or(Refused::NothingToRedo)?;
    turn(store, operation, Op::Redo, Turn::Redo)
}

fn turn(store: &mut Store, operation: Operation, op: Op, turn: Turn) -> Result<Done<Turned>> {
    store.transact(op, |tx| {
        let left = tx.turn(&operation, turn)?;
        Ok(Turned { operation, left })
    })
}
