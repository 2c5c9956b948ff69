//! Everything that follows from the log, made anew from it: the tables of nouns, derived cells, numbers, conflicts and
//! the search. Whatever happened to a store, nothing is changed by it.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;
use uuid::Uuid;

use super::codec::Cells;
use super::{Result, Store, backup, derived, heads, names, numbering, present, record, search};
use crate::model::history::{Entity, Value};
use crate::model::noun::NOUNS;

impl Store {
    /// Makes the tables anew from the log, in one transaction. The log itself is only read.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn rebuild(&mut self) -> Result<()> {
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        match rebuild(self) {
            Ok(()) => self.commit(),
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }
}

/// What in the tables does not follow from the log, one line for each; an empty list is how it should be. A copy in
/// memory is rebuilt and compared.
///
/// # Errors
/// Where the file cannot be read.
pub fn deviations(store: &Store) -> Result<Vec<String>> {
    let mut copy = copy(store)?;
    let stored = contents(&copy.conn)?;
    copy.rebuild()?;
    let rebuilt = contents(&copy.conn)?;
    let only_stored = stored.difference(&rebuilt).map(|line| format!("- {line}"));
    let only_rebuilt = rebuilt.difference(&stored).map(|line| format!("+ {line}"));
    Ok(only_stored.chain(only_rebuilt).collect())
}

/// Everything that follows from the log, one line for each record, under names that are the same in every file.
///
/// # Errors
/// Where the file cannot be read.
pub fn state(store: &Store) -> Result<BTreeSet<String>> {
    contents(&copy(store)?.conn)
}

/// The store in memory. How far the index is behind is the file's own matter: in the copy it is not.
fn copy(store: &Store) -> Result<Store> {
    let copy = backup::in_memory(store)?;
    search::catch_up(&copy)?;
    Ok(copy)
}

fn contents(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut lines = BTreeSet::new();
    for noun in NOUNS {
        let table = record::table(noun.entity);
        rows(conn, &mut lines, table, &format!("SELECT * FROM {table}"))?;
    }
    rows(
        conn,
        &mut lines,
        "conflict",
        "SELECT conflict.id, field, device.id AS device, seq FROM conflict JOIN device ON device.number = device",
    )?;
    rows(conn, &mut lines, "numbering", "SELECT series, value FROM numbering WHERE space = 1")?;
    rows(conn, &mut lines, "shared_number", "SELECT * FROM shared_number")?;
    conn.execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab(main, search, row)")?;
    rows(conn, &mut lines, "search", "SELECT term, doc FROM temp.term")?;
    Ok(lines)
}

fn rows(conn: &Connection, lines: &mut BTreeSet<String>, table: &str, sql: &str) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut line = table.to_owned();
        for (at, column) in columns.iter().enumerate() {
            let cell = match column.as_str() {
                // In which order records came to this file is its own matter.
                "row" => continue,
                "maker" => format!("{:?}", super::device::id(conn, row.get(at)?)?),
                _ => format!("{:?}", row.get::<_, Value>(at)?),
            };
            line.extend([" ", column, " ", &cell]);
        }
        lines.insert(line);
    }
    Ok(())
}

/// Makes everything anew that follows from the log. Inside a write transaction.
pub(super) fn rebuild(store: &Store) -> Result<()> {
    let conn = &store.conn;
    for noun in NOUNS {
        conn.execute(&format!("DELETE FROM {}", record::table(noun.entity)), [])?;
    }
    conn.execute_batch("DELETE FROM conflict; DELETE FROM numbering")?;
    let set_aside = set_aside(conn)?;
    let rows = rows_made(conn)?;
    present::for_each(conn, |id, present| {
        present.insert(conn, id, rows.get(&id).copied().unwrap_or_default())
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

/// The rows of all records that were made, in the order in which they were.
fn rows_made(conn: &Connection) -> Result<HashMap<Uuid, i64>> {
    let mut statement = conn.prepare(
        "SELECT log.id FROM log JOIN device ON device.number = log.device WHERE field = '' ORDER BY stamp, device.id, seq",
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
