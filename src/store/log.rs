//! Rows of the log as one replica hands them to another: every row with all that it holds, under names that are the
//! same on every laptop. In the file a replica and a space have a number; outside it they have an identity.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::codec::Cells;
use super::{Result, Store, StoreError, device, digest};
use crate::model::history::{Change, LogId, LogRow, Stamp};
use crate::model::id::DeviceId;

/// The columns that [`LocalNumbers::row`] reads.
const COLUMNS: &str = "device, seq, stamp, operation, space, entity, id, field, old, new, seen, held, author";

/// The number of the space that a file begins in.
pub(super) const OWN_SPACE: i64 = 1;

/// The last row that is held of every replica.
///
/// # Errors
/// Where the file cannot be read.
pub fn last(store: &Store) -> Result<Vec<LogId>> {
    let mut last = Vec::new();
    for (number, device) in device::all(&store.conn)? {
        last.push(LogId { device, seq: last_seq(&store.conn, number)? });
    }
    Ok(last)
}

/// The last row of a replica that is held; 0 where none is.
pub(super) fn last_seq(conn: &Connection, device: i64) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT seq FROM log WHERE device = :device ORDER BY seq DESC LIMIT 1")?
        .query_row(named_params! { ":device": device }, |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// The rows that somebody needs who holds each replica up to `known`. The last operation of each that both know is
/// among them, so that whoever applies them sees whether both mean the same.
///
/// # Errors
/// [`StoreError::Damaged`] where one of them is not what was written: nobody else is to have it. Where the file cannot
/// be read.
pub fn beyond(store: &Store, known: &[LogId]) -> Result<Vec<LogRow>> {
    let numbers = LocalNumbers::of(&store.conn)?;
    let mut found = Vec::new();
    for (number, device) in device::all(&store.conn)? {
        let known = known.iter().find(|known| known.device == device).map_or(0, |known| known.seq);
        let from = operation_at(&store.conn, number, known)?;
        if digest::is_changed(&store.conn, number, from)? {
            return Err(StoreError::Damaged("a row of the log is not what was written".to_owned()));
        }
        found.extend(after(&store.conn, &numbers, number, from)?);
    }
    Ok(found)
}

/// Where the operation began that a row is of; the last one where there is no such row yet.
pub(super) fn operation_at(conn: &Connection, device: i64, seq: i64) -> Result<i64> {
    Ok(conn
        .prepare_cached(
            "SELECT operation FROM log WHERE device = :device AND seq <= :seq ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(named_params! { ":device": device, ":seq": seq }, |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// Whether a row is held.
pub(super) fn has(conn: &Connection, device: i64, seq: i64) -> Result<bool> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM log WHERE device = :device AND seq = :seq")?;
    Ok(statement.exists(named_params! { ":device": device, ":seq": seq })?)
}

/// What the author of a row held, where the row says it.
pub(super) fn held(conn: &Connection, device: i64, seq: i64) -> Result<Option<String>> {
    let held = conn
        .prepare_cached("SELECT held FROM log WHERE device = :device AND seq = :seq")?
        .query_row(named_params! { ":device": device, ":seq": seq }, |row| row.get(0))
        .optional()?;
    Ok(held.flatten())
}

/// How many rows are missing between those that are held, or do not say what was made: a replica numbers its rows
/// without a gap.
pub(super) fn missing(conn: &Connection) -> Result<usize> {
    let unreadable: i64 = conn.query_row(
        "SELECT count(*) FROM log WHERE field = '' AND entity <> 'operation' AND NOT coalesce(json_valid(new), 0)",
        [],
        |row| row.get(0),
    )?;
    let missing: i64 = conn.query_row(
        "SELECT coalesce(sum(max(last - first + 1 - held, 0)), 0) FROM (
            SELECT max(log.seq) AS last, count(*) AS held,
                max(coalesce(CASE WHEN device.parent IS NOT NULL THEN device.since END, 1), 1) AS first
            FROM log LEFT JOIN device ON device.number = log.device GROUP BY log.device
         )",
        [],
        |row| row.get(0),
    )?;
    Ok(usize::try_from(missing + unreadable).unwrap_or_default())
}

/// Every row of a file that is what was written. In one of an earlier version nobody can say which are.
pub(super) fn all(conn: &Connection) -> Result<Vec<LogRow>> {
    let numbers = LocalNumbers::of(conn)?;
    let proved = format!("digest IS row_digest({})", digest::LOG_CELLS);
    let statement = |proved: &str| {
        conn.prepare(&format!("SELECT {COLUMNS} FROM log WHERE {proved} ORDER BY device, seq"))
    };
    let mut statement = statement(&proved).or_else(|_| statement("1"))?;
    let rows = statement.query_map([], |row| numbers.row(row))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// The rows of a replica from a place on, in their order.
pub(super) fn after(
    conn: &Connection,
    numbers: &LocalNumbers,
    device: i64,
    from: i64,
) -> Result<Vec<LogRow>> {
    let sql = format!("SELECT {COLUMNS} FROM log WHERE device = :device AND seq >= :from ORDER BY seq");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows =
        statement.query_map(named_params! { ":device": device, ":from": from }, |row| numbers.row(row))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// One row. `None` where it is not held.
pub(super) fn get(
    conn: &Connection,
    numbers: &LocalNumbers,
    device: i64,
    seq: i64,
) -> Result<Option<LogRow>> {
    let sql = format!("SELECT {COLUMNS} FROM log WHERE device = :device AND seq = :seq");
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":device": device, ":seq": seq };
    Ok(statement.query_row(params, |row| numbers.row(row)).optional()?)
}

/// The number of the space that an operation is of: that of the meeting which it is done in. What is done in no
/// meeting, or in a new one, is of the file's own space.
pub(super) fn space_of(conn: &Connection, meeting: Option<Uuid>) -> Result<i64> {
    let space = conn
        .prepare_cached("SELECT space FROM log WHERE id = :meeting AND field = '' LIMIT 1")?
        .query_row(named_params! { ":meeting": meeting }, |row| row.get(0))
        .optional()?;
    Ok(space.unwrap_or(OWN_SPACE))
}

/// The file's own space.
///
/// # Errors
/// Where the file cannot be read.
pub fn space(store: &Store) -> Result<Uuid> {
    Ok(LocalNumbers::of(&store.conn)?.space_id(OWN_SPACE))
}

/// Whether a file holds rows of more than its own space.
pub(super) fn has_several_spaces(conn: &Connection) -> Result<bool> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM space WHERE number <> :own")?;
    Ok(statement.exists(named_params! { ":own": OWN_SPACE })?)
}

/// Enters a row with its digest.
pub(super) const INSERT: &str =
    "INSERT INTO log (device, seq, stamp, operation, space, entity, id, field, old, new, seen, held, author, digest)
     VALUES (:device, :seq, :stamp, :operation, :space, :entity, :id, :field, :old, :new, :seen, :held, :author,
         row_digest(:device, :seq, :stamp, :operation, :entity, :id, :field, :old, :new, :seen, :author, :space, :held))";

/// Enters a row of another replica, whose number and space are known.
pub(super) fn append(conn: &Connection, numbers: &LocalNumbers, row: &LogRow) -> Result<()> {
    conn.prepare_cached(INSERT)?.execute(named_params! {
        ":device": numbers.number(row.at.device), ":seq": row.at.seq, ":stamp": row.stamp.0,
        ":operation": row.operation, ":space": numbers.space(row.space),
        ":entity": row.entity, ":id": row.id, ":field": row.field, ":old": row.old, ":new": row.new,
        ":seen": numbers.places(&row.seen), ":held": row.held.as_ref().map(|held| numbers.places(held)),
        ":author": row.scribe,
    })?;
    Ok(())
}

/// A number that is the same for equal rows on every laptop, and almost certainly for no others. `replica` is whose
/// row it is, whatever branch it may be in.
pub(super) fn hash(row: &LogRow, replica: DeviceId) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    part(replica.0.as_bytes());
    for number in [row.at.seq, row.stamp.0, row.operation] {
        part(&number.to_be_bytes());
    }
    part(row.space.as_bytes());
    part(row.entity.as_bytes());
    part(row.id.as_bytes());
    part(row.field.as_bytes());
    for value in [&row.old, &row.new] {
        part(format!("{value:?}").as_bytes());
    }
    for place in row.seen.iter().chain(row.held.iter().flatten()) {
        part(place.device.0.as_bytes());
        part(&place.seq.to_be_bytes());
    }
    part(row.scribe.as_deref().unwrap_or_default().as_bytes());
    hash.finalize().into()
}

/// The SHA-256 of some bytes.
pub(super) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Reads the places in a cell `seen` or `held`: the numbers of replicas in this file, and rows of theirs.
pub(super) fn places(cell: &str) -> impl Iterator<Item = (i64, i64)> {
    cell.split(' ').filter_map(|place| {
        let (device, seq) = place.split_once(':')?;
        Some((device.parse().ok()?, seq.parse().ok()?))
    })
}

/// The numbers of replicas and spaces in a file.
pub(super) struct LocalNumbers {
    devices: HashMap<i64, DeviceId>,
    spaces: HashMap<i64, Uuid>,
}

impl LocalNumbers {
    pub(super) fn of(conn: &Connection) -> Result<Self> {
        let devices = device::all(conn)?.into_iter().collect();
        let sql = format!("SELECT number, id FROM space WHERE {}", device::HAS_IDENTITY);
        let mut statement = conn.prepare_cached(&sql)?;
        let spaces = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self { devices, spaces: spaces.collect::<rusqlite::Result<_>>()? })
    }

    /// The number of a replica that the file knows.
    pub(super) fn number(&self, device: DeviceId) -> Option<i64> {
        self.devices.iter().find_map(|(number, id)| (*id == device).then_some(*number))
    }

    /// The number of a space that the file knows.
    pub(super) fn space(&self, space: Uuid) -> Option<i64> {
        self.spaces.iter().find_map(|(number, id)| (*id == space).then_some(*number))
    }

    /// The identity of a replica that the file knows.
    pub(super) fn device(&self, number: i64) -> DeviceId {
        self.devices.get(&number).copied().unwrap_or(DeviceId(Uuid::nil()))
    }

    /// The identity of a space that the file knows.
    pub(super) fn space_id(&self, number: i64) -> Uuid {
        self.spaces.get(&number).copied().unwrap_or_default()
    }

    /// Enters the replicas and spaces of rows that the file does not know yet. A file without any operation takes the
    /// space of what it is given, and of several that of whoever hands them over: their own rows come first.
    pub(super) fn learn(&mut self, conn: &Connection, rows: &[LogRow]) -> Result<()> {
        let is_empty: bool = conn.query_row("SELECT NOT EXISTS (SELECT 1 FROM log)", [], |row| row.get(0))?;
        if let Some(first) = rows.first().filter(|_| is_empty) {
            let params = named_params! { ":id": first.space, ":own": OWN_SPACE };
            conn.execute("UPDATE space SET id = :id WHERE number = :own", params)?;
            *self = Self::of(conn)?;
        }
        for row in rows {
            let mentioned = row.seen.iter().chain(row.held.iter().flatten()).chain([&row.at]);
            for LogId { device, .. } in mentioned {
                if self.number(*device).is_none() {
                    let number = device::enter(conn, *device)?;
                    self.devices.insert(number, *device);
                }
            }
            if self.space(row.space).is_none() {
                let free = device::free_number("space");
                let sql = format!("INSERT OR IGNORE INTO space (number, id) VALUES ({free}, :id)");
                conn.execute(&sql, named_params! { ":id": row.space })?;
                *self = Self::of(conn)?;
            }
        }
        Ok(())
    }

    fn places(&self, places: &[LogId]) -> String {
        let place = |at: &LogId| Some(format!("{}:{}", self.number(at.device)?, at.seq));
        places.iter().filter_map(place).collect::<Vec<_>>().join(" ")
    }

    fn read_places(&self, cell: &str) -> Vec<LogId> {
        let place = |(number, seq)| Some(LogId { device: *self.devices.get(&number)?, seq });
        places(cell).filter_map(place).collect()
    }

    /// Reads a row with the columns `device, seq, stamp, done, entity, id, field, old, new, seen, author` as a change.
    pub(super) fn change(&self, row: &Row<'_>) -> rusqlite::Result<Change> {
        Ok(Change {
            at: LogId { device: self.device(row.get("device")?), seq: row.get("seq")? },
            stamp: Stamp(row.get("stamp")?),
            done: Stamp(row.get("done")?),
            entity: row.code("entity")?,
            id: row.get("id")?,
            field: row.get("field")?,
            old: row.get("old")?,
            new: row.get("new")?,
            seen: self.read_places(&row.text("seen")?),
            scribe: row.get("author")?,
        })
    }

    fn row(&self, row: &Row<'_>) -> rusqlite::Result<LogRow> {
        let seen: String = row.get("seen")?;
        let held: Option<String> = row.get("held")?;
        let device = self.device(row.get("device")?);
        Ok(LogRow {
            at: LogId { device, seq: row.get("seq")? },
            stamp: Stamp(row.get("stamp")?),
            operation: row.get("operation")?,
            space: self.space_id(row.get("space")?),
            entity: row.get("entity")?,
            id: row.get("id")?,
            field: row.get("field")?,
            old: row.get("old")?,
            new: row.get("new")?,
            seen: self.read_places(&seen),
            held: held.map(|held| self.read_places(&held)),
            scribe: row.get("author")?,
        })
    }
}
