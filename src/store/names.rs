//! What people are called: a name as it was spelled, and as the register has it now. A record that names a person
//! points to the one in the register whose name it was; a rename reaches it, and so does the discovery that two are the
//! same.

mod authors;
mod unlinked;

use std::collections::{HashMap, HashSet};

pub(super) use authors::Authors;
use rusqlite::{Connection, OptionalExtension, named_params};
pub(super) use unlinked::unlinked;
use uuid::Uuid;

use super::codec::Cells;
use super::{Result, record};
use crate::model::cell;
use crate::model::history::{Entity, Value};
use crate::model::noun::{CellForm, NOUNS, Noun, NounCell};
use crate::model::person::{each_named, names_in, with_name, without_name};

/// The name in a row of the log about a person, in SQL: `field` is `name`, or empty where they were entered.
pub(super) const NAME_IN_LOG: &str =
    "CASE WHEN log.field <> '' THEN log.new WHEN json_valid(log.new) THEN log.new ->> '$.name' END";

/// That a person once had a name, in SQL. A cell can point to somebody who never had the name that it holds: one laptop
/// wrote the name and another to whom the one before pointed.
fn once_had(person: &str, name: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM log WHERE log.id = {person} AND log.field IN ('', 'name') AND {NAME_IN_LOG} = {name})"
    )
}

/// That a `person` is one of the several who own an `entry`, in SQL: one to whom it points, or who has a name in it
/// that is of nobody to whom it points; of several who have that name the one whom [`known`] finds.
pub(super) fn owns_with_others() -> String {
    let points_to = |person: &str| {
        format!(
            "typeof(entry.owner_person) = 'text' AND instr(entry.owner_person, lower(hex({person}.id))) > 0
             AND {person}.shown = 1"
        )
    };
    format!(
        "instr(entry.owner, ',') > 0 AND ({} OR person.shown = 1
            AND instr(',' || replace(entry.owner, ', ', ',') || ',', ',' || person.name || ',') > 0
            AND NOT EXISTS (SELECT 1 FROM person AS pointed WHERE {} AND {})
            AND NOT EXISTS (
                SELECT 1 FROM person AS known WHERE known.name = person.name AND known.shown = 1
                AND (known.stands_for IS NOT NULL, known.id) < (person.stands_for IS NOT NULL, person.id)
            ))",
        points_to("person"),
        points_to("pointed"),
        once_had("pointed.id", "person.name"),
    )
}

/// How the register calls the person that a cell points to; NULL where that is how it is spelled.
pub(super) fn called(table: &str, cell: &str) -> String {
    let once_had = once_had("person.id", &format!("{table}.{cell}"));
    format!(
        "nullif(coalesce((
            SELECT coalesce(other.name, person.name) FROM person LEFT JOIN person AS other ON other.id = person.stands_for
            WHERE person.id = {table}.{cell}_person AND person.shown = 1 AND {once_had}
        ), {cell}), {cell})"
    )
}

/// Whether a person ever had this name.
pub(super) fn had_name(conn: &Connection, person: Uuid, name: &str) -> Result<bool> {
    let sql = format!("SELECT {}", once_had(":person", ":name"));
    let params = named_params! { ":person": person, ":name": name };
    Ok(conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?)
}

/// A person in the register by exactly this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PersonNamed {
    pub(super) id: Uuid,
    /// Whether they turned out to be somebody else, and are called by another name.
    is_renamed: bool,
}

/// Looks a name up.
pub(super) fn known(conn: &Connection, name: &str) -> Result<Option<PersonNamed>> {
    let mut statement = conn.prepare_cached(
        "SELECT person.id, coalesce(other.name, person.name) <> person.name FROM person
         LEFT JOIN person AS other ON other.id = person.stands_for
         WHERE person.name = :name AND person.shown = 1 ORDER BY person.stands_for IS NOT NULL, person.id LIMIT 1",
    )?;
    let row = statement.query_row(named_params! { ":name": name }, |row| {
        Ok(PersonNamed { id: row.get(0)?, is_renamed: row.get(1)? })
    });
    Ok(row.optional()?)
}

/// The cells that point to the persons whom others name.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) cells: Vec<(&'static str, Value)>,
    /// Whether any of them is called by another name now: what they are called has to be looked at.
    pub(super) is_renamed: bool,
}

