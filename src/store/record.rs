//! A noun as a row of cells: what every noun declares about its table, and how rows are inserted and read.
//! It knows the shape of a record, not what it means.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params_from_iter};
use uuid::Uuid;

use super::Result;
use crate::model::history::{Entity, Value};

/// A noun that has a table.
pub(super) trait Record: Sized {
    /// The noun; its code is the name of the table.
    const ENTITY: Entity;
    /// Its cells, in the order of [`Record::cells`].
    const COLUMNS: &'static [&'static str];

    /// The identity that is unique over all nouns.
    fn uuid(&self) -> Uuid;

    /// The values, one for each of [`Record::COLUMNS`].
    fn cells(&self) -> Vec<Value>;

    /// Reads a row of the whole table.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// The name of the noun's table.
pub(super) fn table(entity: Entity) -> &'static str {
    crate::model::Coded::code(entity)
}

/// A record, soft-deleted or not.
pub(super) fn get<R: Record>(conn: &Connection, id: Uuid) -> Result<Option<R>> {
    let sql = format!("SELECT * FROM {} WHERE id = :id", table(R::ENTITY));
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id }, R::from_row).optional()?)
}

/// Every row of a statement that selects whole rows of the noun's table.
pub(super) fn all<R: Record>(
    conn: &Connection,
    sql: &str,
    params: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<Vec<R>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params, R::from_row)?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// Inserts a row, with derived cells after the record's own.
pub(super) fn insert<R: Record>(
    conn: &Connection,
    id: Uuid,
    cells: &[Value],
    derived: &[(&str, Value)],
) -> Result<()> {
    let columns = R::COLUMNS.iter().copied().chain(derived.iter().map(|(column, _)| *column));
    let names: Vec<&str> = std::iter::once("id").chain(columns).collect();
    let marks = vec!["?"; names.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", table(R::ENTITY), names.join(", "));
    let id = Value::Id(id);
    let values = std::iter::once(&id).chain(cells).chain(derived.iter().map(|(_, value)| value));
    conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// What one cell holds. `None` where there is no such record.
pub(super) fn cell(conn: &Connection, entity: Entity, id: Uuid, column: &str) -> Result<Option<Value>> {
    let sql = format!("SELECT {column} FROM {} WHERE id = :id", table(entity));
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id }, |row| row.get(0)).optional()?)
}

/// Writes one cell.
pub(super) fn set_cell(
    conn: &Connection,
    entity: Entity,
    id: Uuid,
    column: &str,
    value: &Value,
) -> Result<()> {
    let sql = format!("UPDATE {} SET {column} = :value WHERE id = :id", table(entity));
    conn.prepare_cached(&sql)?.execute(named_params! { ":value": value, ":id": id })?;
    Ok(())
}
