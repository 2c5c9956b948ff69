//! Records that nobody has any more, though others are part of them: the section of a line, the meeting of a section.
//! They are made again, so that the lines are found.

use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::{KnownRecords, PageRow, ReadableRows};
use crate::model::history::{Entity, Value};
use crate::model::noun::Noun;
use crate::store::migrations::columns;
use crate::store::{Result, record};

/// Makes the sections and the meetings that are missing, with this heading and title.
pub(super) fn make_missing(
    conn: &Connection,
    found: &ReadableRows,
    known: &mut KnownRecords,
    name: &str,
) -> Result<()> {
    let meetings = meetings_of_entries(conn, found)?;
    let meeting_of = |entry: Uuid| meetings.get(&entry).copied();
    make(known, (Entity::Entry, "section"), (Entity::Section, "heading"), name, |entry, section| {
        section.extend(meeting_of(entry).map(|meeting| ("meeting", Value::Id(meeting))));
    });
    for entity in [Entity::Section, Entity::Field] {
        make(known, (entity, "meeting"), (Entity::Meeting, "title"), name, |_, _| {});
    }
    Ok(())
}

/// Makes what records of a noun are part of: each that is named and not there, and one for all that name none.
fn make(
    known: &mut KnownRecords,
    (entity, cell): (Entity, &'static str),
    (parent, called): (Entity, &'static str),
    name: &str,
    with: impl Fn(Uuid, &mut HashMap<&'static str, Value>),
) {
    let Some(noun) = Noun::of(parent) else { return };
    let of_noun = known.iter().filter(|(_, (noun, _))| noun.entity == entity);
    let parents: Vec<(Uuid, Option<Uuid>)> = of_noun
        .map(|(id, (_, cells))| match cells.get(cell) {
            Some(Value::Id(parent)) if !parent.is_nil() => (*id, Some(*parent)),
            _ => (*id, None),
        })
        .collect();
    // One for all of a meeting.
    let mut instead: Vec<(HashMap<&'static str, Value>, Uuid)> = Vec::new();
    for (id, parent) in parents {
        if parent
            .is_some_and(|parent| known.get(&parent).is_some_and(|(there, _)| there.entity == noun.entity))
        {
            continue;
        }
        let mut cells = HashMap::from([(called, Value::Text(name.to_owned()))]);
        with(id, &mut cells);
        let made = parent.filter(|parent| !known.contains_key(parent)).unwrap_or_else(|| {
            let there = instead.iter().find(|(other, _)| *other == cells).map(|(_, made)| *made);
            there.unwrap_or_else(|| {
                let made = Uuid::now_v7();
                instead.push((cells.clone(), made));
                made
            })
        });
        known.entry(made).or_insert((noun, cells));
        if let Some((_, cells)) = known.get_mut(&id) {
            cells.insert(cell, Value::Id(made));
        }
    }
}

/// The meeting that the table has beside each line: it follows from its section, which may be gone.
fn meetings_of_entries(conn: &Connection, found: &ReadableRows) -> Result<HashMap<Uuid, Uuid>> {
    let table = record::table(Entity::Entry);
    let columns = columns(conn, table)?;
    let [id, meeting] = ["id", "meeting"].map(|name| columns.iter().position(|column| column == name));
    let (Some(id), Some(meeting)) = (id, meeting) else { return Ok(HashMap::new()) };
    let cell = |row: &PageRow, at: usize| match row.cells.get(at)?.value()? {
        Value::Id(id) if !id.is_nil() => Some(id),
        _ => None,
    };
    Ok(found.rows(table).filter_map(|row| Some((cell(row, id)?, cell(row, meeting)?))).collect())
}
