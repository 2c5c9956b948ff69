//! What was done in parts and is not done after all is taken back in parts: because somebody cancelled it, or because
//! the program was killed and nobody goes on with it.

use std::thread;
use std::time::Duration;

use super::Result;
use crate::model::history::{LogId, Op, Operation};
use crate::store::in_parts::{self, PAUSE};
use crate::store::{Store, WriteScope, history};

/// What was not done to the end when the program was killed, and is as before now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Abandoned {
    /// The titles of the minutes that were being read in.
    pub imports: Vec<String>,
    /// What was being undone or redone.
    pub turned: Vec<String>,
}

/// Takes back these parts, the newest first. `taken` gets how many of how many are. Returns whether anything is left
/// for the sake of what others have written in it.
pub(super) fn take_back(
    store: &mut Store,
    op: Op,
    parts: &[LogId],
    pause: Duration,
    mut taken: impl FnMut(usize, usize),
) -> Result<bool> {
    let mut kept = false;
    for (done, part) in parts.iter().rev().enumerate() {
        if let Some(part) = history::at(store, *part)? {
            kept |= take_back_part(store, op, &part)?;
        }
        taken(done + 1, parts.len());
        thread::sleep(pause);
    }
    Ok(kept)
}

fn take_back_part(store: &mut Store, op: Op, part: &Operation) -> Result<bool> {
    let left = store.transact(op, WriteScope::Operation(part.at), |tx| tx.take_back(part))?;
    Ok(!left.value.is_empty())
}

/// Takes back what is left of minutes that nobody stores any more, and of an undo that nobody goes on with: the program
/// was killed.
///
/// # Errors
/// Those of the store.
pub fn take_back_abandoned(store: &mut Store) -> Result<Abandoned> {
    let mut abandoned = Abandoned::default();
    for part in in_parts::abandoned(store)? {
        let named = if part.op == Op::TurnPart { &mut abandoned.turned } else { &mut abandoned.imports };
        if !named.contains(&part.subject) {
            named.push(part.subject.clone());
        }
        take_back_part(store, part.op, &part)?;
        thread::sleep(PAUSE);
    }
    in_parts::settle(store);
    Ok(abandoned)
}
