//! Names that point to nobody in the register, though they could.

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::super::codec::Cells;
use super::super::{Result, record};
use super::{PersonNow, name_of, person_now};
use crate::model::cell;
use crate::model::history::{Entity, Value};
use crate::model::noun::{CellForm, NOUNS, NounCell};
use crate::model::person::{each_named, names_in};

/// A cell that could point to a person and points to nobody, or not any more, in a record that names somebody exactly
/// so.
#[derive(Debug)]
pub(in super::super) struct Unlinked {
    pub(in super::super) entity: Entity,
    pub(in super::super) id: Uuid,
    pub(in super::super) cell: &'static str,
    /// For a row of names: to whom each of them points, and the places of this name.
    row: Option<PlacesInRow>,
}

impl Unlinked {
    /// What the cell holds when the name is that of this person.
    pub(in super::super) fn with(self, person: Uuid) -> Value {
        let Some((mut people, places)) = self.row else { return Value::Id(person) };
        for place in places {
            people[place] = person.simple().to_string();
        }
        Value::Text(cell::list(&people))
    }
}

/// The cells in which somebody is named exactly so and nobody in the register is pointed to, `with_removed` also those
/// that point to somebody who is not there any more; of what is shown: in what is deleted nobody writes, or it would be
/// kept.
pub(in super::super) fn unlinked(conn: &Connection, name: &str, with_removed: bool) -> Result<Vec<Unlinked>> {
    let mut found = Vec::new();
    for noun in NOUNS {
        for NounCell { name: cell, form } in noun.cells.iter().copied() {
            let (of, names_it) = match form {
                CellForm::PersonOf(of) => (of, format!("{of} = :name OR instr({of}, ',') > 0")),
                CellForm::PeopleOf(of) => (of, "role = 'present'".to_owned()),
                _ => continue,
            };
            let sql = format!(
                "SELECT id, {of} AS names, {cell} AS people FROM {}
                 WHERE shown = 1 AND instr({of}, :name) > 0 AND ({names_it}) ORDER BY id",
                record::table(noun.entity)
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query(named_params! { ":name": name })?;
            while let Some(row) = rows.next()? {
                let whole = Unlinked { entity: noun.entity, id: row.get("id")?, cell, row: None };
                let (names, people) = (row.text("names")?, row.get("people")?);
                found.extend(unlinked_in(conn, form, whole, (name, with_removed), &names, people)?);
            }
        }
    }
    Ok(found)
}

/// What is unlinked in a cell with these names, which points to these people: the `whole` of it or some of its names.
fn unlinked_in(
    conn: &Connection,
    form: CellForm,
    whole: Unlinked,
    (name, with_removed): (&str, bool),
    names: &str,
    people: Value,
) -> Result<Option<Unlinked>> {
    let is_all = matches!(form, CellForm::PersonOf(_)) && names == name;
    let people = match people {
        Value::Id(person) => {
            return Ok((is_all && with_removed && name_of(conn, person)?.is_none()).then_some(whole));
        }
        Value::Null if is_all => return Ok(Some(whole)),
        Value::Text(people) => cell::read_list(&people),
        _ => Vec::new(),
    };
    let row = unlinked_in_row(conn, name, with_removed, &split(form, names), people)?;
    Ok(row.map(|row| Unlinked { row: Some(row), ..whole }))
}

/// The names in a cell, to which those in a cell of this form point.
fn split(form: CellForm, names: &str) -> Vec<&str> {
    match form {
        CellForm::PeopleOf(_) => names_in(names),
        _ => each_named(names).collect(),
    }
}

/// To whom the names of a row point, and where in it this name points to nobody who is there.
type PlacesInRow = (Vec<String>, Vec<usize>);

/// `None` where the name does so nowhere.
fn unlinked_in_row(
    conn: &Connection,
    name: &str,
    with_removed: bool,
    names: &[&str],
    mut people: Vec<String>,
) -> Result<Option<PlacesInRow>> {
    people.resize(names.len(), String::new());
    let mut places = Vec::new();
    for (at, (named, person)) in names.iter().zip(&people).enumerate() {
        let is_nobody = person.is_empty() || with_removed && called_now(conn, person)?.is_none();
        if *named == name && is_nobody {
            places.push(at);
        }
    }
    Ok((!places.is_empty()).then_some((people, places)))
}

/// What the register calls now whoever a place in a row of names points to, which may be empty.
fn called_now(conn: &Connection, person: &str) -> Result<Option<PersonNow>> {
    Uuid::try_parse(person).ok().map_or(Ok(None), |id| person_now(conn, id))
}
