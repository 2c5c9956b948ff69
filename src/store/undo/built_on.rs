//! What builds on what an operation did: what another replica has written there, and what this one has written later.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::super::codec::Cells;
use super::super::{Result, Store, derived, device, heads, names, record};
use super::{Left, Removal, Step, Turn, changes};
use crate::model::history::{Entity, Operation, Value};
use crate::model::noun::{CellForm, Noun};

/// What this replica has written later in what an operation made, or of its words, and would be lost with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaterWork {
    /// The outermost noun that it was written in: a meeting, a section, an entry …
    pub within: Entity,
    /// How many records it is: entries, responses, checks, sections, header fields, edited reports.
    pub records: usize,
}

/// What would be lost if an operation of this replica were undone, because it was written later in what the operation
/// made or changed. `None` where nothing would: what was written later is undone or deleted, or the undo leaves it as
/// another replica has built on it.
///
/// # Errors
/// Where the file cannot be read.
pub fn later_work(store: &Store, operation: &Operation) -> Result<Option<LaterWork>> {
    let (conn, own) = (&store.conn, store.device.unwrap_or_default());
    let changes = changes(store, operation)?;
    // Between the parts of one, others may have written.
    let last = if operation.parts.is_empty() { changes.last() } else { changes.first() };
    let since = last.map_or(operation.at.seq, |last| last.seq);
    if !is_anything_written_since(conn, own, since, operation)? {
        return Ok(None);
    }
    let steps: Vec<Step> = changes.into_iter().map(|change| change.step(Turn::Undo)).collect();
    let is_unmade = |step: &&Step| matches!(step.removal, Some(Removal::Unmake));
    let made: HashSet<Uuid> = steps.iter().filter(is_unmade).map(|step| step.id).collect();
    let (mut found, mut within) = (HashSet::new(), None);
    for Step { entity, id, removal, .. } in steps.iter().filter(|step| step.ends_kind() || is_unmade(step)) {
        let is_of_meeting = Noun::of(*entity).is_some_and(Noun::is_of_meeting);
        if !is_of_meeting || !derived::is_shown(conn, *entity, *id)? {
            continue;
        }
        let mut inside = Vec::new();
        if removal.is_some() {
            if !is_built_on(conn, *entity, *id, own)? {
                inside = derived::related(conn, *entity, *id)?;
                if are_words_written_since(store, *entity, *id, (own, since))? {
                    found.insert(*id);
                }
            }
        } else if !are_children_built_on(conn, *entity, *id, own)? {
            for child in derived::children(conn, *entity, *id)? {
                // What was there before the change of kind is there again.
                if is_made_since(conn, child.1, own, since)? {
                    inside.push(child);
                }
            }
        }
        find_shown(conn, inside, &made, &mut found)?;
        if !found.is_empty() {
            within.get_or_insert(*entity);
        }
    }
    Ok(within.map(|within| LaterWork { within, records: found.len() }))
}

/// Whether this replica has given a record other words since, and they are what it shows.
fn are_words_written_since(
    store: &Store,
    entity: Entity,
    id: Uuid,
    (own, since): (i64, i64),
) -> Result<bool> {
    let Some(words) = Noun::of(entity).and_then(|noun| noun.words) else { return Ok(false) };
    let mut statement = store.conn.prepare_cached(
        "SELECT 1 FROM log WHERE id = :id AND field = :words AND device = :own AND seq > :since",
    )?;
    let params = named_params! { ":id": id, ":words": words, ":own": own, ":since": since };
    Ok(statement.exists(params)? && !heads::is_as_made(store, id, words)?)
}

/// Adds these records to those that were found, and what was written in them, but for what is `made` by the operation
/// itself or not shown.
fn find_shown(
    conn: &Connection,
    mut records: Vec<(&'static Noun, Uuid)>,
    made: &HashSet<Uuid>,
    found: &mut HashSet<Uuid>,
) -> Result<()> {
    let mut looked = HashSet::new();
    while let Some((noun, id)) = records.pop() {
        if !looked.insert(id) || !derived::is_shown(conn, noun.entity, id)? {
            continue;
        }
        if made.contains(&id) {
            records.extend(derived::related(conn, noun.entity, id)?);
            continue;
        }
        // Of a link counts the response, which nobody would see without it.
        if noun.entity == Entity::Answer
            && let Some(Value::Id(response)) = record::cell(conn, noun.entity, id, "response")?
        {
            found.insert(response);
        } else {
            found.insert(id);
        }
        records.extend(derived::related(conn, noun.entity, id)?);
    }
    Ok(())
}

/// Whether this replica has done anything since but deleting, which an undo of what is newer does, and but the parts of
/// the operation itself.
fn is_anything_written_since(conn: &Connection, own: i64, since: i64, operation: &Operation) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT operation FROM log
         WHERE device = :own AND seq > :since AND entity <> 'operation' AND field <> 'deleted'",
    )?;
    let mut written = statement.query(named_params! { ":own": own, ":since": since })?;
    while let Some(row) = written.next()? {
        let by: i64 = row.get("operation")?;
        if by != operation.at.seq && !operation.parts.contains(&by) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_made_since(conn: &Connection, id: Uuid, own: i64, since: i64) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT 1 FROM log WHERE id = :id AND field = '' AND device = :own AND seq > :since",
    )?;
    Ok(statement.exists(named_params! { ":id": id, ":own": own, ":since": since })?)
}

