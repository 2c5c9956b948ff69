//! Rows of other replicas: they enter the log, and the tables follow from it. In whatever order they come, and however
//! often, the same rows give the same store.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::{Result, Store, derived, heads, names, numbering, present, rebuild, search};
use crate::model::Coded;
use crate::model::history::{Changes, Entity, LogRow, Value};
use crate::model::id::DeviceId;
use crate::model::noun::{NOUNS, Noun};

mod rows;

use rows::Incoming;

/// What became of the rows of other replicas.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Applied {
    /// How many rows are new.
    pub rows: usize,
    /// The replicas whose rows did not follow on those that are held. All of them are needed, from the first.
    pub wanted: Vec<DeviceId>,
    /// The replicas that were written in two places at once, from a copy or a restored file, and the names that
    /// branches of them have from here on.
    pub forks: Vec<(DeviceId, DeviceId)>,
    /// What was touched.
    pub changes: Changes,
}

impl Store {
    /// Takes rows of other replicas into the log and brings the tables up to date, in one transaction. Where another
    /// file has written under the name of this one, this one goes on under another.
    ///
    /// # Errors
    /// A file that cannot be written. Then nothing has changed.
    pub fn apply(&mut self, rows: &[LogRow]) -> Result<Applied> {
        self.require_writable()?;
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let applied = self.find_again().and_then(|()| {
            let (applied, own) = apply(self, rows)?;
            let moved = self.become_replica(own)?;
            self.commit_as_replica()?;
            Ok((applied, moved))
        });
        match applied {
            Ok((applied, moved)) => {
                self.forget(moved);
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
    let mut by_replica: BTreeMap<DeviceId, BTreeMap<i64, &LogRow>> = BTreeMap::new();
    for row in rows {
        by_replica.entry(row.at.device).or_default().insert(row.at.seq, row);
    }
    let mut waiting: Vec<(DeviceId, Vec<LogRow>)> = by_replica
        .into_iter()
        .map(|(replica, rows)| (replica, rows.into_values().cloned().collect()))
        .collect();
    let mut taking = Incoming::of(&store.conn, store.device)?;
    taking.learn(rows)?;
    // A branch may come before what it is a branch of.
    loop {
        let before = waiting.len();
        let mut left = Vec::new();
        for (replica, rows) in waiting {
            if !taking.take(replica, &rows)? {
                left.push((replica, rows));
            }
        }
        waiting = left;
        if waiting.is_empty() || waiting.len() == before {
            break;
        }
    }
    let Incoming { own, touched, mut applied, .. } = taking;
    applied.wanted = waiting.into_iter().map(|(replica, _)| replica).collect();
    if applied.forks.is_empty() {
        touched.follow(store, &mut applied.changes)?;
    } else {
        // What a name in the log means has changed, wherever it is written.
        applied.changes.touched = touched.records();
        rebuild::rebuild(store)?;
    }
    Ok((applied, own))
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

    /// The records, each once.
    fn records(&self) -> Vec<(Entity, Uuid)> {
        let mut seen = HashSet::new();
        let mut records: Vec<_> =
            self.records.iter().copied().filter(|record| seen.insert(*record)).collect();
        // What a record is part of comes before it, and counts it. The index is quickest where new ones come last.
        records.sort_by_key(|(entity, id)| (NOUNS.iter().position(|noun| noun.entity == *entity), *id));
        records
    }

    fn follow(self, store: &Store, changes: &mut Changes) -> Result<()> {
        let conn = &store.conn;
        let records = self.records();
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
            // What is not searched has no place in the index.
            if present.store(conn, *id, row + 1)? && present.noun.searched.is_some() {
                row += 1;
            }
        }
        let mut written = Vec::new();
        for (entity, id) in stale {
            if super::record::cell(conn, entity, id, "id")?.is_some() {
                written.push((entity, id));
            }
        }
        let to_index: HashSet<_> = derived::refresh_each(store, written)?.into_iter().collect();
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
