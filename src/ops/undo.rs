//! Undoing and redoing, without limit and after a restart too.
//!
//! Whether to ask first (an operation of an earlier sitting or in another meeting) is up to the caller. It shows what
//! [`undoable`] returns and passes that operation's id on, so that what was confirmed is what is undone.

use std::thread;
use std::time::Duration;

use super::{Refused, Result, in_parts};
use crate::model::history::{Changes, LogId, Op, Operation};
use crate::store::in_parts::UnderWay;
use crate::store::undo::{self, Left, Turn};
use crate::store::{Done, Store, StoreError, WriteScope};

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
        let operation = to_turn(tx.store(), operation, Turn::Undo)?;
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
        let operation = to_turn(tx.store(), operation, Turn::Redo)?;
        let left = tx.turn(&operation, Turn::Redo)?;
        Ok(Turned { operation, left })
    })
}

/// How far an undo or a redo in parts has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnProgress {
    /// So many parts of so many are undone or redone.
    Turning {
        /// Those that are.
        done: usize,
        /// All of them.
        total: usize,
    },
    /// It was cancelled, and so many parts of so many are as before.
    TakingBack {
        /// Those that are.
        done: usize,
        /// All that were turned.
        total: usize,
    },
}

/// Undoes or redoes an operation that was done in parts like [`undo()`] and [`redo`], part by part: others may write in
/// the `pause` after each. After each, `go_on` is asked; where it says no everything is as before, and `None` comes
/// back. Where the program is killed the next [`take_back_abandoned`](super::take_back_abandoned) does that.
///
/// # Errors
/// Those of [`undo()`] and [`redo`]; then everything is as before, as far as that can still be written.
pub fn turn_in_parts(
    store: &mut Store,
    operation: LogId,
    turn: Turn,
    pause: Duration,
    mut go_on: impl FnMut(TurnProgress) -> bool,
) -> Result<Option<Done<Turned>>> {
    let under_way = UnderWay::begin(store)?;
    let mut parts = Vec::new();
    let turned = turn_parts(store, operation, turn, pause, &mut parts, &mut go_on);
    // Nothing stops this.
    let taking_back = |done, total| {
        let _asked = go_on(TurnProgress::TakingBack { done, total });
    };
    let settled = match &turned {
        Ok(Some(_)) => Ok(false),
        _ => in_parts::take_back(store, Op::TurnPart, &parts, pause, taking_back),
    };
    match (turned, settled) {
        (turned, Ok(_)) => {
            under_way.into_iter().for_each(UnderWay::end);
            turned
        }
        (Ok(_), Err(error)) => Err(error),
        (Err(error), Err(why)) => {
            tracing::error!(?why, "parts that could not be taken back");
            Err(error)
        }
    }
}

/// Turns part after part. `None` where it should not go on.
fn turn_parts(
    store: &mut Store,
    operation: LogId,
    turn: Turn,
    pause: Duration,
    turned: &mut Vec<LogId>,
    go_on: &mut impl FnMut(TurnProgress) -> bool,
) -> Result<Option<Done<Turned>>> {
    let operation = to_turn(store, operation, turn)?;
    let mut parts = operation.parts.clone();
    if turn == Turn::Undo {
        parts.reverse();
    }
    let (mut left, mut changes) = (Vec::new(), Changes::default());
    for (done, part) in parts.iter().enumerate() {
        if !go_on(TurnProgress::Turning { done, total: parts.len() }) {
            return Ok(None);
        }
        let scope = WriteScope::Operation(LogId { seq: *part, ..operation.at });
        let done = store.transact(Op::TurnPart, scope, |tx| {
            Ok::<_, StoreError>((tx.turn_part(&operation, *part, turn)?, tx.at()?))
        })?;
        let (kept, at) = done.value;
        left.extend(kept);
        // What changed nothing is no operation.
        turned.extend((!done.changes.touched.is_empty()).then_some(at));
        changes.extend(done.changes);
        thread::sleep(pause);
    }
    let op = if turn == Turn::Undo { Op::Undo } else { Op::Redo };
    let scope = operation.meeting().map_or(WriteScope::Operation(operation.at), WriteScope::Meeting);
    let last = store.transact(op, scope, |tx| {
        let ended = turned.iter().map(|part| part.seq).collect();
        tx.turn_last(&operation, turn, ended)
    })?;
    left.extend(last.value);
    changes.extend(last.changes);
    Ok(Some(Done { value: Turned { operation, left }, changes }))
}

/// The operation as it is to be undone or redone.
fn to_turn(store: &Store, operation: LogId, turn: Turn) -> Result<Operation> {
    if turn == Turn::Redo {
        let next = undo::redoable(store)?;
        return next.filter(|next| next.at == operation).ok_or(Refused::NotUndone);
    }
    let operation = undo::done(store, operation)?.ok_or(Refused::NotDone)?;
    undo::later_work(store, &operation)?.map_or(Ok(operation), |later| Err(Refused::BuiltOn(later)))
}
