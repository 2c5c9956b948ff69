//! Everything that follows from the log, made anew from it: the tables of nouns, derived cells, numbers, conflicts and
//! the search. Whatever happened to a store, nothing is changed by it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use rusqlite::Connection;
use uuid::Uuid;

use super::codec::Cells;
use super::fault::{Derived, Fault};
use super::{
    Result, Store, StoreError, backup, branch, derived, device, digest, heads, identity, log, migrations,
    names, numbering, present, record, replica, search,
};
use crate::model::history::{Entity, Value};
use crate::model::noun::NOUNS;

mod tables;

use tables::{TableRows, compare};

impl Store {
    /// Makes the tables anew from the log, in one transaction. The log itself is only read. What the file was is in the
    /// folder of its backups then.
    ///
    /// # Errors
    /// [`StoreError::LogIncomplete`] where a record would be lost by it, or what was written in one; a file that cannot
    /// be written. Then nothing has changed.
    pub fn rebuild(&mut self) -> Result<()> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly(None));
        }
        let lost = replica::lost_rows(self)?;
        if lost > 0 && deviations(self)?.iter().any(Fault::is_in_tables_only) {
            return Err(StoreError::LogIncomplete(lost));
        }
        if let Some(path) = self.path() {
            backup::before_rebuild(self, path)?;
        }
        self.atomically(|store| {
            mend_frame(store)?;
            mend_log(store)?;
            rebuild_whole(store)
        })
    }
}

/// The store as its log makes it, to be read and thrown away.
///
/// # Errors
/// [`StoreError::LogIncomplete`], also where a record that a table has is not in it; pages that cannot be read.
pub(super) fn from_log(store: &Store) -> Result<Store> {
    let conn = backup::temporary_file(&store.conn)?;
    migrations::compare(&conn)?.make_tables(&conn)?;
    let mut copy = backup::store_of(store, conn)?;
    copy.atomically(|copy| {
        // What cannot be read there cannot be lost.
        let before = records(&copy.conn).unwrap_or_default();
        mend_frame(copy)?;
        require_whole_log(copy)?;
        make_tables(copy)?;
        match lost(&before, &records(&copy.conn)?) {
            0 => Ok(()),
            lost => Err(StoreError::LogIncomplete(lost)),
        }
    })?;
    Ok(copy)
}

/// What does not follow from the log; an empty list is how it should be. A copy is rebuilt and compared.
///
/// # Errors
/// Where the file cannot be read.
pub fn deviations(store: &Store) -> Result<Vec<Fault>> {
    // What another window writes meanwhile is in neither.
    let reading = store.conn.unchecked_transaction()?;
    let _begun: i64 = reading.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let schema = migrations::compare(&store.conn)?;
    let mut found = schema.faults();
    if schema.has_other_columns() {
        schema.require_readable_log()?;
        return Ok(found);
    }
    let conn = backup::temporary_file(&store.conn)?;
    schema.make_tables(&conn)?;
    let mut copy = backup::store_of(store, conn)?;
    let of = |derived| move |line| Fault::Derived(derived, line);
    found.extend(identity::deviations(&copy.conn)?.into_iter().map(of(Derived::Replicas)));
    found.extend(branch::deviations(&copy.conn)?.into_iter().map(of(Derived::Replicas)));
    found.extend(search::wrongly_newest(&copy)?.into_iter().map(of(Derived::Search)));
    let stored = search::require_sound(&copy)
        .and_then(|()| search::catch_up(&copy))
        .and_then(|()| beside_nouns(&copy.conn));
    let stored = match stored {
        Err(StoreError::Damaged(_) | StoreError::Sqlite(_)) => {
            found.push(Fault::Derived(Derived::Search, "unreadable".to_owned()));
            search::rebuild(&copy)?;
            beside_nouns(&copy.conn)?
        }
        stored => stored?,
    };
    let known = search::vocabulary(&copy)?;
    let before = records(&copy.conn)?;
    copy.atomically(|copy| {
        mend_frame(copy)?;
        make_tables(copy)
    })?;
    match lost(&before, &records(&copy.conn)?) {
        0 => {}
        lost => found.push(Fault::NotLogged(lost)),
    }
    let rebuilt = beside_nouns(&copy.conn)?;
    // Words that nobody says any more do no harm there.
    found.extend(search::vocabulary(&copy)?.difference(&known).cloned().map(of(Derived::Vocabulary)));
    for noun in NOUNS {
        if !schema.is_missing(record::table(noun.entity)) {
            compare(&store.conn, &copy.conn, noun, &mut found)?;
        }
    }
    let differing = stored.symmetric_difference(&rebuilt);
    found.extend(differing.map(|(derived, line)| Fault::Derived(*derived, line.clone())));
    Ok(found)
}

