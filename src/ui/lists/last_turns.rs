//! What could be undone and redone when a line was emptied: its typing comes back only while nothing was done since.

use crate::model::history::LogId;
use crate::ops;
use crate::store::Store;

/// The operations that undo and redo are next for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LastTurns {
    undo: Option<LogId>,
    redo: Option<LogId>,
}

impl LastTurns {
    /// What they are now.
    pub fn now(store: &Store) -> Self {
        Self {
            undo: ops::undoable(store).ok().map(|operation| operation.at),
            redo: ops::redoable(store).ok().map(|operation| operation.at),
        }
    }

    /// Whether what has been done since is undone again; to redo, whether nothing at all was.
    pub fn is_latest(self, to_redo: bool, store: &Store) -> bool {
        let now = Self::now(store);
        self.undo == now.undo && (!to_redo || self.redo == now.redo)
    }
}
