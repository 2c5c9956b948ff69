//! The rows of two files, of which the one was made anew from the log, compared record by record.

use std::collections::HashMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Rows, Statement};
use uuid::Uuid;

use super::super::fault::{Fault, FaultyRecord};
use super::super::{Result, device, record};
use crate::model::history::Value;
use crate::model::id::DeviceId;
use crate::model::noun::Noun;

/// Compares the table of a noun in two files record by record: neither has to be in memory.
pub(super) fn compare(
    stored: &Connection,
    rebuilt: &Connection,
    noun: &Noun,
    found: &mut Vec<Fault>,
) -> Result<()> {
    let sql = format!("SELECT * FROM {} ORDER BY id", record::table(noun.entity));
    let (mut all_stored, mut all_rebuilt) = (stored.prepare(&sql)?, rebuilt.prepare(&sql)?);
    let mut stored = TableRows::of(stored, &mut all_stored)?;
    let mut rebuilt = TableRows::of(rebuilt, &mut all_rebuilt)?;
    let (mut before, mut after) = (stored.next()?, rebuilt.next()?);
    let (mut nameless, mut missing) = (Vec::new(), Vec::new());
    while before.is_some() || after.is_some() {
        match (&before, &after) {
            // Its identity cannot be read: it is in no order, and its other cells say which record it is.
            (Some(row), _) if !row.has_identity => {
                nameless.extend(before);
                before = stored.next()?;
            }
            (Some(row), Some(other)) if row.id == other.id => {
                if row.cells != other.cells {
                    differing_cells(noun, &stored.columns, row, other, found);
                }
                (before, after) = (stored.next()?, rebuilt.next()?);
            }
            (Some(row), other) if other.as_ref().is_none_or(|other| row.id < other.id) => {
                found.push(Fault::Superfluous(row.named(noun, &stored.columns)));
                before = stored.next()?;
            }
            _ => {
                missing.extend(after);
                after = rebuilt.next()?;
            }
        }
    }
    let columns = &rebuilt.columns;
    for row in missing {
        let alike = nameless.iter().enumerate().max_by_key(|(_, other)| row.alike(other));
        match alike.map(|(at, _)| at) {
            Some(at) => differing_cells(noun, columns, &nameless.swap_remove(at), &row, found),
            None => found.push(Fault::Missing(row.named(noun, columns))),
        }
    }
    found.extend(nameless.into_iter().map(|row| Fault::Superfluous(row.named(noun, columns))));
    Ok(())
}

/// The cells of a record that are not what the log says.
fn differing_cells(
    noun: &Noun,
    columns: &[String],
    stored: &NounRow,
    logged: &NounRow,
    found: &mut Vec<Fault>,
) {
    for ((column, stored), cell) in columns.iter().zip(&stored.cells).zip(&logged.cells) {
        if stored == cell {
            continue;
        }
        let (record, column) = (logged.named(noun, columns), column.clone());
        found.push(match cell {
            TableCell::Read(value) if noun.has(&column) || column == "id" => {
                let stored = match stored {
                    TableCell::Read(value) => Some(value.clone()),
                    TableCell::Other(_) => None,
                };
                Fault::Cell { record, cell: column, stored, logged: value.clone() }
            }
            _ => Fault::DerivedCell { record, cell: column },
        });
    }
}

/// The rows of a statement. A replica is called by its identity.
pub(super) struct TableRows<'s> {
    devices: HashMap<i64, DeviceId>,
    pub(super) columns: Vec<String>,
    rows: Rows<'s>,
}

/// One of them.
pub(super) struct NounRow {
    /// The identity as text, by which the rows of two files are matched.
    id: String,
    /// Whether that can be read.
    has_identity: bool,
    pub(super) cells: Vec<TableCell>,
}

/// What a table has in a cell.
#[derive(PartialEq)]
pub(super) enum TableCell {
    Read(Value),
    /// Whose number it is, or what no version writes.
    Other(String),
}

impl std::fmt::Debug for TableCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(value) => value.fmt(f),
            Self::Other(said) => f.write_str(said),
        }
    }
}

impl<'s> TableRows<'s> {
    pub(super) fn of(conn: &Connection, statement: &'s mut Statement<'_>) -> Result<Self> {
        let columns = statement.column_names().map(str::to_owned).collect();
        // A file may lack the table.
        let devices = device::all(conn).unwrap_or_default().into_iter().collect();
        Ok(Self { devices, columns, rows: statement.query([])? })
    }

    pub(super) fn next(&mut self) -> Result<Option<NounRow>> {
        let Some(row) = self.rows.next()? else { return Ok(None) };
        let (mut id, mut has_identity) = (String::new(), true);
        let mut cells = Vec::with_capacity(self.columns.len());
        for (at, column) in self.columns.iter().enumerate() {
            let cell = match column.as_str() {
                // In which order records came to this file is its own matter.
                "row" => TableCell::Read(Value::Null),
                "maker" => TableCell::Other(match row.get(at)? {
                    // Where the cell is damaged there may be no such replica.
                    Value::Integer(maker) => format!("{:?}", self.devices.get(&maker)),
                    damaged => format!("{damaged:?}"),
                }),
                _ => match row.get_ref(at)? {
                    // No version writes such a cell.
                    ValueRef::Blob(damaged) if damaged.len() != 16 => {
                        TableCell::Other(format!("{damaged:?}"))
                    }
                    _ => TableCell::Read(row.get(at)?),
                },
            };
            if column == "id" {
                id = format!("{cell:?}");
                // A statement about no record has none.
                has_identity = matches!(cell, TableCell::Read(Value::Id(_)));
            }
            cells.push(cell);
        }
        Ok(Some(NounRow { id, has_identity, cells }))
    }
}

impl NounRow {
    /// How many cells of another row are the same.
    fn alike(&self, other: &Self) -> usize {
        self.cells.iter().zip(&other.cells).filter(|(own, other)| own == other).count()
    }

    /// The record, by what it is called here.
    fn named(&self, noun: &Noun, columns: &[String]) -> FaultyRecord {
        let cell = |name: &str| {
            let at = columns.iter().position(|column| column == name)?;
            if let TableCell::Read(value) = self.cells.get(at)? { Some(value) } else { None }
        };
        let id = if let Some(Value::Id(id)) = cell("id") { *id } else { Uuid::nil() };
        FaultyRecord::called(noun.entity, id, noun.named_by.and_then(cell))
    }
}
