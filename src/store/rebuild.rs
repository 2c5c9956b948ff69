//! Everything that follows from the log, made anew from it: the tables of nouns, derived cells, numbers, conflicts and
//! the search. Whatever happened to a store, nothing is changed by it.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Rows, Statement};
use uuid::Uuid;

use super::codec::Cells;
use super::{
    Result, Store, StoreError, backup, branch, derived, device, heads, identity, log, migrations, names,
    numbering, present, record, search,
};
use crate::model::history::{Entity, Value};
use crate::model::id::DeviceId;
use crate::model::noun::NOUNS;

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
        if let Some(path) = self.path() {
            backup::before_rebuild(self, path)?;
        }
        self.make_anew(rebuild_whole)
    }

    fn make_anew(&mut self, rebuild: fn(&Store) -> Result<()>) -> Result<()> {
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        match mend_frame(self).and_then(|()| rebuild(self)) {
            Ok(()) => self.commit(),
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }
}

/// What a store has that its log has not, and the other way round.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Examined {
    /// What in the tables does not follow from the log, one line for each.
    pub deviations: Vec<String>,
    /// How many records, or changes of them, the log does not hold: they would be lost if the tables were made anew
    /// from it.
    pub lost: usize,
}

/// What in the tables does not follow from the log, one line for each; an empty list is how it should be.
///
/// # Errors
/// Where the file cannot be read.
pub fn deviations(store: &Store) -> Result<Vec<String>> {
    Ok(examine(store)?.deviations)
}

/// Compares the tables with the log: a copy is rebuilt.
///
/// # Errors
/// Where the file cannot be read.
pub fn examine(store: &Store) -> Result<Examined> {
    // What another window writes meanwhile is in neither.
    let reading = store.conn.unchecked_transaction()?;
    let _begun: i64 = reading.query_row("SELECT count(*) FROM device", [], |row| row.get(0))?;
    let schema = migrations::compare(&store.conn)?;
    let mut found: Vec<String> = schema.missing.iter().map(|object| format!("+ {}", object.name)).collect();
    let mut copy = backup::temporary(store)?;
    let stored = match search::catch_up(&copy).and_then(|()| beside_nouns(&copy.conn)) {
        Err(StoreError::Damaged(_) | StoreError::Sqlite(_)) => {
            found.push("- search".to_owned());
            search::rebuild(&copy)?;
            beside_nouns(&copy.conn)?
        }
        stored => stored?,
    };
    let known = search::vocabulary(&copy)?;
    found.extend(schema.superfluous.iter().map(|object| format!("- {}", object.name)));
    found.extend(identity::deviations(&store.conn)?);
    found.extend(branch::deviations(&store.conn)?);
    found.extend(search::wrongly_newest(store)?);
    let before = records(&copy.conn)?;
    copy.make_anew(make_tables)?;
    let lost = lost(&before, &records(&copy.conn)?).max(log::missing(&copy.conn)?);
    let rebuilt = beside_nouns(&copy.conn)?;
    // Words that nobody says any more do no harm there.
    found.extend(search::vocabulary(&copy)?.difference(&known).map(|word| format!("+ vocabulary {word}")));
    for noun in NOUNS {
        compare(&store.conn, &copy.conn, record::table(noun.entity), &mut found)?;
    }
    found.extend(stored.difference(&rebuilt).map(|line| format!("- {line}")));
    found.extend(rebuilt.difference(&stored).map(|line| format!("+ {line}")));
    Ok(Examined { deviations: found, lost })
}

/// Compares a table of two files record by record: neither has to be in memory.
fn compare(stored: &Connection, rebuilt: &Connection, table: &str, found: &mut Vec<String>) -> Result<()> {
    let sql = format!("SELECT * FROM {table} ORDER BY id");
    let (mut all_stored, mut all_rebuilt) = (stored.prepare(&sql)?, rebuilt.prepare(&sql)?);
    let mut stored = Lines::of(stored, &mut all_stored, table)?;
    let mut rebuilt = Lines::of(rebuilt, &mut all_rebuilt, table)?;
    let (mut before, mut after) = (stored.next()?, rebuilt.next()?);
    while before.is_some() || after.is_some() {
        // The lines begin with the identity, by which they are ordered.
        let is_missing = before.as_ref().is_some_and(|line| after.as_ref().is_none_or(|other| line < other));
        if before == after {
            (before, after) = (stored.next()?, rebuilt.next()?);
        } else if is_missing {
            found.extend(before.map(|line| format!("- {line}")));
            before = stored.next()?;
        } else {
            found.extend(after.map(|line| format!("+ {line}")));
            after = rebuilt.next()?;
        }
    }
    Ok(())
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
    let mut lines = beside_nouns(conn)?;
    for noun in NOUNS {
        let table = record::table(noun.entity);
        all_lines(conn, &mut lines, table, &format!("SELECT * FROM {table}"))?;
    }
    Ok(lines)
}

