//! The single changes behind an operation or a record, and what the records in them are called. It reads the log and
//! judges nothing.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::codec::Cells;
use super::derived;
use super::history::{self, DONE, put_in_order};
use super::log::LocalNumbers;
use super::names::Authors;
use super::record;
use super::{Result, Store};
use crate::model::history::{Change, Entity, LogId, Value};
use crate::model::id::{EntryId, ResponseId};
use crate::model::noun::Noun;
use crate::model::{Coded, Entry, cell};

/// What an operation changed with its parts, in its order; at most `limit` changes.
///
/// # Errors
/// Where the file cannot be read.
pub fn within(store: &Store, operation: LogId, limit: usize) -> Result<Vec<Change>> {
    let numbers = LocalNumbers::of(&store.conn)?;
    let Some(device) = numbers.number(operation.device) else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT device, seq, stamp, {DONE}, operation, entity, id, field, old, new, seen, author FROM log
         WHERE device = :device AND seq > :operation ORDER BY seq"
    );
    let parts = history::at(store, operation)?.map(|operation| operation.parts).unwrap_or_default();
    let mut statement = store.conn.prepare_cached(&sql)?;
    let mut changes = Vec::new();
    for seq in parts.into_iter().chain([operation.seq]) {
        let mut rows = statement.query(named_params! { ":device": device, ":operation": seq })?;
        while changes.len() < limit
            && let Some(row) = rows.next()?
            && row.get::<_, i64>("operation")? == seq
        {
            changes.push(numbers.change(row)?);
        }
    }
    Ok(Authors::of(store)?.rename_in(changes))
}

/// Everything that was ever written about an entry and what is part of it, oldest first; of what is linked to it (its
/// responses), what was written about that. Soft-deleted ones too: that is what a history is for.
///
/// # Errors
/// Where the file cannot be read.
pub fn about(store: &Store, entry: EntryId) -> Result<Vec<Change>> {
    let mut records = BTreeSet::from([entry.0]);
    for (noun, id) in derived::children(&store.conn, Entity::Entry, entry.0)? {
        if noun.words.is_some() {
            records.insert(id);
            continue;
        }
        for (cell, _) in noun.parents().filter(|(_, parent)| *parent != Entity::Entry) {
            if let Some(Value::Id(linked)) = record::cell(&store.conn, noun.entity, id, cell)? {
                records.insert(linked);
            }
        }
    }
    let mut changes = Vec::new();
    for id in records {
        changes.extend(super::history::of(store, id)?);
    }
    put_in_order(&mut changes, store.clock().millis());
    Ok(Authors::of(store)?.rename_in(changes))
}

/// Everything that was ever written about a response and its links to challenges, oldest first.
///
/// # Errors
/// Where the file cannot be read.
pub fn about_response(store: &Store, response: ResponseId) -> Result<Vec<Change>> {
    let mut changes = super::history::of(store, response.0)?;
    for (_, id) in derived::children(&store.conn, Entity::Response, response.0)? {
        changes.extend(super::history::of(store, id)?);
    }
    put_in_order(&mut changes, store.clock().millis());
    Ok(Authors::of(store)?.rename_in(changes))
}

/// A record as it is now, soft-deleted or not.
#[derive(Debug, Clone, PartialEq)]
pub enum NamedRecord {
    /// With its kind and number, from which a name is made.
    Entry(Box<Entry>),
    /// Any other: its title, heading, name or words.
    Text(String),
}

/// What a record is called. `None` where there is no such record, or where it is only a link between others.
///
/// # Errors
/// Where the file cannot be read.
pub fn named(store: &Store, entity: Entity, id: Uuid) -> Result<Option<NamedRecord>> {
    if entity == Entity::Entry {
        return Ok(record::get::<Entry>(&store.conn, id)?.map(Box::new).map(NamedRecord::Entry));
    }
    let Some(column) = Noun::of(entity).and_then(|noun| noun.named_by) else { return Ok(None) };
    let sql = format!("SELECT {column} FROM {} WHERE id = :id", entity.code());
    let text: Option<String> = store
        .conn
        .prepare_cached(&sql)?
        .query_row(named_params! { ":id": id }, |row| row.get(0))
        .optional()?;
    Ok(text.map(NamedRecord::Text))
}

/// The words of a record that is shown; empty where it has none. `None` where no such record is shown.
///
/// # Errors
/// Where the file cannot be read.
pub fn words(store: &Store, entity: Entity, id: Uuid) -> Result<Option<String>> {
    let Some(noun) = Noun::of(entity) else { return Ok(None) };
    let sql = format!(
        "SELECT {} AS words FROM {} WHERE id = :id AND shown = 1",
        noun.words.unwrap_or("''"),
        record::table(entity)
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| row.text("words")).optional()?)
}

/// The cells of a record that was made, by name, without the empty ones. Nothing for any other change.
pub fn cells(change: &Change) -> Vec<(String, Value)> {
    match &change.new {
        Value::Text(made) if change.field.is_empty() => cell::read_made(made),
        _ => Vec::new(),
    }
}
