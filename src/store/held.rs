//! How much of the log a person held: the last row of every replica. With it an edit says what it was made in knowledge
//! of, and a deletion which words it may hide.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Result, Store, history};

/// The last row that was held of each replica, by the replica's number in this file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeldRows(BTreeMap<i64, i64>);

impl HeldRows {
    /// All that a file holds now.
    pub(super) fn now(conn: &Connection) -> Result<Self> {
        let mut statement = conn.prepare_cached("SELECT number FROM device")?;
        let numbers = statement.query_map([], |row| row.get(0))?;
        numbers
            .map(|number| {
                number.map_err(Into::into).and_then(|number| Ok((number, history::last_seq(conn, number)?)))
            })
            .collect::<Result<_>>()
            .map(Self)
    }

    /// Whether this row was held.
    pub(super) fn covers(&self, device: i64, seq: i64) -> bool {
        self.0.get(&device).is_some_and(|held| seq <= *held)
    }

    /// As the log has it, without the replica that writes it: `2:17 5:3`.
    pub(super) fn beside(&self, own: i64) -> String {
        let others = self.0.iter().filter(|(device, seq)| **device != own && **seq > 0);
        others.map(|(device, seq)| format!("{device}:{seq}")).collect::<Vec<_>>().join(" ")
    }

    /// Reads what [`HeldRows::beside`] writes.
    pub(super) fn read(cell: &str) -> Self {
        let place = |place: &str| {
            let (device, seq) = place.split_once(':')?;
            Some((device.parse().ok()?, seq.parse().ok()?))
        };
        Self(cell.split(' ').filter_map(place).collect())
    }

    /// As much as either held.
    pub(super) fn join(&mut self, other: &Self) {
        for (device, seq) in &other.0 {
            let held = self.0.entry(*device).or_insert(0);
            *held = (*held).max(*seq);
        }
    }
}

/// What is held now: to be remembered by whoever begins to edit what they see.
///
/// # Errors
/// Where the file cannot be read.
pub fn held(store: &Store) -> Result<HeldRows> {
    HeldRows::now(&store.conn)
}
