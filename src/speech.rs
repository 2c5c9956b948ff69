//! Errors in words: what happened and what to do. It knows the errors of every layer below the screens and the
//! command line, and where they are spoken nothing else needs to.

use crate::i18n::Words;
use crate::ops::Refused;
use crate::store::StoreError;

/// Why the store refused, in words.
pub fn store(error: &StoreError, words: &Words) -> String {
    let errors = &words.errors;
    match error {
        StoreError::Newer { found, known } => (errors.newer)(*found, *known),
        StoreError::Damaged(_) => errors.damaged.to_owned(),
        StoreError::NotAStore(path) => (errors.not_a_store)(&path.display().to_string()),
        StoreError::ReadOnly => errors.read_only.to_owned(),
        StoreError::CannotOpen { path, why } => (errors.cannot_open)(&path.display().to_string(), why),
        StoreError::Full => errors.full.to_owned(),
        StoreError::Busy => errors.busy.to_owned(),
        StoreError::NotFound(_) => errors.not_found.to_owned(),
        StoreError::Sqlite(error) => (errors.unforeseen)(&error.to_string()),
        StoreError::Io(error) => (errors.io)(&error.to_string()),
    }
}

/// Why something was not done, in words.
pub fn refused(error: &Refused, words: &Words) -> String {
    let errors = &words.errors;
    match error {
        Refused::Store(error) => store(error, words),
        Refused::Empty => errors.empty.to_owned(),
        Refused::NoMatch(wanted) => (errors.no_match)(wanted),
        Refused::NotAChallenge => errors.not_a_challenge.to_owned(),
        Refused::WrongKind => errors.wrong_kind.to_owned(),
        Refused::NothingToUndo => errors.nothing_to_undo.to_owned(),
        Refused::NothingToRedo => errors.nothing_to_redo.to_owned(),
    }
}
