//! What was found in a damaged file, entered in an empty store: the log, what its numbers mean, and what is remembered.

use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use super::ReadableRows;
use crate::store::digest::{self, RawCell};
use crate::store::{Result, identity};

/// Returns how many rows of the log there are.
pub(super) fn enter(conn: &Connection, found: &ReadableRows) -> Result<usize> {
    write_identities(conn, found)?;
    let sql =
        format!("INSERT OR IGNORE INTO log ({}, digest) VALUES (?{})", digest::LOG_CELLS, ", ?".repeat(13));
    let mut enter = conn.prepare(&sql)?;
    let mut rows = 0;
    for row in &found.log {
        rows += enter.execute(params_from_iter(row))?;
    }
    identity::mend(conn)?;
    remember(conn, found)?;
    Ok(rows)
}

/// Who the replicas are and which space is which, as far as their tables can be read. What is missing the log says.
fn write_identities(conn: &Connection, found: &ReadableRows) -> Result<()> {
    for (table, sql) in [
        ("device", "INSERT OR IGNORE INTO device (number, id, machine, path) VALUES (?, ?, '', '')"),
        ("space", "INSERT OR REPLACE INTO space (number, id) VALUES (?, ?)"),
    ] {
        for row in found.rows(table) {
            if let (Some(number), Some(RawCell::Blob(id))) = (row.number, row.cells.get(1))
                && let Ok(id) = Uuid::from_slice(id)
            {
                conn.prepare_cached(sql)?.execute((number, id))?;
            }
        }
    }
    Ok(())
}

/// What is remembered of exports, as far as it is what was chosen.
fn remember(conn: &Connection, found: &ReadableRows) -> Result<()> {
    let mut enter =
        conn.prepare("INSERT OR IGNORE INTO remembered (programme, choices, digest) VALUES (?, ?, ?)")?;
    for row in found.rows("remembered").filter(|row| row.cells.len() == 3) {
        enter.execute(params_from_iter(&row.cells))?;
    }
    digest::forget_changed_settings(conn)
}
