//! The visible numbers: the greatest that is known of each series, and those that two records share.

use std::collections::HashSet;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::Result;
use crate::model::history::{Entity, LogRow, Value};
use crate::model::noun::{CellForm, NOUNS, Noun, NounCell, Series};
use crate::model::{Coded, cell};

/// Makes what the model knows of a number callable in SQL: `number_value(cell)`, 0 where the cell holds none.
pub(super) fn register_functions(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("number_value", 1, flags, |args| {
        let number = args.get_raw(0).as_str().ok().and_then(cell::read_number);
        Ok(number.map_or(0, |number| number.value))
    })?;
    Ok(())
}

/// The greatest number that is counted from: no programme comes near it. A greater one in the log is damage, and what
/// comes after it would be damage too.
pub(super) const GREATEST: u32 = 1_000_000;

/// The number after the greatest that is believed in a space. No row of its log has it.
pub(super) fn next(conn: &Connection, space: i64, series: Series) -> Result<u32> {
    let params = named_params! { ":space": space, ":series": series.code(), ":greatest": GREATEST };
    let known = conn
        .prepare_cached(
            "SELECT value FROM numbering WHERE space = :space AND series = :series
             AND typeof(value) = 'integer' AND value BETWEEN 0 AND :greatest",
        )?
        .query_row(params, |row| row.get(0))
        .optional()?;
    // Where nothing is remembered of the series, nothing was numbered, or the memory is lost or damaged.
    let greatest: u32 = known.map_or_else(|| greatest(conn, space, series), Ok)?;
    if greatest >= GREATEST {
        return first_free_beyond(conn, space, series);
    }
    raise(conn, space, series, greatest + 1)?;
    Ok(greatest + 1)
}

/// Whether another space has come as far, and may have the same number.
pub(super) fn is_reached_elsewhere(
    conn: &Connection,
    space: i64,
    series: Series,
    value: u32,
) -> Result<bool> {
    let reached = conn
        .prepare_cached(
            "SELECT 1 FROM numbering WHERE space <> :space AND series = :series AND value >= :value",
        )?
        .exists(named_params! { ":space": space, ":series": series.code(), ":value": value })?;
    Ok(reached)
}

/// A number that is known in a space: none below it is assigned there any more.
fn raise(conn: &Connection, space: i64, series: Series, value: u32) -> Result<()> {
    if value > GREATEST {
        return Ok(());
    }
    conn.prepare_cached(
        "INSERT INTO numbering (space, series, value) VALUES (:space, :series, :value)
         ON CONFLICT DO UPDATE SET value = CASE
            WHEN typeof(value) = 'integer' AND value BETWEEN excluded.value AND :greatest THEN value
            ELSE excluded.value END",
    )?
    .execute(named_params! {
        ":space": space, ":series": series.code(), ":value": value, ":greatest": GREATEST,
    })?;
    Ok(())
}

/// Every number that the log has of a cell, with its space.
const WRITTEN: &str = "SELECT space, number_value(
    CASE WHEN field <> '' THEN new WHEN json_valid(new) THEN json_extract(new, '$.' || :cell) END) AS number
    FROM log WHERE entity = :entity AND field IN ('', :cell)";

/// Counts the numbers of the whole log.
pub(super) fn count(conn: &Connection) -> Result<()> {
    for (noun, cell, series) in cells() {
        let sql = format!(
            "SELECT space, max(number) AS greatest FROM ({WRITTEN})
             WHERE number BETWEEN 1 AND :greatest GROUP BY space"
        );
        let (entity, cell) = (noun.entity.code(), cell.name);
        let params = named_params! { ":entity": entity, ":cell": cell, ":greatest": GREATEST };
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            raise(conn, row.get("space")?, series, row.get("greatest")?)?;
        }
    }
    Ok(())
}

/// The greatest number that is believed in the log of a space; 0 where there is none.
fn greatest(conn: &Connection, space: i64, series: Series) -> Result<u32> {
    let written = written(conn, space, series)?;
    Ok(written.into_iter().filter(|number| *number <= GREATEST).max().unwrap_or(0))
}

/// The least number that is greater than all that are believed and that no row has.
fn first_free_beyond(conn: &Connection, space: i64, series: Series) -> Result<u32> {
    let written = written(conn, space, series)?;
    Ok((GREATEST + 1..=u32::MAX).find(|number| !written.contains(number)).unwrap_or(u32::MAX))
}

/// The numbers of a series in the log of a space.
fn written(conn: &Connection, space: i64, series: Series) -> Result<HashSet<u32>> {
    let mut numbers = HashSet::new();
    for (noun, cell, _) in cells().filter(|(_, _, of)| *of == series) {
        let sql = format!("SELECT number FROM ({WRITTEN}) WHERE space = :space AND number > 0");
        let params = named_params! { ":entity": noun.entity.code(), ":cell": cell.name, ":space": space };
        let mut statement = conn.prepare_cached(&sql)?;
        for number in statement.query_map(params, |row| row.get(0))? {
            numbers.insert(number?);
        }
    }
    Ok(numbers)
}

/// Takes note of the numbers in a row of the log, so that none of them is assigned again in its space.
pub(super) fn note(conn: &Connection, space: i64, row: &LogRow) -> Result<()> {
    for (_, numbered, series) in cells().filter(|(noun, _, _)| noun.entity.code() == row.entity) {
        let Value::Text(new) = &row.new else { continue };
        let number = if row.field == numbered.name {
            cell::read_number(new)
        } else if row.field.is_empty() {
            cell::text_made(new, numbered.name).as_deref().and_then(cell::read_number)
        } else {
            None
        };
        if let Some(number) = number {
            raise(conn, space, series, number.value)?;
        }
    }
    Ok(())
}

/// Brings up to date which numbers two records share, because two replicas assigned them at the same time. A record
/// that was undone or deleted counts, too: it is held with its number, undo can bring it back, and a mark that came and
/// went with it would make wrong what was printed.
pub(super) fn share(conn: &Connection) -> Result<()> {
    conn.execute("DELETE FROM shared_number", [])?;
    for (noun, cell, series) in cells() {
        let sql = format!(
            "INSERT INTO shared_number (series, value) SELECT :series, number_value({0}) AS value FROM {1}
             WHERE value > 0 GROUP BY value HAVING count(*) > 1",
            cell.name,
            noun.entity.code(),
        );
        conn.execute(&sql, named_params! { ":series": series.code() })?;
    }
    Ok(())
}

/// The numbers that two records share.
pub(super) fn shared(conn: &Connection) -> Result<HashSet<(Series, u32)>> {
    let mut statement = conn.prepare_cached("SELECT series, value FROM shared_number")?;
    let mut rows = statement.query([])?;
    let mut shared = HashSet::new();
    while let Some(row) = rows.next()? {
        let code = row.get_ref(0)?;
        if let Some(series) = Series::ALL.into_iter().find(|series| Ok(series.code()) == code.as_str()) {
            shared.insert((series, row.get(1)?));
        }
    }
    Ok(shared)
}

/// Whether a cell holds a visible number.
pub(super) fn is_numbered(entity: Entity, column: &str) -> bool {
    cells().any(|(noun, cell, _)| noun.entity == entity && cell.name == column)
}

/// The cells that hold visible numbers.
fn cells() -> impl Iterator<Item = (&'static Noun, NounCell, Series)> {
    NOUNS.iter().flat_map(|noun| {
        noun.cells.iter().filter_map(move |cell| match cell.form {
            CellForm::Number(series) => Some((noun, *cell, series)),
            _ => None,
        })
    })
}
