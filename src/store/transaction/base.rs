//! What the author of an operation held when the editing began.

use rusqlite::Connection;
use uuid::Uuid;

use super::super::branch::Branches;
use super::super::heads::CellWrite;
use super::super::held::HeldRows;
use super::super::{Result, derived};

/// What was held, as the log names it today.
pub(super) struct Base {
    pub(super) held: HeldRows,
    pub(super) branches: Branches,
    /// The author's own replica: what it wrote is always known there.
    own: i64,
}

impl Base {
    pub(super) fn of(conn: &Connection, held: &HeldRows, own: i64) -> Result<Self> {
        let branches = Branches::of(conn)?;
        Ok(Self { held: held.clone().of_own_branch(&branches, own), branches, own })
    }

    /// Whether the author had seen this write.
    pub(super) fn covers(&self, write: &CellWrite) -> bool {
        write.is_of(&self.branches, self.own) || self.held.covers(&self.branches, write.device, write.seq)
    }

    /// Whether another window of the author has written in a record since.
    pub(super) fn misses_in(&self, conn: &Connection, id: Uuid) -> Result<bool> {
        derived::is_written_here_since(conn, id, self.own, &self.held)
    }
}
