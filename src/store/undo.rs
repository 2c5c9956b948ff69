//! Undoing and redoing in the log: which operation is next, and how the values before or after it are restored.

use std::collections::{HashMap, HashSet};

use rusqlite::named_params;
use uuid::Uuid;

use super::codec::Cells;
use super::history::previous;
use super::names::joins;
use super::{Result, Store, Tx, derived, device, heads, record};
use crate::model::cell;
use crate::model::history::{Entity, LogId, Op, Operation, Value};
use crate::model::noun::{CellForm, Noun};

mod built_on;

pub use built_on::{LaterWork, later_work};
use built_on::{are_children_built_on, is_built_on, is_named, is_written_in, passed_on};

/// A cell that was not restored, because it was changed since or something builds on what it shows, or because only a
/// newer version knows it.
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
            // One whose cell is damaged: nobody knows what it reverted. Of a part what it is a part of is undone, or is
            // not done yet.
            (Op::Undo | Op::Redo, None) => {}
            (part, _) if part.is_part() => {}
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
    let is_named = |found: &Operation| found.at == place && !found.is_turn() && !found.op.is_part();
    let Some(named) = named.filter(is_named) else { return Ok(None) };
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
            (part, _) if part.is_part() => {}
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
        let changes = changes(self.store(), operation)?;
        self.turn_but(operation, turn, changes, |_, _| Ok(false))
    }

    /// Does the same with one part of the operation. Between the parts somebody may have written in what the operation
    /// made, this replica too: a meeting, a section or an entry is left for the sake of that.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub(crate) fn turn_part(&mut self, operation: &Operation, part: i64, turn: Turn) -> Result<Vec<Left>> {
        let changes = changes_after(self.store(), part)?;
        self.turn_but(operation, turn, changes, Self::is_written_in_meanwhile)
    }

    /// Does the same with what the operation did itself, once its parts are done: these ended so.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub(crate) fn turn_last(
        &mut self,
        operation: &Operation,
        turn: Turn,
        parts: Vec<i64>,
    ) -> Result<Vec<Left>> {
        self.reverts(operation.at.seq);
        self.ends(parts);
        let changes = changes_after(self.store(), operation.at.seq)?;
        self.turn_but(operation, turn, changes, |_, _| Ok(false))
    }

    /// Takes back a part of what is not done yet. A meeting, a section or an entry that somebody has written in
    /// meanwhile, this replica too, is left for the sake of what was written.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub(crate) fn take_back(&mut self, part: &Operation) -> Result<Vec<Left>> {
        self.reverts(part.at.seq);
        let changes = changes(self.store(), part)?;
        self.turn_but(part, Turn::Undo, changes, Self::is_written_in_meanwhile)
    }

    fn is_written_in_meanwhile(&self, step: &Step) -> Result<bool> {
        let is_unmade = matches!(step.removal, Some(Removal::Unmake));
        // A response goes before its links.
        Ok(is_unmade
            && step.entity != Entity::Response
            && is_written_in(&self.store().conn, step.entity, step.id)?)
    }

    fn turn_but(
        &mut self,
        operation: &Operation,
        turn: Turn,
        mut changes: Vec<CellChange>,
        is_left: impl Fn(&Self, &Step) -> Result<bool>,
    ) -> Result<Vec<Left>> {
        self.about(operation.subject.clone());
        if turn == Turn::Undo {
            changes.reverse();
        }
        let mut steps: Vec<Step> = changes.into_iter().map(|change| change.step(turn)).collect();
        steps.sort_by_key(Step::rank);
        // A number goes with the kind that it was given for, and is not named beside it.
        let mut keep_kind = HashSet::new();
        for step in steps.iter().filter(|step| step.form() == Some(CellForm::Kind)) {
            if !self.can_take(step)? {
                keep_kind.insert(step.id);
            }
        }
        // What a person who stays apart knows is not taken over, and is not named beside it either.
        let mut stay_apart = false;
        for step in steps.iter().filter(|step| step.joins()) {
            stay_apart |= !self.can_take(step)?;
        }
        let mut left = Vec::new();
        // What is derived follows by itself; earlier versions wrote it.
        for step in steps.into_iter().filter(|step| !step.is_derived()) {
            if stay_apart && step.entity == Entity::Person && !step.joins() {
                continue;
            }
            let is_number = matches!(step.form(), Some(CellForm::Number(_)));
            if is_number && keep_kind.contains(&step.id) {
                continue;
            }
            if step.comes_back() && self.is_there(&step)? {
                continue;
            }
            if self.can_take(&step)? && !is_left(self, &step)? {
                self.set(step.entity, step.id, &step.column, &step.to)?;
                if step.comes_back() && step.entity == Entity::Person {
                    left.extend(passed_on(&self.store().conn, step.id, operation)?);
                }
            } else {
                left.push(Left { entity: step.entity, id: step.id, field: step.column });
            }
        }
        Ok(left)
    }

    /// Whether what is to come back was never taken away, because something else needs it.
    fn is_there(&self, step: &Step) -> Result<bool> {
        let cell = record::cell(&self.store().conn, step.entity, step.id, &step.column)?;
        Ok(cell.as_ref() == Some(&step.to))
    }

    /// Whether a cell is still as this replica left it, nobody has written it at the same time, and nothing is lost
    /// that somebody else has built on what it shows.
    fn can_take(&self, step: &Step) -> Result<bool> {
        let Step { entity, id, column, from, .. } = step;
        let conn = &self.store().conn;
        let Some(noun) = Noun::of(*entity).filter(|noun| noun.has(column)) else { return Ok(false) };
        if record::cell(conn, *entity, *id, column)?.as_ref() != Some(from) {
            return Ok(false);
        }
        let writes = heads::all(conn, *id, column)?;
        let is_own = writes.last().is_some_and(|last| last.device == self.device());
        if !is_own || heads::is_in_conflict(conn, *id, column)? {
            return Ok(false);
        }
        let own = self.device();
        // Whoever writes the same at the same time wants it so. A deletion has rules of its own.
        if column != "deleted" && heads::is_written_alike(conn, &writes, own)? {
            return Ok(false);
        }
        let loses_words = match step.removal {
            // The register is shared: who is named in what stays, or works there, stays too.
            Some(Removal::Unmake) if !noun.is_of_meeting() && is_named(conn, *entity, *id)? => true,
            Some(Removal::Unmake) => is_built_on(conn, *entity, *id, own)?,
            Some(Removal::DeleteAgain { seq }) => derived::is_written_since(conn, noun, *id, own, seq)?,
            None => step.ends_kind() && are_children_built_on(conn, *entity, *id, own)?,
        };
        Ok(!loses_words)
    }
}

