//! The register of persons in the store.

use rusqlite::Row;
use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx};
use crate::model::Person;
use crate::model::history::{Entity, Value};

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
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            name: row.text("name")?,
            role: row.maybe("role")?,
            organisation: row.maybe_id("organisation")?,
        })
    }
}

/// All persons, in the order in which they were entered; `i18n::sort` puts them in that of the alphabet.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store) -> Result<Vec<Person>> {
    record::all(&store.conn, "SELECT * FROM person WHERE shown = 1 ORDER BY id", &[])
}

/// The first person with exactly this name.
///
/// # Errors
/// Where the file cannot be read.
pub fn named(store: &Store, name: &str) -> Result<Option<Person>> {
    let found = record::all(
        &store.conn,
        "SELECT * FROM person WHERE name = :name AND shown = 1 ORDER BY id LIMIT 1",
        &[(":name", &name)],
    )?;
    Ok(found.into_iter().next())
}

/// The names in this file wherever there is one beside the register, in an order that depends on nothing else:
/// speakers, owners and scribes of entries, scribes of checks, who signs off. Each once; some are roles.
///
/// # Errors
/// Where the file cannot be read.
pub fn mentioned(store: &Store) -> Result<Vec<String>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT name FROM (
             SELECT 1 AS part, row, owner AS name FROM entry WHERE shown = 1 AND owner IS NOT NULL
             UNION ALL SELECT 1, row, speaker FROM entry WHERE shown = 1 AND speaker IS NOT NULL
             UNION ALL SELECT 1, row, scribe FROM entry WHERE shown = 1 AND scribe IS NOT NULL
             UNION ALL SELECT 2, row, author FROM follow_up WHERE shown = 1 AND author IS NOT NULL
         ) GROUP BY name ORDER BY min(part), min(row), name",
    )?;
    let mut names: Vec<String> =
        statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for meeting in super::meeting::list(store)?.into_iter().rev() {
        names.extend(meeting.signoff.into_iter().map(|signature| signature.name));
    }
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    Ok(names)
}

pub(crate) fn insert(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.insert(person, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.update(person)
}