/// Everything that follows from the log, one line for each record, under names that are the same in every file.
///
/// # Errors
/// Where the file cannot be read.
pub fn state(store: &Store) -> Result<BTreeSet<String>> {
    contents(&copy(store)?.conn)
}

/// A copy of the store. How far the index is behind is the file's own matter: in the copy it is not.
fn copy(store: &Store) -> Result<Store> {
    let copy = backup::temporary(store)?;
    search::catch_up(&copy)?;
    Ok(copy)
}

fn contents(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut lines: BTreeSet<String> = beside_nouns(conn)?.into_iter().map(|(_, line)| line).collect();
    for noun in NOUNS {
        let table = record::table(noun.entity);
        for_each_line(conn, table, &format!("SELECT * FROM {table}"), |line| {
            lines.insert(line);
        })?;
    }
    Ok(lines)
}

/// What follows from the log and is no record: conflicts, numbers and the words of the index.
fn beside_nouns(conn: &Connection) -> Result<BTreeSet<(Derived, String)>> {
    search::open_terms(conn)?;
    let mut lines = BTreeSet::new();
    for (derived, table, sql) in [
        (
            Derived::Conflicts,
            "conflict",
            "SELECT conflict.id, field, device.id AS device, seq
             FROM conflict LEFT JOIN device ON device.number = device",
        ),
        (
            Derived::Numbers,
            "numbering",
            "SELECT space.id AS space, series, value FROM numbering LEFT JOIN space ON space.number = numbering.space",
        ),
        (Derived::Numbers, "shared_number", "SELECT * FROM shared_number"),
        (Derived::Search, "search", "SELECT term, doc FROM temp.term"),
        (Derived::Search, "search_docsize", "SELECT count(*) AS count FROM search_docsize"),
    ] {
        for_each_line(conn, table, sql, |line| {
            lines.insert((derived, line));
        })?;
    }
    Ok(lines)
}

/// The rows of a statement, each as a line of the names and values of its columns.
fn for_each_line(conn: &Connection, table: &str, sql: &str, mut take: impl FnMut(String)) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let mut found = TableRows::of(conn, &mut statement)?;
    while let Some(row) = found.next()? {
        let mut line = table.to_owned();
        for (column, cell) in found.columns.iter().zip(&row.cells) {
            line.extend([" ", column, " ", &format!("{cell:?}")]);
        }
        take(line);
    }
    Ok(())
}

/// Makes the tables, indexes and triggers that are missing, takes away those that are too many, finds the identities of
/// replicas and spaces again, and hangs branches where they leave.
fn mend_frame(store: &Store) -> Result<()> {
    migrations::compare(&store.conn)?.mend(&store.conn)?;
    identity::mend(&store.conn)?;
    branch::mend(&store.conn)
}

/// Makes the indexes of the log anew, and finds rows of it again that have changed.
fn mend_log(store: &Store) -> Result<()> {
    // Those of nouns are emptied with their tables.
    store.conn.execute_batch("REINDEX log; REINDEX device; REINDEX space")?;
    digest::mend(&store.conn)?;
    digest::forget_changed_settings(&store.conn)
}