/// Finds the persons whom the cells of a record name, those for which `is_wanted`. `look_up` is [`known`], perhaps with
/// a memory.
pub(super) fn people(
    noun: &Noun,
    cells: &[(&str, Value)],
    is_wanted: impl Fn(&str) -> bool,
    mut look_up: impl FnMut(&str) -> Result<Option<PersonNamed>>,
) -> Result<People> {
    let text = |name: &str| {
        cells.iter().find_map(|(cell, value)| match value {
            Value::Text(text) if *cell == name => Some(text.as_str()),
            _ => None,
        })
    };
    let mut people = People::default();
    let mut find = |name: &str| -> Result<Option<Uuid>> {
        let person = look_up(name)?;
        people.is_renamed |= person.is_some_and(|person| person.is_renamed);
        Ok(person.map(|person| person.id))
    };
    let mut found = Vec::new();
    for cell in noun.cells {
        match cell.form {
            CellForm::PersonOf(of) if is_wanted(of) => {
                let person = text(of).map(&mut find).transpose()?.flatten();
                let several = text(of).filter(|names| person.is_none() && names.contains(','));
                let several = several.map(|names| each_named(names).map(&mut find).collect()).transpose()?;
                let one = person.map_or(Value::Null, Value::Id);
                found.push((cell.name, several.map_or(one, list_of)));
            }
            CellForm::PeopleOf(of) if is_wanted(of) && text("role") == Some("present") => {
                let names = names_in(text(of).unwrap_or_default());
                found.push((cell.name, list_of(names.into_iter().map(&mut find).collect::<Result<_>>()?)));
            }
            _ => {}
        }
    }
    people.cells = found;
    Ok(people)
}

/// Persons as a list; empty for those whom the register does not know, nothing where it knows nobody.
fn list_of(people: Vec<Option<Uuid>>) -> Value {
    if people.iter().all(Option::is_none) {
        return Value::Null;
    }
    let people = people.into_iter().map(|id| id.map_or(String::new(), |id| id.simple().to_string()));
    Value::Text(cell::list(&people.collect::<Vec<_>>()))
}

/// Brings up to date what the people in a record are called.
pub(super) fn refresh(conn: &Connection, noun: &Noun, id: Uuid) -> Result<()> {
    for cell in noun.cells {
        match cell.form {
            CellForm::PersonOf(of) => {
                let sql = format!(
                    "UPDATE {} SET {of}_name = {} WHERE id = :id AND ({of}_person IS NOT NULL OR {of}_name IS NOT NULL)",
                    record::table(noun.entity),
                    called(record::table(noun.entity), of),
                );
                conn.prepare_cached(&sql)?.execute(named_params! { ":id": id })?;
                refresh_several(conn, noun, of, Some(id))?;
            }
            CellForm::PeopleOf(_) => refresh_fields(conn, Some(id))?,
            _ => {}
        }
    }
    Ok(())
}

/// Brings up to date which persons turned out to be another after these were written, and what the people are called in
/// every record that points to one of them.
pub(super) fn refresh_people(conn: &Connection, written: &HashSet<Uuid>) -> Result<()> {
    if written.is_empty() {
        return Ok(());
    }
    conn.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS renamed (id BLOB PRIMARY KEY); DELETE FROM temp.renamed",
    )?;
    let mut enter = conn.prepare_cached("INSERT OR IGNORE INTO temp.renamed (id) VALUES (:id)")?;
    let same_as = joined(conn)?;
    let mut statement = conn.prepare_cached("SELECT id, stands_for FROM person")?;
    let persons: Vec<(Uuid, Option<Uuid>)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (id, before) in persons {
        let after = Some(representative(&same_as, id)).filter(|other| *other != id);
        if before != after {
            conn.prepare_cached("UPDATE person SET stands_for = :after WHERE id = :id")?
                .execute(named_params! { ":after": after, ":id": id })?;
        }
        let concerns = |other: Option<Uuid>| other.is_some_and(|other| written.contains(&other));
        if before != after || written.contains(&id) || concerns(after) {
            enter.execute(named_params! { ":id": id })?;
        }
    }
    for noun in NOUNS {
        for cell in noun.cells {
            if let CellForm::PersonOf(of) = cell.form {
                let sql = format!(
                    "UPDATE {} SET {of}_name = {} WHERE {of}_person IN (SELECT id FROM temp.renamed)",
                    record::table(noun.entity),
                    called(record::table(noun.entity), of),
                );
                conn.execute(&sql, [])?;
                refresh_several(conn, noun, of, None)?;
            }
        }
    }
    refresh_fields(conn, None)
}

