//! The log: what was done, in which order, and what an operation can be put back to.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::codec::Cells;
use super::log::LocalNumbers;
use super::{Result, Store, device};
use crate::model::history::{Change, Entity, LogId, Operation, Stamp, Value};
use crate::model::id::{DeviceId, MeetingId};

/// The `new` cell of an operation's own row, as JSON.
#[derive(Default, Serialize, Deserialize)]
struct Stored {
    #[serde(default)]
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

/// The stamp of an operation that begins now.
pub(super) fn tick(store: &Store) -> Result<Stamp> {
    let mut statement = store.conn.prepare_cached(
        "SELECT (SELECT own.stamp FROM log AS last JOIN log AS own ON own.device = last.device AND own.seq = last.operation
                 WHERE last.device = device.number ORDER BY last.seq DESC LIMIT 1)
         FROM device",
    )?;
    let stamps = statement.query_map([], |row| row.get::<_, Option<i64>>(0))?;
    let known = stamps.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Stamp::tick(store.clock.millis(), known.into_iter().flatten().map(Stamp)))
}

/// The operations of every replica, at most `limit`, those before `before` if it is given; the newest first.
///
/// Newest by stamp; but an operation that was written while the clock ran ahead is no newer than the one after it on
/// the same replica ([`Operation::order`]).
///
/// # Errors
/// Where the file cannot be read.
pub fn all(store: &Store, before: Option<&Operation>, limit: usize) -> Result<Vec<Operation>> {
    let mut operations = Vec::new();
    for (number, id) in device::all(&store.conn)? {
        let mut newest_first = Backwards { store, device: number, before: i64::MAX, order: Stamp(i64::MAX) };
        let mut found = 0;
        if let Some(before) = before.filter(|before| before.at.device == id) {
            (newest_first.before, newest_first.order) = (before.at.seq, before.order);
        }
        while found < limit
            && let Some(operation) = newest_first.next()?
        {
            if before.is_none_or(|before| (operation.order, operation.at) < (before.order, before.at)) {
                operations.push(operation);
                found += 1;
            }
        }
    }
    operations.sort_by_key(|operation| std::cmp::Reverse((operation.order, operation.at)));
    operations.truncate(limit);
    Ok(operations)
}

/// Walks the operations of one replica, newest first.
struct Backwards<'a> {
    store: &'a Store,
    device: i64,
    /// The seq of the operation that was returned last.
    before: i64,
    /// Its place in the history.
    order: Stamp,
}

impl Backwards<'_> {
    fn next(&mut self) -> Result<Option<Operation>> {
        let Some(mut operation) = previous(self.store, self.device, self.before)? else { return Ok(None) };
        operation.order = operation.order.min(self.order);
        (self.before, self.order) = (operation.at.seq, operation.order);
        Ok(Some(operation))
    }
}

/// The place in the history of an operation of a replica ([`Operation::order`]).
pub(super) fn order_of(store: &Store, device: i64, operation: i64) -> Result<Stamp> {
    let mut newest_first = Backwards { store, device, before: i64::MAX, order: Stamp(i64::MAX) };
    while let Some(found) = newest_first.next()? {
        if found.at.seq <= operation {
            return Ok(found.order);
        }
    }
    Ok(Stamp(0))
}

/// The last operation of a replica that is no later in the history than `order`; 0 where there is none.
pub(super) fn last_until(store: &Store, device: i64, order: Stamp) -> Result<i64> {
    let mut newest_first = Backwards { store, device, before: i64::MAX, order: Stamp(i64::MAX) };
    while let Some(found) = newest_first.next()? {
        if found.order <= order {
            return Ok(found.at.seq);
        }
    }
    Ok(0)
}

/// The operation before a place in the log of a replica: two look-ups by key.
pub(super) fn previous(store: &Store, device: i64, before: i64) -> Result<Option<Operation>> {
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
        order: Stamp(row.get("stamp")?),
        when: store.clock.local(Stamp(row.get("stamp")?).millis()),
        op: row.code("field")?,
        subject: stored.subject,
        meetings: stored.meeting.iter().chain(&stored.others).filter_map(|id| parse_id(id)).collect(),
        scribe: row.get("author")?,
        sitting: row.get("id")?,
        reverts: stored.reverts.map(|seq| LogId { device, seq }),
    })
}

/// The records that an operation of any replica touched, in order, possibly more than once.
///
/// # Errors
/// Where the file cannot be read.
pub fn touched(store: &Store, operation: LogId) -> Result<Vec<(Entity, Uuid)>> {
    let Some(number) = LocalNumbers::of(&store.conn)?.number(operation.device) else { return Ok(Vec::new()) };
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

/// The stamp of the operation that a row of `log` is part of, in SQL.
pub(super) const DONE: &str = "(SELECT own.stamp FROM log AS own
    WHERE own.device = log.device AND own.seq = log.operation) AS done";

/// Everything that was ever written about one record, oldest first: who changed what, and when.
///
/// # Errors
/// Where the file cannot be read.
pub fn of(store: &Store, id: Uuid) -> Result<Vec<Change>> {
    let numbers = LocalNumbers::of(&store.conn)?;
    let sql = format!(
        "SELECT device, seq, stamp, {DONE}, entity, id, field, old, new, seen, author FROM log
         WHERE id = :id AND entity <> 'operation'"
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":id": id }, |row| numbers.change(row))?;
    let mut changes = rows.collect::<rusqlite::Result<Vec<Change>>>()?;
    put_in_order(&mut changes, store.clock.millis());
    Ok(changes)
}

/// Puts changes in the order in which they were done, oldest first: by the clocks, but after what the same replica had
/// done before and after what their author had seen or held. A clock that was far ahead of this laptop's is not
/// believed where something came after it.
pub(super) fn put_in_order(changes: &mut [Change], now: i64) {
    let mut order: HashMap<LogId, Stamp> = changes.iter().map(|change| (change.at, change.done)).collect();
    changes.sort_by_key(|change| change.at);
    let of_one = changes.windows(2).filter(|pair| pair[0].at.device == pair[1].at.device);
    let mut followed: Vec<(LogId, LogId)> = of_one.map(|pair| (pair[0].at, pair[1].at)).collect();
    for later in changes.iter() {
        // A stamp is greater than the clock says where the writer's laptop held a later one of the same cell.
        let is_lifted = later.stamp > later.done;
        let is_held = |earlier: &&Change| {
            is_lifted
                && earlier.id == later.id
                && (earlier.field.is_empty() || earlier.field == later.field)
                && earlier.stamp == later.stamp.before()
        };
        followed.extend(changes.iter().filter(is_held).map(|earlier| (earlier.at, later.at)));
        let seen = later.seen.iter().filter(|seen| order.contains_key(seen));
        followed.extend(seen.map(|seen| (*seen, later.at)));
    }
    // Each pass settles at least one; branches of a replica may contradict each other, and are left so.
    for _ in 0..changes.len() {
        for (earlier, later) in followed.iter().rev() {
            let (first, second) = (order[earlier], order[later]);
            if first >= second && !first.is_believed(now) {
                order.insert(*earlier, second.before());
            }
        }
    }
    for _ in 0..changes.len() {
        for (earlier, later) in &followed {
            let (first, second) = (order[earlier], order[later]);
            order.insert(*later, second.max(first.next()));
        }
    }
    changes.sort_by_key(|change| (order[&change.at], change.stamp, change.at));
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
    let number = LocalNumbers::of(&store.conn)?.number(place.device);
    let found = number.map(|number| previous(store, number, place.seq.saturating_add(1))).transpose()?;
    Ok(found.flatten().filter(|operation| operation.at == place))
}
