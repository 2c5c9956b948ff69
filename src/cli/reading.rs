//! Commands that only read, of a damaged file too: what the tables cannot show, or would leave out, is read from the
//! history, and that is said.

use super::{CommandResult, Desk, Failure, warn};
use crate::ops::Refused;
use crate::store::{self, Store, StoreError, salvage};

/// Runs a command on the database as its tables have it, or as its history does where they cannot be read or
/// `is_findable` says that records would be left out.
pub(super) fn read(
    desk: &mut Desk,
    is_findable: fn(&Store) -> store::Result<bool>,
    mut run: impl FnMut(&mut Desk, &Store) -> CommandResult,
) -> CommandResult {
    let store = match desk.store_to_read() {
        Err(Failure::Store(StoreError::Damaged(why))) => {
            // Where next to nothing is left its copies are named.
            let readable = salvage::to_read(&desk.database, desk.options(), &why);
            let Ok(store) = readable else { return Err(StoreError::Damaged(why).into()) };
            warn(desk.words.check.read_from_log);
            return run(desk, &store);
        }
        store => store?,
    };
    let outcome = match is_findable(&store) {
        Ok(true) => {
            if store.damage().is_some() {
                warn(desk.words.check.known);
            }
            run(desk, &store)
        }
        Ok(false) => {
            Err(StoreError::Damaged("records cannot be found by their derived cells".to_owned()).into())
        }
        Err(error) => Err(error.into()),
    };
    match outcome {
        Err(
            Failure::Store(StoreError::Damaged(_)) | Failure::Refused(Refused::Store(StoreError::Damaged(_))),
        ) => {
            match salvage::as_logged(&store) {
                Ok(logged) => {
                    warn(desk.words.check.read_from_log);
                    run(desk, &logged)
                }
                // What the tables have is better than nothing.
                Err(_) => run(desk, &store),
            }
        }
        outcome => outcome,
    }
}
