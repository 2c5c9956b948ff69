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
    const COLUMNS: &'static [&'static str] = &["name", "role", "organisation"];

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
    record::all(&store.conn, "SELECT * FROM person WHERE deleted = 0 ORDER BY row", &[])
}

/// The person with this name, as it is written in the register.
///
/// # Errors
/// Where the file cannot be read.
pub fn named(store: &Store, name: &str) -> Result<Option<Person>> {
    let found = record::all(
        &store.conn,
        "SELECT * FROM person WHERE name = :name AND deleted = 0 ORDER BY row LIMIT 1",
        &[(":name", &name)],
    )?;
    Ok(found.into_iter().next())
}

pub(crate) fn insert(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.insert(person, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.update(person)
}