/// The same as [`rebuild`], where every row of the log is there and what was written.
pub(super) fn rebuild_whole(store: &Store) -> Result<()> {
    require_whole_log(store)?;
    rebuild(store)
}

/// Refuses a log in which rows are missing, or not what was written.
fn require_whole_log(store: &Store) -> Result<()> {
    match log::missing(&store.conn)? + digest::changed_rows(&store.conn)?.len() {
        0 => Ok(()),
        rows => Err(StoreError::LogIncomplete(rows)),
    }
}

/// Makes everything anew that follows from the log. Inside a write transaction; refuses where a record would be lost.
pub(super) fn rebuild(store: &Store) -> Result<()> {
    let before = records(&store.conn)?;
    make_tables(store)?;
    match lost(&before, &records(&store.conn)?) {
        0 => Ok(()),
        lost => Err(StoreError::LogIncomplete(lost)),
    }
}

fn make_tables(store: &Store) -> Result<()> {
    let conn = &store.conn;
    for noun in NOUNS {
        conn.execute(&format!("DELETE FROM {}", record::table(noun.entity)), [])?;
    }
    conn.execute_batch("DELETE FROM conflict; DELETE FROM numbering")?;
    let set_aside = set_aside(conn)?;
    let rows = rows_made(conn)?;
    present::for_each(conn, |id, present| {
        present.insert(conn, id, rows.get(&id).copied().unwrap_or_default(), true)
    })?;
    derived::refresh_all(store)?;
    derived::derive_all_work(conn)?;
    names::refresh_all(conn)?;
    restore(conn, &set_aside)?;
    numbering::count(conn)?;
    numbering::share(conn)?;
    for (entity, id, field) in changed_again(conn)? {
        heads::keep_conflicts(conn, entity, id, &field)?;
    }
    search::rebuild(store)?;
    Ok(())
}

/// Why a file is closed for writing in which its upgrade has found something else in the tables than in the log.
const DIFFERS: &str = "the tables and the log of an earlier version differ";

/// Whether a file was found to be damaged for that reason: its log may be what is wrong.
pub fn is_of_upgrade(damage: &str) -> bool {
    damage.starts_with(DIFFERS)
}

/// Makes everything anew in a file that was written by an earlier version. Where a record would be lost by it, because
/// the log does not hold it, the file stays as it is. So does one whose log says something else than its tables, and
/// nothing is written to it.
pub(super) fn after_upgrade(store: &Store) -> Result<()> {
    let conn = &store.conn;
    conn.execute_batch("SAVEPOINT upgrade")?;
    let before = written_cells(conn)?;
    match rebuild_whole(store) {
        Err(StoreError::LogIncomplete(lost)) => {
            tracing::error!(lost, "the log does not hold every record; the tables are not made anew");
            conn.execute_batch("ROLLBACK TO upgrade")?;
        }
        rebuilt => {
            rebuilt?;
            let others = before.difference(&written_cells(conn)?).count();
            if others > 0 {
                // Rows of that version have no digests: nobody can say which of the two is what was written.
                conn.execute_batch("ROLLBACK TO upgrade")?;
                let why = format!("{DIFFERS} in {others} cells");
                store.close_for_writing(&StoreError::Damaged(why));
            }
        }
    }
    conn.execute_batch("RELEASE upgrade")?;
    Ok(())
}

/// Every cell in which something is written, as a hash of its record, its name and what it holds.
fn written_cells(conn: &Connection) -> Result<HashSet<u64>> {
    let mut cells = HashSet::new();
    for noun in NOUNS {
        let names: Vec<&str> = noun.cells.iter().map(|cell| cell.name).collect();
        let table = record::table(noun.entity);
        let sql =
            format!("SELECT id, deleted, {} FROM {table} WHERE {}", names.join(", "), device::HAS_IDENTITY);
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: Uuid = row.get(0)?;
            let mut enter = |name: &str, value: Value| {
                cells.insert(BuildHasherDefault::<DefaultHasher>::default().hash_one((id, name, value)));
            };
            enter("deleted", row.get(1)?);
            for (cell, at) in noun.cells.iter().zip(2..) {
                let value: Value = row.get(at)?;
                if value != cell.form.missing() {
                    enter(cell.name, value);
                }
            }
        }
    }
    Ok(cells)
}