/// What follows from the log and is no record: conflicts, numbers and the words of the index.
fn beside_nouns(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut lines = BTreeSet::new();
    all_lines(
        conn,
        &mut lines,
        "conflict",
        "SELECT conflict.id, field, device.id AS device, seq FROM conflict LEFT JOIN device ON device.number = device",
    )?;
    all_lines(
        conn,
        &mut lines,
        "numbering",
        "SELECT space.id AS space, series, value FROM numbering LEFT JOIN space ON space.number = numbering.space",
    )?;
    all_lines(conn, &mut lines, "shared_number", "SELECT * FROM shared_number")?;
    conn.execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab(main, search, row)")?;
    all_lines(conn, &mut lines, "search", "SELECT term, doc FROM temp.term")?;
    Ok(lines)
}

fn all_lines(conn: &Connection, lines: &mut BTreeSet<String>, table: &str, sql: &str) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let mut found = Lines::of(conn, &mut statement, table)?;
    while let Some(line) = found.next()? {
        lines.insert(line);
    }
    Ok(())
}

/// The rows of a statement, each as a line of the names and values of its columns. A replica is called by its identity.
struct Lines<'s> {
    devices: HashMap<i64, DeviceId>,
    table: &'s str,
    columns: Vec<String>,
    rows: Rows<'s>,
}

impl<'s> Lines<'s> {
    fn of(conn: &Connection, statement: &'s mut Statement<'_>, table: &'s str) -> Result<Self> {
        let columns = statement.column_names().map(str::to_owned).collect();
        let devices = device::all(conn)?.into_iter().collect();
        Ok(Self { devices, table, columns, rows: statement.query([])? })
    }

    fn next(&mut self) -> Result<Option<String>> {
        let Some(row) = self.rows.next()? else { return Ok(None) };
        let mut line = self.table.to_owned();
        for (at, column) in self.columns.iter().enumerate() {
            let cell = match column.as_str() {
                // In which order records came to this file is its own matter.
                "row" => continue,
                "maker" => match row.get(at)? {
                    // Where the cell is damaged there may be no such replica.
                    Value::Integer(maker) => format!("{:?}", self.devices.get(&maker)),
                    damaged => format!("{damaged:?}"),
                },
                _ => match row.get_ref(at)? {
                    // No version writes such a cell.
                    ValueRef::Blob(damaged) if damaged.len() != 16 => format!("{damaged:?}"),
                    _ => format!("{:?}", row.get::<_, Value>(at)?),
                },
            };
            line.extend([" ", column, " ", &cell]);
        }
        Ok(Some(line))
    }
}

/// Makes the indexes and triggers that are missing, takes away those that are too many, finds the identities of
/// replicas and spaces again, and hangs branches where they leave.
fn mend_frame(store: &Store) -> Result<()> {
    let schema = migrations::compare(&store.conn)?;
    schema.superfluous.iter().try_for_each(|object| object.drop(&store.conn))?;
    schema.missing.iter().try_for_each(|object| object.make(&store.conn))?;
    identity::mend(&store.conn)?;
    branch::mend(&store.conn)
}

/// The same as [`rebuild`], where no row of the log is missing.
fn rebuild_whole(store: &Store) -> Result<()> {
    match log::missing(&store.conn)? {
        0 => rebuild(store),
        missing => Err(StoreError::LogIncomplete(missing)),
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

/// Makes everything anew in a file that was written by an earlier version. Where a record would be lost by it, because
/// the log does not hold it, the file stays as it is.
pub(super) fn after_upgrade(store: &Store) -> Result<()> {
    let conn = &store.conn;
    conn.execute_batch("SAVEPOINT upgrade")?;
    match rebuild_whole(store) {
        Err(StoreError::LogIncomplete(lost)) => {
            tracing::error!(lost, "the log does not hold every record; the tables are not made anew");
            conn.execute_batch("ROLLBACK TO upgrade")?;
        }
        rebuilt => rebuilt?,
    }
    conn.execute_batch("RELEASE upgrade")?;
    Ok(())
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
