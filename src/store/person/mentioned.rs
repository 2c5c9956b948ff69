//! Whom a file names beside its register: what is in the cells that name persons, of every noun.

use std::collections::HashMap;

use rusqlite::Row;
use rusqlite::types::ValueRef;
use uuid::Uuid;

use crate::model::Signature;
use crate::model::id::PersonId;
use crate::model::noun::{NOUNS, NamesPersons, Noun};
use crate::model::person::{each_named, names_in};
use crate::store::codec::Cells;
use crate::store::{Result, Store, names, record};

/// What a cell has that names persons.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WrittenName {
    /// A person, and nothing else.
    Person(String),
    /// A person, a role or an organisation.
    Somebody(String),
    /// Somebody who signs off, with their role.
    Signature(Signature),
    /// A row of names, perhaps among other words.
    Row {
        /// What the record calls it; `None` where it does not say.
        label: Option<String>,
        /// All of the cell.
        names: String,
    },
}

/// A name in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// Where the cell is.
    pub record: Uuid,
    /// The name, as it was spelled or as the register has it now.
    pub written: WrittenName,
    /// Who in the register it is, and who that turned out to be. `None` for a row, for those who sign off, and where
    /// the register does not know them, or not any more.
    pub person: Option<PersonId>,
}

impl Mentioned {
    /// By what they are in order: first who is named, then who signs, then rows; of these by the records and the names.
    fn order(&self) -> impl Ord {
        let (class, names) = match &self.written {
            WrittenName::Person(name) | WrittenName::Somebody(name) => (0, name),
            WrittenName::Signature(signature) => (1, &signature.name),
            WrittenName::Row { names, .. } => (2, names),
        };
        (class, self.record, names, &self.written, self.person)
    }
}

/// Every name in a cell that names persons, of every shown record in this file. Each once for whom it means, in an
/// order that depends on nothing else: what names one by the records, then those who sign off, then rows as a whole.
///
/// # Errors
/// Where the file cannot be read.
pub fn mentioned(store: &Store) -> Result<Vec<Mentioned>> {
    let register = register(store)?;
    // Of the same, the one in the record that was made first.
    let mut first: HashMap<(WrittenName, Option<PersonId>), Uuid> = HashMap::new();
    for noun in NOUNS {
        for (cell, how) in noun.people() {
            let mut statement = store.conn.prepare_cached(&select(noun, cell))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id: Uuid = row.id("id")?;
                for named in in_cell(row, how, &register)? {
                    first.entry(named).and_modify(|at| *at = id.min(*at)).or_insert(id);
                }
            }
        }
    }
    let mentioned = first.into_iter();
    let mut mentioned: Vec<Mentioned> =
        mentioned.map(|((written, person), record)| Mentioned { record, written, person }).collect();
    mentioned.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(mentioned)
}

/// Somebody in the register, as they turned out to be.
struct RegisteredPerson {
    id: PersonId,
    name: String,
    /// What they were called before they turned out to be it.
    own: String,
}

/// The register, for whoever reads cells.
struct RegisteredPersons<'s> {
    store: &'s Store,
    persons: HashMap<Uuid, RegisteredPerson>,
}

impl RegisteredPersons<'_> {
    /// Whether a name in a cell that points to this person means them. It does not where they never had it.
    fn means(&self, id: Uuid, name: &str) -> Result<bool> {
        match self.persons.get(&id) {
            Some(known) => Ok(known.own == name || names::had_name(&self.store.conn, id, name)?),
            None => Ok(true),
        }
    }
}

/// What a cell holds, what its persons are called now, who they are, and what the record calls it.
fn select(noun: &Noun, cell: &str) -> String {
    let meant = noun.meant_in(cell);
    let called = meant.map_or("NULL".to_owned(), |_| format!("{cell}_name"));
    let label = noun.named_by.filter(|label| *label != cell);
    format!(
        "SELECT id, {cell} AS spelled, {called} AS called, {} AS people, {} AS label FROM {}
         WHERE shown = 1 AND {cell} IS NOT NULL",
        meant.unwrap_or("NULL"),
        label.unwrap_or("NULL"),
        record::table(noun.entity)
    )
}