/// Every record with a hash of its words.
type Records = HashMap<(Entity, Uuid), u64>;

/// How many records are not there any more. One whose identity was damaged is there under its own, and says the same.
fn lost(before: &Records, after: &Records) -> usize {
    let mut found: HashMap<(Entity, u64), usize> = HashMap::new();
    for ((entity, _), words) in after.iter().filter(|(record, _)| !before.contains_key(record)) {
        *found.entry((*entity, *words)).or_default() += 1;
    }
    let mut is_lost = |entity: Entity, words| match found.get_mut(&(entity, words)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    let missing = before.iter().filter(|(record, _)| !after.contains_key(record));
    missing.filter(|((entity, _), words)| is_lost(*entity, **words)).count()
}

/// The records of every noun. One without an identity is not counted: the log has none like it.
fn records(conn: &Connection) -> Result<Records> {
    let mut records = Records::new();
    for noun in NOUNS {
        let (table, words) = (record::table(noun.entity), noun.words.unwrap_or("NULL"));
        let sql = format!("SELECT id, {words} FROM {table} WHERE {}", device::HAS_IDENTITY);
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let words = BuildHasherDefault::<DefaultHasher>::default().hash_one(row.get::<_, Value>(1)?);
            records.insert((noun.entity, row.get(0)?), words);
        }
    }
    Ok(records)
}

/// Takes the indexes and triggers of the largest table away, and returns how they are made: keeping each up to date
/// with every row costs more than making them once.
fn set_aside(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare(
        "SELECT type, name, sql FROM sqlite_schema
         WHERE tbl_name = 'entry' AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name",
    )?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let found = found.collect::<rusqlite::Result<Vec<(String, String, String)>>>()?;
    for (kind, name, _) in &found {
        conn.execute_batch(&format!("DROP {kind} {name}"))?;
    }
    Ok(found.into_iter().map(|(_, _, sql)| sql).collect())
}

/// Makes them again, and counts what the triggers would have counted.
fn restore(conn: &Connection, set_aside: &[String]) -> Result<()> {
    for sql in set_aside {
        conn.execute_batch(sql)?;
    }
    conn.execute_batch(
        "UPDATE section SET entries =
            (SELECT count(*) FROM entry WHERE entry.section = section.id AND entry.shown = 1)",
    )?;
    Ok(())
}

/// The rows of all records that were made, in the order in which they were. What a replica made later comes later,
/// though its clock was put back meanwhile.
fn rows_made(conn: &Connection) -> Result<HashMap<Uuid, i64>> {
    let mut statement = conn.prepare(
        "SELECT log.id, max(stamp) OVER (PARTITION BY device ORDER BY seq) AS latest
         FROM log JOIN device ON device.number = log.device WHERE field = '' ORDER BY latest, device.id, seq",
    )?;
    let mut rows = HashMap::new();
    for (id, row) in statement.query_map([], |row| row.get(0))?.zip(1..) {
        rows.entry(id?).or_insert(row);
    }
    Ok(rows)
}

/// The cells that two may have changed at the same time: those that were changed more than once, or by somebody who had
/// seen nothing of them.
fn changed_again(conn: &Connection) -> Result<Vec<(Entity, Uuid, String)>> {
    let mut statement = conn.prepare(
        "SELECT entity, id, field FROM log WHERE field <> '' AND entity <> 'operation'
         GROUP BY id, field HAVING count(*) > 1 OR min(seen) = ''",
    )?;
    let rows = statement.query_map([], |row| Ok((row.code("entity")?, row.get("id")?, row.get("field")?)))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}
