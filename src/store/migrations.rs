//! Brings an older file up to date, one step after the other, after a backup. A released step never changes. Then
//! everything that follows from the log is made anew: a noun or a cell that a newer version wrote, and that this one
//! did not know until now, is in the log already.

use std::path::Path;

use rusqlite::Connection;

use super::connection::{self, APPLICATION_ID};
use super::fault::Fault;
use super::{Result, Store, StoreError, backup, digest, record};
use crate::model::noun::NOUNS;

/// The steps; the file's `user_version` is how many it has taken.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_manuscript.sql"),
    include_str!("migrations/0003_remembered.sql"),
    include_str!("migrations/0004_vocabulary.sql"),
    include_str!("migrations/0005_log.sql"),
    include_str!("migrations/0006_person.sql"),
    include_str!("migrations/0007_replica.sql"),
    include_str!("migrations/0008_newest.sql"),
    include_str!("migrations/0009_email.sql"),
    include_str!("migrations/0010_saved_view.sql"),
    include_str!("migrations/0011_marks.sql"),
    include_str!("migrations/0012_several.sql"),
    include_str!("migrations/0013_digest.sql"),
];

/// The version from which on every row of the log has a digest.
const FIRST_WITH_DIGESTS: i64 = 13;

/// The index of the search, a virtual table of FTS5 with five tables of its own.
const SEARCH: &str = "search";

/// The version of a file that has taken every step.
pub(super) fn newest() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// Takes the steps that a file has not taken. In one that an earlier version wrote, `rebuild` comes after them.
pub(super) fn run(store: &mut Store, rebuild: fn(&Store) -> Result<()>) -> Result<()> {
    let found = version(&store.conn)?;
    refuse_newer(&store.conn, found)?;
    if found == newest() {
        return Ok(());
    }
    if is_wrong_version(&store.conn)? {
        // Nothing else of the file was changed.
        return Ok(store.conn.pragma_update(None, "user_version", newest())?);
    }
    if found > 0
        && let Some(path) = store.path()
    {
        backup::before_migration(&store.conn, path, found)?;
    }
    store.atomically(|store| take_steps(store, rebuild))
}

/// Refuses a file of a newer version. One that has the tables of this version and nothing else, and a number that is
/// another than this version's in one bit, is not of a newer one: that bit has changed.
fn refuse_newer(conn: &Connection, found: i64) -> Result<()> {
    if found <= newest() {
        return Ok(());
    }
    if (found ^ newest()).count_ones() == 1 && compare(conn)?.faults().is_empty() {
        return Err(StoreError::Damaged(format!("version {found} in the header")));
    }
    Err(StoreError::Newer { found, known: newest() })
}

/// Whether a file has every table of the newest version with all its columns, whatever it says that it is of: no step
/// could be taken then.
fn is_wrong_version(conn: &Connection) -> Result<bool> {
    let application: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Ok(false);
    }
    let SchemaDifference { missing, other_columns, .. } = compare(conn)?;
    Ok(!missing.iter().any(SchemaObject::is_table) && other_columns.is_empty())
}

fn take_steps(store: &Store, rebuild: fn(&Store) -> Result<()>) -> Result<()> {
    let conn = &store.conn;
    // Another instance may have migrated while this one waited for the file.
    let found = version(conn)?;
    refuse_foreign(conn, found, store.path())?;
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        conn.execute_batch(step)?;
    }
    // Rows of earlier versions are taken for what was written.
    if found < FIRST_WITH_DIGESTS {
        digest::fill(conn)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", newest())?;
    if found > 0 && found < newest() { rebuild(store) } else { Ok(()) }
}

/// A table, an index or a trigger.
#[derive(Debug, Clone)]
struct SchemaObject {
    /// `table`, `index` or `trigger`.
    kind: String,
    name: String,
    sql: String,
}

impl SchemaObject {
    fn is_table(&self) -> bool {
        self.kind == "table"
    }

    /// Those of a file; what others are made on comes first.
    fn all(conn: &Connection) -> Result<Vec<Self>> {
        let mut statement = conn.prepare(
            "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index', 'trigger') AND sql IS NOT NULL
             ORDER BY type <> 'table', type, name",
        )?;
        let all = statement
            .query_map([], |row| Ok(Self { kind: row.get(0)?, name: row.get(1)?, sql: row.get(2)? }))?;
        all.map(|object| object.map_err(Into::into)).collect()
    }

    /// Takes it away.
    fn drop(&self, conn: &Connection) -> Result<()> {
        let Self { kind, name, .. } = self;
        Ok(conn.execute_batch(&format!("DROP {kind} IF EXISTS \"{}\"", name.replace('"', "\"\"")))?)
    }
}

