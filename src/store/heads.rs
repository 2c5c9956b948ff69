//! What was written of one cell: which write the cell shows, and which others nobody has seen since.
//!
//! The write that a cell shows is the one with the greatest stamp, and of two with the same stamp that of the greater
//! replica. A write's stamp is always greater than that of any write its author held, so that a change made after
//! seeing another wins whatever the clocks say.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::branch::Branches;
use super::held::HeldRows;
use super::{Result, Store, StoreError, history, log};
use crate::model::cell;
use crate::model::history::{Entity, Op, Stamp, Value};
use crate::model::noun::{CellForm, Noun};

/// One write of a cell; the making of a record writes every cell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellWrite {
    /// The replica's number in this file.
    pub(super) device: i64,
    /// Its place in that replica's log.
    pub(super) seq: i64,
    pub(super) stamp: Stamp,
    /// Whether it is the making of the record.
    pub(super) is_made: bool,
    /// The writes that its author had seen, as the log has them.
    seen: String,
    /// What was written; of a record that was made, all its cells.
    new: Value,
}

impl CellWrite {
    /// Whether the replica `own` wrote it, under the name that it has now or had then.
    pub(super) fn is_of(&self, branches: &Branches, own: i64) -> bool {
        branches.name_at(own, self.seq) == self.device
    }

    /// The replica and its row.
    fn at(&self) -> (i64, i64) {
        (self.device, self.seq)
    }

    /// What was written in the cell of this name; `None` where the record was made without it.
    pub(super) fn value(&self, field: &str) -> Option<Value> {
        match &self.new {
            Value::Text(made) if self.is_made => {
                cell::read_made(made).into_iter().find_map(|(cell, value)| (cell == field).then_some(value))
            }
            _ if self.is_made => None,
            value => Some(value.clone()),
        }
    }

    /// As the column `seen` of the log names it.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.device, self.seq)
    }
}

/// Every write of a cell, the one that it shows last.
pub(super) fn all(conn: &Connection, id: Uuid, field: &str) -> Result<Vec<CellWrite>> {
    let mut statement = conn.prepare_cached(
        "SELECT device, seq, stamp, field = '' AS is_made, seen, new FROM log JOIN device ON device.number = log.device
         WHERE log.id = :id AND field IN ('', :field) AND stamp < :end ORDER BY stamp, device.id, seq",
    )?;
    let params = named_params! { ":id": id, ":field": field, ":end": Stamp::END.0 };
    let rows = statement.query_map(params, |row| {
        Ok(CellWrite {
            device: row.get("device")?,
            seq: row.get("seq")?,
            stamp: Stamp(row.get("stamp")?),
            is_made: row.get("is_made")?,
            seen: row.get("seen")?,
            new: row.get("new")?,
        })
    })?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// Whether neither author of two writes, of one cell or of two, held the other write.
pub(super) fn are_concurrent(
    conn: &Connection,
    branches: &Branches,
    one: &CellWrite,
    other: &CellWrite,
) -> Result<bool> {
    let is_held = |earlier: &CellWrite, later: &CellWrite| {
        if earlier.is_made || earlier.is_of(branches, later.device) {
            return Ok(true);
        }
        let operation = log::operation_at(conn, later.device, later.seq)?;
        let held = log::held(conn, later.device, operation)?;
        // An earlier version did not say what was held: stamps were then later than all of it.
        Ok::<_, StoreError>(held.map_or(earlier.stamp <= later.stamp, |held| {
            HeldRows::read_of(&held, branches, later.device).covers(branches, earlier.device, earlier.seq)
        }))
    };
    Ok(!is_held(one, other)? && !is_held(other, one)?)
}

/// The writes of something else than the cell shows and than what later writers had seen. Who had seen the same words
/// of somebody else knew these too.
fn losing<'a>(writes: &'a [CellWrite], branches: &Branches) -> impl Iterator<Item = &'a CellWrite> {
    let seen = seen(writes, branches);
    let known: HashSet<&Value> =
        writes.iter().filter(|write| seen.contains(&write.at())).map(|write| &write.new).collect();
    let shown = writes.last().map(|write| &write.new);
    // Who has seen any write of the cell has seen what the record was made with, though that write is not held here.
    let is_making_seen = writes.iter().any(|write| !write.seen.is_empty());
    writes.iter().filter(move |write| {
        Some(&write.new) != shown && !known.contains(&write.new) && !(write.is_made && is_making_seen)
    })
}

/// Where the writes are that a later writer had seen.
fn seen(writes: &[CellWrite], branches: &Branches) -> HashSet<(i64, i64)> {
    writes
        .iter()
        .flat_map(|write| log::places(&write.seen).filter_map(|place| meant(write, place, writes, branches)))
        .collect()
}

