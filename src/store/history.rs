//! The log: what was done, in which order, and what an operation can be put back to.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::codec::Cells;
use super::device::Devices;
use super::record;
use super::{Result, Store, Tx, device};
use crate::model::history::{Change, Entity, LogId, Op, Operation, Stamp, Value};
use crate::model::id::{DeviceId, MeetingId};

/// The `new` cell of an operation's own row, as JSON.
#[derive(Default, Serialize, Deserialize)]
struct Stored {
    subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meeting: Option<String>,
    /// The meetings after the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reverts: Option<i64>,
}

/// The `new` cell of an operation's own row. It is never empty: what cannot be encoded is not written.
pub(super) fn encode(subject: &str, meetings: &[MeetingId], reverts: Option<i64>) -> Result<Value> {
    let mut meetings = meetings.iter().map(|meeting| meeting.0.simple().to_string());
    let meeting = meetings.next();
    let stored = Stored { subject: subject.to_owned(), meeting, others: meetings.collect(), reverts };
    Ok(Value::Text(serde_json::to_string(&stored)?))
}

/// A cell that was not restored, because somebody else has changed it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Of which noun the record is.
    pub entity: Entity,
    /// Of which record the cell is.
    pub id: Uuid,
    /// The column of the cell.
    pub field: String,
}

/// Whether an operation is undone or redone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Back to the values before it.
    Undo,
    /// Again to the values after it.
    Redo,
}

