//! Where a response is: with the challenges that it answers. It is shown where one of them is, and belongs to the
//! meeting of the first of those.

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::super::{Result, record};
use super::children;
use crate::model::history::{Entity, Value};

/// The derived cells of some responses. What answers nothing is in no meeting: no record has that identity. Links
/// that are not shown count only where none is.
const DERIVE: &str = "
    UPDATE response SET
        shown = (deleted = 0 OR kept = 1)
            AND EXISTS (SELECT 1 FROM answer WHERE answer.response = response.id AND answer.shown = 1),
        meeting = coalesce((
            SELECT entry.meeting FROM answer JOIN entry ON entry.id = answer.challenge
            WHERE answer.response = response.id
            ORDER BY answer.shown DESC, answer.deleted AND NOT answer.kept, answer.id LIMIT 1
        ), zeroblob(16))
    WHERE WHICH";

/// Brings the derived cells of the responses up to date that depend on where a record is, or on whether it is shown.
pub(super) fn derive(conn: &Connection, entity: Entity, id: Uuid) -> Result<()> {
    let Some(which) = which(entity) else { return Ok(()) };
    conn.prepare_cached(&DERIVE.replace("WHICH", which))?.execute(named_params! { ":id": id })?;
    Ok(())
}

/// The responses whose derived cells depend on a record.
pub(super) fn concerned(conn: &Connection, entity: Entity, id: Uuid) -> Result<Vec<Uuid>> {
    let Some(which) = which(entity) else { return Ok(Vec::new()) };
    let mut statement = conn.prepare_cached(&format!("SELECT id FROM response WHERE {which}"))?;
    let found = statement.query_map(named_params! { ":id": id }, |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Which responses depend on a record, in SQL.
fn which(entity: Entity) -> Option<&'static str> {
    Some(match entity {
        Entity::Response => "id = :id",
        Entity::Answer => "id = (SELECT response FROM answer WHERE id = :id)",
        Entity::Entry => "id IN (SELECT response FROM answer WHERE challenge = :id)",
        Entity::Section => {
            "id IN (SELECT response FROM answer JOIN entry ON entry.id = challenge WHERE section = :id)"
        }
        _ => return None,
    })
}

/// Brings the derived cells of all responses up to date.
pub(super) fn derive_all(conn: &Connection) -> Result<()> {
    conn.execute(&DERIVE.replace("WHICH", "true"), [])?;
    Ok(())
}

/// The response of a link.
pub(super) fn of_answer(conn: &Connection, answer: Uuid) -> Result<Option<Uuid>> {
    let response = record::cell(conn, Entity::Answer, answer, "response")?;
    Ok(if let Some(Value::Id(response)) = response { Some(response) } else { None })
}

/// The response that a record is, or is a link of.
pub(super) fn of_link(conn: &Connection, entity: Entity, id: Uuid) -> Result<Option<Uuid>> {
    match entity {
        Entity::Response => Ok(Some(id)),
        Entity::Answer => of_answer(conn, id),
        _ => Ok(None),
    }
}

/// A response and all its links.
pub(super) fn with_links(conn: &Connection, response: Uuid) -> Result<Vec<(Entity, Uuid)>> {
    let answers = children(conn, Entity::Response, response)?.into_iter().map(|(noun, id)| (noun.entity, id));
    Ok([(Entity::Response, response)].into_iter().chain(answers).collect())
}

/// Whether a response has no other link that is there.
pub(in super::super) fn is_only_link(conn: &Connection, answer: Uuid) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT 1 FROM answer JOIN answer AS other ON other.response = answer.response AND other.id <> answer.id
         WHERE answer.id = :id AND (other.deleted = 0 OR other.kept = 1)",
    )?;
    Ok(!statement.exists(named_params! { ":id": answer })?)
}

/// Whether a response that is there would answer nothing without this link, because all of its links are deleted: one
/// was deleted here and another there, or somebody has written in the response meanwhile.
pub(super) fn needs(conn: &Connection, answer: Uuid) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT 1 FROM answer JOIN response ON response.id = answer.response
         WHERE answer.id = :id AND (response.deleted = 0 OR response.kept = 1) AND NOT EXISTS (
            SELECT 1 FROM answer AS other WHERE other.response = response.id AND other.deleted = 0)",
    )?;
    Ok(statement.exists(named_params! { ":id": answer })?)
}
