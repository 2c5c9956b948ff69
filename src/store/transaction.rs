//! A write: one named operation, one transaction, one row in the log for each cell that changes.

use std::collections::{HashMap, HashSet};

use base::Base;
use rusqlite::named_params;
use uuid::Uuid;

use super::branch::Branches;
use super::heads::{self, CellWrite};
use super::held::HeldRows;
use super::history::Identities;
use super::ids::Seed;
use super::names::{PersonNamed, joins};
use super::record::{self, Record};
use super::scope::{WriteScope, meetings_of};
use super::written::{self, WrittenRows};
use super::{Result, Store, StoreError, derived, device, history, log, names, numbering, search};
use crate::model::history::{Changes, Entity, LogId, Op, Stamp, Value};
use crate::model::id::{DeviceId, MeetingId};
use crate::model::noun::{Noun, Series};
use crate::model::{Coded, cell};

mod base;

/// The outcome of a write.
#[derive(Debug, Clone)]
pub struct Done<T> {
    /// What the operation returned.
    pub value: T,
    /// What it touched. Nothing where nothing had to be changed; then there is nothing to undo either.
    pub changes: Changes,
}

impl<T> Done<T> {
    /// The same write with another answer.
    pub fn map<U>(self, answer: impl FnOnce(T) -> U) -> Done<U> {
        Done { value: answer(self.value), changes: self.changes }
    }
}

/// A write under way. Every change of a cell goes into the log.
pub struct Tx<'a> {
    store: &'a Store,
    device: i64,
    /// The seq of the operation's own row.
    operation: i64,
    seq: i64,
    /// The number of the space that the operation is of.
    space: i64,
    /// The stamp of the operation, and of its rows but for those of cells that somebody has written later.
    stamp: Stamp,
    op: Op,
    subject: String,
    /// The meetings that the operation may write in.
    meetings: Vec<MeetingId>,
    /// Whether a meeting that is inserted joins them.
    creates_meeting: bool,
    reverts: Option<i64>,
    /// The operations that are parts of it.
    parts: Vec<i64>,
    /// What the author held when the editing began; `None` for all that there is now.
    base: Option<Base>,
    changes: Changes,
    /// Records whose derived cells and place in the index have to be looked at before the commit.
    stale: HashSet<(Entity, Uuid)>,
    /// Records whose derived cells are up to date, and whose place in the index is not.
    to_index: HashSet<(Entity, Uuid)>,
    /// Records that something was put in, all of them in the meetings of the operation; whether they are shown.
    shown: HashMap<Uuid, bool>,
    /// The names that were looked up in the register.
    people: HashMap<String, Option<PersonNamed>>,
    /// The persons that are called something else now.
    renamed: HashSet<Uuid>,
    /// Whether a visible number was written that two records may share from now on or no longer.
    may_share_number: bool,
    made: u32,
    /// The last row of the searched nouns, once it is known.
    row: Option<i64>,
}

/// What the log says of a write beside what was written.
struct RowBasis<'a> {
    /// The write of the cell that its author had seen.
    seen: &'a str,
    /// Of an operation, and of what takes a record away: what its author held of other replicas; of a report's words of
    /// every one.
    held: Option<&'a str>,
    stamp: Stamp,
}

