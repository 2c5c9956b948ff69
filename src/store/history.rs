//! The log: what was done, in which order, and what an operation can be put back to.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::branch::Branches;
use super::codec::Cells;
use super::held::HeldRows;
use super::log::LocalNumbers;
use super::names::Authors;
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
    /// The operations that are parts of this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<i64>,
    /// In the first operation of a replica: who it is, and the space of the operation. A file in which they are known
    /// by numbers alone can be mended with it.
    #[serde(flatten, default)]
    identities: Option<Identities>,
}

/// What the numbers in a row of the log mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Identities {
    pub(super) replica: Uuid,
    pub(super) space: Uuid,
}

impl Identities {
    /// Those of numbers in a file; a space that it does not know has none.
    pub(super) fn of(store: &Store, device: i64, space: i64) -> Result<Self> {
        let space = LocalNumbers::of(&store.conn)?.space_id(space);
        Ok(Self { replica: device::id(&store.conn, device)?.0, space })
    }
}

/// The `new` cell of an operation's own row. It is never empty: what cannot be encoded is not written.
pub(super) fn encode(
    subject: &str,
    meetings: &[MeetingId],
    reverts: Option<i64>,
    parts: &[i64],
    identities: Option<Identities>,
) -> Result<Value> {
    let mut meetings = meetings.iter().map(|meeting| meeting.0.simple().to_string());
    let meeting = meetings.next();
    let subject = subject.to_owned();
    let stored =
        Stored { subject, meeting, others: meetings.collect(), reverts, parts: parts.to_vec(), identities };
    Ok(Value::Text(serde_json::to_string(&stored)?))
}

/// What the first operation of each replica says of identities, with the numbers that the replica and the space have in
/// this file. Those of earlier versions say nothing.
pub(super) fn identities(conn: &Connection) -> Result<Vec<(i64, i64, Identities)>> {
    let mut statement = conn.prepare(
        "SELECT device, space, new FROM log WHERE seq = 1 AND entity = 'operation' AND json_valid(new) ORDER BY device",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let stored: Option<Stored> =
            row.get_ref("new")?.as_str().ok().and_then(|cell| serde_json::from_str(cell).ok());
        if let Some(identities) = stored.and_then(|stored| stored.identities) {
            found.push((row.get("device")?, row.get("space")?, identities));
        }
    }
    Ok(found)
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

/// The last operations of every replica, at most `limit`, in the order of [`NewestFirst`].
///
/// # Errors
/// Where the file cannot be read.
pub fn all(store: &Store, limit: usize) -> Result<Vec<Operation>> {
    NewestFirst::of(store)?.take(store, limit)
}

/// Walks the operations of every replica, the newest first. An operation is newer than all that its author held,
/// whatever the clocks say; of two that know nothing of each other, the one whose clock says so. So a clock that was
/// wrong moves nothing that somebody has gone on from, though its laptop never writes again, and every laptop that
/// holds the same operations has the same order. Rows of earlier versions do not say what was held of other replicas.
#[derive(Debug)]
pub struct NewestFirst {
    branches: Branches,
    authors: Authors,
    /// The newest operation of each replica that was not returned yet.
    heads: Vec<NextOperation>,
}

/// An operation and how much of the log its author held.
#[derive(Debug)]
struct NextOperation {
    operation: Operation,
    /// When it was done, by the clock of its replica.
    done: Stamp,
    held: HeldByAuthor,
}

impl NewestFirst {
    /// Begins with the newest of all.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn of(store: &Store) -> Result<Self> {
        let (branches, mut heads) = (Branches::of(&store.conn)?, Vec::new());
        for (device, _) in device::all(&store.conn)? {
            heads.extend(head(store, &branches, device, i64::MAX)?);
        }
        Ok(Self { branches, authors: Authors::of(store)?, heads })
    }

    /// The next operations, fewer than `limit` only where there are no more. The parts of one are not named beside it.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn take(&mut self, store: &Store, limit: usize) -> Result<Vec<Operation>> {
        let mut operations = Vec::new();
        while operations.len() < limit
            && let Some(operation) = self.next(store)?
        {
            operations.extend(Some(operation).filter(|operation| !operation.op.is_part()));
        }
        Ok(operations)
    }

    fn next(&mut self, store: &Store) -> Result<Option<Operation>> {
        let by_clock = |at: &usize| (self.heads[*at].done, self.heads[*at].operation.at);
        let mut newest: Vec<usize> = (0..self.heads.len()).collect();
        newest.sort_unstable_by_key(|at| std::cmp::Reverse(by_clock(at)));
        // In a damaged log each may be held by another's author.
        let Some(next) = newest.iter().find(|at| !self.is_held(**at)).or(newest.first()).copied() else {
            return Ok(None);
        };
        let NextOperation { operation, done, held } = self.heads.swap_remove(next);
        self.heads.extend(head(store, &self.branches, held.device, operation.at.seq)?);
        Ok(Some(self.authors.rename(operation, done)))
    }

    /// Whether the author of an operation of another replica, which was not returned yet, held this one. Each holds at
    /// least what its replica held before.
    fn is_held(&self, at: usize) -> bool {
        let HeldByAuthor { device, seq, .. } = self.heads[at].held;
        let mut others = self.heads.iter().filter(|other| other.held.device != device);
        others.any(|other| other.held.last(&self.branches, device) >= seq)
    }
}