struct CellChange {
    seq: i64,
    entity: Entity,
    id: Uuid,
    field: String,
    old: Value,
    new: Value,
}

impl CellChange {
    fn step(self, turn: Turn) -> Step {
        let Self { seq, entity, id, field, old, new } = self;
        let made = field.is_empty();
        let column = if made { "deleted".to_owned() } else { field };
        let (old, new) = if made { (Value::Integer(1), Value::Integer(0)) } else { (old, new) };
        let (from, to) = if turn == Turn::Undo { (new, old) } else { (old, new) };
        let removes = column == "deleted" && to == Value::Integer(1) || joins(entity, &column, &from, &to);
        let removal = removes.then_some(if made { Removal::Unmake } else { Removal::DeleteAgain { seq } });
        Step { entity, id, column, from, to, removal }
    }
}

/// One cell on the way back, or forth again.
struct Step {
    entity: Entity,
    id: Uuid,
    column: String,
    from: Value,
    to: Value,
    /// Whether it takes a record away.
    removal: Option<Removal>,
}

/// How a step takes a record away.
enum Removal {
    /// The record was made by the operation that is undone.
    Unmake,
    /// The record was deleted by this row of the replica, or found to be another, and that is redone.
    DeleteAgain { seq: i64 },
}

impl Step {
    fn form(&self) -> Option<CellForm> {
        Noun::of(self.entity)?.cell(&self.column).map(|cell| cell.form)
    }

    /// Whether the cell is one that is in the log of earlier versions only.
    fn is_derived(&self) -> bool {
        Noun::of(self.entity).is_some_and(|noun| noun.has_derived(&self.column))
    }

    /// A response goes before its links and comes back after them: one that is there is never without a link, or those
    /// that it had long ago would be needed again.
    fn rank(&self) -> i64 {
        match self.to {
            _ if self.entity != Entity::Response || self.column != "deleted" => 0,
            Value::Integer(1) => -1,
            _ => 1,
        }
    }

    /// Whether it says that a person is another.
    fn joins(&self) -> bool {
        joins(self.entity, &self.column, &self.from, &self.to)
    }

    /// Whether a record of the register or a programme that was made is to be there again.
    fn comes_back(&self) -> bool {
        let is_shared = Noun::of(self.entity).is_some_and(|noun| !noun.is_of_meeting());
        is_shared && self.column == "deleted" && self.to == Value::Integer(0)
    }

    /// Whether it makes something else of what can be answered and followed up.
    fn ends_kind(&self) -> bool {
        let kind = |value: &Value| match value {
            Value::Text(text) if self.form() == Some(CellForm::Kind) => Some(cell::read_kind(text)),
            _ => None,
        };
        match (kind(&self.from), kind(&self.to)) {
            (Some(from), Some(to)) => from.status_code().is_some() && !from.same_kind(to),
            _ => false,
        }
    }
}

/// The cells that an operation of this replica changed with its parts, in their order.
fn changes(store: &Store, operation: &Operation) -> Result<Vec<CellChange>> {
    let mut cells = Vec::new();
    for seq in operation.parts.iter().chain([&operation.at.seq]) {
        cells.extend(changes_after(store, *seq)?);
    }
    Ok(cells)
}

/// Those of one row of an operation: they follow it without a gap, as numbers are given inside the write transaction.
fn changes_after(store: &Store, operation: i64) -> Result<Vec<CellChange>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT seq, operation, entity, id, field, old, new FROM log WHERE device = :device AND seq > :operation ORDER BY seq",
    )?;
    let mut rows = statement.query(named_params! { ":device": store.device, ":operation": operation })?;
    let mut cells = Vec::new();
    while let Some(row) = rows.next()?
        && row.get::<_, i64>("operation")? == operation
    {
        cells.push(CellChange {
            seq: row.get("seq")?,
            entity: row.code("entity")?,
            id: row.get("id")?,
            field: row.get("field")?,
            old: row.get("old")?,
            new: row.get("new")?,
        });
    }
    Ok(cells)
}
