//! Rows of other replicas: they enter the log, and the tables follow from it. In whatever order they come, and however
//! often, the same rows give the same store.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::log::{self, LocalNumbers};
use super::{Result, Store, derived, device, heads, names, numbering, present, search};
use crate::model::Coded;
use crate::model::history::{Changes, Entity, LogId, LogRow, Stamp, Value};
use crate::model::id::DeviceId;
use crate::model::noun::Noun;

/// Rows at the very end of time (the year 6429, where stamps end) are not taken: nothing could be written after them.
const END: Stamp = Stamp(i64::MAX - (1 << 40));

/// What became of the rows of other replicas.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Applied {
    /// How many rows are new.
    pub rows: usize,
    /// How many were refused, because nothing could be written after them.
    pub refused: usize,
    /// The replicas whose rows did not follow on those that are held. All of them are needed, from the first.
    pub wanted: Vec<DeviceId>,
    /// The replicas that were written in two places at once, from a copy or a restored file, and the name that one of
    /// the two branches has from here on.
    pub forks: Vec<(DeviceId, DeviceId)>,
    /// What was touched.
    pub changes: Changes,
}

impl Store {
    /// Takes rows of other replicas into the log and brings the tables up to date, in one transaction.
    ///
    /// # Errors
    /// A file that cannot be written. Then nothing has changed.
    pub fn apply(&mut self, rows: &[LogRow]) -> Result<Applied> {
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        match apply(self, rows) {
            Ok((applied, own)) => {
                self.commit()?;
                self.device = own;
                Ok(applied)
            }
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }
}

/// Applies the rows; returns the number of this file's own replica too, which a fork may have changed.
fn apply(store: &Store, rows: &[LogRow]) -> Result<(Applied, Option<i64>)> {
    let conn = &store.conn;
    let mut applied = Applied::default();
    let mut numbers = LocalNumbers::of(conn)?;
    let mut own = store.device;
    let mut touched = Touched::default();
    let mut by_replica: BTreeMap<DeviceId, BTreeMap<i64, &LogRow>> = BTreeMap::new();
    for row in rows {
        if row.stamp >= END {
            applied.refused += 1;
        } else {
            by_replica.entry(row.at.device).or_default().insert(row.at.seq, row);
        }
    }
    let accepted: Vec<LogRow> =
        by_replica.values().flat_map(|rows| rows.values().map(|row| (*row).clone())).collect();
    numbers.learn(conn, &accepted)?;
    for (replica, rows) in by_replica {
        let rows: Vec<LogRow> = rows.into_values().cloned().collect();
        match branch(conn, &mut numbers, replica, &rows)? {
            Branch::Same(rows) => append(conn, &numbers, rows, &mut applied, &mut touched)?,
            Branch::Forked { as_other, rows } => {
                applied.forks.push((replica, as_other));
                append(conn, &numbers, rows, &mut applied, &mut touched)?;
            }
            Branch::Displaced { as_other, moved, rows } => {
                applied.forks.push((replica, as_other));
                if own == numbers.number(replica) {
                    own = numbers.number(as_other);
                }
                touched.records.extend(moved);
                append(conn, &numbers, rows, &mut applied, &mut touched)?;
            }
            Branch::Gap => applied.wanted.push(replica),
        }
    }
    touched.follow(store, &mut applied.changes)?;
    Ok((applied, own))
}

/// How rows of a replica fit those that are held.
enum Branch {
    /// They go on where those end, or are among them.
    Same(Vec<LogRow>),
    /// From some row on they are another branch, which has a name of its own.
    Forked { as_other: DeviceId, rows: Vec<LogRow> },
    /// From some row on those that are held are another branch; they were renamed. `moved` are the records in it.
    Displaced { as_other: DeviceId, moved: Vec<(Entity, Uuid)>, rows: Vec<LogRow> },
    /// There are rows missing before them.
    Gap,
}

/// Compares rows of one replica, in their order, with those that are held. Where both have a row at the same place and
/// they are not the same, the replica was written in two places at once. From there on the branch with the greater row
/// has a name that follows from that row: every laptop derives the same name.
fn branch(
    conn: &Connection,
    numbers: &mut LocalNumbers,
    replica: DeviceId,
    rows: &[LogRow],
) -> Result<Branch> {
    let number = numbers.number(replica).unwrap_or_default();
    let held = super::history::last_seq(conn, number)?;
    let Some(first) = rows.first() else { return Ok(Branch::Same(Vec::new())) };
    let is_consecutive = rows.windows(2).all(|pair| pair[0].at.seq + 1 == pair[1].at.seq);
    if first.at.seq > held + 1 || !is_consecutive {
        return Ok(Branch::Gap);
    }
    let mut parted = None;
    for row in rows.iter().take_while(|row| row.at.seq <= held) {
        let known =
            log::get(conn, numbers, number, row.at.seq)?.map(|row| log::hash(&row)).unwrap_or_default();
        let new = log::hash(row);
        if known != new {
            parted = Some((row.at.seq, known, new));
            break;
        }
    }
    let Some((from, known, new)) = parted else { return Ok(Branch::Same(rows.to_vec())) };
    if from == first.at.seq && from > 1 {
        // They may have parted before it.
        return Ok(Branch::Gap);
    }
    let as_other = name_of_branch(replica, from, known.max(new));
    if numbers.number(as_other).is_none() {
        device::enter(conn, as_other)?;
        *numbers = LocalNumbers::of(conn)?;
    }
    if new > known {
        let branch = rows.iter().filter(|row| row.at.seq >= from);
        return Ok(Branch::Forked {
            as_other,
            rows: branch.map(|row| renamed(row, as_other, from)).collect(),
        });
    }
    let displaced = log::after(conn, numbers, number, from)?;
    conn.execute(
        "DELETE FROM log WHERE device = :device AND seq >= :from",
        named_params! { ":device": number, ":from": from },
    )?;
    let other = numbers.number(as_other).unwrap_or_default();
    let mut moved = Vec::new();
    for row in &displaced {
        if log::get(conn, numbers, other, row.at.seq)?.is_none() {
            log::append(conn, numbers, &renamed(row, as_other, from))?;
        }
        moved.extend(Entity::from_code(&row.entity).map(|entity| (entity, row.id)));
    }
    Ok(Branch::Displaced { as_other, moved, rows: rows.to_vec() })
}

fn name_of_branch(replica: DeviceId, from: i64, row: [u8; 32]) -> DeviceId {
    let named = [replica.0.as_bytes().as_slice(), &from.to_be_bytes(), &row].concat();
    let hash = log::digest(&named);
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    DeviceId(Uuid::from_bytes(id))
}

/// A row of a branch under its own name. What the branch itself wrote before it parted is another replica's from here
/// on.
fn renamed(row: &LogRow, as_other: DeviceId, from: i64) -> LogRow {
    let replica = row.at.device;
    let rename = |at: &LogId| {
        let is_of_branch = at.device == replica && at.seq >= from;
        LogId { device: if is_of_branch { as_other } else { at.device }, seq: at.seq }
    };
    let before = LogId { device: replica, seq: from - 1 };
    LogRow {
        at: rename(&row.at),
        seen: row.seen.iter().map(rename).collect(),
        held: row.held.as_ref().map(|held| held.iter().map(rename).chain([before]).collect()),
        ..row.clone()
    }
}

fn append(
    conn: &Connection,
    numbers: &LocalNumbers,
    rows: Vec<LogRow>,
    applied: &mut Applied,
    touched: &mut Touched,
) -> Result<()> {
    let mut last = BTreeMap::new();
    for row in rows {
        let number = numbers.number(row.at.device).unwrap_or_default();
        if let Entry::Vacant(unknown) = last.entry(number) {
            unknown.insert(super::history::last_seq(conn, number)?);
        }
        if row.at.seq <= last[&number] && log::get(conn, numbers, number, row.at.seq)?.is_some() {
            continue;
        }
        log::append(conn, numbers, &row)?;
        numbering::note(conn, &row)?;
        applied.rows += 1;
        touched.add(&row);
    }
    Ok(())
}

/// What the tables have to follow.
#[derive(Default)]
struct Touched {
    records: Vec<(Entity, Uuid)>,
    cells: Vec<(Entity, Uuid, String)>,
}

impl Touched {
    fn add(&mut self, row: &LogRow) {
        // What only a newer version knows stays in the log.
        let Some(noun) = Entity::from_code(&row.entity).and_then(Noun::of) else { return };
        self.records.push((noun.entity, row.id));
        if !row.field.is_empty() {
            self.cells.push((noun.entity, row.id, row.field.clone()));
        }
    }