/// How much of the log the author of an operation held.
#[derive(Debug)]
struct HeldByAuthor {
    /// The replica that did it, by its number in this file.
    device: i64,
    /// The place of the operation.
    seq: i64,
    /// Of other replicas; nothing in rows of earlier versions.
    others: Option<HeldRows>,
}

impl HeldByAuthor {
    /// The last row of a replica that was surely held.
    fn last(&self, branches: &Branches, device: i64) -> i64 {
        let held = self.others.as_ref().map_or(0, |held| held.last(branches, device));
        let mut own = self.seq;
        for at in branches.lineage(self.device) {
            if at == device {
                return held.max(own);
            }
            own = branches.fork(at).map_or(own, |fork| own.min(fork.since - 1));
        }
        held
    }
}

/// The last row of each replica that is not newer than an operation: what its author held as far as the order says,
/// where an earlier version did not write it down.
pub(super) fn held_by_order(store: &Store, device: i64, operation: i64) -> Result<HashMap<i64, i64>> {
    let replicas = device::all(&store.conn)?.into_iter();
    let mut held: HashMap<i64, i64> = replicas.map(|(number, _)| (number, i64::MAX)).collect();
    let at = LogId { device: device::id(&store.conn, device)?, seq: operation };
    let numbers = LocalNumbers::of(&store.conn)?;
    let mut newest_first = NewestFirst::of(store)?;
    while let Some(newer) = newest_first.next(store)?.filter(|newer| newer.at != at) {
        if let Some(number) = numbers.number(newer.at.device) {
            held.insert(number, newer.at.seq - 1);
        }
    }
    held.insert(device, operation);
    Ok(held)
}

/// The operation before a place in the log of a replica.
pub(super) fn previous(store: &Store, device: i64, before: i64) -> Result<Option<Operation>> {
    Ok(head(store, &Branches::default(), device, before)?.map(|head| head.operation))
}

/// The same, with what its author held: two look-ups by key.
fn head(store: &Store, branches: &Branches, device: i64, before: i64) -> Result<Option<NextOperation>> {
    let by = device::id(&store.conn, device)?;
    let mut statement = store.conn.prepare_cached(
        "SELECT seq, stamp, field, id, new, held, author FROM log WHERE device = :device AND seq =
            (SELECT operation FROM log WHERE device = :device AND seq < :before ORDER BY seq DESC LIMIT 1)",
    )?;
    let params = named_params! { ":device": device, ":before": before };
    let head = statement.query_row(params, |row| {
        let others: Option<String> = row.get("held")?;
        let others = others.map(|held| HeldRows::read(&held).knowing(branches.lineage(device)));
        let held = HeldByAuthor { device, seq: row.get("seq")?, others };
        Ok(NextOperation { operation: operation(store, row, by)?, done: Stamp(row.get("stamp")?), held })
    });
    Ok(head.optional()?)
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
        parts: stored.parts,
    })
}

/// The records that an operation of any replica touched, its parts included, in order, possibly more than once.
///
/// # Errors
/// Where the file cannot be read.
pub fn touched(store: &Store, place: LogId) -> Result<Vec<(Entity, Uuid)>> {
    let Some(number) = LocalNumbers::of(&store.conn)?.number(place.device) else { return Ok(Vec::new()) };
    let parts = at(store, place)?.map(|operation| operation.parts).unwrap_or_default();
    let mut statement = store.conn.prepare_cached(
        "SELECT operation, entity, id FROM log WHERE device = :device AND seq > :operation ORDER BY seq",
    )?;
    let mut touched = Vec::new();
    for operation in parts.into_iter().chain([place.seq]) {
        let mut rows = statement.query(named_params! { ":device": number, ":operation": operation })?;
        while let Some(row) = rows.next()?
            && row.get::<_, i64>("operation")? == operation
        {
            touched.push((row.code("entity")?, row.get("id")?));
        }
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
