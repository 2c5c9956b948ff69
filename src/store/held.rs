//! How much of the log a person held: the last row of every replica. With it an edit says what it was made in
//! knowledge of, a deletion which words it may hide, and an operation what it came after.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::branch::{Branches, Fork};
use super::{Result, Store, log};

/// The last row that was held of each replica, by the replica's number in this file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRows(BTreeMap<i64, i64>);

impl HeldRows {
    /// All that a file holds now.
    pub(super) fn now(conn: &Connection) -> Result<Self> {
        let mut statement = conn.prepare_cached("SELECT number FROM device")?;
        let numbers = statement.query_map([], |row| row.get(0))?;
        numbers
            .map(|number| {
                number.map_err(Into::into).and_then(|number| Ok((number, log::last_seq(conn, number)?)))
            })
            // A branch that is only mentioned is not known.
            .filter(|row: &Result<(i64, i64)>| row.as_ref().map_or(true, |(_, seq)| *seq > 0))
            .collect::<Result<_>>()
            .map(Self)
    }

    /// What a file holds now of other replicas than its own, as the log has it.
    pub(super) fn of_others(conn: &Connection, own: i64) -> Result<String> {
        Ok(Self::now(conn)?.beside(&Branches::of(conn)?, own))
    }

    /// Whether this row was surely held.
    pub(super) fn covers(&self, branches: &Branches, device: i64, seq: i64) -> bool {
        seq <= self.last(branches, device)
    }

    /// The last row of a replica that was surely held. Where a branch that was not known leaves it, what was held
    /// under its name from there on may be that branch.
    pub(super) fn last(&self, branches: &Branches, device: i64) -> i64 {
        let unknown = branches.leaving(device).filter(|(branch, _)| !self.0.contains_key(branch));
        unknown.map(|(_, since)| since - 1).fold(self.0.get(&device).copied().unwrap_or(0), i64::min)
    }

    /// As the log has it: `2:17 5:3`.
    pub(super) fn write(&self, branches: &Branches) -> String {
        self.written(branches, |_| true)
    }

    /// The same without the replica that writes it.
    pub(super) fn beside(&self, branches: &Branches, own: i64) -> String {
        self.written(branches, |device| device != own)
    }

    fn written(&self, branches: &Branches, is_meant: impl Fn(i64) -> bool) -> String {
        let others = self.0.keys().filter(|device| is_meant(**device));
        let others = others.map(|device| (device, self.last(branches, *device))).filter(|(_, seq)| *seq > 0);
        others.map(|(device, seq)| format!("{device}:{seq}")).collect::<Vec<_>>().join(" ")
    }

    /// Under the names of today, where this file's own rows were held under others: they may have become a branch
    /// since. What was held under the names of one's own rows was no branch of somebody else.
    pub(super) fn of_own_branch(mut self, branches: &Branches, own: i64) -> Self {
        let lineage: Vec<i64> = branches.lineage(own).collect();
        for device in &lineage {
            let leaving = branches.leaving(*device);
            let of_others = leaving.filter(|(_, since)| branches.name_at(own, *since) == *device);
            self = self.knowing(of_others.map(|(branch, _)| branch));
        }
        let Some(known) = lineage.iter().position(|device| self.0.contains_key(device)) else { return self };
        let held = self.0[&lineage[known]];
        for branch in lineage[..known].iter().rev() {
            if let Some(Fork { parent, since }) = branches.fork(*branch) {
                self.0.insert(parent, held.min(since - 1));
                self.0.insert(*branch, held);
            }
        }
        self
    }

    /// The same, of somebody who knew these branches too.
    pub(super) fn knowing(mut self, branches: impl Iterator<Item = i64>) -> Self {
        for branch in branches {
            self.0.entry(branch).or_insert(0);
        }
        self
    }

    /// Reads what the author of a row says there that was held.
    pub(super) fn read_of(cell: &str, branches: &Branches, author: i64) -> Self {
        Self::read(cell).knowing(branches.lineage(author))
    }

    /// Reads what [`HeldRows::write`] and [`HeldRows::beside`] write.
    pub(super) fn read(cell: &str) -> Self {
        Self(log::places(cell).collect())
    }
}

/// What is held now: to be remembered by whoever begins to edit what they see.
///
/// # Errors
/// Where the file cannot be read.
pub fn held(store: &Store) -> Result<HeldRows> {
    HeldRows::now(&store.conn)
}
