//! What the numbers of replicas and spaces in a file mean. The file says it in two tables, and the first operation of
//! every replica says it again, so that it is found where a table was damaged.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::branch::{self, Branches};
use super::history;
use super::log::{self, LocalNumbers};
use super::{Result, device};
use crate::model::id::DeviceId;

/// A number whose identity is missing, or another than the log says.
struct Wrong {
    table: &'static str,
    number: i64,
    /// `None` where the log does not say either: then it has to be a new one.
    id: Option<Uuid>,
}

/// Where a file does not say who a replica is or which a space, or says otherwise than its log; one line for each.
pub(super) fn deviations(conn: &Connection) -> Result<Vec<String>> {
    let line = |Wrong { table, number, id }| format!("+ {table} {number} {id:?}");
    Ok(wrong(conn)?.into_iter().map(line).collect())
}

/// Writes down what the log says. What nobody knows any more gets a new identity: the rows of a replica come twice then
/// where they meet their own from elsewhere, which changes nothing that they say.
pub(super) fn mend(conn: &Connection) -> Result<()> {
    for Wrong { table, number, id } in wrong(conn)? {
        let insert = match table {
            "device" => "INSERT INTO device (number, id, machine, path) VALUES (:number, :id, '', '')",
            _ => "INSERT INTO space (number, id) VALUES (:number, :id)",
        };
        let sql = format!("{insert} ON CONFLICT (number) DO UPDATE SET id = excluded.id");
        conn.execute(&sql, named_params! { ":number": number, ":id": id.unwrap_or_else(Uuid::now_v7) })?;
    }
    Ok(())
}

fn wrong(conn: &Connection) -> Result<Vec<Wrong>> {
    let written = history::identities(conn)?;
    let mut wrong = Vec::new();
    let known = ids(conn, "device")?;
    for number in numbers(conn, "device")? {
        let said = written.iter().find(|(device, ..)| *device == number).map(|(.., said)| said.replica);
        let is_it = |id: Uuid| match said {
            Some(replica) => id == replica || is_branch(conn, number, DeviceId(replica)).unwrap_or(true),
            None => true,
        };
        wrong.extend(judge("device", number, &known, said, is_it));
    }
    let known = ids(conn, "space")?;
    for number in numbers(conn, "space")?.into_iter().chain([log::OWN_SPACE]).collect::<BTreeSet<_>>() {
        // Whoever began to write once the file was damaged says what it said then.
        let said = written.iter().find(|(_, space, _)| *space == number).map(|(.., said)| said.space);
        wrong.extend(judge("space", number, &known, said, |id| said.is_none_or(|said| said == id)));
    }
    Ok(wrong)
}

/// Whether the identity of a number is wrong: `said` is what the log says, if it does.
fn judge(
    table: &'static str,
    number: i64,
    known: &BTreeMap<i64, Uuid>,
    said: Option<Uuid>,
    is_it: impl Fn(Uuid) -> bool,
) -> Option<Wrong> {
    let id = said.filter(|said| known.iter().all(|(other, id)| *other == number || id != said));
    match known.get(&number) {
        None => Some(Wrong { table, number, id }),
        Some(known) if !is_it(*known) && id.is_some() => Some(Wrong { table, number, id }),
        Some(_) => None,
    }
}

/// Whether the rows under a number are a branch of a replica from its first row on: that has a name of its own.
fn is_branch(conn: &Connection, number: i64, replica: DeviceId) -> Result<bool> {
    if Branches::of(conn)?.fork(number).is_some() {
        return Ok(true);
    }
    let first = log::get(conn, &LocalNumbers::of(conn)?, number, 1)?;
    let name = first.map(|first| branch::name(replica, 1, Default::default(), log::hash(&first, replica)));
    Ok(name == Some(device::id(conn, number)?))
}

fn ids(conn: &Connection, table: &str) -> Result<BTreeMap<i64, Uuid>> {
    let mut statement = conn.prepare(&format!("SELECT number, id FROM {table}"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The numbers that the log has.
fn numbers(conn: &Connection, column: &str) -> Result<BTreeSet<i64>> {
    let mut statement = conn.prepare(&format!("SELECT DISTINCT {column} FROM log"))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
