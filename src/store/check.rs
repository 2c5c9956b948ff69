//! Whether the pages of a file are sound, and its indexes fit its tables: what SQLite itself can say about it.

use rusqlite::Connection;

use super::{Result, Store, StoreError};

/// Reads the whole file and says what is wrong with it; an empty list is a sound file.
///
/// # Errors
/// Where the file cannot be read at all.
pub fn whole(store: &Store) -> Result<Vec<String>> {
    match faults(&store.conn, "integrity_check(20)", "integrity_check") {
        Err(StoreError::Damaged(why)) => Ok(vec![why]),
        found => found,
    }
}

/// Reads every page of the file and checks that it fits the others; quicker and less thorough than [`whole`].
///
/// # Errors
/// [`StoreError::Damaged`] with what was found.
pub fn quick(store: &Store) -> Result<()> {
    quick_of(&store.conn)
}

pub(super) fn quick_of(conn: &Connection) -> Result<()> {
    match faults(conn, "quick_check(1)", "quick_check")?.into_iter().next() {
        None => Ok(()),
        Some(found) => Err(StoreError::Damaged(found)),
    }
}

/// What SQLite finds wrong in a file. The search is left out: it follows from the rest and is made anew with it.
fn faults(conn: &Connection, all: &str, one: &str) -> Result<Vec<String>> {
    let run = |pragma: &str| -> Result<Vec<String>> {
        let mut statement = conn.prepare(&format!("PRAGMA {pragma}"))?;
        let lines = statement.query_map([], |row| row.get(0))?;
        Ok(lines.collect::<rusqlite::Result<_>>()?)
    };
    let mut found = match run(all) {
        // Where the tables of the search cannot be read nothing else is looked at.
        Err(StoreError::Sqlite(_) | StoreError::Damaged(_)) => {
            let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
            let mut statement = conn.prepare(sql)?;
            let tables = statement.query_map([], |row| row.get::<_, String>(0))?;
            let tables = tables.collect::<rusqlite::Result<Vec<String>>>()?;
            let each = tables.iter().map(|table| run(&format!("{one}('{table}')")));
            each.collect::<Result<Vec<_>>>()?.concat()
        }
        found => found?,
    };
    found.retain(|line| line != "ok" && !line.to_lowercase().contains("fts5"));
    Ok(found)
}