/// Whether what a cell shows is what its record was made with: it was never written since, or each write was undone.
/// What another has written at the same time, and does not show, is no matter.
pub(super) fn is_as_made(store: &Store, id: Uuid, field: &str) -> Result<bool> {
    let writes = all(&store.conn, id, field)?;
    if let [only] = &writes[..] {
        return Ok(only.is_made);
    }
    let branches = Branches::of(&store.conn)?;
    let mut shown = writes.last();
    while let Some(write) = shown.filter(|write| !write.is_made) {
        let operation = history::previous(store, write.device, write.seq + 1)?;
        let Some(undone) = operation.filter(|turn| turn.op == Op::Undo).and_then(|turn| turn.reverts) else {
            return Ok(false);
        };
        // What the first write of the operation that was undone had seen.
        let name = branches.name_at(write.device, undone.seq);
        let undone = writes.iter().filter(|other| other.device == name && other.seq > undone.seq);
        let undone = undone.min_by_key(|other| other.seq);
        shown = undone.and_then(|undone| {
            let (device, seq) =
                log::places(&undone.seen).find_map(|at| meant(undone, at, &writes, &branches))?;
            writes.iter().find(|other| other.at() == (device, seq))
        });
    }
    Ok(shown.is_some())
}

/// Which write of the cell a later one means by a place. The name may be that of a replica some of whose rows are a
/// branch now: then it is the row at that place that is of this cell. Of two such rows it is the writer's own branch's,
/// if any: rather a conflict too many than words that nobody has seen.
fn meant(
    write: &CellWrite,
    (device, seq): (i64, i64),
    writes: &[CellWrite],
    branches: &Branches,
) -> Option<(i64, i64)> {
    if branches.is_empty() {
        return Some((device, seq));
    }
    let root = branches.root(device);
    let mut there = writes
        .iter()
        .filter(|other| other.seq == seq && branches.root(other.device) == root && other.at() != write.at());
    match (there.next(), there.next()) {
        (Some(only), None) => Some((only.device, seq)),
        (Some(_), Some(_)) if branches.root(write.device) == root => {
            Some((branches.name_at(write.device, seq), seq))
        }
        _ => None,
    }
}

/// Brings the conflicts of a cell up to date. Deletions and numbers have rules of their own, by which nothing is lost.
pub(super) fn keep_conflicts(conn: &Connection, entity: Entity, id: Uuid, field: &str) -> Result<()> {
    let form = Noun::of(entity).and_then(|noun| noun.cell(field)).map(|cell| cell.form);
    if form.is_none_or(|form| matches!(form, CellForm::Number(_))) {
        return Ok(());
    }
    let writes = all(conn, id, field)?;
    let params = named_params! { ":id": id, ":field": field };
    conn.prepare_cached("DELETE FROM conflict WHERE id = :id AND field = :field")?.execute(params)?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO conflict (id, field, device, seq) VALUES (:id, :field, :device, :seq)",
    )?;
    for CellWrite { device, seq, .. } in losing(&writes, &Branches::of(conn)?) {
        insert.execute(named_params! { ":id": id, ":field": field, ":device": device, ":seq": seq })?;
    }
    Ok(())
}

/// Whether two people have written a cell without having seen each other's words.
pub(super) fn is_in_conflict(conn: &Connection, id: Uuid, field: &str) -> Result<bool> {
    let found = conn
        .prepare_cached("SELECT 1 FROM conflict WHERE id = :id AND field = :field LIMIT 1")?
        .query_row(named_params! { ":id": id, ":field": field }, |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

/// Whether another replica than `own` has written what a cell shows, without that anybody had seen that write.
pub(super) fn is_written_alike(conn: &Connection, writes: &[CellWrite], own: i64) -> Result<bool> {
    let shown = writes.last().map(|write| &write.new);
    let mut alike = writes.iter().filter(|write| write.device != own && Some(&write.new) == shown).peekable();
    if alike.peek().is_none() {
        return Ok(false);
    }
    let seen = seen(writes, &Branches::of(conn)?);
    Ok(alike.any(|write| !seen.contains(&write.at())))
}

/// Whether a cell has been written since so much was held, and by other replicas only: not in another window.
///
/// # Errors
/// Where the file cannot be read.
pub fn is_written_elsewhere_only(store: &Store, held: &HeldRows, id: Uuid, column: &str) -> Result<bool> {
    let branches = Branches::of(&store.conn)?;
    let own = store.device.unwrap_or_default();
    let held = held.clone().of_own_branch(&branches, own);
    let writes = all(&store.conn, id, column)?;
    let mut since = writes.iter().filter(|write| !held.covers(&branches, write.device, write.seq)).peekable();
    Ok(since.peek().is_some() && since.all(|write| !write.is_of(&branches, own)))
}