/// Brings up to date what those are called who are several in a cell, of one record or of all.
fn refresh_several(conn: &Connection, noun: &Noun, of: &str, id: Option<Uuid>) -> Result<()> {
    let table = record::table(noun.entity);
    let sql = format!(
        "SELECT id, {of} AS names, {of}_person AS people FROM {table}
         WHERE typeof({of}_person) = 'text' AND {}",
        which("id", id)
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":id": id })?;
    while let Some(row) = rows.next()? {
        let (id, names, people): (Uuid, String, Vec<String>) =
            (row.get("id")?, row.text("names")?, row.list("people")?);
        let names: Vec<&str> = each_named(&names).collect();
        let now = names_now(conn, &names, people, &[])?;
        let is_renamed = names.iter().zip(&now).any(|(name, now)| now.as_deref() != Some(*name));
        let called = is_renamed.then(|| now.into_iter().flatten().collect::<Vec<_>>().join(", "));
        conn.prepare_cached(&format!("UPDATE {table} SET {of}_name = :called WHERE id = :id"))?
            .execute(named_params! { ":called": called, ":id": id })?;
    }
    Ok(())
}

/// One record by this cell, or all, in SQL. Said in one statement for both, each look at one would read them all.
fn which(cell: &str, id: Option<Uuid>) -> String {
    if id.is_some() { format!("{cell} = :id") } else { ":id IS NULL".to_owned() }
}

