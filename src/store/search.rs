//! Full-text search with Swedish in mind: å is not a, case does not matter, and a part of a compound finds it.
//!
//! Words are folded and cut in one place, so that the index and the vocabulary agree. The newest are scanned without
//! the index, which new rows enter many at a time; a part of a word is then looked up in the vocabulary (some thousand
//! words even in a large store), and the words found there in the index. Answers come newest first and are never
//! counted to the end: that keeps them fast.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::codec::Cells;
use super::record::Record;
use super::{Result, Store};
use crate::model::Entry;
use crate::model::history::Entity;
use crate::model::id::{EntryId, MeetingId};

mod index;
mod recent;
mod vocabulary;
mod words;

pub(super) use index::update;
use recent::Recent;
pub(super) use words::fold;
use words::{WantedWords, is_part};
pub use words::{parts, words};

/// The nouns that are searched. They share one count of rows; a document's rowid is
/// `row * NOUNS.len() + place in this list`.
pub(super) const NOUNS: [Entity; 4] = [Entity::Meeting, Entity::Section, Entity::Entry, Entity::Response];

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The noun: a meeting, a section, an entry or a response.
    pub entity: Entity,
    /// Of which record the text is.
    pub id: Uuid,
    /// What was searched, as it is stored.
    pub text: String,
    /// The meeting it belongs to.
    pub meeting: MeetingId,
    /// Of [`Hit::meeting`]; may be empty.
    pub meeting_title: String,
    /// The day of that meeting.
    pub meeting_date: Option<NaiveDate>,
    /// The entry itself, or for a response the first challenge that it answers.
    pub entry: Option<Entry>,
}

/// What matches a query, newest first, at most `limit`. A query without words finds nothing.
///
/// The newest are scanned first, where what is common is found; the index finds the rest.
///
/// # Errors
/// Where the file cannot be read.
pub fn find(store: &Store, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let wanted = WantedWords::new(query);
    let mut hits = Vec::new();
    if wanted.words().is_empty() {
        return Ok(hits);
    }
    let mut recent = Recent::new();
    while !recent.is_done() {
        for document in recent.next(store, &wanted)? {
            hits.extend(hit(store, document)?);
            if hits.len() >= limit {
                hits.truncate(limit);
                return Ok(hits);
            }
        }
    }
    if recent.from == 0 {
        return Ok(hits);
    }
    let Some(expression) = expression(store, &wanted)? else { return Ok(hits) };
    let mut statement = store.conn.prepare_cached(
        "SELECT rowid FROM search WHERE search MATCH :query AND rowid < :below ORDER BY rowid DESC",
    )?;
    let below = document_of_row(recent.from);
    let mut rows = statement.query(named_params! { ":query": expression, ":below": below })?;
    while hits.len() < limit
        && let Some(row) = rows.next()?
    {
        hits.extend(hit(store, row.get(0)?)?);
    }
    Ok(hits)
}

/// The query in the language of FTS5: every word of it, each as any of the words that hold it. `None` if nothing can
/// match.
fn expression(store: &Store, wanted: &WantedWords) -> Result<Option<String>> {
    let mut all = Vec::new();
    for word in wanted.words() {
        if !is_part(word) {
            all.push(format!("\"{word}\"*"));
            continue;
        }
        let holding = vocabulary::holding(store, word)?;
        if holding.is_empty() {
            return Ok(None);
        }
        all.push(format!("(\"{}\")", holding.join("\" OR \"")));
    }
    Ok(Some(all.join(" AND ")))
}

fn hit(store: &Store, document: i64) -> Result<Option<Hit>> {
    let nouns = i64::try_from(NOUNS.len()).unwrap_or(1);
    let Some(entity) = usize::try_from(document % nouns).ok().and_then(|noun| NOUNS.get(noun).copied())
    else {
        return Ok(None);
    };
    let sql = match entity {
        Entity::Meeting => {
            "SELECT meeting.id, meeting.title AS text, meeting.id AS meeting, title, date, NULL AS challenge
             FROM meeting WHERE row = :row AND deleted = 0"
        }
        Entity::Section => {
            "SELECT section.id, heading AS text, meeting, title, date, NULL AS challenge FROM section
             JOIN meeting ON meeting.id = section.meeting
             WHERE section.row = :row AND section.deleted = 0 AND meeting.deleted = 0"
        }
        Entity::Response => {
            "SELECT response.id, text, response.meeting, title, date,
                (SELECT challenge FROM answer WHERE response = response.id AND deleted = 0 ORDER BY row LIMIT 1)
                    AS challenge
             FROM response JOIN meeting ON meeting.id = response.meeting
             WHERE response.row = :row AND response.deleted = 0 AND meeting.deleted = 0"
        }
        _ => {
            "SELECT entry.*, title, date FROM entry
             JOIN meeting ON meeting.id = entry.meeting JOIN section ON section.id = entry.section
             WHERE entry.row = :row AND entry.deleted = 0 AND section.deleted = 0 AND meeting.deleted = 0"
        }
    };
    let found = store
        .conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":row": document / nouns }, |row| {
            let challenge =
                if entity == Entity::Entry { None } else { row.maybe_id::<EntryId>("challenge")? };
            let entry = if entity == Entity::Entry { Some(Entry::from_row(row)?) } else { None };
            Ok((
                Hit {
                    entity,
                    id: row.id("id")?,
                    text: row.text("text")?,
                    meeting: row.id("meeting")?,
                    meeting_title: row.text("title")?,
                    meeting_date: row.day("date")?,
                    entry,
                },
                challenge,
            ))
        })
        .optional()?;
    let Some((mut hit, challenge)) = found else { return Ok(None) };
    if let Some(challenge) = challenge {
        hit.entry = super::entry::get(store, challenge)?;
    }
    Ok(Some(hit))
}

fn document(entity: Entity, row: i64) -> i64 {
    let noun = NOUNS.iter().position(|noun| *noun == entity).unwrap_or(0);
    document_of_row(row) + i64::try_from(noun).unwrap_or(0)
}

/// The first document that a row can be.
fn document_of_row(row: i64) -> i64 {
    row * i64::try_from(NOUNS.len()).unwrap_or(1)
}

/// The last row that any of the searched nouns has. They share one count, so that a later row was written later
/// whatever noun it is.
pub(super) fn last_row(store: &Store) -> Result<i64> {
    let sql = "SELECT max(
        (SELECT coalesce(max(row), 0) FROM meeting), (SELECT coalesce(max(row), 0) FROM section),
        (SELECT coalesce(max(row), 0) FROM entry), (SELECT coalesce(max(row), 0) FROM response))";
    Ok(store.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}