/// Where the tables, indexes and triggers of a file are not those that it should have.
pub(super) struct SchemaDifference {
    /// It has them not; or, of indexes and triggers, otherwise.
    missing: Vec<SchemaObject>,
    /// Indexes and triggers of which nobody knows what they do.
    superfluous: Vec<SchemaObject>,
    /// Tables that lack a column, which they do not have or call otherwise; each with the name of one.
    other_columns: Vec<(SchemaObject, String)>,
}

impl SchemaDifference {
    /// What is wrong, each by its name.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let fault = |object: &SchemaObject| {
            let name = object.name.clone();
            if object.is_table() { Fault::NoTable(name) } else { Fault::Schema(name) }
        };
        let columns = self.other_columns.iter().map(|(table, column)| format!("{}.{column}", table.name));
        let objects = self.missing.iter().chain(&self.superfluous).map(fault);
        objects.chain(columns.map(Fault::Schema)).collect()
    }

    /// Refuses a log that lacks a column: nothing can be made anew from it then.
    pub(super) fn require_readable_log(&self) -> Result<()> {
        let of_log = |(table, _): &&(SchemaObject, String)| !is_made_anew(&table.name);
        self.other_columns.iter().find(of_log).map_or(Ok(()), |(table, column)| {
            Err(StoreError::Damaged(format!("{}.{column} is not there", table.name)))
        })
    }

    /// Whether tables cannot be read, as they have other columns.
    pub(super) fn has_other_columns(&self) -> bool {
        !self.other_columns.is_empty()
    }

    /// Whether a table is not there.
    pub(super) fn is_missing(&self, table: &str) -> bool {
        self.missing.iter().any(|object| object.is_table() && object.name == table)
    }

    /// Makes the tables that are not there, with nothing in them.
    pub(super) fn make_tables(&self, conn: &Connection) -> Result<()> {
        let is_without_search = self.is_missing(SEARCH);
        for table in self.missing.iter().filter(|object| object.is_table()) {
            // The index makes the tables that are part of it, and they cannot be there already.
            if is_without_search && table.name.starts_with(SEARCH) {
                continue;
            }
            conn.execute_batch(&table.sql)?;
        }
        if is_without_search {
            for part in ["config", "content", "data", "docsize", "idx"] {
                conn.execute_batch(&format!("DROP TABLE IF EXISTS {SEARCH}_{part}"))?;
            }
            let search = self.missing.iter().filter(|object| object.name == SEARCH);
            search.map(|table| &table.sql).try_for_each(|sql| conn.execute_batch(sql))?;
        }
        Ok(())
    }

    /// Makes everything as it should be.
    pub(super) fn mend(&self, conn: &Connection) -> Result<()> {
        self.superfluous.iter().try_for_each(|object| object.drop(conn))?;
        self.require_readable_log()?;
        for (table, _) in &self.other_columns {
            // What is in it is made anew from the log.
            table.drop(conn)?;
            conn.execute_batch(&table.sql)?;
        }
        if self.has_other_columns() {
            // Its indexes and triggers went with it.
            return compare(conn)?.mend(conn);
        }
        self.make_tables(conn)?;
        self.missing.iter().filter(|object| !object.is_table()).try_for_each(|object| {
            object.drop(conn)?;
            Ok(conn.execute_batch(&object.sql)?)
        })
    }
}

/// Compares a file with one that has just taken every step.
pub(super) fn compare(conn: &Connection) -> Result<SchemaDifference> {
    let fresh = connection::in_memory()?;
    for step in STEPS {
        fresh.execute_batch(step)?;
    }
    let (mut missing, mut superfluous) = (SchemaObject::all(&fresh)?, SchemaObject::all(conn)?);
    let mut other_columns = Vec::new();
    // Those of the search are made anew with it.
    let tables = missing.iter().filter(|object| object.is_table() && !object.name.starts_with(SEARCH));
    for table in tables {
        let there = columns(conn, &table.name)?;
        let lacking = columns(&fresh, &table.name)?.into_iter().find(|column| !there.contains(column));
        if let Some(column) = lacking.filter(|_| !there.is_empty()) {
            other_columns.push((table.clone(), column));
        }
    }
    let known: Vec<String> = missing.iter().map(|object| object.name.clone()).collect();
    let is_same = |object: &SchemaObject, there: &SchemaObject| {
        there.name == object.name && (object.is_table() || there.sql == object.sql)
    };
    missing.retain(|object| !superfluous.iter().any(|there| is_same(object, there)));
    superfluous.retain(|object| !object.is_table() && !known.contains(&object.name));
    Ok(SchemaDifference { missing, superfluous, other_columns })
}