/// Which persons somebody said are another: those that are there and shown.
fn joined(conn: &Connection) -> Result<HashMap<Uuid, Uuid>> {
    let mut statement = conn.prepare_cached(
        "SELECT person.id, person.same_as FROM person JOIN person AS other ON other.id = person.same_as
         WHERE person.shown = 1 AND other.shown = 1",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The person at the end of the chain. Where two laptops have each said the opposite, the chain is a circle: then it is
/// the one that was entered first.
fn representative(same_as: &HashMap<Uuid, Uuid>, id: Uuid) -> Uuid {
    let mut chain = vec![id];
    while let Some(next) = chain.last().and_then(|last| same_as.get(last)) {
        if let Some(circle) = chain.iter().position(|seen| seen == next) {
            return chain[circle..].iter().copied().min().unwrap_or(id);
        }
        chain.push(*next);
    }
    chain.last().copied().unwrap_or(id)
}

/// The same for names in a row of names, of one field or of all. In minutes that were read from a file those that are
/// written there stay as they are.
fn refresh_fields(conn: &Connection, id: Option<Uuid>) -> Result<()> {
    let sql = format!(
        "SELECT field.id, value, people, as_written IS NOT NULL OR meeting.source IS NOT NULL AS is_read
         FROM field LEFT JOIN meeting ON meeting.id = field.meeting
         WHERE {} AND (people IS NOT NULL OR value_name IS NOT NULL)",
        which("field.id", id)
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":id": id }, |row| {
        let (id, value): (Uuid, String) = (row.get("id")?, row.get("value")?);
        Ok((id, value, row.get::<_, Option<String>>("people")?, row.get::<_, bool>("is_read")?))
    })?;
    for row in rows {
        let (id, value, people, is_read) = row?;
        let people = cell::read_list(&people.unwrap_or_default());
        let as_read = if is_read { value_as_read(conn, id)? } else { None };
        let read = as_read.as_deref().map(names_in).unwrap_or_default();
        let names = names_in(&value);
        let mut called = value.clone();
        for (name, now) in names.iter().zip(names_now(conn, &names, people, &read)?) {
            called = now.map_or_else(|| without_name(&called, name), |now| with_name(&called, name, &now));
        }
        let called = Some(called).filter(|called| *called != value);
        conn.prepare_cached("UPDATE field SET value_name = :called WHERE id = :id")?
            .execute(named_params! { ":called": called, ":id": id })?;
    }
    Ok(())
}

/// What the register calls those who are named, who are the persons of this list; a name that was `read` from a file
/// stays. `None` for one of two who turned out to be one: who is spelled so, or comes first, is left.
fn names_now(
    conn: &Connection,
    names: &[&str],
    mut people: Vec<String>,
    read: &[&str],
) -> Result<Vec<Option<String>>> {
    people.resize(names.len(), String::new());
    let mut listed = Vec::new();
    for (name, person) in names.iter().zip(people) {
        let now = match Uuid::try_parse(&person) {
            Ok(id) if had_name(conn, id, name)? => person_now(conn, id)?,
            _ => None,
        };
        listed.push((*name, now, person));
    }
    let called = listed.iter().enumerate().map(|(at, (name, now, person))| {
        let Some(now) = now.as_ref().filter(|_| !read.contains(name)) else {
            return Some((*name).to_owned());
        };
        let is_twice = now.name != *name
            && listed.iter().enumerate().any(|(other, (spelled, same, by))| {
                let is_same = same.as_ref().is_some_and(|same| same.id == now.id) && by != person;
                is_same && (*spelled == now.name || other < at)
            });
        (!is_twice).then(|| now.name.clone())
    });
    Ok(called.collect())
}

/// What a field held when it was read with its meeting. `None` where it was made later.
fn value_as_read(conn: &Connection, field: Uuid) -> Result<Option<String>> {
    let made: Option<Value> = conn
        .prepare_cached(
            "SELECT made.new FROM field JOIN log AS made ON made.id = field.id AND made.field = ''
             JOIN log AS reading ON reading.id = field.meeting AND reading.field = ''
                 AND reading.device = made.device AND reading.operation = made.operation
             WHERE field.id = :id LIMIT 1",
        )?
        .query_row(named_params! { ":id": field }, |row| row.get(0))
        .optional()?;
    let Some(Value::Text(made)) = made else { return Ok(None) };
    Ok(cell::text_made(&made, "value"))
}

/// What the register calls a person now. `None` where nobody is there, or not any more.
pub(super) fn name_of(conn: &Connection, id: Uuid) -> Result<Option<String>> {
    Ok(person_now(conn, id)?.map(|person| person.name))
}

/// Somebody in the register, as they are called now.
#[derive(Debug)]
struct PersonNow {
    id: Uuid,
    name: String,
}

/// Who a person turned out to be. `None` where nobody is there, or not any more.
fn person_now(conn: &Connection, id: Uuid) -> Result<Option<PersonNow>> {
    let mut statement = conn.prepare_cached(
        "SELECT coalesce(other.id, person.id) AS id, coalesce(other.name, person.name) AS name
         FROM person LEFT JOIN person AS other ON other.id = person.stands_for
         WHERE person.id = :id AND person.shown = 1",
    )?;
    let row = statement.query_row(named_params! { ":id": id }, |row| {
        Ok(PersonNow { id: row.get("id")?, name: row.text("name")? })
    });
    // Where the cell is damaged it is no name.
    Ok(row.optional()?.filter(|person| !person.name.is_empty()))
}

/// Brings everything up to date that people are called, in every record.
pub(super) fn refresh_all(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare("SELECT id FROM person")?;
    let people = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<HashSet<Uuid>>>()?;
    refresh_people(conn, &people)
}

/// Whether a change of this cell changes what somebody is called.
pub(super) fn is_about_name(entity: Entity, column: &str) -> bool {
    entity == Entity::Person && matches!(column, "name" | "same_as" | "deleted")
}

/// Whether a write says that a person is another: then they are in no list.
pub(super) fn joins(entity: Entity, column: &str, old: &Value, new: &Value) -> bool {
    entity == Entity::Person && column == "same_as" && *old == Value::Null && matches!(new, Value::Id(_))
}

/// The cells of what is shown that point to a person.
pub(super) fn pointing(conn: &Connection, person: Uuid) -> Result<Vec<(Uuid, &'static str)>> {
    let mut found = Vec::new();
    for noun in NOUNS {
        for NounCell { name: cell, form } in noun.cells.iter().copied() {
            if !matches!(form, CellForm::PersonOf(_) | CellForm::PeopleOf(_)) {
                continue;
            }
            let sql = format!(
                "SELECT id FROM {} WHERE ({cell} = :id OR typeof({cell}) = 'text' AND instr({cell}, :simple) > 0)
                 AND shown = 1",
                record::table(noun.entity)
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let params = named_params! { ":id": person, ":simple": person.simple().to_string() };
            for id in statement.query_map(params, |row| row.get(0))? {
                found.push((id?, cell));
            }
        }
    }
    Ok(found)
}

/// The meetings that were not read from a file and in whose sign-off this name is, perhaps within another.
pub(super) fn signed(conn: &Connection, name: &str) -> Result<Vec<Uuid>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM meeting WHERE shown = 1 AND source IS NULL AND signoff_as_written IS NULL
         AND instr(signoff, :name) > 0 ORDER BY id",
    )?;
    let found = statement.query_map(named_params! { ":name": name }, |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Whether a person was entered by this name, and was not renamed to it.
pub(super) fn is_entered_as(conn: &Connection, person: Uuid, name: &str) -> Result<bool> {
    let made = conn
        .prepare_cached("SELECT new FROM log WHERE id = :person AND field = '' LIMIT 1")?
        .query_row(named_params! { ":person": person }, |row| row.get(0))
        .optional()?;
    let Some(Value::Text(made)) = made else { return Ok(false) };
    Ok(cell::text_made(&made, "name").as_deref() == Some(name))
}
