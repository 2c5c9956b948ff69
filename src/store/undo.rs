//! Undoing and redoing in the log: which operation is next, and how the values before or after it are restored.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::codec::Cells;
use super::history::previous;
use super::{Result, Store, Tx, derived, device, heads, record};
use crate::model::history::{Entity, LogId, Op, Operation, Value};
use crate::model::noun::Noun;

/// A cell that was not restored, because somebody else has changed it since, or because only a newer version knows it.
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
    /// Restores the values before an operation of this replica, or those after it, and returns what was left: what
    /// somebody else has changed since, has written at the same time, or has built on, and what only a newer version
    /// knows.
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
            let unmakes = made && turn == Turn::Undo;
            if self.can_turn(entity, id, &column, &from)? && !(unmakes && self.is_built_on(entity, id)?) {
                self.set(entity, id, &column, &to)?;
            } else {
                left.push(Left { entity, id, field: column });
            }
        }
        Ok(left)
    }

    /// Whether a cell is still as this replica left it, and nobody has written it at the same time.
    fn can_turn(&self, entity: Entity, id: Uuid, column: &str, from: &Value) -> Result<bool> {
        let conn = &self.store().conn;
        let is_known = Noun::of(entity).is_some_and(|noun| noun.has(column));
        if !is_known || record::cell(conn, entity, id, column)?.as_ref() != Some(from) {
            return Ok(false);
        }
        let writes = heads::all(conn, id, column)?;
        let is_own = writes.last().is_some_and(|last| last.device == self.device());
        Ok(is_own && !heads::is_in_conflict(conn, id, column)?)
    }

    fn is_built_on(&self, entity: Entity, id: Uuid) -> Result<bool> {
        is_built_on(&self.store().conn, entity, id, self.device())
    }
}

/// Whether another replica has written in a record, in what is part of it, or in what was made from it.
fn is_built_on(conn: &Connection, entity: Entity, id: Uuid, own: i64) -> Result<bool> {
    if device::only(conn)? == Some(own) {
        return Ok(false);
    }
    let written = conn
        .prepare_cached("SELECT 1 FROM log WHERE id = :id AND device <> :own LIMIT 1")?
        .query_row(named_params! { ":id": id, ":own": own }, |_| Ok(()))
        .optional()?;
    if written.is_some() {
        return Ok(true);
    }
    for (noun, id) in derived::related(conn, entity, id)? {
        if derived::is_shown(conn, noun.entity, id)? && is_built_on(conn, noun.entity, id, own)? {
            return Ok(true);
        }
    }
    Ok(false)
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
