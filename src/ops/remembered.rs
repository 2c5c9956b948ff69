//! Remembering the choices of the last export.

use super::Result;
use crate::model::history::Op;
use crate::model::id::ProgrammeId;
use crate::report::profile::Remembered;
use crate::store::{self, Store, WriteScope};

/// Remembers the choices with which something about a programme, or about meetings without one, went out.
///
/// It is a setting and not an operation of the log: there is nothing to undo afterwards, and what could be undone or
/// done again before still can be.
///
/// # Errors
/// Those of the store.
pub fn remember_choices(
    store: &mut Store,
    programme: Option<ProgrammeId>,
    remembered: &Remembered,
) -> Result<()> {
    let choices = remembered.to_json();
    // The name of an operation is needed and never written: no cell changes.
    store
        .transact(Op::EditProgramme, WriteScope::Register, |tx| {
            Ok(store::remembered::put(tx, programme, &choices)?)
        })
        .map(|_| ())
}
