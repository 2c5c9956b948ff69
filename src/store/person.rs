//! The register of persons in the store.

mod mentioned;

use std::collections::HashMap;

pub use mentioned::{Mentioned, WrittenName, mentioned};
use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx, names};
use crate::model::history::{Entity, Value};
use crate::model::id::PersonId;
use crate::model::{Person, cell};

impl Record for Person {
    const ENTITY: Entity = Entity::Person;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            codec::text(&self.name),
            codec::maybe(self.role.as_deref()),
            codec::id(self.organisation.map(|organisation| organisation.0)),
            codec::maybe(self.email.as_deref()),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            name: row.text("name")?,
            role: row.maybe("role")?,
            organisation: row.maybe_id("organisation")?,
            email: row.maybe("email")?,
        })
    }
}

/// All persons, in the order in which they were entered; `i18n::sort` puts them in that of the alphabet. One that
/// turned out to be another is not among them.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store) -> Result<Vec<Person>> {
    record::all(&store.conn, "SELECT * FROM person WHERE shown = 1 AND stands_for IS NULL ORDER BY id", &[])
}

/// A person that is shown.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: PersonId) -> Result<Option<Person>> {
    record::shown(&store.conn, id.0)
}

/// The first person with exactly this name; one that turned out to be another comes after those that did not.
///
/// # Errors
/// Where the file cannot be read.
pub fn named(store: &Store, name: &str) -> Result<Option<Person>> {
    let found = record::all(
        &store.conn,
        "SELECT * FROM person WHERE name = :name AND shown = 1 ORDER BY stands_for IS NOT NULL, id LIMIT 1",
        &[(":name", &name)],
    )?;
    Ok(found.into_iter().next())
}

/// The names by which those who are shown were entered, whatever they are called now, in the order in which they were
/// entered; those who turned out to be another too.
///
/// # Errors
/// Where the file cannot be read.
pub fn entered(store: &Store) -> Result<Vec<(PersonId, String)>> {
    let sql = "SELECT person.id, person.name, log.new AS made FROM person
               LEFT JOIN log ON log.id = person.id AND log.field = ''
               WHERE person.shown = 1 GROUP BY person.id ORDER BY person.id";
    let mut statement = store.conn.prepare_cached(sql)?;
    let found = statement.query_map([], |row| Ok((row.id("id")?, row.text("name")?, row.maybe("made")?)))?;
    let entered = |row: (PersonId, String, Option<String>)| {
        let (id, name, made) = row;
        (id, made.and_then(|made| cell::text_made(&made, "name")).unwrap_or(name))
    };
    found.map(|row| Ok(entered(row?))).collect()
}

/// The names of those who turned out to be another, and who that is; in the order in which they were entered.
pub(crate) fn joined_names(store: &Store) -> Result<Vec<(String, PersonId)>> {
    let sql =
        "SELECT name, stands_for FROM person WHERE shown = 1 AND stands_for IS NOT NULL ORDER BY person.id";
    let mut statement = store.conn.prepare_cached(sql)?;
    let found = statement.query_map([], |row| Ok((row.text("name")?, row.id("stands_for")?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Who a person turned out to be; themselves where they are nobody else.
pub(crate) fn now(store: &Store, person: Person) -> Result<Person> {
    let sql = "SELECT other.* FROM person JOIN person AS other ON other.id = person.stands_for
               WHERE person.id = :id AND other.shown = 1";
    let other = record::all(&store.conn, sql, &[(":id", &person.id.0)])?;
    Ok(other.into_iter().next().unwrap_or(person))
}

/// What the register calls whoever has exactly this name, or had it before they turned out to be somebody else. `None`
/// where it knows nobody of that name.
///
/// # Errors
/// Where the file cannot be read.
pub fn called(store: &Store, name: &str) -> Result<Option<String>> {
    names::known(&store.conn, name)?.map_or(Ok(None), |person| names::name_of(&store.conn, person.id))
}

/// Those who turned out to be this person.
pub(crate) fn joined_to(store: &Store, id: PersonId) -> Result<Vec<PersonId>> {
    let sql = "SELECT id FROM person WHERE stands_for = :id AND shown = 1 ORDER BY id";
    let mut statement = store.conn.prepare_cached(sql)?;
    let found = statement.query_map(&[(":id", &id.0)], |row| row.id("id"))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many open actions and commitments each person owns; those who own none are not among them.
///
/// # Errors
/// Where the file cannot be read.
pub fn open_work(store: &Store) -> Result<HashMap<PersonId, usize>> {
    let sql = include_str!("person/open_work.sql").replace("OWNS_WITH_OTHERS", &names::owns_with_others());
    let mut statement = store.conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok((row.id("person")?, row.get("count")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn insert(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.insert(person, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.update(person)
}

/// Soft-deletes a person. What names them keeps the name as it was spelled.
pub(crate) fn delete(tx: &mut Tx<'_>, id: PersonId) -> Result<()> {
    tx.set_deleted(Entity::Person, id.0, true)
}

/// Says that a person is another; both were entered.
pub(crate) fn join(tx: &mut Tx<'_>, id: PersonId, other: PersonId) -> Result<()> {
    tx.set(Entity::Person, id.0, "same_as", &Value::Id(other.0))
}

/// Lets everything that names somebody exactly so, and points to nobody, point to this person; and what points to
/// somebody who was removed, if this one was entered by that name. Of somebody who was renamed to it that does not:
/// it was about another, who would lose it for good to a rename that was a mistake.
pub(crate) fn link(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    let is_entered_so = names::is_entered_as(&tx.store().conn, person.id.0, &person.name)?;
    for unlinked in names::unlinked(&tx.store().conn, &person.name, is_entered_so)? {
        let (entity, id, cell) = (unlinked.entity, unlinked.id, unlinked.cell);
        tx.set(entity, id, cell, &unlinked.with(person.id.0))?;
    }
    Ok(())
}