/// Whether everything in a table follows from the log.
fn is_made_anew(table: &str) -> bool {
    NOUNS.iter().any(|noun| record::table(noun.entity) == table)
}

/// What the columns of a table are called; none where there is no such table.
pub(super) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn version(conn: &Connection) -> Result<i64> {
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let application: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    // Somebody else's database may have any version of its own.
    Ok(if version > 0 && application != APPLICATION_ID { 0 } else { version })
}

/// Refuses what this program does not know: a store of a newer version, a database of another program.
pub(super) fn refuse_unknown(conn: &Connection, path: &Path) -> Result<()> {
    let found = version(conn)?;
    refuse_newer(conn, found)?;
    refuse_foreign(conn, found, Some(path))
}

/// Whether a file has taken every step.
pub(super) fn is_up_to_date(conn: &Connection) -> Result<bool> {
    Ok(version(conn)? == newest())
}

/// A database of another program has tables but no version of ours.
fn refuse_foreign(conn: &Connection, found: i64, path: Option<&Path>) -> Result<()> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match path {
        Some(path) if found == 0 && tables > 0 => Err(StoreError::NotAStore(path.to_owned())),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::clock::Clock;
    use crate::store::{self, Options, check};

    /// A file as the program left it after so many steps, with one meeting in it.
    fn file_of(version: usize, path: &Path) {
        let conn = Connection::open(path).unwrap();
        for step in STEPS.iter().take(version) {
            conn.execute_batch(step).unwrap();
        }
        conn.execute_batch(
            "INSERT INTO meeting (id, kind, status, title, place, audience, reference, tables, signoff)
             VALUES (randomblob(16), 'workshop', 'draft', 'Kvällsöppet', '', '', '', 0, '')",
        )
        .unwrap();
        conn.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
        conn.pragma_update(None, "user_version", version).unwrap();
    }

    #[test]
    fn an_older_file_is_copied_brought_up_to_date_and_keeps_what_it_holds() {
        for version in 1..STEPS.len() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("x.db");
            file_of(version, &path);
            let now = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(12, 0, 0).unwrap();
            let options = || Options { clock: Clock::Fixed(now), scribe: None, replicas: None };
            let store = Store::open(&path, options()).unwrap();
            let titles = |store: &Store| -> Vec<String> {
                store::meeting::list(store).unwrap().into_iter().map(|meeting| meeting.title).collect()
            };
            assert_eq!(titles(&store), ["Kvällsöppet"]);
            assert_eq!(super::version(&store.conn).unwrap(), newest());
            assert_eq!(check::whole(&store).unwrap(), Vec::new());

            let copy = Connection::open(backup::folder(&path).join(format!("version-{version}.db"))).unwrap();
            assert_eq!(super::version(&copy).unwrap(), i64::try_from(version).unwrap());
            let title: String = copy.query_row("SELECT title FROM meeting", [], |row| row.get(0)).unwrap();
            assert_eq!(title, "Kvällsöppet");
            drop(store);
            assert_eq!(titles(&Store::open(&path, options()).unwrap()), ["Kvällsöppet"], "and stays so");
        }
    }

    /// Two thousand lines in a file from before the vocabulary had rows of many words.
    const SAID: &str = "
        INSERT INTO section (id, meeting, position, heading, level, intro, kind)
            SELECT randomblob(16), id, 'a', 'Tips', 1, '', 'notes' FROM meeting;
        WITH RECURSIVE nth(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM nth WHERE n < 2000)
            INSERT INTO entry (row, id, meeting, section, position, depth, kind, text, tags, starred)
            SELECT n, randomblob(16), meeting, section.id, n, 0, 'note', 'Om lok' || n || 'ort', '', 0
            FROM nth, section;
        INSERT INTO word (word) SELECT 'om' UNION ALL SELECT 'lok' || row || 'ort' FROM entry;
        INSERT INTO search (rowid, body) SELECT row * 4 + 2, 'om lok' || row || 'ort' FROM entry;";

    #[test]
    fn what_was_said_before_is_found_in_a_file_that_was_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        file_of(3, &path);
        Connection::open(&path).unwrap().execute_batch(SAID).unwrap();
        let store =
            Store::open(&path, Options { clock: Clock::System, scribe: None, replicas: None }).unwrap();
        for nth in 2..=2_000 {
            let hits = store::search::find(&store, &format!("ok{nth}or"), 50).unwrap();
            let texts: Vec<&str> = hits.iter().map(|hit| hit.text.as_str()).collect();
            assert_eq!(texts, [format!("Om lok{nth}ort")]);
        }
    }
}
