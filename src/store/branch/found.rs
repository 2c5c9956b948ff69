//! Where branches leave, found again by their names: a name follows from the replica, the first row and what is before
//! it.

use rusqlite::{Connection, named_params};

use super::{Branches, Fork, name};
use crate::store::log::{self, LocalNumbers};
use crate::store::{Result, device};

/// The branches among the replicas of a file.
pub(super) fn by_name(conn: &Connection) -> Result<Branches> {
    let numbers = LocalNumbers::of(conn)?;
    let all: Vec<i64> = device::all(conn)?.into_iter().map(|(number, _)| number).collect();
    let mut found = Branches::default();
    // A branch of a branch is found after that.
    loop {
        let before = found.0.len();
        for branch in &all {
            if found.fork(*branch).is_none()
                && let Some(since) = first(conn, *branch)?
            {
                for parent in all.iter().copied() {
                    let fork = Fork { parent, since };
                    if parent != *branch && is_there(conn, &numbers, &found, *branch, fork)? {
                        found.0.insert(*branch, fork);
                        break;
                    }
                }
            }
        }
        if found.0.len() == before {
            return Ok(found);
        }
    }
}

/// The first row that is held under a name.
fn first(conn: &Connection, device: i64) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT min(seq) FROM log WHERE device = :device")?
        .query_row(named_params! { ":device": device }, |row| row.get(0))?)
}

/// Whether a branch has the name that it would have if it left there.
fn is_there(
    conn: &Connection,
    numbers: &LocalNumbers,
    found: &Branches,
    branch: i64,
    Fork { parent, since }: Fork,
) -> Result<bool> {
    // The one that has the row before it, not a branch that leaves later.
    let at = if since > 1 { found.name_at(parent, since - 1) } else { found.root(parent) };
    if at != parent {
        return Ok(false);
    }
    let root = numbers.device(found.root(parent));
    let row = |at, seq| log::get(conn, numbers, at, seq);
    let Some(first) = row(branch, since)? else { return Ok(false) };
    let before = match row(parent, since - 1)? {
        Some(last) => row(found.name_at(parent, last.operation), last.operation)?,
        None => None,
    };
    let before = before.map(|operation| log::hash(&operation, root)).unwrap_or_default();
    Ok(name(root, since, before, log::hash(&first, root)) == numbers.device(branch))
}
