//! Whether a file is sound: whether its pages can be read and its indexes fit its tables, whether its log is what was
//! written, and whether everything else follows from the log.

use rusqlite::Connection;

use super::fault::{Fault, FaultyRecord};
use super::{
    Options, Result, Store, StoreError, connection, digest, log, migrations, rebuild, record, replica,
};
use crate::clock::Clock;
use crate::model::history::Value;
use crate::model::noun::Noun;

/// What is looked at, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckStep {
    /// The pages of the file and its indexes.
    Pages,
    /// The rows of the log.
    Log,
    /// The tables: whether they follow from the log.
    Tables,
}

/// Everything that is wrong in a file; an empty list is a sound file. `begins` is called before each step. Where pages
/// cannot be read the tables are not compared with the log.
///
/// # Errors
/// Where the file cannot be read at all.
pub fn everything(store: &Store, mut begins: impl FnMut(CheckStep)) -> Result<Vec<Fault>> {
    let mut found = pages_and_log(store, &mut begins)?;
    if !found.iter().any(Fault::is_of_pages) {
        begins(CheckStep::Tables);
        match rebuild::deviations(store) {
            // Why it cannot be read is known by now, or it is nothing else.
            Err(StoreError::Damaged(_) | StoreError::Sqlite(_))
                if found.iter().any(|fault| !fault.is_of_schema()) => {}
            Err(StoreError::Damaged(why)) => found.push(Fault::Page(why)),
            deviating => {
                let new = deviating?.into_iter().filter(|fault| !found.contains(fault)).collect::<Vec<_>>();
                found.extend(new);
            }
        }
        if found.iter().any(Fault::is_in_tables_only) {
            let lost = replica::lost_rows(store)?;
            found.extend((lost > 0).then_some(Fault::LogEnd(lost)));
        }
    }
    Ok(found)
}

/// Reads the whole file: what is wrong with its pages, its indexes and its log.
///
/// # Errors
/// Where the file cannot be read at all.
pub fn whole(store: &Store) -> Result<Vec<Fault>> {
    pages_and_log(store, &mut |_| {})
}

fn pages_and_log(store: &Store, begins: &mut impl FnMut(CheckStep)) -> Result<Vec<Fault>> {
    begins(CheckStep::Pages);
    let mut found = pages(store)?;
    if !found.iter().any(Fault::is_of_pages) {
        found.extend(migrations::compare(&store.conn)?.faults());
        begins(CheckStep::Log);
        found.extend(log_rows(store)?);
    }
    Ok(found)
}

fn pages(store: &Store) -> Result<Vec<Fault>> {
    match said(&store.conn, "integrity_check(20)", "integrity_check") {
        Err(StoreError::Damaged(why)) => Ok(vec![Fault::Page(why)]),
        found => Ok(found?.into_iter().map(of_page).collect()),
    }
}

/// What SQLite says of an index names it last: `row 3 missing from index entry_place`.
fn of_page(line: String) -> Fault {
    let index = line.rsplit_once(" index ").map(|(before, index)| (before, index.trim()));
    match index {
        Some((before, index)) if !before.is_empty() && !index.contains(' ') => Fault::Index(index.to_owned()),
        _ => Fault::Page(line),
    }
}

/// The rows of the log that are not what was written, or not there.
fn log_rows(store: &Store) -> Result<Vec<Fault>> {
    let conn = &store.conn;
    // What a file without these tables lacks is found when they are compared.
    if !connection::has_table(conn, "log")? || !connection::has_table(conn, "device")? {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for row in digest::changed_rows(conn)? {
        let record = FaultyRecord::called(row.entity, row.id, naming_cell(conn, &row).as_ref());
        found.push(Fault::LogRow { record, cell: row.field });
    }
    match log::missing(conn)? {
        0 => {}
        missing => found.push(Fault::LogGap(missing)),
    }
    if connection::has_table(conn, "remembered")? {
        match digest::changed_settings(conn)? {
            0 => {}
            changed => found.push(Fault::Remembered(changed)),
        }
    }
    Ok(found)
}

/// What the record has in the cell that it is called by, which a row of the log is about.
fn naming_cell(conn: &Connection, row: &digest::ChangedRow) -> Option<Value> {
    let named_by = Noun::of(row.entity)?.named_by?;
    record::cell(conn, row.entity, row.id, named_by).ok().flatten()
}

/// A copy that is only read.
pub(super) fn read_copy(conn: Connection) -> Store {
    Store::new(conn, None, Options { clock: Clock::System, scribe: None, replicas: None })
}

/// Compares a copy with its log; one of an earlier version is only read.
///
/// # Errors
/// [`StoreError::Damaged`] where it does not have what was written.
pub(super) fn true_copy(conn: Connection) -> Result<Store> {
    let is_comparable = migrations::is_up_to_date(&conn)?;
    connection::keep_in_memory(&conn, connection::memory_for(&conn)?)?;
    let store = read_copy(conn);
    if !is_comparable {
        return quick(&store).map(|()| store);
    }
    match everything(&store, |_| {})?.into_iter().find(Fault::is_of_words) {
        Some(fault) => Err(StoreError::Damaged(fault.to_string())),
        None => Ok(store),
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
    match said(conn, "quick_check(1)", "quick_check")?.into_iter().next() {
        None => Ok(()),
        Some(found) => Err(StoreError::Damaged(found)),
    }
}

/// What SQLite says is wrong in a file. The search is left out: it follows from the rest and is made anew with it.
fn said(conn: &Connection, all: &str, one: &str) -> Result<Vec<String>> {
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