fn in_cell(
    row: &Row<'_>,
    how: NamesPersons,
    register: &RegisteredPersons<'_>,
) -> Result<Vec<(WrittenName, Option<PersonId>)>> {
    let one = |of: fn(String) -> WrittenName| -> Result<_> {
        let spelled = row.text("spelled")?;
        let names = [Some(spelled.clone()), row.maybe("called")?];
        // What points to several does so by a list.
        if let ValueRef::Text(_) = row.get_ref("people")? {
            let each: Vec<&str> = each_named(&spelled).collect();
            let people = who_is_called(&each, &row.list("people")?, register)?;
            let person = |name| people.get(name).copied().flatten();
            let each = names.iter().flatten().flat_map(|names| each_named(names));
            return Ok(each.map(|name| (of(name.to_owned()), person(name))).collect());
        }
        let person = match row.maybe_id::<Uuid>("people")? {
            Some(id) if register.means(id, &spelled)? => register.persons.get(&id).map(|known| known.id),
            _ => None,
        };
        Ok(names.into_iter().flatten().map(|name| (of(name), person)).collect())
    };
    match how {
        NamesPersons::One => one(WrittenName::Person),
        NamesPersons::OneOrBody => one(WrittenName::Somebody),
        NamesPersons::Row => row_of_names(row, register),
        NamesPersons::Signatures => {
            let signatures = row.signatures("spelled")?.into_iter();
            Ok(signatures.map(|signature| (WrittenName::Signature(signature), None)).collect())
        }
    }
}

/// The row as a whole, and of its names those that the register knows.
fn row_of_names(
    row: &Row<'_>,
    register: &RegisteredPersons<'_>,
) -> Result<Vec<(WrittenName, Option<PersonId>)>> {
    let (spelled, label) = (row.text("spelled")?, row.maybe("label")?);
    let people = who_is_called(&names_in(&spelled), &row.list("people")?, register)?;
    let mut found = Vec::new();
    for names in [Some(spelled.clone()), row.maybe("called")?].into_iter().flatten() {
        for name in names_in(&names) {
            if let Some(person) = people.get(name) {
                found.push((WrittenName::Somebody(name.to_owned()), *person));
            }
        }
        found.push((WrittenName::Row { label: label.clone(), names }, None));
    }
    Ok(found)
}

/// Whom the names in a row mean, as they are spelled there and as the register has them now. Of two who turned out to
/// be one, one is left.
fn who_is_called<'n>(
    spelled: &[&'n str],
    people: &[String],
    register: &'n RegisteredPersons<'_>,
) -> Result<HashMap<&'n str, Option<PersonId>>> {
    let mut found = HashMap::new();
    for (name, person) in spelled.iter().zip(people) {
        let Ok(id) = Uuid::try_parse(person) else { continue };
        if !register.means(id, name)? {
            continue;
        }
        let known = register.persons.get(&id);
        found.entry(*name).or_insert(known.map(|known| known.id));
        if let Some(known) = known {
            found.entry(known.name.as_str()).or_insert(Some(known.id));
        }
    }
    Ok(found)
}

/// The persons who are shown, each with the one that they turned out to be.
fn register(store: &Store) -> Result<RegisteredPersons<'_>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT person.id, coalesce(other.id, person.id) AS now, coalesce(other.name, person.name) AS name, person.name AS own
         FROM person LEFT JOIN person AS other ON other.id = person.stands_for WHERE person.shown = 1",
    )?;
    let known = |row: &Row<'_>| {
        let (id, name, own) = (PersonId(row.get("now")?), row.text("name")?, row.text("own")?);
        Ok((row.get("id")?, RegisteredPerson { id, name, own }))
    };
    let persons = statement.query_map([], known)?.collect::<rusqlite::Result<_>>()?;
    Ok(RegisteredPersons { store, persons })
}