pub(super) fn last_seq(conn: &Connection, device: i64) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT seq FROM log WHERE device = :device ORDER BY seq DESC LIMIT 1")?
        .query_row(named_params! { ":device": device }, |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// The newest stamp of any replica: an edit made after seeing another has a later stamp.
pub(super) fn last_stamp(conn: &Connection) -> Result<Stamp> {
    let stamp: Option<i64> = conn
        .prepare_cached(
            "SELECT max((SELECT stamp FROM log WHERE log.device = device.number ORDER BY seq DESC LIMIT 1))
             FROM device",
        )?
        .query_row([], |row| row.get(0))?;
    Ok(Stamp(stamp.unwrap_or(0)))
}

/// The heads of a cell: the writes that no later write had seen. As text for the log.
pub(super) fn heads(conn: &Connection, id: Uuid, field: &str) -> Result<String> {
    let mut statement =
        conn.prepare_cached("SELECT device, seq, seen FROM log WHERE id = :id AND field IN ('', :field)")?;
    let mut rows = statement.query(named_params! { ":id": id, ":field": field })?;
    let mut written = Vec::new();
    let mut seen_by_later = HashSet::new();
    while let Some(row) = rows.next()? {
        let place = format!("{}:{}", row.get::<_, i64>(0)?, row.get::<_, i64>(1)?);
        let seen: String = row.get(2)?;
        seen_by_later.extend(seen.split(' ').filter(|seen| !seen.is_empty()).map(str::to_owned));
        written.push(place);
    }
    written.retain(|place| !seen_by_later.contains(place));
    Ok(written.join(" "))
}

/// The operations of a replica, newest first, from before `before` (its seq) on; at most `limit`.
fn list(store: &Store, device: i64, before: Option<i64>, limit: usize) -> Result<Vec<Operation>> {
    let mut operations = Vec::new();
    let mut before = before.unwrap_or(i64::MAX);
    while operations.len() < limit
        && let Some(operation) = previous(store, device, before)?
    {
        before = operation.at.seq;
        operations.push(operation);
    }
    Ok(operations)
}

/// The operations of every replica, newest first by stamp; at most `limit`, those before `before` if it is given.
///
/// # Errors
/// Where the file cannot be read.
pub fn all(store: &Store, before: Option<&Operation>, limit: usize) -> Result<Vec<Operation>> {
    let mut operations = Vec::new();
    for (number, id) in device::all(&store.conn)? {
        let from = match before {
            Some(before) if before.at.device == id => Some(before.at.seq),
            Some(before) => Some(last_before(store, number, before)?),
            None => None,
        };
        operations.extend(list(store, number, from, limit)?);
    }
    operations.sort_by_key(|operation| std::cmp::Reverse((operation.when, operation.at.seq)));
    operations.truncate(limit);
    Ok(operations)
}

/// The seq after the last operation of another replica that is older than `before`.
fn last_before(store: &Store, device: i64, before: &Operation) -> Result<i64> {
    let mut seq = i64::MAX;
    while let Some(operation) = previous(store, device, seq)? {
        if operation.when < before.when {
            break;
        }
        seq = operation.at.seq;
    }
    Ok(seq)
}

/// The operation before a place in the log of a replica: two look-ups by key.
fn previous(store: &Store, device: i64, before: i64) -> Result<Option<Operation>> {
    let by = device::id(&store.conn, device)?;
    let mut statement = store.conn.prepare_cached(
        "SELECT seq, stamp, field, id, new, author FROM log WHERE device = :device AND seq =
            (SELECT operation FROM log WHERE device = :device AND seq < :before ORDER BY seq DESC LIMIT 1)",
    )?;
    let params = named_params! { ":device": device, ":before": before };
    Ok(statement.query_row(params, |row| operation(store, row, by)).optional()?)
}

fn parse_id(id: &str) -> Option<MeetingId> {
    Uuid::try_parse(id).ok().map(MeetingId)
}

/// Reads an operation's own row. A damaged cell costs what it holds (the subject, the meetings) and nothing else.
fn operation(store: &Store, row: &Row<'_>, device: DeviceId) -> rusqlite::Result<Operation> {
    let cell = row.get_ref("new")?.as_str().ok();
    let stored: Stored = cell.and_then(|cell| serde_json::from_str(cell).ok()).unwrap_or_else(|| {
        // Not the cell itself: it may hold words of a meeting.
        tracing::warn!(?device, "an operation's cell in the log is damaged");
        Stored::default()
    });
    Ok(Operation {
        at: LogId { device, seq: row.get("seq")? },
        when: store.clock.local(Stamp(row.get("stamp")?).millis()),
        op: row.code("field")?,
        subject: stored.subject,
        meetings: stored.meeting.iter().chain(&stored.others).filter_map(|id| parse_id(id)).collect(),
        scribe: row.get("author")?,
        sitting: row.get("id")?,
        reverts: stored.reverts.map(|seq| LogId { device, seq }),
    })
}

/// The newest operation of this replica that is not undone.
///
/// # Errors
/// Where the file cannot be read.
pub fn undoable(store: &Store) -> Result<Option<Operation>> {
    let mut decided: HashMap<i64, Op> = HashMap::new();
    let mut before = i64::MAX;
    while let Some(operation) = own_before(store, before)? {
        before = operation.at.seq;
        match (operation.op, operation.reverts) {
            (Op::Undo, Some(reverted)) => {
                decided.entry(reverted.seq).or_insert(Op::Undo);
            }
            (Op::Redo, Some(reverted)) => {
                // Done again and not undone since: it is the newest that is done.
                if !decided.contains_key(&reverted.seq) {
                    return own_before(store, reverted.seq + 1);
                }
            }
            // One whose cell is damaged: nobody knows what it reverted.
            (Op::Undo | Op::Redo, None) => {}
            _ if decided.get(&operation.at.seq) == Some(&Op::Undo) => {}
            _ => return Ok(Some(operation)),
        }
    }
    Ok(None)
}

/// The operation of this replica at this place in the log, if it is not undone now. An undo or a redo is never one.
///
/// # Errors
/// Where the file cannot be read.
pub fn done(store: &Store, place: LogId) -> Result<Option<Operation>> {
    let Some(device) = store.device else { return Ok(None) };
    if device::id(&store.conn, device)? != place.device {
        return Ok(None);
    }
    let named = previous(store, device, place.seq.saturating_add(1))?;
    let Some(named) = named.filter(|found| found.at == place && !found.is_turn()) else {
        return Ok(None);
    };
    let mut before = i64::MAX;
    while let Some(later) = previous(store, device, before)?.filter(|later| later.at.seq > place.seq) {
        if later.reverts == Some(place) {
            return Ok((later.op == Op::Redo).then_some(named));
        }
        before = later.at.seq;
    }
    Ok(Some(named))
}

/// The operation of this replica that was undone last and can be done again: none once something new was written.
///
/// # Errors
/// Where the file cannot be read.
pub fn redoable(store: &Store) -> Result<Option<Operation>> {
    let mut again: HashSet<i64> = HashSet::new();
    let mut before = i64::MAX;
    while let Some(operation) = own_before(store, before)? {
        before = operation.at.seq;
        match (operation.op, operation.reverts) {
            (Op::Redo, Some(reverted)) => {
                again.insert(reverted.seq);
            }
            (Op::Undo, Some(reverted)) => {
                if !again.remove(&reverted.seq) {
                    return own_before(store, reverted.seq + 1);
                }
            }
            _ => return Ok(None),
        }
    }
    Ok(None)
}

fn own_before(store: &Store, before: i64) -> Result<Option<Operation>> {
    store.device.map_or(Ok(None), |device| previous(store, device, before))
}

impl Tx<'_> {
    /// Restores the values before an operation of this replica, or those after it, and returns what was left
    /// because somebody else has changed it since.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub(crate) fn turn(&mut self, operation: &Operation, turn: Turn) -> Result<Vec<Left>> {
        self.reverts(operation.at.seq);
        self.about(operation.subject.clone());
        let mut changes = changes(self.store(), operation.at.seq)?;
        if turn == Turn::Undo {
            changes.reverse();
        }
        let mut left = Vec::new();
        for CellChange { entity, id, field, old, new } in changes {
            let made = field.is_empty();
            let column = if made { "deleted".to_owned() } else { field };
            let (old, new) = if made { (Value::Integer(1), Value::Integer(0)) } else { (old, new) };
            let (from, to) = if turn == Turn::Undo { (new, old) } else { (old, new) };
            if record::cell(&self.store().conn, entity, id, &column)?.as_ref() == Some(&from) {
                self.set(entity, id, &column, &to)?;
            } else {
                left.push(Left { entity, id, field: column });
            }
        }
        Ok(left)
    }
}

