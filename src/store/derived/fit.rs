//! Whether the derived cells by which the records of a meeting are found fit the cells that they follow from. A file
//! that is damaged in one of them would print less than there is, without a word.

use rusqlite::{Connection, named_params};

use super::super::{Result, Store, names, record};
use super::references::are_references_sound;
use crate::model::history::Entity;
use crate::model::id::MeetingId;
use crate::model::noun::NOUNS;

/// Whether everything in some meetings can be found: by the derived cells, and by what it is part of.
///
/// # Errors
/// Where the file cannot be read.
pub fn are_findable(store: &Store, meetings: impl IntoIterator<Item = MeetingId>) -> Result<bool> {
    if !have_identities(&store.conn)? || !are_references_sound(store)? {
        return Ok(false);
    }
    for meeting in meetings {
        if !fits(&store.conn, meeting)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The same of everything in every meeting, of the meetings themselves, and of what they share.
///
/// # Errors
/// Where the file cannot be read.
pub fn is_all_findable(store: &Store) -> Result<bool> {
    let conn = &store.conn;
    let by_themselves = NOUNS.iter().filter(|noun| noun.parents().next().is_none());
    for noun in by_themselves.filter(|noun| noun.entity == Entity::Meeting || !noun.is_of_meeting()) {
        let table = record::table(noun.entity);
        if exists(conn, &format!("SELECT 1 FROM {table} WHERE shown IS NOT {IS_SHOWN}"))? {
            return Ok(false);
        }
    }
    let mut statement = conn.prepare("SELECT id FROM meeting WHERE shown = 1")?;
    let meetings = statement.query_map([], |row| row.get(0).map(MeetingId))?;
    are_findable(store, meetings.collect::<rusqlite::Result<Vec<_>>>()?)
}

/// That a record is shown where what it is part of is, in SQL.
const IS_SHOWN: &str = "(deleted = 0 OR kept = 1)";

/// Whether the cells by which records lead to each other are identities.
fn have_identities(conn: &Connection) -> Result<bool> {
    for sql in [
        no_identity("section", &["id", "meeting"]),
        // The index has both.
        no_identity("entry INDEXED BY entry_place", &["id", "section"]),
        no_identity("person", &["id"]),
        no_identity("response", &["id"]),
        no_identity("answer", &["id", "challenge", "response"]),
    ] {
        if exists(conn, &sql)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn exists(conn: &Connection, sql: &str) -> Result<bool> {
    Ok(conn.prepare_cached(sql)?.exists([])?)
}

/// Whether the derived cells of what is in a meeting fit the others.
fn fits(conn: &Connection, meeting: MeetingId) -> Result<bool> {
    let is_shown = IS_SHOWN;
    let owner = names::called("entry", "owner");
    for wrong in [
        format!("SELECT 1 FROM section WHERE meeting = :meeting AND shown IS NOT {is_shown}"),
        format!(
            "SELECT 1 FROM entry
             WHERE section IN (SELECT id FROM section WHERE meeting = :meeting AND shown = 1)
                AND (meeting IS NOT :meeting OR shown IS NOT {is_shown} OR class IS NOT kind_class(kind)
                    OR answers IS NOT
                        (SELECT count(DISTINCT response) FROM answer WHERE challenge = entry.id AND shown = 1)
                    OR rank IS NOT CASE WHEN NOT kind_open(kind) THEN 2 WHEN class = 1 AND answers > 0 THEN 1
                        ELSE 0 END
                    OR owner_name IS NOT NULL AND owner_person IS NULL
                    OR typeof(owner_person) = 'blob' AND owner_name IS NOT {owner})"
        ),
        format!(
            "SELECT 1 FROM answer
             WHERE challenge IN (SELECT id FROM entry WHERE section IN
                    (SELECT id FROM section WHERE meeting = :meeting AND shown = 1) AND shown = 1)
                AND response IN (SELECT id FROM response WHERE {is_shown}) AND shown IS NOT {is_shown}"
        ),
        format!(
            "SELECT 1 FROM response
             WHERE id IN (SELECT response FROM answer WHERE shown = 1 AND challenge IN
                    (SELECT id FROM entry WHERE section IN
                        (SELECT id FROM section WHERE meeting = :meeting AND shown = 1) AND shown = 1))
                AND shown IS NOT {is_shown}"
        ),
    ] {
        if has_row(conn, &wrong, meeting)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Rows of a table with something else than an identity in one of these cells.
fn no_identity(table: &str, cells: &[&str]) -> String {
    let wrong: Vec<String> =
        cells.iter().map(|cell| format!("length({cell}) <> 16 OR typeof({cell}) <> 'blob'")).collect();
    format!("SELECT 1 FROM {table} WHERE ({})", wrong.join(" OR "))
}

fn has_row(conn: &Connection, sql: &str, meeting: MeetingId) -> Result<bool> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":meeting": meeting.0 })?;
    Ok(rows.next()?.is_some())
}