impl Store {
    /// Does one named operation: everything that `work` writes, or nothing. When this returns, it is on disk.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::NotFound`] where the scope names a record that does not exist,
    /// [`StoreError::OutOfScope`] where `work` writes in a meeting outside it; a file that cannot be written. Then
    /// nothing has changed. [`StoreError::Moved`] where the file was taken away or replaced.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        op: Op,
        scope: WriteScope<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Done<T>, E> {
        self.open_where_it_may_be_written()?;
        self.require_writable()?;
        self.begin()?;
        let outcome = self.write(op, scope, work);
        match outcome {
            Ok((done, written)) => {
                if let Err(error) = self.commit_as_replica() {
                    self.roll_back();
                    return Err(error.into());
                }
                written::add(&self.written, written);
                // It is on disk, and nobody would find it there.
                self.refuse_moved_write()?;
                Ok(done)
            }
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    fn write<T, E: From<StoreError>>(
        &self,
        op: Op,
        scope: WriteScope<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<(Done<T>, WrittenRows), E> {
        let mut tx = Tx::begin(self, op, scope)?;
        let place = (tx.device, tx.operation);
        let value = work(&mut tx)?;
        let changes = tx.finish()?;
        let written = WrittenRows::of(self, place, &changes)?;
        Ok((Done { value, changes }, written))
    }

    fn begin(&mut self) -> Result<()> {
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        if let Err(error) = self.identify() {
            self.roll_back();
            return Err(error);
        }
        Ok(())
    }
}

impl<'a> Tx<'a> {
    /// Every write passes here, with the meetings that it may change.
    fn begin(store: &'a Store, op: Op, scope: WriteScope<'_>) -> Result<Self> {
        let meetings = scope.meetings(store)?;
        let device = store.device.ok_or(StoreError::ReadOnly(None))?;
        let operation = log::last_seq(&store.conn, device)? + 1;
        let space = log::space_of(&store.conn, meetings.first().map(|meeting| meeting.0))?;
        Ok(Self {
            store,
            device,
            operation,
            seq: operation,
            space,
            stamp: history::tick(store)?,
            op,
            subject: String::new(),
            meetings,
            creates_meeting: scope == WriteScope::NewMeeting,
            reverts: None,
            parts: Vec::new(),
            base: None,
            changes: Changes::default(),
            stale: HashSet::new(),
            to_index: HashSet::new(),
            shown: HashMap::new(),
            people: HashMap::new(),
            renamed: HashSet::new(),
            may_share_number: false,
            made: 0,
            row: None,
        })
    }

    /// The store as it is inside the transaction.
    pub fn store(&self) -> &'a Store {
        self.store
    }

    /// Sets what the operation is done to, for people: `U-3`, a heading, the first words of a text.
    pub fn about(&mut self, subject: impl Into<String>) {
        self.subject = subject.into();
    }

    /// An identity that no other record has.
    pub fn new_id<T: From<Uuid>>(&mut self) -> T {
        self.made += 1;
        let seed = Seed { device: self.device, operation: self.operation, count: self.made };
        T::from(self.store.ids.make(seed))
    }

    /// The number after the greatest that this file knows of a series in the space of the operation. No number is
    /// assigned twice there.
    pub(super) fn next_number(&mut self, series: Series) -> Result<u32> {
        let number = numbering::next(&self.store.conn, self.space, series)?;
        self.may_share_number |= number > numbering::GREATEST
            || numbering::is_reached_elsewhere(&self.store.conn, self.space, series, number)?;
        Ok(number)
    }

    /// Says how much the author held when the editing began: what others have written since was not seen, and is not
    /// deleted with the rest.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn based_on(&mut self, base: &HeldRows) -> Result<()> {
        self.base = Some(Base::of(&self.store.conn, base, self.device)?);
        Ok(())
    }

    /// The number of this replica in the file.
    pub(super) fn device(&self) -> i64 {
        self.device
    }

    /// The replica that this file is.
    pub(super) fn device_id(&self) -> Result<DeviceId> {
        device::id(&self.store.conn, self.device)
    }

    /// The operation that this one undoes or does again, by its place on this replica.
    pub(super) fn reverts(&mut self, seq: i64) {
        self.reverts = Some(seq);
    }

    /// The operations of this replica that this one ends, and that are undone with it.
    pub(crate) fn ends(&mut self, parts: Vec<i64>) {
        self.parts = parts;
    }

    /// Inserts a record: one row in the log. It comes with its derived cells.
    pub(super) fn insert<R: Record>(&mut self, record: &R, derived: &[(&str, Value)]) -> Result<()> {
        self.insert_cells(record::noun::<R>(), record.uuid(), &record::known_cells(record), derived)
    }

    /// Inserts a record with these cells, by their names.
    pub(super) fn insert_cells(
        &mut self,
        noun: &Noun,
        id: Uuid,
        cells: &[(&str, Value)],
        derived: &[(&str, Value)],
    ) -> Result<()> {
        let entity = noun.entity;
        let row = noun.searched.is_some().then(|| self.next_row()).transpose()?;
        let row_cell = row.map(|row| ("row", Value::Integer(row)));
        let derived = [derived, row_cell.as_slice()].concat();
        let mut cells = cells.to_vec();
        let people = names::people(noun, &cells, |_| true, |name| self.look_up(name))?;
        let is_renamed = people.is_renamed;
        cells.extend(people.cells);
        record::insert(&self.store.conn, noun, id, &cells, &derived)?;
        let made = Value::Text(cell::made(&cells)?);
        let held = (entity == Entity::Manuscript).then(|| self.held(entity)).transpose()?;
        let basis = RowBasis { seen: "", held: held.as_deref(), stamp: self.stamp };
        self.log(entity, id, "", &Value::Null, &made, basis)?;
        if entity == Entity::Meeting && self.creates_meeting {
            self.meetings.push(MeetingId(id));
        }
        // A report may be why what it is about is kept.
        let decides = entity == Entity::Answer || entity == Entity::Manuscript;
        if decides || is_renamed || !self.is_in_what_is_shown(noun, &cells)? {
            self.stale.insert((entity, id));
        }
        if noun.parents().next().is_none() {
            self.check_scope(entity, id)?;
        }
        if entity == Entity::Person {
            self.people.clear();
        }
        self.changes.add(entity, id);
        self.changes.made.push((entity, id));
        Ok(())
    }

    /// The person in the register with this name.
    fn look_up(&mut self, name: &str) -> Result<Option<PersonNamed>> {
        if let Some(known) = self.people.get(name) {
            return Ok(*known);
        }
        let known = names::known(&self.store.conn, name)?;
        self.people.insert(name.to_owned(), known);
        Ok(known)
    }

    /// Whether every record that a new one is part of is shown. Refuses one outside the meetings of the operation.
    fn is_in_what_is_shown(&mut self, noun: &Noun, cells: &[(&str, Value)]) -> Result<bool> {
        let mut all = true;
        for (name, parent) in noun.parents() {
            let Some((_, Value::Id(id))) = cells.iter().find(|(cell, _)| *cell == name) else { continue };
            if !self.shown.contains_key(id) {
                self.check_scope(parent, *id)?;
                self.shown.insert(*id, derived::is_shown(&self.store.conn, parent, *id)?);
            }
            all = all && self.shown.get(id) == Some(&true);
        }
        Ok(all)
    }

    /// The next row of the searched nouns, which share one count.
    fn next_row(&mut self) -> Result<i64> {
        let row = self.row.map_or_else(|| search::last_row(self.store), Ok)? + 1;
        self.row = Some(row);
        Ok(row)
    }

    /// Changes a record: one row in the log for each cell that is different. What this version cannot understand is
    /// compared as it is read, and so stays as it is.
    pub(super) fn update<R: Record>(&mut self, record: &R) -> Result<()> {
        let (noun, id) = (record::noun::<R>(), record.uuid());
        let before = record::get::<R>(&self.store.conn, id)?.ok_or(StoreError::NotFound(R::ENTITY))?;
        let mut changed = Vec::new();
        for ((cell, old), new) in noun.cells.iter().zip(before.cells()).zip(record.cells()) {
            let is_known = || cell.form.known(new.clone()) == new;
            if old != new && is_known() {
                self.set(R::ENTITY, id, cell.name, &new)?;
                changed.push(cell.name);
            }
        }
        // Whom the changed cells name in the register.
        let is_changed = |cell: &str| changed.contains(&cell);
        let people =
            names::people(noun, &record::known_cells(record), is_changed, |name| self.look_up(name))?;
        for (cell, person) in people.cells {
            self.set(R::ENTITY, id, cell, &person)?;
        }
        Ok(())
    }

    /// Soft-deletes a record, or restores it. Where another window has written in it since it was decided, it is not
    /// deleted. One that was kept though somebody had deleted it is deleted anew: now its
    /// words are held.
    pub(super) fn set_deleted(&mut self, entity: Entity, id: Uuid, deleted: bool) -> Result<()> {
        let new = Value::Integer(deleted.into());
        if let Some(base) = self.base.as_ref().filter(|_| deleted)
            && base.misses_in(&self.store.conn, id)?
        {
            return Err(StoreError::WrittenSince(entity));
        }
        if deleted && self.is_kept(entity, id)? {
            self.write_cell(entity, id, "deleted", &Value::Integer(0), &new)?;
        } else {
            self.set(entity, id, "deleted", &new)?;
        }
        if deleted && self.is_kept(entity, id)? {
            self.changes.kept.push((entity, id));
        }
        Ok(())
    }

    fn is_kept(&self, entity: Entity, id: Uuid) -> Result<bool> {
        Ok(record::cell(&self.store.conn, entity, id, "kept")? == Some(Value::Integer(1)))
    }

    /// Writes a cell, if the value is another one.
    pub(super) fn set(&mut self, entity: Entity, id: Uuid, column: &str, new: &Value) -> Result<()> {
        let old = record::cell(&self.store.conn, entity, id, column)?.ok_or(StoreError::NotFound(entity))?;
        if old == *new { Ok(()) } else { self.write_cell(entity, id, column, &old, new) }
    }

    fn write_cell(&mut self, entity: Entity, id: Uuid, column: &str, old: &Value, new: &Value) -> Result<()> {
        if self.changes.touched.last() != Some(&(entity, id)) {
            self.check_scope(entity, id)?;
        }
        record::set_cell(&self.store.conn, entity, id, column, new)?;
        self.shown.remove(&id);
        if matches!(new, Value::Id(_)) {
            // It may have been moved into another meeting, and be missing where it was.
            self.stale.extend(derived::left(&self.store.conn, (entity, id), column, old)?);
            self.check_scope(entity, id)?;
        }
        let writes = heads::all(&self.store.conn, id, column)?;
        let is_known = |write: &&CellWrite| self.base.as_ref().is_none_or(|base| base.covers(write));
        let seen = writes.iter().rev().find(is_known);
        let place = seen.map(CellWrite::place).unwrap_or_default();
        let stamp = writes.last().map_or(self.stamp, |last| self.stamp.max(last.stamp.next()));
        if stamp >= Stamp::END {
            return Err(StoreError::EndOfTime(entity));
        }
        let takes_away = column == "deleted" && *new == Value::Integer(1) || joins(entity, column, old, new);
        let is_report = entity == Entity::Manuscript && column == "text";
        let held = (takes_away || is_report).then(|| self.held(entity)).transpose()?;
        self.log(entity, id, column, old, new, RowBasis { seen: &place, held: held.as_deref(), stamp })?;
        // Of writes of this replica alone, each has seen the one before.
        if writes.iter().any(|write| write.device != self.device) {
            heads::keep_conflicts(&self.store.conn, entity, id, column)?;
        }
        if column == "deleted" {
            // The rest of the operation no longer sees it, or sees it again.
            self.to_index.extend(derived::refresh(self.store, entity, id)?);
        } else {
            self.stale.insert((entity, id));
        }
        if names::is_about_name(entity, column) {
            self.renamed.insert(id);
        }
        self.may_share_number |= self.reverts.is_some()
            && numbering::is_numbered(entity, column)
            && device::only(&self.store.conn)?.is_none();
        if entity == Entity::Person {
            self.people.clear();
        }
        self.changes.add(entity, id);
        Ok(())
    }

    /// What the author of a deletion, or of the discovery that a person is another, held of other replicas; of a
    /// report's words, of every one, as they may lack what another window has written since.
    fn held(&self, entity: Entity) -> Result<String> {
        let (conn, is_report) = (&self.store.conn, entity == Entity::Manuscript);
        let write = |held: &HeldRows, branches: &Branches| {
            if is_report { held.write(branches) } else { held.beside(branches, self.device) }
        };
        match &self.base {
            Some(Base { held, branches, .. }) => Ok(write(held, branches)),
            None => Ok(write(&HeldRows::now(conn)?, &Branches::of(conn)?)),
        }
    }

    /// Refuses a record of a meeting that the operation was not begun in.
    fn check_scope(&self, entity: Entity, id: Uuid) -> Result<()> {
        let meetings = meetings_of(&self.store.conn, entity, id)?;
        let is_inside = meetings.iter().all(|meeting| self.meetings.contains(meeting));
        if is_inside { Ok(()) } else { Err(StoreError::OutOfScope(entity)) }
    }

    fn log(
        &mut self,
        entity: Entity,
        id: Uuid,
        field: &str,
        old: &Value,
        new: &Value,
        written: RowBasis<'_>,
    ) -> Result<()> {
        self.seq += 1;
        self.append(self.seq, (entity, id, field), old, new, written)
    }

    fn append(
        &self,
        seq: i64,
        (entity, id, field): (Entity, Uuid, &str),
        old: &Value,
        new: &Value,
        RowBasis { seen, held, stamp }: RowBasis<'_>,
    ) -> Result<()> {
        self.store.conn.prepare_cached(log::INSERT)?.execute(named_params! {
                ":device": self.device, ":seq": seq, ":stamp": stamp.0, ":operation": self.operation,
                ":space": self.space, ":entity": entity.code(), ":id": id, ":field": field, ":old": old, ":new": new, ":seen": seen,
                ":held": held, ":author": self.store.scribe,
            })?;
        Ok(())
    }

    /// Brings derived cells and the search index up to date and writes the operation's own row, if anything changed.
    fn finish(mut self) -> Result<Changes> {
        let mut changes = std::mem::take(&mut self.changes);
        // An undo that had to leave every cell is done all the same: the next one goes further back.
        if changes.touched.is_empty() && self.reverts.is_none() && self.parts.is_empty() {
            return Ok(changes);
        }
        let mut to_index = std::mem::take(&mut self.to_index);
        to_index.extend(derived::refresh_each(self.store, std::mem::take(&mut self.stale))?);
        names::refresh_people(&self.store.conn, &self.renamed)?;
        if self.may_share_number {
            numbering::share(&self.store.conn)?;
        }
        search::update(self.store, &to_index, self.row)?;
        let is_first = self.operation == 1;
        let identities = is_first.then(|| Identities::of(self.store, self.device, self.space)).transpose()?;
        let about = history::encode(&self.subject, &self.meetings, self.reverts, &self.parts, identities)?;
        let held = HeldRows::of_others(&self.store.conn, self.device)?;
        let written = RowBasis { seen: "", held: Some(&held), stamp: self.stamp };
        let cell = (Entity::Operation, self.store.sitting, self.op.code());
        self.append(self.operation, cell, &Value::Null, &about, written)?;
        let mut seen = HashSet::new();
        changes.touched.retain(|touched| seen.insert(*touched));
        Ok(changes)
    }

    /// The operation's place in the log.
    ///
    /// # Errors
    /// Where the replica cannot be read.
    pub fn at(&self) -> Result<LogId> {
        Ok(LogId { device: self.device_id()?, seq: self.operation })
    }
}