/// Whether anything that is shown is part of a record, was made from it or is about it.
pub(super) fn is_written_in(conn: &Connection, entity: Entity, id: Uuid) -> Result<bool> {
    for (noun, related) in derived::related(conn, entity, id)? {
        if derived::is_shown(conn, noun.entity, related)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether anything that is shown names a person, works at an organisation or belongs to a programme.
pub(super) fn is_named(conn: &Connection, entity: Entity, id: Uuid) -> Result<bool> {
    if entity == Entity::Person && !names::pointing(conn, id)?.is_empty() {
        return Ok(true);
    }
    is_written_in(conn, entity, id)
}

/// Whether another replica has written in a record, in what is part of it, or in what was made from it.
pub(super) fn is_built_on(conn: &Connection, entity: Entity, id: Uuid, own: i64) -> Result<bool> {
    if device::only(conn)? == Some(own) {
        return Ok(false);
    }
    if is_written_elsewhere(conn, id, own)? {
        return Ok(true);
    }
    // Without its only link nobody sees a response.
    if entity == Entity::Answer
        && derived::is_only_link(conn, id)?
        && let Some(Value::Id(response)) = record::cell(conn, entity, id, "response")?
        && is_written_elsewhere(conn, response, own)?
    {
        return Ok(true);
    }
    if entity == Entity::Person && is_named_elsewhere(conn, id, own)? {
        return Ok(true);
    }
    any_built_on(conn, derived::related(conn, entity, id)?, own)
}

/// Whether another replica has named a person.
fn is_named_elsewhere(conn: &Connection, person: Uuid, own: i64) -> Result<bool> {
    for (record, cell) in names::pointing(conn, person)? {
        if heads::all(conn, record, cell)?.last().is_some_and(|write| write.device != own) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The cells of what is shown that pointed to a person when this operation removed them, and point to somebody else
/// now, who was entered by that name.
pub(super) fn passed_on(conn: &Connection, person: Uuid, removal: &Operation) -> Result<Vec<Left>> {
    let mut statement = conn.prepare(
        "SELECT DISTINCT entity, id, field FROM log
         WHERE (old = :person OR typeof(old) = 'text' AND instr(old, :simple) > 0) AND stamp > (
            SELECT max(stamp) FROM log WHERE id = :person AND field = 'deleted' AND new = 1 AND seq > :seq
         ) ORDER BY entity, id, field",
    )?;
    let params = named_params! {
        ":person": person, ":simple": person.simple().to_string(), ":seq": removal.at.seq,
    };
    let written =
        statement.query_map(params, |row| Ok((row.code("entity")?, row.get("id")?, row.get("field")?)))?;
    let mut found = Vec::new();
    for cell in written {
        let (entity, id, field): (Entity, Uuid, String) = cell?;
        let form = Noun::of(entity).and_then(|noun| noun.cell(&field)).map(|cell| cell.form);
        if !matches!(form, Some(CellForm::PersonOf(_) | CellForm::PeopleOf(_))) {
            continue;
        }
        let is_others = match record::cell(conn, entity, id, &field)? {
            Some(Value::Id(now)) => now != person,
            Some(Value::Text(now)) => !now.contains(&person.simple().to_string()),
            _ => false,
        };
        if is_others && derived::is_shown(conn, entity, id)? {
            found.push(Left { entity, id, field });
        }
    }
    Ok(found)
}

/// Whether another replica has written in what is part of a record, such as the answers to a challenge.
pub(super) fn are_children_built_on(conn: &Connection, entity: Entity, id: Uuid, own: i64) -> Result<bool> {
    any_built_on(conn, derived::children(conn, entity, id)?, own)
}

fn any_built_on(conn: &Connection, records: Vec<(&Noun, Uuid)>, own: i64) -> Result<bool> {
    for (noun, id) in records {
        if derived::is_shown(conn, noun.entity, id)? && is_built_on(conn, noun.entity, id, own)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_written_elsewhere(conn: &Connection, id: Uuid, own: i64) -> Result<bool> {
    let written = conn
        .prepare_cached("SELECT 1 FROM log WHERE id = :id AND device <> :own LIMIT 1")?
        .query_row(named_params! { ":id": id, ":own": own }, |_| Ok(()))
        .optional()?;
    Ok(written.is_some())
}