    fn follow(self, store: &Store, changes: &mut Changes) -> Result<()> {
        let conn = &store.conn;
        let mut seen = HashSet::new();
        let records: Vec<(Entity, Uuid)> =
            self.records.into_iter().filter(|record| seen.insert(*record)).collect();
        let mut row = search::last_row(store)?;
        let mut stale = records.clone();
        for (entity, id) in &records {
            let Some(present) = present::present(conn, *id)? else { continue };
            for (cell, _) in present.noun.parents() {
                // What it is taken out of follows too.
                let old = super::record::cell(conn, *entity, *id, cell)?.unwrap_or(Value::Null);
                if present.cell(cell) != Some(&old) {
                    stale.extend(derived::parent(*entity, cell, &old));
                }
            }
            if present.store(conn, *id, row + 1)? {
                row += 1;
            }
        }
        let mut to_index = HashSet::new();
        for (entity, id) in stale {
            if super::record::cell(conn, entity, id, "id")?.is_none() {
                continue;
            }
            to_index.extend(derived::refresh(store, entity, id)?);
        }
        let people = records.iter().filter(|(entity, _)| *entity == Entity::Person).map(|(_, id)| *id);
        names::refresh_people(conn, &people.collect())?;
        search::update(store, &to_index, Some(row))?;
        for (entity, id, field) in self.cells {
            heads::keep_conflicts(conn, entity, id, &field)?;
        }
        numbering::share(conn)?;
        changes.touched = records;
        Ok(())
    }
}
