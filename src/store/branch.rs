//! Replicas that were written in two places at once, from a copy or a restored file. From the first row that is not
//! the same, one branch goes on under the replica's name, the others have names of their own. So the rows of a
//! replica are a tree, and every laptop that holds the same rows has the same tree.

use std::collections::BTreeMap;

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::{Result, Store, device, log};
use crate::model::id::DeviceId;

mod found;

/// Where a branch begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fork {
    /// The replica, or branch of it, that has the rows before it.
    pub(super) parent: i64,
    /// The place of its first row.
    pub(super) since: i64,
}

/// The branches that a file knows. They and the replicas are named by their numbers in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Branches(BTreeMap<i64, Fork>);

impl Branches {
    pub(super) fn of(conn: &Connection) -> Result<Self> {
        let mut statement = conn.prepare_cached(
            "SELECT number, parent, since FROM device WHERE since IS NOT NULL AND parent IS NOT NULL",
        )?;
        let rows = statement
            .query_map([], |row| Ok((row.get(0)?, Fork { parent: row.get(1)?, since: row.get(2)? })))?;
        Ok(Self(rows.collect::<rusqlite::Result<_>>()?))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a branch begins; `None` for a replica as a whole.
    pub(super) fn fork(&self, device: i64) -> Option<Fork> {
        self.0.get(&device).copied()
    }

    /// A branch, what it is a branch of, and so on to the replica.
    pub(super) fn lineage(&self, device: i64) -> impl Iterator<Item = i64> {
        // Where the file is damaged it may lead back to itself.
        std::iter::successors(Some(device), |at| self.fork(*at).map(|fork| fork.parent))
            .take(self.0.len() + 1)
    }

    /// The names that the writer of a branch had before it, the last first, each with the place before which it wrote
    /// under that name.
    fn former_names(&self, device: i64) -> impl Iterator<Item = (i64, i64)> {
        self.lineage(device).filter_map(|at| self.fork(at)).map(|Fork { parent, since }| (parent, since))
    }

    /// The replica that a branch is of, or the replica itself.
    pub(super) fn root(&self, device: i64) -> i64 {
        self.lineage(device).last().unwrap_or(device)
    }

    /// Where a branch begins, and whose is the row before it.
    fn leaves(&self, branch: i64) -> Option<(i64, i64)> {
        let Fork { parent, since } = self.fork(branch)?;
        Some((if since > 1 { self.name_at(parent, since - 1) } else { self.root(parent) }, since))
    }

    /// Under whose name the row at this place is that those hold who write as `device`.
    pub(super) fn name_at(&self, device: i64, seq: i64) -> i64 {
        let mut lineage = self.lineage(device);
        lineage.find(|at| self.fork(*at).is_none_or(|fork| fork.since <= seq)).unwrap_or(device)
    }

    /// The branches that leave a replica or a branch, and their first rows.
    pub(super) fn leaving(&self, device: i64) -> impl Iterator<Item = (i64, i64)> {
        self.0
            .iter()
            .filter(move |(_, fork)| fork.parent == device)
            .map(|(branch, fork)| (*branch, fork.since))
    }

    /// Enters a branch, or hangs it elsewhere.
    pub(super) fn enter(&mut self, conn: &Connection, branch: i64, fork: Fork) -> Result<()> {
        conn.prepare_cached("UPDATE device SET parent = :parent, since = :since WHERE number = :branch")?
            .execute(named_params! { ":parent": fork.parent, ":since": fork.since, ":branch": branch })?;
        self.0.insert(branch, fork);
        Ok(())
    }
}

/// The newest of what this replica made, by a function that finds it under one name before a place in the log: under
/// its own name, or else under those that it had before a branch of it was given another.
pub(super) fn newest_by<T>(
    store: &Store,
    find: impl Fn((i64, i64)) -> Result<Option<T>>,
) -> Result<Option<T>> {
    let own = store.device.unwrap_or_default();
    if let Some(newest) = find((own, i64::MAX))? {
        return Ok(Some(newest));
    }
    for name in Branches::of(&store.conn)?.former_names(own) {
        if let Some(newest) = find(name)? {
            return Ok(Some(newest));
        }
    }
    Ok(None)
}

/// Where branches hang otherwise than their names say, one line for each.
pub(super) fn deviations(conn: &Connection) -> Result<Vec<String>> {
    let (stored, named) = (Branches::of(conn)?, found::by_name(conn)?);
    let mut found = Vec::new();
    for (device, id) in device::all(conn)? {
        let [stored, named] = [&stored, &named].map(|branches| branches.leaves(device));
        if stored != named && log::last_seq(conn, device)? > 0 {
            found.push(format!("- branch {id:?} {stored:?}"));
            found.push(format!("+ branch {id:?} {named:?}"));
        }
    }
    Ok(found)
}

/// Hangs branches where their names say.
pub(super) fn mend(conn: &Connection) -> Result<()> {
    let (stored, mut named) = (Branches::of(conn)?, found::by_name(conn)?);
    for (device, _) in device::all(conn)? {
        if stored.leaves(device) == named.leaves(device) || log::last_seq(conn, device)? == 0 {
            continue;
        }
        match named.fork(device) {
            Some(fork) => named.enter(conn, device, fork)?,
            None => {
                conn.prepare_cached("UPDATE device SET parent = NULL, since = NULL WHERE number = :device")?
                    .execute(named_params! { ":device": device })?;
            }
        }
    }
    Ok(())
}

/// The name of a branch. It follows from the replica, the branch's first row and the operation before it, so that
/// whoever gets the branch by its name finds out where it begins.
pub(super) fn name(replica: DeviceId, since: i64, before: [u8; 32], first: [u8; 32]) -> DeviceId {
    let named = [replica.0.as_bytes().as_slice(), &since.to_be_bytes(), &before, &first].concat();
    let mut id = [0; 16];
    id.copy_from_slice(&log::digest(&named)[..16]);
    DeviceId(Uuid::from_bytes(id))
}
