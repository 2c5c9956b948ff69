//! What this run has written, in memory too. Where something else is written over the open file, that is in its log
//! only until SQLite begins the log anew, and in the copies as far as they go.

use std::collections::{HashMap, HashSet};
use std::sync::Mutex;

use rusqlite::{Connection, Params, params};
use uuid::Uuid;

use super::digest::{self, RawCell};
use super::{Result, Store, device, record};
use crate::model::history::{Changes, Entity, Value};
use crate::model::noun::{CellForm, Noun};

/// No more than so many bytes are kept.
const MOST: usize = 128 << 20;

/// Rows of the log, and what they are about: the earlier rows of the records that they change, and those of what these
/// are part of. Nobody finds a line without its section and its meeting.
#[derive(Debug, Default)]
pub(super) struct WrittenRows {
    /// The cells of [`digest::LOG_CELLS`] and the digest.
    pub(super) rows: Vec<Vec<RawCell>>,
    /// The replicas and the spaces of the file, by their numbers.
    pub(super) identities: HashMap<&'static str, Vec<(i64, Uuid)>>,
    /// The last row of this replica, by its number in the file.
    pub(super) last: Option<(i64, i64)>,
    /// The records whose rows are there.
    records: HashSet<Uuid>,
    bytes: usize,
}

impl WrittenRows {
    /// What an operation of a replica has written and what that is about, but for what is known. Within its
    /// transaction. Nothing where the store is in no file.
    pub(super) fn of(store: &Store, (device, operation): (i64, i64), changes: &Changes) -> Result<Self> {
        let (mut written, conn) = (Self::default(), &store.conn);
        let Ok(known) = store.written.lock() else { return Ok(written) };
        if store.path.is_none() {
            return Ok(written);
        }
        let is_known = |known: &Vec<(i64, Uuid)>| known.iter().any(|(number, _)| *number == device);
        if !known.identities.get("device").is_some_and(is_known) {
            for table in ["device", "space"] {
                written.identities.insert(table, identities(conn, table)?);
            }
        }
        written.take(conn, "device = ?1 AND seq >= ?2", params![device, operation])?;
        if let Some([_, RawCell::Integer(last), ..]) = written.rows.last().map(Vec::as_slice) {
            written.last = Some((device, *last));
        }
        let made: HashSet<Uuid> = changes.made.iter().map(|(_, id)| *id).collect();
        let mut left = changes.touched.clone();
        while let Some((entity, id)) = left.pop() {
            if known.records.contains(&id) || !written.records.insert(id) {
                continue;
            }
            if !made.contains(&id) {
                let earlier = "id = ?1 AND NOT (device = ?2 AND seq >= ?3)";
                written.take(conn, earlier, params![id, device, operation])?;
            }
            left.extend(leads_to(conn, entity, id)?);
        }
        Ok(written)
    }

    fn take(&mut self, conn: &Connection, which: &str, params: impl Params) -> Result<()> {
        let sql = format!("SELECT {}, digest FROM log WHERE {which} ORDER BY device, seq", digest::LOG_CELLS);
        let mut statement = conn.prepare_cached(&sql)?;
        let width = statement.column_count();
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            let cells: rusqlite::Result<Vec<RawCell>> =
                (0..width).map(|at| Ok(RawCell::of(row.get_ref(at)?))).collect();
            let cells = cells?;
            self.bytes += cells.iter().map(|cell| size_of::<RawCell>() + cell.len()).sum::<usize>();
            self.rows.push(cells);
        }
        Ok(())
    }

    /// Adds those of an operation. Of more than can be kept only how far it came.
    fn add(&mut self, operation: Self) {
        self.last = operation.last.or(self.last);
        if self.bytes + operation.bytes > MOST {
            return;
        }
        self.bytes += operation.bytes;
        self.rows.extend(operation.rows);
        self.records.extend(operation.records);
        self.identities.extend(operation.identities);
    }
}

/// Adds what an operation has written that is on disk. Nothing panics while it holds the lock.
pub(super) fn add(written: &Mutex<WrittenRows>, operation: WrittenRows) {
    if let Ok(mut written) = written.lock() {
        written.add(operation);
    }
}

/// The records that one is part of or comes from.
fn leads_to(conn: &Connection, entity: Entity, id: Uuid) -> Result<Vec<(Entity, Uuid)>> {
    let mut found = Vec::new();
    for cell in Noun::of(entity).map_or(&[][..], |noun| noun.cells) {
        if let CellForm::Within(to) | CellForm::Link(Some(to)) = cell.form
            && let Some(Value::Id(id)) = record::cell(conn, entity, id, cell.name)?
        {
            found.push((to, id));
        }
    }
    Ok(found)
}

fn identities(conn: &Connection, table: &str) -> Result<Vec<(i64, Uuid)>> {
    let sql = format!("SELECT number, id FROM {table} WHERE {}", device::HAS_IDENTITY);
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
