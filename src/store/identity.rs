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
    let wrong = wrong(conn)?;
    // Two may have each other's, or a number that no row has may have one.
    for Wrong { table, number, .. } in &wrong {
        let sql = format!("UPDATE {table} SET id = randomblob(16) WHERE number = :number");
        conn.execute(&sql, named_params! { ":number": number })?;
    }
    for Wrong { table, number, id } in wrong {
        let id = id.unwrap_or_else(Uuid::now_v7);
        conn.execute(&format!("DELETE FROM {table} WHERE id = :id"), named_params! { ":id": id })?;
        let insert = match table {
            "device" => "INSERT INTO device (number, id, machine, path) VALUES (:number, :id, '', '')",
            _ => "INSERT INTO space (number, id) VALUES (:number, :id)",
        };
        let sql = format!("{insert} ON CONFLICT (number) DO UPDATE SET id = excluded.id");
        conn.execute(&sql, named_params! { ":number": number, ":id": id })?;
    }
    Ok(())
}

fn wrong(conn: &Connection) -> Result<Vec<Wrong>> {
    let written = history::identities(conn)?;
    let mut wrong = Vec::new();
    let said =
        |device: i64| written.iter().find(|(number, ..)| *number == device).map(|(.., said)| said.replica);
    let is_it = |number: i64, id: Uuid| match said(number) {
        Some(replica) => id == replica || is_branch(conn, number, DeviceId(replica)).unwrap_or(true),
        None => true,
    };
    wrong.extend(judge(conn, "device", &numbers(conn, "device")?, said, is_it)?);
    // Whoever began to write once the file was damaged says what it said then.
    let said =
        |space: i64| written.iter().find(|(_, number, _)| *number == space).map(|(.., said)| said.space);
    let is_it = |number: i64, id: Uuid| said(number).is_none_or(|said| said == id);
    let mut spaces = numbers(conn, "space")?;
    spaces.insert(log::OWN_SPACE);
    wrong.extend(judge(conn, "space", &spaces, said, is_it)?);
    Ok(wrong)
}

/// The numbers whose identity is wrong: `said` is what the log says of one, if it does, and `is_it` whether the table
/// agrees.
fn judge(
    conn: &Connection,
    table: &'static str,
    numbers: &BTreeSet<i64>,
    said: impl Fn(i64) -> Option<Uuid>,
    is_it: impl Fn(i64, Uuid) -> bool,
) -> Result<Vec<Wrong>> {
    let known = ids(conn, table)?;
    let is_right = |number: i64| known.get(&number).is_some_and(|id| is_it(number, *id));
    // An identity is that of one number: of two that say the same, the one that has it already, or comes first.
    let mut taken: BTreeSet<Uuid> =
        numbers.iter().filter(|number| is_right(**number)).map(|number| known[number]).collect();
    let mut wrong = Vec::new();
    for number in numbers.iter().copied().filter(|number| !is_right(*number)) {
        let id = said(number).filter(|said| taken.insert(*said));
        if id.is_some() || !known.contains_key(&number) {
            wrong.push(Wrong { table, number, id });
        }
    }
    Ok(wrong)
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
    let has_identity = device::HAS_IDENTITY;
    let mut statement = conn.prepare(&format!("SELECT number, id FROM {table} WHERE {has_identity}"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The numbers that the log has.
fn numbers(conn: &Connection, column: &str) -> Result<BTreeSet<i64>> {
    let mut statement = conn.prepare(&format!("SELECT DISTINCT {column} FROM log"))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
