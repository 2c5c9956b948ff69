//! A write: one named operation, one transaction, one row in the log for each cell that changes.

use std::collections::HashSet;

use rusqlite::named_params;
use uuid::Uuid;

use super::ids::Seed;
use super::record::{self, Record};
use super::scope::{WriteScope, meetings_of};
use super::{Result, Store, StoreError, codec, device, entry, history, search};
use crate::model::Coded;
use crate::model::history::{Changes, Entity, LogId, Op, Stamp, Value};
use crate::model::id::{DeviceId, MeetingId};

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
    /// The stamp of the operation's own row: the earliest of its rows.
    began: Stamp,
    stamp: Stamp,
    op: Op,
    subject: String,
    /// The meetings that the operation may write in.
    meetings: Vec<MeetingId>,
    /// Whether a meeting that is inserted joins them.
    creates_meeting: bool,
    reverts: Option<i64>,
    changes: Changes,
    /// Records whose derived cells and place in the index have to be looked at before the commit.
    stale: HashSet<(Entity, Uuid)>,
    made: u32,
    /// The last row of the searched nouns, once it is known.
    row: Option<i64>,
}

impl Store {
    /// Does one named operation: everything that `work` writes, or nothing. When this returns, it is on disk.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::NotFound`] where the scope names a record that does not exist,
    /// [`StoreError::OutOfScope`] where `work` writes in a meeting outside it; a file that cannot be written. Then
    /// nothing has changed.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        op: Op,
        scope: WriteScope<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Done<T>, E> {
        if let Some(why) = self.damaged.get() {
            return Err(StoreError::Damaged(why.clone()).into());
        }
        self.begin()?;
        let outcome = self.write(op, scope, work);
        match outcome {
            Ok(done) => {
                if let Err(error) = self.commit() {
                    self.roll_back();
                    return Err(error.into());
                }
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
    ) -> std::result::Result<Done<T>, E> {
        let mut tx = Tx::begin(self, op, scope)?;
        let value = work(&mut tx)?;
        let changes = tx.finish()?;
        Ok(Done { value, changes })
    }

    fn begin(&mut self) -> Result<()> {
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        if self.device.is_none() {
            let registered =
                device::find(self).and_then(|found| found.map_or_else(|| device::register(self), Ok));
            match registered {
                Ok(number) => self.device = Some(number),
                Err(error) => {
                    self.roll_back();
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn commit(&self) -> Result<()> {
        self.conn.prepare_cached("COMMIT")?.execute([])?;
        Ok(())
    }

    fn roll_back(&mut self) {
        // Some errors (a full disk) have rolled back already; there is nothing left to do then.
        if !self.conn.is_autocommit()
            && let Err(error) = self.conn.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "rollback");
        }
        // A replica that was registered in this transaction is not there any more.
        self.device = device::find(self).unwrap_or_default();
    }
}

impl<'a> Tx<'a> {
    /// Every write passes here, with the meetings that it may change.
    fn begin(store: &'a Store, op: Op, scope: WriteScope<'_>) -> Result<Self> {
        let meetings = scope.meetings(store)?;
        let device = store.device.ok_or(StoreError::ReadOnly(None))?;
        let seq = history::last_seq(&store.conn, device)?;
        let stamp = history::last_stamp(&store.conn)?.tick(store.clock.millis());
        let operation = seq + 1;
        Ok(Self {
            store,
            device,
            operation,
            seq: operation,
            began: stamp,
            stamp,
            op,
            subject: String::new(),
            meetings,
            creates_meeting: scope == WriteScope::NewMeeting,
            reverts: None,
            changes: Changes::default(),
            stale: HashSet::new(),
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

    /// The next number of a series (`U`, `Å`) on this replica. No number is assigned twice.
    pub(super) fn next_number(&self, series: &str) -> Result<u32> {
        let value: u32 = self
            .store
            .conn
            .prepare_cached(
                "INSERT INTO counter (device, series, value) VALUES (:device, :series, 1)
                 ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value",
            )?
            .query_row(named_params! { ":device": self.device, ":series": series }, |row| row.get(0))?;
        Ok(value)
    }

    /// The replica that this file is.
    pub(super) fn device_id(&self) -> Result<DeviceId> {
        device::id(&self.store.conn, self.device)
    }

    /// The operation that this one undoes or does again, by its place on this replica.
    pub(super) fn reverts(&mut self, seq: i64) {
        self.reverts = Some(seq);
    }

    /// Inserts a record: one row in the log. It comes with its derived cells.
    pub(super) fn insert<R: Record>(&mut self, record: &R, derived: &[(&str, Value)]) -> Result<()> {
        let cells = record.cells();
        let mut derived = derived.to_vec();
        if search::NOUNS.contains(&R::ENTITY) {
            derived.push(("row", Value::Integer(self.next_row()?)));
        }
        record::insert::<R>(&self.store.conn, record.uuid(), &cells, &derived)?;
        let made = Value::Text(codec::record(R::COLUMNS, &cells)?);
        self.log(R::ENTITY, record.uuid(), "", &Value::Null, &made, "")?;
        if R::ENTITY == Entity::Answer {
            self.stale.insert((R::ENTITY, record.uuid()));
        }
        if R::ENTITY == Entity::Meeting && self.creates_meeting {
            self.meetings.push(MeetingId(record.uuid()));
        }
        self.check_scope(R::ENTITY, record.uuid())?;
        self.touch(R::ENTITY, record.uuid());
        Ok(())
    }

    /// The next row of the searched nouns, which share one count.
    fn next_row(&mut self) -> Result<i64> {
        let row = self.row.map_or_else(|| search::last_row(self.store), Ok)? + 1;
        self.row = Some(row);
        Ok(row)
    }

    /// Changes a record: one row in the log for each cell that is different.
    pub(super) fn update<R: Record>(&mut self, record: &R) -> Result<()> {
        let id = record.uuid();
        let before = record::get::<R>(&self.store.conn, id)?.ok_or(StoreError::NotFound(R::ENTITY))?;
        for ((column, old), new) in R::COLUMNS.iter().zip(before.cells()).zip(record.cells()) {
            if old != new {
                self.write_cell(R::ENTITY, id, column, &old, &new)?;
            }
        }
        Ok(())
    }

    /// Soft-deletes a record, or restores it.
    pub(super) fn set_deleted(&mut self, entity: Entity, id: Uuid, deleted: bool) -> Result<()> {
        self.set(entity, id, "deleted", &Value::Integer(deleted.into()))
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
        if matches!(new, Value::Id(_)) {
            // It may have been moved into another meeting.
            self.check_scope(entity, id)?;
        }
        let seen = history::heads(&self.store.conn, id, column)?;
        self.log(entity, id, column, old, new, &seen)?;
        self.stale.insert((entity, id));
        self.touch(entity, id);
        Ok(())
    }

    /// Refuses a record of a meeting that the operation was not begun in.
    fn check_scope(&self, entity: Entity, id: Uuid) -> Result<()> {
        let meetings = meetings_of(&self.store.conn, entity, id)?;
        let is_inside = meetings.iter().all(|meeting| self.meetings.contains(meeting));
        if is_inside { Ok(()) } else { Err(StoreError::OutOfScope(entity)) }
    }

    fn touch(&mut self, entity: Entity, id: Uuid) {
        let touched = (entity, id);
        // Rows of one record follow each other; a list of thousands must not be searched for each of them.
        if self.changes.touched.last() != Some(&touched) {
            self.changes.touched.push(touched);
        }
    }

    fn log(
        &mut self,
        entity: Entity,
        id: Uuid,
        field: &str,
        old: &Value,
        new: &Value,
        seen: &str,
    ) -> Result<()> {
        self.seq += 1;
        self.stamp = Stamp(self.stamp.0 + 1);
        self.append(self.seq, entity, id, field, old, new, seen)
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of the log")]
    fn append(
        &self,
        seq: i64,
        entity: Entity,
        id: Uuid,
        field: &str,
        old: &Value,
        new: &Value,
        seen: &str,
    ) -> Result<()> {
        self.store
            .conn
            .prepare_cached(
                "INSERT INTO log (device, seq, stamp, operation, entity, id, field, old, new, seen, author)
                 VALUES (:device, :seq, :stamp, :operation, :entity, :id, :field, :old, :new, :seen, :author)",
            )?
            .execute(named_params! {
                ":device": self.device, ":seq": seq, ":stamp": self.stamp.0, ":operation": self.operation,
                ":entity": entity.code(), ":id": id, ":field": field, ":old": old, ":new": new, ":seen": seen,
                ":author": self.store.scribe,
            })?;
        Ok(())
    }

    /// Brings derived cells and the search index up to date and writes the operation's own row, if anything changed.
    fn finish(mut self) -> Result<Changes> {
        let mut changes = std::mem::take(&mut self.changes);
        if changes.touched.is_empty() {
            return Ok(changes);
        }
        for (entity, id) in &self.stale {
            entry::derive(self.store, *entity, *id)?;
        }
        search::update(self.store, &self.stale, self.row)?;
        let about = history::encode(&self.subject, &self.meetings, self.reverts)?;
        self.stamp = self.began;
        self.append(
            self.operation,
            Entity::Operation,
            self.store.sitting,
            self.op.code(),
            &Value::Null,
            &about,
            "",
        )?;
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