struct CellChange {
    entity: Entity,
    id: Uuid,
    field: String,
    old: Value,
    new: Value,
}

/// The cells that an operation of this replica changed, in their order. They follow its own row without a gap:
/// numbers are given inside the write transaction.
fn changes(store: &Store, operation: i64) -> Result<Vec<CellChange>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT operation, entity, id, field, old, new FROM log WHERE device = :device AND seq > :operation ORDER BY seq",
    )?;
    let mut rows = statement.query(named_params! { ":device": store.device, ":operation": operation })?;
    let mut cells = Vec::new();
    while let Some(row) = rows.next()?
        && row.get::<_, i64>("operation")? == operation
    {
        cells.push(CellChange {
            entity: row.code("entity")?,
            id: row.get("id")?,
            field: row.get("field")?,
            old: row.get("old")?,
            new: row.get("new")?,
        });
    }
    Ok(cells)
}

/// The records that an operation of any replica touched, in order, possibly more than once.
///
/// # Errors
/// Where the file cannot be read.
pub fn touched(store: &Store, operation: LogId) -> Result<Vec<(Entity, Uuid)>> {
    let Some(number) = Devices::of(store)?.number(operation.device) else { return Ok(Vec::new()) };
    let mut statement = store.conn.prepare_cached(
        "SELECT operation, entity, id FROM log WHERE device = :device AND seq > :operation ORDER BY seq",
    )?;
    let mut rows = statement.query(named_params! { ":device": number, ":operation": operation.seq })?;
    let mut touched = Vec::new();
    while let Some(row) = rows.next()?
        && row.get::<_, i64>("operation")? == operation.seq
    {
        touched.push((row.code("entity")?, row.get("id")?));
    }
    touched.dedup();
    Ok(touched)
}

/// Everything that was ever written about one record, oldest first: who changed what, and when.
///
/// # Errors
/// Where the file cannot be read.
pub fn of(store: &Store, id: Uuid) -> Result<Vec<Change>> {
    let devices = Devices::of(store)?;
    let mut statement = store.conn.prepare_cached(
        "SELECT device, seq, stamp, entity, id, field, old, new, seen, author FROM log
         WHERE id = :id AND entity <> 'operation' ORDER BY stamp, device, seq",
    )?;
    let rows = statement.query_map(named_params! { ":id": id }, |row| devices.change(row))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// How many rows the log has about one record, and when the last was written.
///
/// # Errors
/// Where the file cannot be read.
pub fn age(store: &Store, id: Uuid) -> Result<(u32, Stamp)> {
    let mut statement =
        store.conn.prepare_cached("SELECT count(*), coalesce(max(stamp), 0) FROM log WHERE id = :id")?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| Ok((row.get(0)?, Stamp(row.get(1)?))))?)
}

/// The operation whose own row is at this place in the log.
///
/// # Errors
/// Where the file cannot be read.
pub fn at(store: &Store, place: LogId) -> Result<Option<Operation>> {
    let number = Devices::of(store)?.number(place.device);
    let found = number.map(|number| previous(store, number, place.seq.saturating_add(1))).transpose()?;
    Ok(found.flatten().filter(|operation| operation.at == place))
}
