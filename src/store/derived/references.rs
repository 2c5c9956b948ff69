//! Whether the records that others are part of, or refer to, are there. A file that is damaged in an identity has them
//! under another, and what is in them is found by nothing.

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::super::{Result, Store, present, record};
use crate::model::history::{Entity, Value};
use crate::model::noun::{CellForm, NOUNS};

/// Whether everything that a record names is there, unless the log names it too and has it as little: it may come from
/// another laptop later.
///
/// # Errors
/// Where the file cannot be read.
pub fn are_references_sound(store: &Store) -> Result<bool> {
    for noun in NOUNS {
        for cell in noun.cells {
            let (CellForm::Within(named) | CellForm::Link(Some(named))) = cell.form else { continue };
            if is_any_lost(&store.conn, (noun.entity, cell.name), named)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Whether a cell of a noun names a record that is not there, and that is not how the log has it.
fn is_any_lost(conn: &Connection, (entity, cell): (Entity, &str), named: Entity) -> Result<bool> {
    let (table, of) = (record::table(entity), record::table(named));
    let mut statement = conn.prepare_cached(&format!(
        "SELECT named FROM (SELECT DISTINCT {cell} AS named FROM {table} WHERE {cell} IS NOT NULL)
         WHERE named NOT IN (SELECT id FROM {of})"
    ))?;
    let absent = statement.query_map([], |row| row.get(0))?;
    let mut naming = conn.prepare_cached(&format!("SELECT id FROM {table} WHERE {cell} = :named"))?;
    for named in absent {
        let named: Uuid = named?;
        if present::present(conn, named)?.is_some() {
            return Ok(true);
        }
        for id in naming.query_map(named_params! { ":named": named }, |row| row.get(0))? {
            let logged = present::present(conn, id?)?;
            if logged.is_none_or(|logged| logged.cell(cell) != Some(&Value::Id(named))) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
