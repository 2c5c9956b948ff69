//! A record as the log has it: every cell as it was written last, whoever wrote it and in whatever order it came. The
//! tables of nouns hold nothing else.

use rusqlite::{Connection, Row, named_params, params_from_iter};
use uuid::Uuid;

use super::branch::Branches;
use super::codec::Cells;
use super::{Result, heads, record};
use crate::model::cell;
use crate::model::history::{Entity, Stamp, Value};
use crate::model::noun::{CellForm, Noun};

/// A record that was made, with the values of all its cells.
pub(super) struct Present {
    pub(super) noun: &'static Noun,
    /// The number of the replica that made it.
    pub(super) maker: i64,
    /// By name, in the order of the noun, `deleted` last.
    pub(super) cells: Vec<(&'static str, Value)>,
}

/// The rows of the log that say what records are.
const ROWS: &str =
    "SELECT log.id, device, entity, field, new FROM log JOIN device ON device.number = log.device
    WHERE entity <> 'operation' AND stamp < :end";

/// What the log says of a record. `None` where it was not made, or is of a noun that this version does not know.
///
/// Cells that this version does not know stay in the log.
pub(super) fn present(conn: &Connection, id: Uuid) -> Result<Option<Present>> {
    let mut statement =
        conn.prepare_cached(&format!("{ROWS} AND log.id = :id ORDER BY stamp, device.id, seq"))?;
    let mut rows = statement.query(named_params! { ":id": id, ":end": Stamp::END.0 })?;
    let mut fold = Fold::default();
    while let Some(row) = rows.next()? {
        fold.write(row)?;
    }
    fold.finish(conn, id)
}

/// The same of every record, one after the other.
pub(super) fn for_each(conn: &Connection, mut take: impl FnMut(Uuid, Present) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare(&format!("{ROWS} ORDER BY log.id, stamp, device.id, seq"))?;
    let mut rows = statement.query(named_params! { ":end": Stamp::END.0 })?;
    let mut record = Uuid::nil();
    let mut fold = Fold::default();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if id != record {
            if let Some(present) = std::mem::take(&mut fold).finish(conn, record)? {
                take(record, present)?;
            }
            record = id;
        }
        fold.write(row)?;
    }
    fold.finish(conn, record)?.map_or(Ok(()), |present| take(record, present))
}

/// The rows of one record, in the order in which they are valid.
#[derive(Default)]
struct Fold {
    found: Option<Present>,
    /// A change that came before the record was made there: its stamp is not the greater one.
    early: Vec<(String, Value)>,
    /// The number of the replica that wrote first, and whether others wrote too.
    writers: Option<(i64, bool)>,
}

impl Fold {
    /// A row of [`ROWS`].
    fn write(&mut self, row: &Row<'_>) -> Result<()> {
        let (device, field, new): (i64, String, Value) = (row.get(1)?, row.get(3)?, row.get(4)?);
        let (first, are_several) = self.writers.unwrap_or((device, false));
        self.writers = Some((first, are_several || device != first));
        if !field.is_empty() {
            match &mut self.found {
                Some(present) => present.write(&field, new),
                None => self.early.push((field, new)),
            }
            return Ok(());
        }
        let Value::Text(made) = &new else { return Ok(()) };
        let made = cell::read_made(made);
        if let Some(present) = &mut self.found {
            for (field, value) in made {
                present.write(&field, value);
            }
        } else if let Some(noun) = Noun::of(row.code::<Entity>("entity")?) {
            let mut present = Present::new(noun, device);
            for (field, value) in made.into_iter().chain(self.early.drain(..)) {
                present.write(&field, value);
            }
            self.found = Some(present);
        }
        Ok(())
    }

    /// The record, once all its rows are written.
    fn finish(self, conn: &Connection, id: Uuid) -> Result<Option<Present>> {
        let Some(mut present) = self.found else { return Ok(None) };
        if self.writers.is_some_and(|(_, are_several)| are_several) {
            present.point_to_those_named(conn, id)?;
        }
        Ok(Some(present))
    }
}

impl Present {
    fn new(noun: &'static Noun, maker: i64) -> Self {
        let cells = noun.cells.iter().map(|cell| (cell.name, cell.form.missing()));
        Self { noun, maker, cells: cells.chain([("deleted", Value::Integer(0))]).collect() }
    }

    /// Writes a cell. A number that was assigned stays, whoever assigned another at the same time.
    fn write(&mut self, field: &str, value: Value) {
        // `deleted` is a cell of every noun.
        let form = self.noun.cell(field).map_or(CellForm::Flag, |cell| cell.form);
        let is_number = matches!(form, CellForm::Number(_));
        let value = form.held(value);
        let Some((_, cell)) = self.cells.iter_mut().find(|(name, _)| *name == field) else { return };
        if !is_number || *cell == Value::Null || value == Value::Null {
            *cell = value;
        }
    }

    /// Lets the cells that name persons point to those whom the names are of: one laptop may have written the name
    /// while another wrote whom the name before it is of.
    fn point_to_those_named(&mut self, conn: &Connection, id: Uuid) -> Result<()> {
        for cell in self.noun.cells {
            let (CellForm::PersonOf(of) | CellForm::PeopleOf(of)) = cell.form else { continue };
            let pointers = heads::all(conn, id, cell.name)?;
            let [_, .., last] = &pointers[..] else { continue };
            let words = heads::all(conn, id, of)?;
            let (Some(named), branches) = (words.last(), Branches::of(conn)?) else { continue };
            for write in pointers.iter().rev() {
                if heads::are_concurrent(conn, &branches, write, named)? {
                    continue;
                }
                if write != last {
                    self.write(cell.name, write.value(cell.name).unwrap_or(Value::Null));
                }
                break;
            }
        }
        Ok(())
    }

    /// What a cell holds.
    pub(super) fn cell(&self, name: &str) -> Option<&Value> {
        self.cells.iter().find_map(|(cell, value)| (*cell == name).then_some(value))
    }

    /// Writes the record into its table. A new one takes `row` and is not shown yet. Returns whether it is new.
    pub(super) fn store(&self, conn: &Connection, id: Uuid, row: i64) -> Result<bool> {
        if record::cell(conn, self.noun.entity, id, "id")?.is_none() {
            self.insert(conn, id, row, false)?;
            return Ok(true);
        }
        let set: Vec<String> = self.cells.iter().map(|(name, _)| format!("{name} = ?")).collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?", record::table(self.noun.entity), set.join(", "));
        let id = Value::Id(id);
        let values = self.cells.iter().map(|(_, value)| value).chain([&id]);
        conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(false)
    }

    /// Inserts the record, as shown or not.
    pub(super) fn insert(&self, conn: &Connection, id: Uuid, row: i64, is_shown: bool) -> Result<()> {
        let mut derived = vec![("shown", Value::Integer(is_shown.into()))];
        if self.noun.searched.is_some() {
            derived.push(("row", Value::Integer(row)));
        }
        if self.noun.has_derived("maker") {
            derived.push(("maker", Value::Integer(self.maker)));
        }
        if self.noun.has_derived("meeting") {
            // What it is in may come later.
            derived.push(("meeting", Value::Id(Uuid::nil())));
        }
        record::insert(conn, self.noun, id, &self.cells, &derived)
    }
}
