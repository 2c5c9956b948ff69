//! Which replica this file is: one for each machine and path, so that a copied file never shares its numbers
//! with the file it was copied from.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::codec::Cells;
use super::{Result, Store};
use crate::model::history::{Change, LogId, Stamp};
use crate::model::id::DeviceId;

/// The replica's number in this file, where it has written before.
pub(super) fn find(store: &Store) -> Result<Option<i64>> {
    let (machine, path) = here(store);
    Ok(store
        .conn
        .prepare_cached("SELECT number FROM device WHERE machine = :machine AND path = :path ORDER BY number DESC LIMIT 1")?
        .query_row(named_params! { ":machine": machine, ":path": path }, |row| row.get(0))
        .optional()?)
}

/// Enters a new replica. Inside a write transaction.
pub(super) fn register(store: &Store) -> Result<i64> {
    let (machine, path) = here(store);
    store
        .conn
        .prepare_cached("INSERT INTO device (id, machine, path) VALUES (:id, :machine, :path)")?
        .execute(named_params! { ":id": Uuid::now_v7(), ":machine": machine, ":path": path })?;
    Ok(store.conn.last_insert_rowid())
}

/// Enters a replica that writes elsewhere, and returns its number in this file.
pub(super) fn enter(conn: &Connection, id: DeviceId) -> Result<i64> {
    conn.prepare_cached("INSERT INTO device (id, machine, path) VALUES (:id, '', '')")?
        .execute(named_params! { ":id": id.0 })?;
    Ok(conn.last_insert_rowid())
}

/// The identity of a replica by its number in this file.
pub(super) fn id(conn: &Connection, number: i64) -> Result<DeviceId> {
    Ok(conn
        .prepare_cached("SELECT id FROM device WHERE number = :number")?
        .query_row(named_params! { ":number": number }, |row| row.get::<_, Uuid>(0).map(DeviceId))?)
}

/// Every replica with its number in this file.
pub(super) fn all(conn: &Connection) -> Result<Vec<(i64, DeviceId)>> {
    conn.prepare_cached("SELECT number, id FROM device ORDER BY number")?
        .query_map([], |row| Ok((row.get(0)?, DeviceId(row.get(1)?))))?
        .map(|row| row.map_err(Into::into))
        .collect()
}

/// The replicas of a file, by their number in it: what is needed to read rows of the log.
pub(super) struct Devices(HashMap<i64, DeviceId>);

impl Devices {
    /// Reads every replica that the file knows.
    pub(super) fn of(store: &Store) -> Result<Self> {
        Ok(Self(all(&store.conn)?.into_iter().collect()))
    }

    fn id(&self, number: i64) -> DeviceId {
        self.0.get(&number).copied().unwrap_or(DeviceId(Uuid::nil()))
    }

    /// The number of a replica; `None` for one that never wrote to this file.
    pub(super) fn number(&self, id: DeviceId) -> Option<i64> {
        self.0.iter().find_map(|(number, known)| (*known == id).then_some(*number))
    }

    /// Reads a row of the log with the columns `device, seq, stamp, entity, id, field, old, new, seen, author`.
    pub(super) fn change(&self, row: &Row<'_>) -> rusqlite::Result<Change> {
        let seen: String = row.get("seen")?;
        let place = |place: &str| {
            let (number, seq) = place.split_once(':')?;
            Some(LogId { device: self.id(number.parse().ok()?), seq: seq.parse().ok()? })
        };
        Ok(Change {
            at: LogId { device: self.id(row.get("device")?), seq: row.get("seq")? },
            stamp: Stamp(row.get("stamp")?),
            entity: row.code("entity")?,
            id: row.get("id")?,
            field: row.get("field")?,
            old: row.get("old")?,
            new: row.get("new")?,
            seen: seen.split(' ').filter_map(place).collect(),
            scribe: row.get("author")?,
        })
    }
}

fn here(store: &Store) -> (String, String) {
    let machine = gethostname::gethostname().to_string_lossy().into_owned();
    let path = store
        .path
        .as_deref()
        .map_or_else(|| ":memory:".to_owned(), |path| path.to_string_lossy().into_owned());
    (machine, path)
}
