//! The replicas that a file knows, this one among them. In the file each has a number, elsewhere its identity.

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::{Result, Store};
use crate::model::id::DeviceId;

/// Where a store is: what a replica is known by where nothing can be remembered outside its file.
pub(super) struct Location {
    machine: String,
    path: String,
}

impl Location {
    pub(super) fn of(store: &Store) -> Self {
        let path = store.path.as_deref().map(|path| path.to_string_lossy().into_owned());
        Self {
            machine: gethostname::gethostname().to_string_lossy().into_owned(),
            path: path.unwrap_or_else(|| ":memory:".to_owned()),
        }
    }
}

/// The number of the replica that wrote last at this place.
pub(super) fn at(conn: &Connection, location: &Location) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT number FROM device WHERE machine = :machine AND path = :path AND {HAS_IDENTITY}
             ORDER BY number DESC LIMIT 1"
        ))?
        .query_row(named_params! { ":machine": location.machine, ":path": location.path }, |row| row.get(0))
        .optional()?)
}

/// The replica that wrote last at this place, if it never had a token.
pub(super) fn without_token_at(conn: &Connection, location: &Location) -> Result<Option<(i64, DeviceId)>> {
    let Some(number) = at(conn, location)? else { return Ok(None) };
    Ok(if token(conn, number)?.is_none() { Some((number, id(conn, number)?)) } else { None })
}

/// The replicas with a token, the newest first: number, identity and token.
pub(super) fn with_token(conn: &Connection) -> Result<Vec<(i64, DeviceId, Uuid)>> {
    let sql = format!(
        "SELECT number, id, token FROM device WHERE {IS_TOKEN} AND {HAS_IDENTITY} ORDER BY number DESC"
    );
    conn.prepare_cached(&sql)?
        .query_map([], |row| Ok((row.get(0)?, DeviceId(row.get(1)?), row.get(2)?)))?
        .map(|row| row.map_err(Into::into))
        .collect()
}

/// The token of a replica, if it has one.
pub(super) fn token(conn: &Connection, number: i64) -> Result<Option<Uuid>> {
    Ok(conn
        .prepare_cached(&format!("SELECT token FROM device WHERE number = :number AND {IS_TOKEN}"))?
        .query_row(named_params! { ":number": number }, |row| row.get(0))
        .optional()?)
}

/// Writes a new token of a replica at a place, which is no other replica's from here on.
pub(super) fn set_token(conn: &Connection, number: i64, token: Uuid, location: &Location) -> Result<()> {
    conn.prepare_cached(
        "UPDATE device SET machine = '', path = ''
         WHERE machine = :machine AND path = :path AND number <> :number",
    )?
    .execute(named_params! { ":machine": location.machine, ":path": location.path, ":number": number })?;
    conn.prepare_cached(
        "UPDATE device SET token = :token, machine = :machine, path = :path WHERE number = :number",
    )?
    .execute(named_params! {
        ":token": token, ":machine": location.machine, ":path": location.path, ":number": number,
    })?;
    Ok(())
}

/// Takes from a replica by what this file is known to be it.
pub(super) fn disown(conn: &Connection, number: i64) -> Result<()> {
    conn.prepare_cached("UPDATE device SET token = NULL, machine = '', path = '' WHERE number = :number")?
        .execute(named_params! { ":number": number })?;
    Ok(())
}

/// Makes this file known as a replica by its place.
pub(super) fn move_to(conn: &Connection, number: i64, location: &Location) -> Result<()> {
    conn.prepare_cached("UPDATE device SET machine = :machine, path = :path WHERE number = :number")?
        .execute(named_params! { ":machine": location.machine, ":path": location.path, ":number": number })?;
    Ok(())
}

/// That a row of `device` has a token, in SQL.
const IS_TOKEN: &str = "typeof(token) = 'blob' AND length(token) = 16";

/// That a row of `device` or `space` says who or which it is, in SQL: an identity that is damaged is as good as none.
pub(super) const HAS_IDENTITY: &str = "typeof(id) = 'blob' AND length(id) = 16";

/// A number that no row of `device` or `space` has and no row of the log mentions, in SQL.
pub(super) fn free_number(table: &str) -> String {
    format!(
        "(SELECT 1 + max((SELECT coalesce(max(number), 0) FROM {table}),
            (SELECT coalesce(max({table}), 0) FROM log)))"
    )
}

/// Enters a new replica and returns its number. Inside a write transaction.
pub(super) fn register(conn: &Connection, location: &Location) -> Result<i64> {
    let number = enter(conn, DeviceId(Uuid::now_v7()))?;
    move_to(conn, number, location)?;
    Ok(number)
}

/// Enters a replica that writes elsewhere, and returns its number in this file.
pub(super) fn enter(conn: &Connection, id: DeviceId) -> Result<i64> {
    let free = free_number("device");
    conn.prepare_cached(&format!(
        "INSERT INTO device (number, id, machine, path) VALUES ({free}, :id, '', '')"
    ))?
    .execute(named_params! { ":id": id.0 })?;
    Ok(conn.last_insert_rowid())
}

/// The identity of a replica by its number in this file.
pub(super) fn id(conn: &Connection, number: i64) -> Result<DeviceId> {
    Ok(conn
        .prepare_cached("SELECT id FROM device WHERE number = :number")?
        .query_row(named_params! { ":number": number }, |row| row.get::<_, Uuid>(0).map(DeviceId))?)
}

/// The replica that has written in this file, if none but one has.
pub(super) fn only(conn: &Connection) -> Result<Option<i64>> {
    let all = all(conn)?;
    Ok(if let [(number, _)] = all[..] { Some(number) } else { None })
}

/// Every replica with its number in this file.
pub(super) fn all(conn: &Connection) -> Result<Vec<(i64, DeviceId)>> {
    conn.prepare_cached(&format!("SELECT number, id FROM device WHERE {HAS_IDENTITY} ORDER BY number"))?
        .query_map([], |row| Ok((row.get(0)?, DeviceId(row.get(1)?))))?
        .map(|row| row.map_err(Into::into))
        .collect()
}
