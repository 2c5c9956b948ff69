//! A record as a row of cells: how rows are inserted, changed and read, of any noun. What cells a noun has says
//! [`crate::model::noun`].

use rusqlite::{Connection, OptionalExtension, named_params, params_from_iter};
use uuid::Uuid;

use super::Result;
use super::codec::{Cells, Columns};
use crate::model::history::{Entity, Value};
use crate::model::noun::Noun;

/// A noun as a type of the model.
pub(super) trait Record: Sized {
    /// Which noun the type is.
    const ENTITY: Entity;

    /// The identity that is unique over all nouns.
    fn uuid(&self) -> Uuid;

    /// The values of the noun's first cells, in their order; those after them are not part of the type.
    fn cells(&self) -> Vec<Value>;

    /// Reads a row of the whole table.
    fn from_row(row: &impl Cells) -> rusqlite::Result<Self>;
}

/// What is known of the noun of a type.
pub(super) fn noun<R: Record>() -> &'static Noun {
    Noun::of(R::ENTITY).expect("every noun with a type has a row in the table of nouns")
}

/// The cells of a record that is made, by their names, without what only a newer version could write.
pub(super) fn known_cells<R: Record>(record: &R) -> Vec<(&'static str, Value)> {
    let cells = noun::<R>().cells.iter().zip(record.cells());
    cells.map(|(cell, value)| (cell.name, cell.form.known(value))).collect()
}

/// The name of the noun's table.
pub(super) fn table(entity: Entity) -> &'static str {
    crate::model::Coded::code(entity)
}

/// A record, shown or not.
pub(super) fn get<R: Record>(conn: &Connection, id: Uuid) -> Result<Option<R>> {
    let sql = format!("SELECT * FROM {} WHERE id = :id", table(R::ENTITY));
    Ok(conn
        .prepare_cached(&sql)?
        .query_row(named_params! { ":id": id }, |row| R::from_row(row))
        .optional()?)
}

/// A record that is shown.
pub(super) fn shown<R: Record>(conn: &Connection, id: Uuid) -> Result<Option<R>> {
    let sql = format!("SELECT * FROM {} WHERE id = :id AND shown = 1", table(R::ENTITY));
    Ok(conn
        .prepare_cached(&sql)?
        .query_row(named_params! { ":id": id }, |row| R::from_row(row))
        .optional()?)
}

/// Every row of a statement that selects whole rows of the noun's table.
pub(super) fn all<R: Record>(
    conn: &Connection,
    sql: &str,
    params: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<Vec<R>> {
    let mut statement = conn.prepare_cached(sql)?;
    let columns = Columns::of(&statement);
    let rows = statement.query_map(params, |row| R::from_row(&columns.row(row)))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// Inserts a row, with derived cells after the record's own.
pub(super) fn insert(
    conn: &Connection,
    noun: &Noun,
    id: Uuid,
    cells: &[(&str, Value)],
    derived: &[(&str, Value)],
) -> Result<()> {
    let names: Vec<&str> = cells.iter().chain(derived).map(|(name, _)| *name).collect();
    let marks = ", ?".repeat(names.len());
    let sql = format!("INSERT INTO {} (id, {}) VALUES (?{marks})", table(noun.entity), names.join(", "));
    let id = Value::Id(id);
    let values = std::iter::once(&id).chain(cells.iter().chain(derived).map(|(_, value)| value));
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;

    use super::*;
    use crate::clock::Clock;
    use crate::model::noun::{CellForm, NOUNS};
    use crate::store::{Options, Store};

    #[test]
    fn every_table_has_the_columns_of_its_noun() {
        let now = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(12, 0, 0).unwrap();
        let store =
            Store::in_memory(Options { clock: Clock::Fixed(now), scribe: None, replicas: None }).unwrap();
        for noun in NOUNS {
            let sql = format!("SELECT name FROM pragma_table_info('{}')", table(noun.entity));
            let mut statement = store.conn.prepare(&sql).unwrap();
            let columns = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
            let columns: BTreeSet<String> = columns.collect::<rusqlite::Result<_>>().unwrap();
            let mut expected: BTreeSet<String> =
                ["row", "id", "deleted", "kept", "shown"].into_iter().map(str::to_owned).collect();
            expected.extend(noun.cells.iter().map(|cell| cell.name.to_owned()));
            expected.extend(noun.derived.iter().map(|column| (*column).to_owned()));
            expected.extend(noun.cells.iter().filter_map(|cell| match cell.form {
                CellForm::PersonOf(of) | CellForm::PeopleOf(of) => Some(format!("{of}_name")),
                _ => None,
            }));
            assert_eq!(columns, expected, "{:?}", noun.entity);
        }
    }
}
