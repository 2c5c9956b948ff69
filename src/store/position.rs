//! Places in an order: the key of what comes at the end or between two rows, and another one for the rows that are in
//! its way. Rows that two laptops of an earlier version put in the same place have the same key, and damage can make a
//! key unreadable; what is put among them comes where it should all the same.

use std::ops::ControlFlow;

use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::codec::{self, Cells};
use super::{Result, StoreError, Tx, device, record};
use crate::model::Position;
use crate::model::history::{Entity, Value};
use crate::model::noun::Noun;
use crate::model::position::ReplicaDigits;

/// The place after the last row of a list, shown or not: what is deleted may come back. `parent` is what the rows are
/// part of: a section of entries, a meeting of sections or fields.
pub(crate) fn end(tx: &Tx<'_>, entity: Entity, parent: Uuid) -> Result<Position> {
    let mut greatest = None;
    let list = Siblings { entity, parent };
    list.walk(tx, None, Direction::Back, |row| {
        greatest = row.key;
        if greatest.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(Position::at_end(greatest.as_ref(), digits(tx)?))
}

/// The place after a row that nothing comes after; `None` for the first of a list.
pub(crate) fn next(tx: &Tx<'_>, last: Option<&Position>) -> Result<Position> {
    Ok(Position::at_end(last, digits(tx)?))
}

/// The place of a new row directly after another one, or at the beginning of its list. Rows that are in its way get
/// another key, and keep their order.
pub(crate) fn after(tx: &mut Tx<'_>, entity: Entity, parent: Uuid, anchor: Option<Uuid>) -> Result<Position> {
    make_room(tx, Siblings { entity, parent }, anchor, None)
}

/// Moves a row past the one before it, or the one after it. At the end of its list nothing changes.
pub(crate) fn step(tx: &mut Tx<'_>, entity: Entity, id: Uuid, up: bool) -> Result<()> {
    let list = Siblings::of(tx, entity, id)?;
    let direction = if up { Direction::Back } else { Direction::On };
    let mut passed = Vec::new();
    list.walk(tx, Some(id), direction, |row| {
        passed.extend(row.is_shown.then_some(row.id));
        if passed.len() < 2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    let Some(near) = passed.first().copied() else { return Ok(()) };
    let anchor = if up { passed.get(1).copied() } else { Some(near) };
    let position = make_room(tx, list, anchor, Some(id))?;
    put(tx, entity, id, &position)
}

/// The rows of one noun that are part of one record, in their order.
#[derive(Clone, Copy)]
struct Siblings {
    entity: Entity,
    parent: Uuid,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    On,
    Back,
}

/// One of them.
struct Sibling {
    id: Uuid,
    /// `None` where it is damaged.
    key: Option<Position>,
    is_shown: bool,
}

impl Sibling {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let key = match row.get("position")? {
            Value::Text(text) => Position::parse(&text),
            _ => None,
        };
        Ok(Self { id: row.id("id")?, key, is_shown: row.get("shown")? })
    }
}

impl Siblings {
    /// The cell that says which list a row is in: that of the nearest record that it is part of.
    fn cell(entity: Entity) -> Result<&'static str> {
        let nearest = Noun::of(entity).and_then(|noun| noun.parents().last());
        nearest.map(|(cell, _)| cell).ok_or(StoreError::NotFound(entity))
    }

    /// The list that a record is in.
    fn of(tx: &Tx<'_>, entity: Entity, id: Uuid) -> Result<Self> {
        match record::cell(&tx.store().conn, entity, id, Self::cell(entity)?)? {
            Some(Value::Id(parent)) => Ok(Self { entity, parent }),
            _ => Err(StoreError::NotFound(entity)),
        }
    }

    /// Goes through the rows before or after one of them, or through all of them, shown or not.
    fn walk(
        self,
        tx: &Tx<'_>,
        from: Option<Uuid>,
        direction: Direction,
        mut visit: impl FnMut(Sibling) -> ControlFlow<()>,
    ) -> Result<()> {
        let conn = &tx.store().conn;
        let (table, cell) = (record::table(self.entity), Self::cell(self.entity)?);
        let position = match from {
            Some(id) => record::cell(conn, self.entity, id, "position")?,
            None => None,
        };
        let (comparison, order) = if direction == Direction::On { (">", "ASC") } else { ("<", "DESC") };
        let beyond = match from {
            Some(_) => format!("AND (position, id) {comparison} (:position, :id)"),
            None => "AND :position IS NULL AND :id IS NULL".to_owned(),
        };
        // Two walks in the index that are joined as they go, and not one sorting of the whole list.
        let rows = |shown| {
            format!(
                "SELECT id, position, shown FROM {table} WHERE {cell} = :parent AND shown = {shown} {beyond}"
            )
        };
        let sql = format!("{} UNION ALL {} ORDER BY position {order}, id {order}", rows(1), rows(0));
        let mut statement = conn.prepare_cached(&sql)?;
        let params = named_params! { ":parent": self.parent, ":position": position, ":id": from };
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            if visit(Sibling::read(row)?).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// A place directly after a row, or at the beginning; the row `moved`, which is to have it, is nowhere meanwhile. Shown
/// rows beside it get another key as far as none fits between them.
fn make_room(tx: &mut Tx<'_>, list: Siblings, anchor: Option<Uuid>, moved: Option<Uuid>) -> Result<Position> {
    let by = digits(tx)?;
    let (low, before) = match anchor {
        Some(anchor) => ground(tx, list, anchor, moved)?,
        None => (None, Vec::new()),
    };
    let mut after = Vec::new();
    let mut keys = None;
    list.walk(tx, anchor, Direction::On, |row| {
        if Some(row.id) == moved {
            return ControlFlow::Continue(());
        }
        let count = before.len() + 1 + after.len();
        keys = row.key.and_then(|high| keys_between(low.as_ref(), Some(&high), count, by));
        if keys.is_some() {
            return ControlFlow::Break(());
        }
        // What is not shown is left as it is: whoever deleted it would be found not to have seen its new place.
        after.extend(row.is_shown.then_some(row.id));
        ControlFlow::Continue(())
    })?;
    let count = before.len() + 1 + after.len();
    let keys = keys.or_else(|| keys_between(low.as_ref(), None, count, by)).unwrap_or_default();
    let mut keys = keys.into_iter();
    for (id, key) in before.iter().zip(keys.by_ref()) {
        put(tx, list.entity, *id, &key)?;
    }
    let own = keys.next().unwrap_or_else(|| Position::at_end(low.as_ref(), by));
    for (id, key) in after.iter().zip(keys) {
        put(tx, list.entity, *id, &key)?;
    }
    Ok(own)
}

/// The key that everything from a row on comes after, and the rows up to this one that have none that can be read.
fn ground(
    tx: &Tx<'_>,
    list: Siblings,
    anchor: Uuid,
    moved: Option<Uuid>,
) -> Result<(Option<Position>, Vec<Uuid>)> {
    let cell = record::cell(&tx.store().conn, list.entity, anchor, "position")?;
    if let Some(Value::Text(text)) = cell
        && let Some(key) = Position::parse(&text)
    {
        return Ok((Some(key), Vec::new()));
    }
    let mut low = None;
    let mut damaged = vec![anchor];
    list.walk(tx, Some(anchor), Direction::Back, |row| {
        if !row.is_shown || Some(row.id) == moved {
            return ControlFlow::Continue(());
        }
        if row.key.is_some() {
            low = row.key;
            return ControlFlow::Break(());
        }
        damaged.push(row.id);
        ControlFlow::Continue(())
    })?;
    damaged.reverse();
    Ok((low, damaged))
}

/// So many keys between two, in order. `None` where there is no room.
fn keys_between(
    low: Option<&Position>,
    high: Option<&Position>,
    count: usize,
    by: ReplicaDigits,
) -> Option<Vec<Position>> {
    let mut keys: Vec<Position> = Vec::with_capacity(count);
    for _ in 0..count {
        keys.push(Position::between(keys.last().or(low), high, by)?);
    }
    Some(keys)
}

fn put(tx: &mut Tx<'_>, entity: Entity, id: Uuid, position: &Position) -> Result<()> {
    tx.set(entity, id, "position", &codec::text(position.as_str()))
}

/// The digits of this replica, which are asked for with every line.
fn digits(tx: &Tx<'_>) -> Result<ReplicaDigits> {
    let store = tx.store();
    if let Some((number, digits)) = store.digits.get()
        && number == tx.device()
    {
        return Ok(digits);
    }
    let digits = ReplicaDigits::of(device::id(&store.conn, tx.device())?);
    store.digits.set(Some((tx.device(), digits)));
    Ok(digits)
}
